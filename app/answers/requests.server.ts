import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { changeAttendees } from '#app/invitations/attendees.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { type AttendeeSeat, attendees, invitations } from '#db/schema/invitations.server.ts'
import { mailsFor, sendOut } from './answer.server.ts'
import { deskAnswering } from './behalf.server.ts'
import { placesLeft } from './delegation.ts'
import { saveChanges } from './history.server.ts'
import type { Telling } from './letter-readers.server.ts'
import type { Letters } from './letters.server.ts'
import type { Notice } from './notices.ts'
import type { decisions, Reply } from './rules.ts'
import { leaveList, ownLink } from './save-people.server.ts'
import { readSeatings } from './seating.server.ts'
import { type Change, decide, type Wish } from './seats.ts'
import { readStanding, type Standing } from './standing.server.ts'
import { settle } from './substitute.server.ts'
import { cancelling, statusOf } from './wishes.ts'

export type Decision = {
  invitationId: string
  attendeeId: string
  decision: (typeof decisions)[number]
  /** A word to whoever asked. */
  note: string
  beyondCapacity: boolean
  now: Date
}

type DecisionPlan = {
  ok: true
  isRepeated: boolean
  standing: Standing
  changes: Change[]
  told: Telling[]
  notices: Notice[]
  leaving: string[]
}
type Refused = { ok: false; reason: 'notFound' | 'withdrawn' | 'eventCancelled' | 'alreadyDecided' }

const seatAfter = { seat: 'delegate', alternate: 'alternate', refuse: 'refused' } as const satisfies Record<
  Decision['decision'],
  AttendeeSeat
>

/** What a decision about a request would change. Read twice, like `planAnswer`. */
export async function planDecision(
  read: Reader,
  scope: EventScope,
  given: Decision,
): Promise<DecisionPlan | Refused> {
  const { attendeeId, decision } = given
  const standing = await readStanding(read, deskAnswering(scope, given.invitationId), given.now)
  const person = standing?.people.find(({ id }) => id === attendeeId)
  if (!standing || !person || (person.source === 'substitute' && decision === 'alternate'))
    return { ok: false, reason: 'notFound' }
  if (standing.invitation.state === 'revoked') return { ok: false, reason: 'withdrawn' }
  if (standing.event.state === 'cancelled') return { ok: false, reason: 'eventCancelled' }
  const nothing = { standing, changes: [], told: [], notices: [], leaving: [] }
  if (person.seat === seatAfter[decision]) return { ok: true, isRepeated: true, ...nothing }
  if (person.seat !== 'requested') return { ok: false, reason: 'alreadyDecided' }
  const outcome =
    person.source === 'substitute' && decision === 'seat'
      ? await settle(read, standing, { ...given, id: attendeeId, isSettled: true, person, byDesk: true })
      : await decided(read, standing, given)
  return { ok: true, isRepeated: false, standing, ...outcome }
}

const audited = { seat: 'requestSeat', alternate: 'requestAlternate', refuse: 'requestRefuse' } as const

type Person = Standing['people'][number]

async function decided(read: Reader, standing: Standing, given: Decision) {
  const { attendeeId, decision, note, now } = given
  const person = standing.people.find(({ id }) => id === attendeeId) as Person
  const wishes = decision === 'refuse' ? cancelling(standing, attendeeId) : seatWishes(standing, given)
  const { beyondCapacity } = given
  const changes = decide(await readSeatings(read, standing, wishes, now), wishes, { beyondCapacity })
  const kind: Notice['kind'] =
    person.source === 'substitute'
      ? 'substituteRefused'
      : {
          seat: 'requestSeated' as const,
          alternate: 'requestAlternate' as const,
          refuse: 'requestRefused' as const,
        }[decision]
  const told: Telling[] = decision === 'seat' ? [{ attendeeId, cause: 'named', other: {}, person }] : []
  const notices: Notice[] = [{ kind, attendeeId, names: person.names, ...(note && { note }) }]
  return { changes, told, notices, leaving: [] }
}

/** A seat in each part to which the institution comes; an alternate stands by there. */
function seatWishes(standing: Standing, { attendeeId, decision }: Decision): Wish[] {
  return standing.invited
    .filter(({ status }) => status === 'accepted' || status === 'tentative')
    .map(({ partId, status }) => ({
      attendeeId,
      partId,
      from: statusOf(standing, attendeeId, partId),
      wish: decision === 'seat' ? (status as Reply) : ('proposed' as const),
    }))
}

/**
 * Says yes or no to a name beyond an institution's seats, which then has one more, or to a substitute. Whoever asked is
 * told, and so is who gets a seat. Refused: what is no request of this event (`notFound`), decided otherwise before.
 */
export async function decideRequest(
  tx: Tx,
  scope: EventScope,
  { letters, secret, ...given }: Decision & { letters: Letters; secret: string },
) {
  await lockEvent(tx, scope.eventId)
  const plan = await planDecision(tx, scope, given)
  if (!plan.ok || plan.isRepeated) return plan
  const mails = mailsFor(plan.changes, letters, plan.notices)
  if (!mails) return { ok: false, reason: 'changed' } as const
  const { standing } = plan
  const { now, note, decision, attendeeId } = given
  await leaveList(tx, standing.invitation.id, { ids: plan.leaving, seat: 'removed', now })
  await takeSeat(tx, standing, { ...given, secret })
  const source = { via: 'in_person' as const, enteredBy: scope.actor.id, note }
  const answer = { requestId: null, replies: [], language: standing.invitation.language }
  await saveChanges(tx, scope.eventId, plan, { given: answer, source, now, isOwnWord: false })
  await sendOut(tx, { mails, now })
  await audit(tx, scope.actor, {
    ...{ officeId: scope.officeId, eventId: scope.eventId, action: `invitation.${audited[decision]}` },
    subjectId: standing.invitation.id,
    after: { attendeeId, note, changes: plan.changes },
    now,
  })
  return plan
}

/** The institution has one more place where none was left; who is refused has neither place nor link. */
async function takeSeat(
  tx: Tx,
  standing: Standing,
  { attendeeId, decision, secret, now }: Decision & { secret: string },
): Promise<void> {
  const { invitation, people } = standing
  const person = people.find(({ id }) => id === attendeeId) as Person
  if (decision === 'refuse') return leaveList(tx, invitation.id, { ids: [attendeeId], seat: 'refused', now })
  const seat = seatAfter[decision]
  await changeAttendees(tx, {
    which: and(eq(attendees.id, attendeeId), eq(attendees.invitationId, invitation.id)),
    set: { seat, updatedAt: now, ...ownLink({ ...person, seat }, secret) },
  })
  if (!invitation.organisationId) {
    const answeredAt = invitation.answeredAt ?? now
    await tx.update(invitations).set({ answeredAt, updatedAt: now }).where(eq(invitations.id, invitation.id))
    return
  }
  const left = placesLeft(standing)
  const more = {
    ...(decision === 'seat' && left.delegate < 1 && { seats: invitation.seats + 1 - left.delegate }),
    ...(decision === 'alternate' &&
      left.alternate < 1 && { alternates: invitation.alternates + 1 - left.alternate }),
  }
  if (Object.keys(more).length)
    await tx.update(invitations).set(more).where(eq(invitations.id, invitation.id))
}
