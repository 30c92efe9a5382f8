import type { AttendanceStatus, AttendeeSeat } from '#db/schema/invitations.server.ts'
import type { Delegation, Member } from './delegation.ts'
import { holdsSeat, type PartReply, type Reply } from './rules.ts'
import type { Wish } from './seats.ts'

/* What an answer wants for whom, before anybody looks at the seats there are. */

type Person = { id: string; source: string; seat: AttendeeSeat }
export type Attendance = {
  attendeeId: string
  partId: string
  status: AttendanceStatus
  isOwnWord: boolean
  restsSince: Date | null
}
export type Standing = {
  people: readonly Person[]
  attendances: readonly Attendance[]
  invited: readonly { partId: string; status: AttendanceStatus }[]
  parts: readonly { id: string; audience: 'invited' | 'open' }[]
}

export function statusOf({ attendances }: Pick<Standing, 'attendances'>, attendeeId: string, partId: string) {
  return attendances.find((row) => row.attendeeId === attendeeId && row.partId === partId)?.status ?? null
}

/** The person an invitation was made out to; none on an organisation's. */
export function invitedPerson<One extends Pick<Person, 'source'>>({ people }: { people: readonly One[] }) {
  return people.find(({ source }) => source === 'invitation')
}

/** Who comes in the invited person's place, or would with the organiser's approval. */
export function substitutesOf<One extends Person>({ people }: { people: readonly One[] }) {
  const live = people.filter(
    ({ source, seat }) => source === 'substitute' && seat !== 'refused' && seat !== 'removed',
  )
  return {
    /** They have the place. */
    settled: live.find(({ seat }) => seat === 'delegate') ?? null,
    /** They wait for the organiser's word. */
    proposed: live.find(({ seat }) => seat === 'requested') ?? null,
  }
}

/** An invited person's answer, or that of somebody named, for themselves. */
export function ownWishes(standing: Standing, attendee: Person, replies: readonly PartReply[]): Wish[] {
  return replies
    .map(({ partId, reply }) => ({
      attendeeId: attendee.id,
      partId,
      from: statusOf(standing, attendee.id, partId),
      // An alternate who would come stands by.
      wish: attendee.seat === 'alternate' && reply !== 'declined' ? ('proposed' as const) : reply,
    }))
    .filter(({ from, wish, partId }) => {
      // An open part's box left empty says nothing, unless it was ticked before.
      const isOpenPart = standing.parts.some(({ id, audience }) => id === partId && audience === 'open')
      return !(isOpenPart && wish === 'declined' && (from === null || from === 'invited'))
    })
}

/** Who comes after all takes the place back from whoever was to come instead. */
export function takingBack(standing: Standing, wishes: readonly Wish[]) {
  const { settled, proposed } = substitutesOf(standing)
  const comesAfterAll = wishes.some(({ partId, wish }) => wish !== 'declined' && isInvited(standing, partId))
  const leaving = comesAfterAll ? [settled, proposed].filter((one) => one !== null) : []
  const gone = leaving.flatMap(({ id }) => cancelling(standing, id))
  return {
    leaving: leaving.map(({ id }) => id),
    wishes: [...wishes.map((wish) => ({ ...wish, ...takingFrom(settled?.id, wish, gone) })), ...gone],
  }
}

function takingFrom(giver: string | undefined, wish: Wish, gone: readonly Wish[]) {
  const gives = gone.some(({ attendeeId, partId }) => attendeeId === giver && partId === wish.partId)
  return giver && gives ? { takesFrom: giver } : {}
}

/** Takes somebody off every part they are in. */
export function cancelling(standing: Standing, attendeeId: string): Wish[] {
  return standing.attendances
    .filter((row) => row.attendeeId === attendeeId && row.status !== 'cancelled')
    .map(({ partId, status }) => ({ attendeeId, partId, from: status, wish: 'cancelled' as const }))
}

/**
 * Somebody comes in the invited person's place: to the parts that person has not refused, or to all if they have
 * refused all. `proposed` changes nothing for anybody else; settled, the substitute stands where the person stood.
 */
