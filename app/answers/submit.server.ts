import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { type AnswerResult, answerInvitation, guestRights, recordAnswer } from './answer.server.ts'
import { answerOnBehalf, type DeskAnswer, deskAnswering, rightsOf } from './behalf.server.ts'
import type { AnswerSource } from './history.server.ts'
import { type Expected, type Letters, prepareLetters } from './letters.server.ts'
import { noticesOf } from './notices.ts'
import { type AnswerRights, type PlanRefusal, planAnswer } from './plan.server.ts'
import type { GivenAnswer } from './rules.ts'
import type { GuestScope } from './scope.server.ts'
import type { Answering } from './standing.server.ts'
import { planWithdrawal, withdrawInvitation } from './withdraw.server.ts'

/*
 * From here routes call the verbs that write to people: the mails are written first, for what is expected to come out,
 * and the verb is tried again when it met somebody else's answer on the way (see `prepareLetters`).
 */

/** Records a guest's own answer with its confirmation. See `answerInvitation` for what is refused. */
export function submitAnswer(
  database: Database,
  scope: GuestScope,
  { given, site, now }: { given: GivenAnswer; site: Site; now: Date },
): Promise<Unhurried<AnswerResult>> {
  return withLetters(database, { site, now }, answerPlan(scope, given, guestRights, now), (tx, letters) =>
    answerInvitation(tx, scope, { given, letters, secret: site.secret, now }),
  )
}

/** Records an answer that reached the desk. See `answerOnBehalf` for what is refused. */
export function submitOnBehalf(
  database: Database,
  scope: EventScope,
  { site, ...answer }: DeskAnswer & { site: Site },
): Promise<Unhurried<AnswerResult>> {
  const { given, invitationId, attendeeId, now } = answer
  const { isQuiet } = answer
  const answering = deskAnswering(scope, invitationId, attendeeId)
  const plan = answerPlan(answering, given, { ...rightsOf(answer), isQuiet }, now)
  return withLetters(database, { site, now }, plan, (tx, letters) =>
    answerOnBehalf(tx, scope, { ...answer, letters, secret: site.secret }),
  )
}

type ReceivedAnswer = {
  given: GivenAnswer
  source: AnswerSource
  rights: AnswerRights
  site: Site
  now: Date
}

/**
 * Records an answer that a mail brought. `within` is the transaction's: it calls `record` once it knows that the answer
 * counts, and keeps what it has to keep beside it.
 */
export function submitReceived<Result extends { ok: true } | Refused>(
  database: Database,
  answering: Answering,
  { given, source, rights, site, now }: ReceivedAnswer,
  within: (tx: Tx, record: () => Promise<AnswerResult>) => Promise<Result>,
) {
  return withLetters(database, { site, now }, answerPlan(answering, given, rights, now), (tx, letters) =>
    within(tx, () =>
      recordAnswer(tx, answering, { given, letters, source, rights, secret: site.secret, now }),
    ),
  )
}

/** Withdraws an invitation and tells those who held seats on it. See `withdrawInvitation`. */
export function submitWithdrawal(
  database: Database,
  scope: EventScope,
  { invitationId, site, now }: { invitationId: string; site: Site; now: Date },
) {
  const plan = async (read: Reader) => {
    const planned = await planWithdrawal(read, deskAnswering(scope, invitationId), now)
    return planned.ok ? { ...planned, eventId: scope.eventId, given: null } : planned
  }
  return withLetters(database, { site, now }, plan, (tx, letters) =>
    withdrawInvitation(tx, scope, { invitationId, letters, now }),
  )
}

function answerPlan(
  answering: Answering,
  given: GivenAnswer,
  { isQuiet, ...rights }: AnswerRights & { isQuiet?: boolean | undefined },
  now: Date,
) {
  return async (read: Reader): Promise<({ ok: true } & Expected) | PlanRefusal> => {
    const planned = await planAnswer(read, answering, given, { ...rights, now })
    if (!planned.ok) return planned
    return {
      ...planned,
      eventId: answering.eventId,
      given,
      isQuiet,
      notices: noticesOf(planned, answering.attendeeId),
    }
  }
}

type Refused = { ok: false; reason: string }
export type Unhurried<Result> = Exclude<Result, { reason: 'changed' }>

/** As many neighbours as may at worst answer in the moment between looking and deciding. */
const mostAttempts = 50

export async function withLetters<Result extends { ok: true } | Refused, No extends Refused>(
  database: Database,
  desk: { site: Site; now: Date },
  plan: (read: Reader) => Promise<({ ok: true } & Expected) | No>,
  record: (tx: Tx, letters: Letters) => Promise<Result>,
): Promise<Unhurried<Result> | No> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const expected = await plan(database.read)
    if (!expected.ok) return expected
    const letters = await prepareLetters(database.read, expected, desk)
    const result = await database.write((tx) => record(tx, letters))
    if (result.ok || result.reason !== 'changed') return result as Unhurried<Result>
  }
  throw new Error('A change met others at every attempt')
}
