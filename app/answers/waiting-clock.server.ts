import { and, eq, exists, gt, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { systemEventScope } from '#app/accounts/scope.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { isInLine } from './seating.server.ts'
import { submitFreeSeats } from './submit-waiting.server.ts'
import { isOfferOver, planFreeSeats } from './waiting.server.ts'

/**
 * Keeps the waiting lists served by their rules: ends offers that nobody took and gives on the seats, those too that
 * became free by an act which writes no mails. In how many events something moved. Each event is one transaction with
 * its mails, so that it may be killed at any moment and several may run at once.
 */
export async function serveWaitingLists(
  database: Database,
  { site, now }: { site: Site; now: Date },
): Promise<number> {
  let served = 0
  for (const event of await readEventsToServe(database.read, now)) {
    const scope = systemEventScope(event)
    // Most of those who wait, wait for a reason: then nothing is written.
    const { ended, changes } = await planFreeSeats(database.read, scope, now)
    if (ended.length + changes.length === 0) continue
    await submitFreeSeats(database, scope, { site, now })
    served++
  }
  return served
}

/** Events with an offer that is over, or with somebody waiting beside a free seat. */
async function readEventsToServe(read: Reader, now: Date) {
  const over = await read
    .selectDistinct({ id: events.id, officeId: events.officeId, slug: events.slug })
    .from(attendances)
    .innerJoin(parts, eq(parts.id, attendances.partId))
    .innerJoin(events, eq(events.id, parts.eventId))
    .where(isOfferOver(now))
  const waits = read
    .select({ one: sql`1` })
    .from(attendances)
    .where(and(eq(attendances.partId, parts.id), isInLine))
  const taken = read
    .select({ taken: sql`count(*)` })
    .from(attendances)
    .where(
      and(
        eq(attendances.partId, parts.id),
        sql`${attendances.status} in ('accepted', 'attended', 'offered')`,
      ),
    )
  const free = await read
    .selectDistinct({ id: events.id, officeId: events.officeId, slug: events.slug })
    .from(parts)
    .innerJoin(events, eq(events.id, parts.eventId))
    .where(
      and(
        eq(events.state, 'published'),
        ne(parts.seatsGiven, 'byHand'),
        gt(parts.endsAt, now),
        exists(waits),
        or(isNull(parts.capacity), lt(sql`(${taken})`, parts.capacity)),
      ),
    )
  return [...new Map([...over, ...free].map((event) => [event.id, event])).values()]
}
