import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { insertAttendees } from '#app/invitations/attendees.server.ts'
import type { Policy } from '#app/invitations/rules.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { mailsFor, sendOut } from './answer.server.ts'
import { type AnswerSource, saveChanges } from './history.server.ts'
import type { Telling } from './letter-readers.server.ts'
import type { Expected, Letters } from './letters.server.ts'
import type { Notice } from './notices.ts'
import { type KnownPerson, personFrom } from './people.ts'
import { isOpen } from './plan.server.ts'
import { type Described, takesAnswers } from './rules.ts'
import { leaveList, ownLink, personColumns } from './save-people.server.ts'
import type { GuestScope } from './scope.server.ts'
import { readSeatings } from './seating.server.ts'
import { type Change, decide } from './seats.ts'
import { type Answering, readStanding, type Standing } from './standing.server.ts'
import { cancelling, invitedPerson, substitutesOf, substituteWishes } from './wishes.ts'

/** Somebody to come in the guest's place. `id` is the attendee's to be, the same for the same form sent twice. */
export type Substitution = { id: string; person: Described; language: Language; byDesk: boolean; now: Date }

export type SubstituteRefusal =
  | 'notFound'
  | 'withdrawn'
  | 'eventCancelled'
  | 'deadlinePassed'
  | 'bound'
  | 'alreadyDecided'

type SubstitutePlan = {
  ok: true
  isRepeated: boolean
  standing: Standing
  changes: Change[]
  told: Telling[]
  notices: Notice[]
  /** Substitutes whose turn is over. */
  leaving: string[]
}
type Refused = { ok: false; reason: SubstituteRefusal }

/** Whether whoever the guest sends comes at once, or when the organiser agrees; null when nobody may. */
export function settlesAtOnce(policy: Policy, byDesk: boolean): boolean | null {
  if (policy === 'bound') return byDesk ? true : null
  return byDesk || policy === 'open'
}

/** What naming a substitute would change. Read twice, like `planAnswer`. */
export async function planSubstitute(
  read: Reader,
  answering: Answering,
  { id, person, language, byDesk, now }: Substitution,
): Promise<(SubstitutePlan & { person: KnownPerson; isSettled: boolean }) | Refused> {
  const standing = await readStanding(read, answering, now)
  const guest = standing && invitedPerson(standing)
  if (!standing || !guest || answering.attendeeId) return { ok: false, reason: 'notFound' }
  const described = personFrom(person, { known: null, language, fallback: standing.invitation.language })
  const reason = refusal(standing, byDesk, now)
  if (reason) return { ok: false, reason }
  const isSettled = settlesAtOnce(standing.invitation.policy, byDesk)
  if (isSettled === null) return { ok: false, reason: 'bound' }
  const plan = { standing, person: described, isSettled }
  if (standing.people.some((known) => known.id === id))
    return { ...nothing(standing), person: described, isSettled }
  const outcome = await settle(read, standing, { id, isSettled, person: described, byDesk, now })
  return { ok: true, isRepeated: false, ...plan, ...outcome }
}

function nothing(standing: Standing): SubstitutePlan {
  return { ok: true, isRepeated: true, standing, changes: [], told: [], notices: [], leaving: [] }
}

function refusal(standing: Standing, byDesk: boolean, now: Date): SubstituteRefusal | null {
  const { invitation, event, parts } = standing
  if (invitation.state === 'revoked') return 'withdrawn'
  if (event.state === 'cancelled') return 'eventCancelled'
  const person = invitedPerson(standing)
  const takesAny = parts.some(
    (part) =>
      part.audience === 'invited' &&
      standing.attendances.some((row) => row.partId === part.id && row.attendeeId === person?.id) &&
      takesAnswers(event, part, now),
  )
  return byDesk || takesAny ? null : 'deadlinePassed'
}

type Coming = {
  id: string
  isSettled: boolean
  person: KnownPerson
  byDesk: boolean
  beyondCapacity?: boolean
  now: Date
}

/**
 * What comes of it that a substitute is proposed or comes. The guest's seat stays theirs until the substitute is
 * settled, and then passes to the substitute with nobody in between; who came in their place before gives it on.
 */
export async function settle(
  read: Reader,
  standing: Standing,
  { id, isSettled, person, byDesk, beyondCapacity = false, now }: Coming,
) {
  const open = (partId: string) => byDesk || isOpen(standing, partId, now)
  const { settled, proposed } = substitutesOf(standing)
  const others = [isSettled ? settled : null, proposed].filter((one) => one && one.id !== id)
  const leaving = others.flatMap((one) => one?.id ?? [])
  const wishes = substituteWishes(standing, id, { isSettled, isOpen: open })
  const proposals = leaving.includes(proposed?.id ?? '') ? cancelling(standing, proposed?.id ?? '') : []
  const all = [...wishes, ...proposals]
  const changes = decide(await readSeatings(read, standing, all, now), all, { beyondCapacity })
  const guest = invitedPerson(standing)
  const notices: Notice[] = isSettled
    ? []
    : [{ kind: 'substituteProposed', attendeeId: id, names: person.names }]
  const told: Telling[] =
    isSettled && guest
      ? [
          { attendeeId: id, cause: 'substitute', other: guest.names, person },
          { attendeeId: guest.id, cause: 'replaced', other: person.names },
        ]
      : []
  return { changes, told, notices, leaving }
}

