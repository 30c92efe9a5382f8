import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { deskAnswering } from './behalf.server.ts'
import type { AnswerSource } from './history.server.ts'
import { type Decision, decideRequest, planDecision } from './requests.server.ts'
import type { DeskChannel } from './rules.ts'
import type { GuestScope } from './scope.server.ts'
import type { Answering } from './standing.server.ts'
import { withLetters } from './submit.server.ts'
import {
  expectedOf,
  nameSubstitute,
  planSubstitute,
  planSubstituteWithdrawal,
  type Substitution,
  withdrawSubstitute,
} from './substitute.server.ts'

/* The verbs about those whom others name, each with its mails written before it; see `submit.server.ts`. */

type Given = Omit<Substitution, 'byDesk'> & { site: Site }
type ByDesk = { invitationId: string; via: DeskChannel; note: string }

const byLink = { via: 'link', enteredBy: null, note: '' } as const

/** A guest sends somebody in their place. See `nameSubstitute` for what is refused. */
export function submitSubstitute(database: Database, scope: GuestScope, given: Given) {
  return substitute(database, scope, { ...given, byDesk: false, source: byLink })
}

/** The desk enters that somebody comes in a guest's place, which settles it. */
export function submitSubstituteOnBehalf(
  database: Database,
  scope: EventScope,
  { invitationId, via, note, ...given }: Given & ByDesk,
) {
  const source = { via, note, enteredBy: scope.actor.id }
  return substitute(database, deskAnswering(scope, invitationId), { ...given, byDesk: true, source })
}

function substitute(
  database: Database,
  answering: Answering,
  { site, source, ...given }: Given & { byDesk: boolean; source: AnswerSource },
) {
  const plan = async (read: Database['read']) => {
    const planned = await planSubstitute(read, answering, given)
    return planned.ok ? { ...expectedOf(planned), ok: true as const } : planned
  }
  return withLetters(database, { site, now: given.now }, plan, (tx, letters) =>
    nameSubstitute(tx, answering, { ...given, source, letters, secret: site.secret }),
  )
}

type Withdrawal = { attendeeId: string; site: Site; now: Date }

/** A guest takes their substitute back. See `withdrawSubstitute`. */
export function submitSubstituteWithdrawal(database: Database, scope: GuestScope, given: Withdrawal) {
  return withdrawal(database, scope, { ...given, byDesk: false, source: byLink })
}

/** The same, entered by the desk. */
export function submitSubstituteWithdrawalOnBehalf(
  database: Database,
  scope: EventScope,
  { invitationId, via, note, ...given }: Withdrawal & ByDesk,
) {
  const source = { via, note, enteredBy: scope.actor.id }
  return withdrawal(database, deskAnswering(scope, invitationId), { ...given, byDesk: true, source })
}

function withdrawal(
  database: Database,
  answering: Answering,
  { site, ...given }: Withdrawal & { byDesk: boolean; source: AnswerSource },
) {
  const plan = async (read: Database['read']) => {
    const planned = await planSubstituteWithdrawal(read, answering, given)
    return planned.ok ? { ...expectedOf(planned), ok: true as const } : planned
  }
  return withLetters(database, { site, now: given.now }, plan, (tx, letters) =>
    withdrawSubstitute(tx, answering, { ...given, letters }),
  )
}

/** The organiser's word on a request, with the mails that tell it. See `decideRequest` for what is refused. */
export function submitDecision(
  database: Database,
  scope: EventScope,
  { site, ...decision }: Decision & { site: Site },
) {
  const plan = async (read: Database['read']) => {
    const planned = await planDecision(read, scope, decision)
    return planned.ok ? { ...expectedOf(planned), ok: true as const } : planned
  }
  return withLetters(database, { site, now: decision.now }, plan, (tx, letters) =>
    decideRequest(tx, scope, { ...decision, letters, secret: site.secret }),
  )
}
