import type { SeatGiving } from '#db/schema/events.server.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import { holdsSeat, type Reply } from './rules.ts'

/** What an attendee shall be in a part; accepted stands for "wants a seat". */
export type Wish = {
  attendeeId: string
  partId: string
  from: AttendanceStatus | null
  wish: Reply | 'proposed' | 'cancelled'
  /**
   * Who gives up this part in the same act and for this attendee: a delegate for another of the delegation, a guest for
   * their substitute. The seat, or the place on the waiting list, passes on and nobody else comes between; a seat that
   * was offered is taken by naming somebody for it.
   */
  takesFrom?: string
}

/** A part's seats as they are given out. */
export type Seating = {
  partId: string
  capacity: number | null
  /** Seats that are held, those offered among them. */
  taken: number
  /** How those who wait get seats that become free. */
  giving: SeatGiving
  /** Until when an offer made now may be taken; null when none can be made any more. */
  offerUntil: Date | null
  /** The waiting list from its front, at least as far as seats could reach; who let an offer go by is not in it. */
  queue: readonly string[]
  /** Those of the queue whom no mail reaches: an offer would only lapse. */
  unreachable: ReadonlySet<string>
  quota: Quota | null
}

/** How many seats an organisation may hold in a part. Whoever is in none is under no quota. */
export type Quota = {
  general: number | null
  /** Of single organisations, in place of the general one. */
  own: ReadonlyMap<string, number>
  held: ReadonlyMap<string, number>
  organisationOf(attendeeId: string): string | undefined
}

/** What becomes of it: with `movedUp` somebody else's turn on the waiting list has come. */
export type Change = {
  attendeeId: string
  partId: string
  from: AttendanceStatus | null
  to: AttendanceStatus
  movedUp: boolean
  takesFrom?: string
  /** Until when a seat that is offered may be taken. */
  offerUntil?: Date
  /** They wait because their organisation holds all seats it may have. */
  isBeyondQuota?: true
  /** Why an offer ended without having been taken. */
  ended?: 'lapsed' | 'withdrawn'
}

/** How many more seats this organisation may have. */
export function roomOf(quota: Quota | null, organisationId: string | undefined): number {
  if (!quota || organisationId === undefined) return Number.POSITIVE_INFINITY
  const most = quota.own.get(organisationId) ?? quota.general ?? Number.POSITIVE_INFINITY
  return most - (quota.held.get(organisationId) ?? 0)
}

/**
 * Gives out seats. Whoever wants one joins the end of the waiting list, and the list is then served from its front as
 * far as seats go: so a free seat never passes somebody by, whether it was given up or the part has grown. Whose
 * organisation holds all it may have is passed over until one of those is free. Only who takes over from somebody
 * stands where that one stood. Those who waited get the seat, or an offer of it, or the organiser's hand, as the part's
 * rule says; who comes anew is seated at once unless somebody before them waits for that hand.
 * `beyondCapacity` seats those of `wishes` at once, whatever seats and quota say; an organiser may, guests may not.
 */
export function decide(
  seatings: readonly Seating[],
  wishes: readonly Wish[],
  { beyondCapacity = false } = {},
): Change[] {
  return seatings.flatMap((seating) => {
    const mine = wishes.filter(({ partId }) => partId === seating.partId)
    const served = serve(seating, mine, beyondCapacity)
    const others = [...served.given].filter(([id]) => !mine.some(({ attendeeId }) => attendeeId === id))
    return [
      ...mine.map((wish) => outcome(wish, served, seating)),
      ...others.map(([attendeeId, to]) => ({
        attendeeId,
        partId: seating.partId,
        from: 'waitlisted' as const,
        to,
        movedUp: true,
        ...untilOf(to, seating),
      })),
    ]
  })
}

type Given = 'accepted' | 'offered'
type Served = { given: Map<string, Given>; beyondQuota: Set<string> }