type Naming = Substitution & { source: AnswerSource; secret: string; letters: Letters }

/**
 * Somebody comes in the guest's place: at once where the invitation is open or the desk enters it, else when the
 * organiser agrees. Refused: on an invitation bound to its person, after the deadline, for an institution's.
 */
export async function nameSubstitute(
  tx: Tx,
  answering: Answering,
  { source, secret, letters, ...given }: Naming,
) {
  await lockEvent(tx, answering.eventId)
  const plan = await planSubstitute(tx, answering, given)
  if (!plan.ok || plan.isRepeated) return plan
  const { standing, person, isSettled } = plan
  const { now } = given
  const mails = mailsFor(plan.changes, letters, plan.notices)
  if (!mails) return { ok: false, reason: 'changed' } as const
  const guest = invitedPerson(standing)
  const seat = isSettled ? ('delegate' as const) : ('requested' as const)
  const substitute = {
    ...{ id: given.id, seat, source: 'substitute' as const, substituteFor: guest?.id ?? null },
    invitationId: standing.invitation.id,
    ...{ organisationId: guest?.organisationId ?? null, organisationName: guest?.organisationName ?? {} },
    ...personColumns(person, guest?.organisationName ?? {}),
    ...ownLink({ id: given.id, seat, tokenVersion: 1 }, secret),
    // After the guest, whose invitation it is.
    ...{ rank: 1, needs: {}, createdAt: now, updatedAt: now },
  }
  await insertAttendees(tx, standing.invitation.eventId, [substitute])
  await finish(tx, answering, plan, { source, mails, now, action: 'nameSubstitute', subjectId: given.id })
  return plan
}

/** What it would change that a substitute is withdrawn: they leave, and the guest stays as they are. */
export async function planSubstituteWithdrawal(
  read: Reader,
  answering: Answering,
  { attendeeId, byDesk, now }: { attendeeId: string; byDesk: boolean; now: Date },
): Promise<SubstitutePlan | Refused> {
  const standing = await readStanding(read, answering, now)
  const substitute = standing?.people.find(({ id, source }) => id === attendeeId && source === 'substitute')
  if (!standing || !substitute || answering.attendeeId) return { ok: false, reason: 'notFound' }
  const reason = refusal(standing, byDesk, now)
  if (reason) return { ok: false, reason }
  if (substitute.seat === 'removed' || substitute.seat === 'refused') return nothing(standing)
  const wishes = cancelling(standing, attendeeId)
  const changes = decide(await readSeatings(read, standing, wishes, now), wishes)
  const notices: Notice[] = [{ kind: 'substituteWithdrawn', attendeeId, names: substitute.names }]
  return { ok: true, isRepeated: false, standing, changes, told: [], notices, leaving: [attendeeId] }
}

type Withdrawing = { attendeeId: string; byDesk: boolean; source: AnswerSource; letters: Letters; now: Date }

/** Takes a substitute back; their seat goes to whoever waits, their calendar is told. Who comes themselves answers so. */
export async function withdrawSubstitute(tx: Tx, answering: Answering, given: Withdrawing) {
  await lockEvent(tx, answering.eventId)
  const plan = await planSubstituteWithdrawal(tx, answering, given)
  if (!plan.ok || plan.isRepeated) return plan
  const mails = mailsFor(plan.changes, given.letters, plan.notices)
  if (!mails) return { ok: false, reason: 'changed' } as const
  const { source, now, attendeeId } = given
  await finish(tx, answering, plan, {
    source,
    mails,
    now,
    action: 'withdrawSubstitute',
    subjectId: attendeeId,
  })
  return plan
}

type Finishing = {
  source: AnswerSource
  mails: Parameters<typeof sendOut>[1]['mails']
  now: Date
  action: string
  subjectId: string
}

async function finish(
  tx: Tx,
  { officeId, eventId, actor }: Answering | EventScope | GuestScope,
  plan: SubstitutePlan,
  { source, mails, now, action, subjectId }: Finishing,
): Promise<void> {
  const { invitation, people } = plan.standing
  await leaveList(tx, invitation.id, { ids: plan.leaving, seat: 'removed', now })
  // Who only proposes somebody has not answered yet.
  const answeredAt = invitation.answeredAt ?? (plan.told.length ? now : null)
  await tx
    .update(invitations)
    .set({ answeredAt, updatedAt: now })
    .where(and(eq(invitations.id, invitation.id), eq(invitations.eventId, eventId)))
  const given = { requestId: null, replies: [], language: invitation.language }
  await saveChanges(tx, eventId, plan, { given, source, now, isOwnWord: false })
  await sendOut(tx, { mails, now })
  const names = people.find(({ id }) => id === subjectId)?.names
  await audit(tx, actor, {
    ...{ officeId, eventId, action: `invitation.${action}`, subjectId: invitation.id, now },
    after: { attendeeId: subjectId, names, changes: plan.changes, ...source },
  })
}

/** As `prepareLetters` wants it. */
export function expectedOf({ standing, changes, told, notices }: SubstitutePlan): Expected {
  return { eventId: standing.invitation.eventId, standing, changes, told, notices, given: null }
}
