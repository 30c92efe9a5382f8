import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { letters } from '#db/schema/letters.server.ts'

/** As many as anybody looks through in one choice. */
const mostShown = 40

/** Letters of the event that were issued together and stand, the latest first: how many, and their first and last number. */
export async function readBatches(read: Reader, { eventId }: EventScope) {
  const stands = and(eq(letters.eventId, eventId), eq(letters.way, 'out'), isNull(letters.voidedAt))
  const found = await read
    .select({
      id: letters.batchId,
      year: letters.year,
      first: sql<number>`min(${letters.number})`.mapWith(Number),
      last: sql<number>`max(${letters.number})`.mapWith(Number),
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(letters)
    .where(stands)
    .groupBy(letters.batchId, letters.year)
    .orderBy(desc(letters.year), desc(sql`max(${letters.number})`))
    .limit(mostShown)
  const ends = await read
    .select({ id: letters.batchId, number: letters.number, reference: letters.reference })
    .from(letters)
    .where(
      and(
        stands,
        inArray(
          letters.batchId,
          found.map(({ id }) => id),
        ),
        inArray(
          letters.number,
          found.flatMap(({ first, last }) => [first, last]),
        ),
      ),
    )
  const referenceOf = (batch: string, at: number) =>
    ends.find(({ id, number }) => id === batch && number === at)?.reference ?? ''
  return found.map(({ id, first, last, count }) => ({
    ...{ id, count },
    first: referenceOf(id, first),
    last: referenceOf(id, last),
  }))
}
