import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'

export type EventRow = typeof events.$inferSelect

/**
 * Begins every write to or below an event: raises its revision, so that no cached page outlives the change, and holds
 * its row until the transaction ends. Updating the row is our lock: PostgreSQL would otherwise let two answers read
 * the same free seat. Throws when there is no such event, which a scope rules out.
 */
export async function lockEvent(tx: Tx, eventId: string): Promise<EventRow> {
  const [event] = await tx
    .update(events)
    .set({ revision: sql`${events.revision} + 1` })
    .where(eq(events.id, eventId))
    .returning()
  if (!event) throw new Error(`No event ${eventId}`)
  return event
}