function serve(seating: Seating, mine: readonly Wish[], beyondCapacity: boolean): Served {
  const leaving = new Map(
    mine.filter(({ wish }) => wish !== 'accepted').map((wish) => [wish.attendeeId, wish.from]),
  )
  const wanting = mine.filter(({ from, wish }) => wish === 'accepted' && !holdsSeat(from))
  const heirs = wanting.filter(({ takesFrom }) => holdsSeat(leaving.get(takesFrom ?? '') ?? null))
  const givers = [...leaving].filter(([, from]) => holdsSeat(from)).map(([id]) => id)
  const seats = freeSeats(seating, givers)
  for (const { attendeeId } of heirs) seats.take(attendeeId)
  const others = wanting.filter((wish) => !heirs.includes(wish)).map(({ attendeeId }) => attendeeId)
  const served = { given: new Map<string, Given>(), beyondQuota: new Set<string>() }
  const give = (id: string, how: Given) => {
    seats.take(id)
    served.given.set(id, how)
  }
  if (beyondCapacity) for (const id of others) give(id, 'accepted')
  const waiting = new Set(inheritedQueue(seating.queue, leaving, wanting))
  // A set keeps the first of two places in the line.
  const line = new Set([...waiting, ...others])
  let isHeld = false
  for (const id of line) {
    if (served.given.has(id)) continue
    const waits = waiting.has(id)
    const how = waits ? howGiven(seating, id) : 'accepted'
    if (!seats.hasRoom(id)) served.beyondQuota.add(id)
    else if (!how) isHeld = true
    else if (seats.areLeft() && (waits || !isHeld)) give(id, how)
  }
  for (const { attendeeId } of heirs) served.given.set(attendeeId, 'accepted')
  return served
}

/** The waiting list once those who leave it have passed their places on. */
function inheritedQueue(
  queue: readonly string[],
  leaving: ReadonlyMap<string, unknown>,
  wanting: readonly Wish[],
): string[] {
  const placeOf = new Map(
    wanting.flatMap(({ takesFrom, attendeeId }) => (takesFrom ? [[takesFrom, attendeeId]] : [])),
  )
  return queue.flatMap((id) => (leaving.has(id) ? (placeOf.get(id) ?? []) : id))
}

/** Null: by the organiser alone. */
function howGiven({ giving, offerUntil, unreachable }: Seating, id: string): Given | null {
  if (giving === 'atOnce') return 'accepted'
  if (giving === 'byHand' || !offerUntil) return null
  return unreachable.has(id) ? 'accepted' : 'offered'
}

/** The seats there are, of the part and of each organisation, once `givers` have left theirs. */
function freeSeats({ capacity, taken, quota }: Seating, givers: readonly string[]) {
  let held = taken - givers.length
  const used = new Map<string, number>()
  const organisationOf = (id: string) => quota?.organisationOf(id)
  const count = (id: string, seats: number) => {
    const organisation = organisationOf(id)
    if (organisation !== undefined) used.set(organisation, (used.get(organisation) ?? 0) + seats)
  }
  for (const id of givers) count(id, -1)
  return {
    areLeft: () => capacity === null || held < capacity,
    hasRoom: (id: string) => {
      const organisation = organisationOf(id)
      return roomOf(quota, organisation) - (used.get(organisation ?? '') ?? 0) > 0
    },
    take: (id: string) => {
      held++
      count(id, 1)
    },
  }
}

function outcome({ wish, from, ...who }: Wish, { given, beyondQuota }: Served, seating: Seating): Change {
  const keeps = wish === 'accepted' && from !== null && holdsSeat(from)
  if (wish !== 'accepted') return { ...who, from, to: wish, movedUp: false }
  // Who is offered a seat and says yes takes it.
  if (keeps) return { ...who, from, to: from === 'offered' ? 'accepted' : from, movedUp: false }
  const to = given.get(who.attendeeId) ?? 'waitlisted'
  const isBeyondQuota = to === 'waitlisted' && beyondQuota.has(who.attendeeId)
  return {
    ...who,
    from,
    to,
    movedUp: false,
    ...untilOf(to, seating),
    ...(isBeyondQuota && { isBeyondQuota }),
  }
}

function untilOf(to: AttendanceStatus, { offerUntil }: Seating) {
  return to === 'offered' && offerUntil ? { offerUntil } : {}
}
