import { and, asc, count, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { organisationQuotas } from '#db/schema/waiting.server.ts'
import { offerEnd } from './offers.ts'
import type { Quota, Seating, Wish } from './seats.ts'
import type { Standing } from './standing.server.ts'

/** The order of a waiting list. */
export const lineOrder = [
  asc(attendances.waitingRank),
  asc(attendances.waitingSince),
  asc(attendances.attendeeId),
]

/** Who waits for a seat: not whoever let an offer go by. */
export const isInLine = and(eq(attendances.status, 'waitlisted'), isNull(attendances.restsSince))

/** Who has a seat at this instant; an offer that was let go by holds none, though nobody has written that down yet. */
export function holdsSeatNow(now: Date) {
  return or(
    inArray(attendances.status, ['accepted', 'attended']),
    and(eq(attendances.status, 'offered'), gte(attendances.offerUntil, now)),
  )
}

/** What seats are given out by, of a whole event or of one invitation's standing. */
type Concerned = Pick<Standing, 'parts'> & {
  event: { state: string }
  people?: readonly { id: string; source: string; organisationId: string | null }[]
  invitation?: Standing['invitation']
}
type Part = Standing['parts'][number]

/** Seats taken, waiting lists and quotas of the parts that `wishes` are about, as far as those could move. */
export async function readSeatings(
  read: Reader,
  standing: Concerned,
  wishes: readonly Pick<Wish, 'partId'>[],
  now: Date,
): Promise<Seating[]> {
  const concerned = standing.parts.filter(({ id }) => wishes.some(({ partId }) => partId === id))
  const taken = await readTaken(read, concerned, now)
  const seatings: Seating[] = []
  for (const part of concerned) {
    const { id, capacity } = part
    const isUnderWay = standing.event.state !== 'cancelled' && now <= part.endsAt
    const held = taken.get(id) ?? 0
    const quota = await readQuota(read, part, now)
    const reach = capacity === null ? Number.POSITIVE_INFINITY : capacity - held + wishes.length
    // Who is beyond their organisation's quota is passed over: then any number may stand before whom a seat reaches.
    const line = await readQueue(read, id, quota && reach > 0 ? Number.POSITIVE_INFINITY : reach)
    seatings.push({
      partId: id,
      capacity,
      taken: held,
      giving: isUnderWay ? part.seatsGiven : 'byHand',
      offerUntil: standing.event.state === 'published' ? offerEnd(part, now) : null,
      queue: line.map(({ attendeeId }) => attendeeId),
      unreachable: new Set(line.filter(({ email }) => !email).map(({ attendeeId }) => attendeeId)),
      quota: quota && { ...quota, organisationOf: organisationsOf(standing, line) },
    })
  }
  return seatings
}

async function readTaken(read: Reader, parts: readonly Part[], now: Date): Promise<Map<string, number>> {
  const limited = parts.filter(({ capacity }) => capacity !== null).map(({ id }) => id)
  const counts = await read
    .select({ partId: attendances.partId, taken: count() })
    .from(attendances)
    .where(and(inArray(attendances.partId, limited), holdsSeatNow(now)))
    .groupBy(attendances.partId)
  return new Map(counts.map(({ partId, taken }) => [partId, Number(taken)]))
}

type Waiting = { attendeeId: string; email: string | null; organisationId: string | null }

async function readQueue(read: Reader, partId: string, reach: number): Promise<Waiting[]> {
  if (reach <= 0) return []
  const waiting = read
    .select({
      attendeeId: attendances.attendeeId,
      email: attendees.email,
      organisationId: attendees.organisationId,
    })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(and(eq(attendances.partId, partId), isInLine))
    .orderBy(...lineOrder)
    .$dynamic()
  return Number.isFinite(reach) ? waiting.limit(reach) : waiting
}

/** How many seats organisations may have in a part, and how many they hold; null when none has a limit. */
export async function readQuota(
  read: Reader,
  { id, organisationQuota }: Pick<Part, 'id' | 'organisationQuota'>,
  now: Date,
): Promise<Omit<Quota, 'organisationOf'> | null> {
  const single = await read.select().from(organisationQuotas).where(eq(organisationQuotas.partId, id))
  if (organisationQuota === null && !single.length) return null
  const rows = await read
    .select({ organisationId: attendees.organisationId, seats: count() })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(and(eq(attendances.partId, id), holdsSeatNow(now)))
    .groupBy(attendees.organisationId)
  return {
    general: organisationQuota,
    own: new Map(single.map(({ organisationId, seats }) => [organisationId, seats])),
    held: new Map(
      rows.flatMap(({ organisationId, seats }) => (organisationId ? [[organisationId, Number(seats)]] : [])),
    ),
  }
}

/** Whose each seat counts for; whoever is named in this very act comes for their invitation's organisation. */
function organisationsOf(
  { people = [], invitation }: Concerned,
  line: readonly Waiting[],
): Quota['organisationOf'] {
  const guest = invitation && people.find(({ source }) => source === 'invitation')
  const fallback = invitation?.organisationId ?? guest?.organisationId ?? undefined
  const known = new Map([
    ...line.map(({ attendeeId, organisationId }) => [attendeeId, organisationId] as const),
    ...people.map(({ id, organisationId }) => [id, organisationId] as const),
  ])
  return (id) => (known.has(id) ? (known.get(id) ?? undefined) : fallback)
}