export function substituteWishes(
  standing: Standing,
  substituteId: string,
  { isSettled, isOpen }: { isSettled: boolean; isOpen: (partId: string) => boolean },
): Wish[] {
  const person = invitedPerson(standing)
  const { settled } = substitutesOf(standing)
  if (!person) return []
  const theirs = standing.attendances.filter(
    ({ attendeeId, partId, status }) =>
      attendeeId === person.id && status !== 'cancelled' && isInvited(standing, partId),
  )
  const wanted = theirs.filter(({ status }) => status !== 'declined')
  const places = (settled || !wanted.length ? theirs : wanted).filter(({ partId }) => isOpen(partId))
  const from = (partId: string) => statusOf(standing, substituteId, partId)
  if (!isSettled)
    return places.map(({ partId }) => ({
      attendeeId: substituteId,
      ...{ partId, from: from(partId), wish: 'proposed' },
    }))
  const gone = settled && settled.id !== substituteId ? cancelling(standing, settled.id) : []
  const coming = places.flatMap(({ partId, status }): Wish[] => {
    const giver = gone.find((wish) => wish.partId === partId)?.attendeeId ?? person.id
    return [
      { attendeeId: substituteId, partId, from: from(partId), wish: 'accepted', takesFrom: giver },
      { attendeeId: person.id, partId, from: status, wish: 'declined' },
    ]
  })
  return [...coming, ...gone]
}

function isInvited({ parts }: Standing, partId: string): boolean {
  return parts.some(({ id, audience }) => id === partId && audience === 'invited')
}

/**
 * What an organisation's answer means for each of its people. A delegate's own word stands until their seat changes;
 * whoever leaves hands the seat to whoever comes in, so that it stays with the delegation.
 */
export function organisationWishes(
  standing: Standing,
  { members, leaving }: Delegation,
  { replies, isOpen }: { replies: readonly PartReply[]; isOpen: (partId: string) => boolean },
): Wish[] {
  const gone = leaving.flatMap((id) => cancelling(standing, id))
  const staying = standing.invited
    .filter(({ partId }) => isOpen(partId))
    .flatMap(({ partId, status }) => {
      const reply = replies.find((answer) => answer.partId === partId)?.reply ?? (status as Reply | 'invited')
      return reply === 'invited'
        ? []
        : members.flatMap((member) => memberWish(standing, member, { partId, reply }))
    })
  const byPart = Map.groupBy([...staying, ...gone], ({ partId }) => partId)
  return [...byPart.values()].flatMap((wishes) => withHeirs(wishes, members))
}

function memberWish(
  { attendances }: Standing,
  member: Member,
  { partId, reply }: { partId: string; reply: Reply },
): Wish[] {
  const row = attendances.find((one) => one.attendeeId === member.id && one.partId === partId)
  const from = row?.status ?? null
  const wish = (wish: Wish['wish']) => [{ attendeeId: member.id, partId, from, wish }]
  // Who has declined for themselves has given up the seat, whatever their institution says later.
  if (reply === 'declined')
    return from && from !== 'cancelled' && from !== 'declined' ? wish('cancelled') : []
  const isMoved = member.knownAs?.seat !== member.seat
  if (row?.isOwnWord && from !== 'cancelled' && (!isMoved || from === 'declined') && !member.isReaddressed)
    return []
  // An offer is taken, and asked for anew, one by one: not by the way, with whatever else a form says.
  const isTheirs = from === 'offered' || Boolean(row?.restsSince)
  if (isTheirs && reply === 'accepted' && !isMoved && !member.isReaddressed) return []
  const wanted = member.seat !== 'delegate' ? 'proposed' : row?.isOwnWord && from ? keptReply(from) : reply
  return wanted === from && !member.isReaddressed ? [] : wish(wanted)
}

/** What somebody had said for themselves, as a wish; an alternate who stood by comes. */
function keptReply(status: AttendanceStatus): Reply {
  return status === 'declined' || status === 'tentative' ? status : 'accepted'
}

function withHeirs(wishes: Wish[], members: readonly Member[]): Wish[] {
  const gives = ({ from, wish }: Wish) => wish !== 'accepted' && (holdsSeat(from) || from === 'waitlisted')
  const givers = wishes
    .filter(gives)
    .toSorted((a, b) => Number(holdsSeat(b.from)) - Number(holdsSeat(a.from)))
  const free = new Set(givers.map(({ attendeeId }) => attendeeId))
  return wishes.map((wish) => {
    const isNew = wish.wish === 'accepted' && !holdsSeat(wish.from) && wish.from !== 'waitlisted'
    if (!isNew) return wish
    const replaced = members.find(({ id }) => id === wish.attendeeId)?.replaces
    const giver = replaced && free.has(replaced) ? replaced : [...free][0]
    if (!giver) return wish
    free.delete(giver)
    return { ...wish, takesFrom: giver }
  })
}
