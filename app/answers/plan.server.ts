import type { Reader } from '#db/client.server.ts'
import { type Clash, type Delegation, listed, placesLeft, planDelegation, takesSeat } from './delegation.ts'
import {
  type AnswerRefusal,
  type Change,
  decide,
  type GivenAnswer,
  takesAnswers,
  type Wish,
} from './rules.ts'
import { type Answering, isRecorded, readSeatings, readStanding, type Standing } from './standing.server.ts'
import { invitedPerson, organisationWishes, ownWishes, takingBack } from './wishes.ts'

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
  const standing = await readStanding(read, answering)
  if (!standing) return { ok: false, reason: 'notFound' }
  if (await isRecorded(read, answering, given.requestId))
    return { ok: true, isRepeated: true, standing, changes: [], delegation: null, leaving: [] }
  const reason = refusal(standing, given, { answering, byDesk, now })
  if (reason) return { ok: false, reason }
  const wanted = wishesOf(standing, given, {
    attendeeId: answering.attendeeId ?? null,
    isOpen: (partId) => byDesk || isOpen(standing, partId, now),
  })
  if (!wanted.ok) return wanted
  const seatings = await readSeatings(read, standing, wanted.wishes)
  const changes = decide(seatings, wanted.wishes, { beyondCapacity })
  return { ...wanted, isRepeated: false, standing, changes }
}

export function isOpen(standing: Standing, partId: string, now: Date): boolean {
  const part = standing.parts.find(({ id }) => id === partId)
  return part !== undefined && takesAnswers(standing.event, part, now)
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
  { replies, names = [] }: GivenAnswer,
  { answering, byDesk, now }: Asking,
): AnswerRefusal | null {
  const { invitation, event } = standing
  if (invitation.state === 'revoked') return 'withdrawn'
  if (event.state === 'cancelled') return 'eventCancelled'
  const attendeeId = answering.attendeeId ?? null
  const isOurs = (partId: string) => isOffered(standing, attendeeId, partId)
  if (!replies.every(({ partId }) => isOurs(partId))) return 'notFound'
  const takesAny = standing.parts.some((part) => isOurs(part.id) && takesAnswers(event, part, now))
  if (!byDesk && (!takesAny || !replies.every(({ partId }) => isOpen(standing, partId, now))))
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
