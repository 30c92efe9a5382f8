import type { Reader } from '#db/client.server.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import {
  type AnswerRefusal,
  type Change,
  decide,
  type GivenAnswer,
  type NamedPerson,
  type PartReply,
  takesAnswers,
  type Wish,
} from './rules.ts'
import { type Answering, isRecorded, readSeatings, readStanding, type Standing } from './standing.server.ts'

export type AnswerPlan = {
  ok: true
  /** The same form once more: nothing is to be done. */
  isRepeated: boolean
  standing: Standing
  changes: Change[]
}
export type AnswerRights = {
  /** Also after the deadline. */
  byDesk: boolean
  beyondCapacity: boolean
}

/**
 * What would become of an answer. Read twice: before the transaction, so that mails can be written outside it, and
 * inside, where it decides.
 */
export async function planAnswer(
  read: Reader,
  answering: Answering,
  given: GivenAnswer,
  { byDesk, beyondCapacity, now }: AnswerRights & { now: Date },
): Promise<AnswerPlan | { ok: false; reason: AnswerRefusal }> {
  const standing = await readStanding(read, answering)
  if (!standing) return { ok: false, reason: 'notFound' }
  if (await isRecorded(read, answering.invitationId, given.requestId))
    return { ok: true, isRepeated: true, standing, changes: [] }
  const reason = refusal(standing, given, { byDesk, now })
  if (reason) return { ok: false, reason }
  const open = (partId: string) => byDesk || isOpen(standing, partId, now)
  const wishes = standing.invitation.organisationId
    ? organisationWishes(standing, given, open)
    : personWishes(standing, given.replies)
  const seatings = await readSeatings(read, standing, wishes)
  return { ok: true, isRepeated: false, standing, changes: decide(seatings, wishes, { beyondCapacity }) }
}

function isOpen(standing: Standing, partId: string, now: Date): boolean {
  const part = standing.parts.find(({ id }) => id === partId)
  return part !== undefined && takesAnswers(standing.event, part, now)
}

function refusal(
  standing: Standing,
  { replies, names = [] }: GivenAnswer,
  { byDesk, now }: { byDesk: boolean; now: Date },
): AnswerRefusal | null {
  const { invitation, event } = standing
  if (invitation.state === 'revoked') return 'withdrawn'
  if (event.state === 'cancelled') return 'eventCancelled'
  if (!replies.every(({ partId }) => isOffered(standing, partId))) return 'notFound'
  const takesAny = standing.parts.some(
    (part) => isOffered(standing, part.id) && takesAnswers(event, part, now),
  )
  if (!byDesk && (!takesAny || !replies.every(({ partId }) => isOpen(standing, partId, now))))
    return 'deadlinePassed'
  const named = (seat: NamedPerson['seat']) => names.filter((name) => name.seat === seat).length
  if (named('delegate') > invitation.seats || named('alternate') > invitation.alternates)
    return 'tooManyNames'
  return null
}

/** Whether this invitation may answer to this part: it is invited to it, or the part is open to a person who comes. */
function isOffered({ invitation, invited, attendances, parts }: Standing, partId: string): boolean {
  if (invitation.organisationId) return invited.some((part) => part.partId === partId)
  const isInvited = attendances.some((part) => part.partId === partId && part.status !== 'cancelled')
  return isInvited || parts.some(({ id, audience }) => id === partId && audience === 'open')
}

function statusOf({ attendances }: Standing, attendeeId: string, partId: string): AttendanceStatus | null {
  return attendances.find((row) => row.attendeeId === attendeeId && row.partId === partId)?.status ?? null
}

function personWishes(standing: Standing, replies: readonly PartReply[]): Wish[] {
  const [person] = standing.people
  if (!person) return []
  return replies
    .map(({ partId, reply }) => ({
      attendeeId: person.id,
      partId,
      from: statusOf(standing, person.id, partId),
      wish: reply,
    }))
    .filter(({ from, wish, partId }) => {
      // An open part's box left empty says nothing, unless it was ticked before.
      const isOpenPart = standing.parts.some(({ id, audience }) => id === partId && audience === 'open')
      return !(isOpenPart && wish === 'declined' && (from === null || from === 'invited'))
    })
}

function organisationWishes(
  standing: Standing,
  given: GivenAnswer,
  isOpenPart: (partId: string) => boolean,
): Wish[] {
  const names = given.names ?? namesAsTheyStand(standing)
  return standing.invited
    .filter(({ partId }) => isOpenPart(partId))
    .flatMap(({ partId, status }) => {
      const reply = given.replies.find((answer) => answer.partId === partId)?.reply ?? status
      const wish = (attendeeId: string, wish: Wish['wish']) => ({
        attendeeId,
        partId,
        from: statusOf(standing, attendeeId, partId),
        wish,
      })
      if (reply === 'invited') return []
      const staying = reply === 'declined' ? [] : names
      const gone = standing.people
        .map(({ id }) => wish(id, 'cancelled'))
        .filter(({ from, attendeeId }) => from && !staying.some(({ id }) => id === attendeeId))
      return [
        ...staying.map(({ id, seat }) => wish(id, seat === 'alternate' ? 'proposed' : reply)),
        ...gone.filter(({ from }) => from !== 'cancelled'),
      ]
    })
}

/** An answer that says nothing about names leaves them. */
function namesAsTheyStand({ people, attendances }: Standing): Pick<NamedPerson, 'id' | 'seat'>[] {
  return people.flatMap(({ id, seat }) => {
    const isNamed = attendances.some(({ attendeeId, status }) => attendeeId === id && status !== 'cancelled')
    return isNamed && (seat === 'delegate' || seat === 'alternate') ? [{ id, seat }] : []
  })
}
