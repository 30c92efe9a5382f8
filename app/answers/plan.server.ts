import type { Reader } from '#db/client.server.ts'
import { type Clash, type Delegation, listed, placesLeft, planDelegation, takesSeat } from './delegation.ts'
import { isOfferOpen } from './offers.ts'
import { type AnswerRefusal, type GivenAnswer, takesAnswers } from './rules.ts'
import { readSeatings } from './seating.server.ts'
import { type Change, decide, type Wish } from './seats.ts'
import { type Answering, isRecorded, readStanding, type Standing } from './standing.server.ts'
import { invitedPerson, organisationWishes, ownWishes, statusOf, takingBack } from './wishes.ts'

export type AnswerPlan = {
  ok: true
  /** The same form once more: nothing is to be done. */
  isRepeated: boolean
  standing: Standing
  changes: Change[]
  /** An organisation's people as they will stand. */
  delegation: Delegation | null
  /** Substitutes who give the place back. */
  leaving: string[]
}
export type AnswerRights = {
  /** Also after the deadline. */
  byDesk: boolean
  beyondCapacity: boolean
}
export type PlanRefusal = { ok: false; reason: AnswerRefusal; clashes?: Clash[] }

/**
 * What would become of an answer. Read twice: before the transaction, so that mails can be written outside it, and
 * inside, where it decides.
 */
export async function planAnswer(
  read: Reader,
  answering: Answering,
  given: GivenAnswer,
  { byDesk, beyondCapacity, now }: AnswerRights & { now: Date },
): Promise<AnswerPlan | PlanRefusal> {
  const standing = await readStanding(read, answering, now)
  if (!standing) return { ok: false, reason: 'notFound' }
  if (await isRecorded(read, answering, given.requestId))
    return { ok: true, isRepeated: true, standing, changes: [], delegation: null, leaving: [] }
  const reason = refusal(standing, given, { answering, byDesk, now })
  if (reason) return { ok: false, reason }
  const wanted = wishesOf(standing, given, {
    attendeeId: answering.attendeeId ?? null,
    isOpen: (partId) => byDesk || isOpen(standing, partId, now) || hasOffer(standing, answering, partId, now),
  })
  if (!wanted.ok) return wanted
  const seatings = await readSeatings(read, standing, wanted.wishes, now)
  const changes = decide(seatings, wanted.wishes, { beyondCapacity })
  return { ...wanted, isRepeated: false, standing, changes }
}

export function isOpen(standing: Standing, partId: string, now: Date): boolean {
  const part = standing.parts.find(({ id }) => id === partId)
  return part !== undefined && takesAnswers(standing.event, part, now)
}

/** Whether a seat is offered here to whoever answers: it may be taken though the time to answer is over. */
function hasOffer(standing: Standing, { attendeeId }: Answering, partId: string, now: Date): boolean {
  const person = speakerOf(standing, attendeeId ?? null)
  const part = standing.parts.find(({ id }) => id === partId)
  return standing.attendances.some(
    (row) =>
      row.attendeeId === person?.id && row.partId === partId && isOfferOpen(row, standing.event, part, now),
  )
}

/** Taken before by the same person, or still to be had. */
function refuseOffer(standing: Standing, { replies }: GivenAnswer, answering: Answering, now: Date) {
  const person = speakerOf(standing, answering.attendeeId ?? null)
  const isSaid = ({ partId, reply }: GivenAnswer['replies'][number]) =>
    statusOf(standing, person?.id ?? '', partId) === reply
  const isOver = replies.some((reply) => !isSaid(reply) && !hasOffer(standing, answering, reply.partId, now))
  return isOver ? 'offerOver' : null
}

type Wanted = { ok: true; wishes: Wish[]; delegation: Delegation | null; leaving: string[] }
type Speaker = { attendeeId: string | null; isOpen: (partId: string) => boolean }

function wishesOf(
  standing: Standing,
  given: GivenAnswer,
  { attendeeId, isOpen }: Speaker,
): Wanted | PlanRefusal {
  const { replies } = given
  if (!attendeeId && standing.invitation.organisationId) {
    const planned = planDelegation(standing, given.names ?? [], given.language)
    if (!planned.ok) return planned
    const wishes = organisationWishes(standing, planned, { replies, isOpen })
    return { ok: true, wishes, delegation: planned, leaving: [] }
  }
  const attendee = speakerOf(standing, attendeeId)
  if (!attendee) return { ok: false, reason: 'notFound' }
  const wishes = ownWishes(standing, attendee, replies)
  if (attendee.source === 'delegation' && !hasRoom(standing, attendee, wishes))
    return { ok: false, reason: 'noSeatLeft' }
  if (attendee.source !== 'invitation') return { ok: true, wishes, delegation: null, leaving: [] }
  return { ok: true, delegation: null, ...takingBack(standing, wishes) }
}

/** Who answers for themselves: whoever the link or the desk names, or else whom the invitation was made out to. */
export function speakerOf(standing: Standing, attendeeId: string | null) {
  if (!attendeeId) return invitedPerson(standing)
  const isOn = ({ seat }: { seat: string }) => seat === 'delegate' || seat === 'alternate'
  return standing.people.find((person) => person.id === attendeeId && isOn(person))
}

/** A delegate who had declined and comes after all needs a seat that nobody else was named for meanwhile. */
function hasRoom(standing: Standing, attendee: Standing['people'][number], wishes: readonly Wish[]): boolean {
  if (attendee.seat !== 'delegate' || takesSeat(standing.attendances, attendee)) return true
  return wishes.every(({ wish }) => wish === 'declined') || placesLeft(standing).delegate > 0
}

type Asking = { answering: Answering; byDesk: boolean; now: Date }

function refusal(
  standing: Standing,
  given: GivenAnswer,
  { answering, byDesk, now }: Asking,
): AnswerRefusal | null {
  const { invitation, event } = standing
  const { replies, names = [], toOffer } = given
  if (invitation.state === 'revoked') return 'withdrawn'
  if (event.state === 'cancelled') return 'eventCancelled'
  const attendeeId = answering.attendeeId ?? null
  const isOurs = (partId: string) => isOffered(standing, attendeeId, partId)
  if (!replies.every(({ partId }) => isOurs(partId))) return 'notFound'
  const over = toOffer && !byDesk ? refuseOffer(standing, given, answering, now) : null
  if (over) return over
  const takes = (partId: string) =>
    isOpen(standing, partId, now) || hasOffer(standing, answering, partId, now)
  const takesAny = standing.parts.some((part) => isOurs(part.id) && takes(part.id))
  if (!byDesk && !toOffer && (!takesAny || !replies.every(({ partId }) => takes(partId))))
    return 'deadlinePassed'
  // More than anybody needs; each of them is a row, a mail and a calendar entry.
  const mostNames = invitation.seats + invitation.alternates + 50
  return listed(standing.people).length + names.length > 2 * mostNames ? 'tooManyNames' : null
}

/** Whether one may answer to this part here: it is invited to it, or the part is open to a person who comes. */
function isOffered(standing: Standing, attendeeId: string | null, partId: string): boolean {
  const { invitation, invited, attendances, parts } = standing
  if (!attendeeId && invitation.organisationId) return invited.some((part) => part.partId === partId)
  const person = speakerOf(standing, attendeeId)
  const isInvited = attendances.some(
    (row) => row.attendeeId === person?.id && row.partId === partId && row.status !== 'cancelled',
  )
  return isInvited || parts.some(({ id, audience }) => id === partId && audience === 'open')
}
