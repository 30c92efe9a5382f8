import { and, count, eq, lt, or } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import type { SeatGiving } from '#db/schema/events.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { isInLine } from './seating.server.ts'
import { roomOf, type Seating } from './seats.ts'
import type { Standing } from './standing.server.ts'

/** What somebody who waits, or would have to, is told about a part. */
export type WaitingFacts = {
  /** Whether whoever says yes now has to wait. */
  mustWait: boolean
  rule: { seatsGiven: SeatGiving; offerHours: number }
  /** Where they stand in the line; null where that would promise what the rule does not keep. */
  place: number | null
  /** How many seats their organisation may have, when it holds them all. */
  quota: number | null
  /** They let an offer go by and are not offered another by itself. */
  rests: boolean
  /** Until when the seat that is offered to them may be taken. */
  offerUntil: Date | null
}

/** How a reader waits for a part, or would. */
export async function readWaitingFacts(
  read: Reader,
  standing: Standing,
  seating: Seating | undefined,
  { attendeeId, partId }: { attendeeId: string | null; partId: string },
): Promise<WaitingFacts> {
  const part = standing.parts.find(({ id }) => id === partId)
  const row = standing.attendances.find((one) => one.attendeeId === attendeeId && one.partId === partId)
  const waits = row?.status === 'waitlisted'
  const organisation = seating?.quota?.organisationOf(attendeeId ?? '')
  const isFull = seating?.capacity != null && seating.taken >= seating.capacity
  const isBeyond = seating !== undefined && roomOf(seating.quota, organisation) < 1
  const isHeld = seating?.giving === 'byHand' && seating.queue.length > 0
  return {
    mustWait: isFull || isBeyond || isHeld,
    rule: { seatsGiven: part?.seatsGiven ?? 'atOnce', offerHours: part?.offerHours ?? 0 },
    place:
      waits && !row.restsSince && !seating?.quota && part?.seatsGiven !== 'byHand'
        ? await readPlace(read, row)
        : null,
    quota:
      isBeyond && waits
        ? (seating.quota?.own.get(organisation ?? '') ?? seating.quota?.general ?? null)
        : null,
    rests: waits && row.restsSince !== null,
    offerUntil: row?.status === 'offered' ? row.offerUntil : null,
  }
}

async function readPlace(
  read: Reader,
  { partId, attendeeId, waitingRank, waitingSince }: Standing['attendances'][number],
): Promise<number | null> {
  if (!waitingSince) return null
  const sameRank = eq(attendances.waitingRank, waitingRank)
  const isBefore = or(
    lt(attendances.waitingRank, waitingRank),
    and(sameRank, lt(attendances.waitingSince, waitingSince)),
    and(sameRank, eq(attendances.waitingSince, waitingSince), lt(attendances.attendeeId, attendeeId)),
  )
  const [row] = await read
    .select({ before: count() })
    .from(attendances)
    .where(and(eq(attendances.partId, partId), isInLine, isBefore))
  return Number(row?.before ?? 0) + 1
}
