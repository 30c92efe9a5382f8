import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { parts } from '#db/schema/events.server.ts'

/** Tells calendars that parts moved or fell, all of an event or those at one place: SEQUENCE rises (RFC 5545 §3.8.7.4). */
export async function raiseSequence(tx: Tx, of: { eventId: string; venueId?: string }): Promise<void> {
  await tx
    .update(parts)
    .set({ sequence: sql`${parts.sequence} + 1` })
    .where(and(eq(parts.eventId, of.eventId), of.venueId ? eq(parts.venueId, of.venueId) : undefined))
}
