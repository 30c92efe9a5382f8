import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { events, parts } from '#db/schema/events.server.ts'

/**
 * Tells calendars that parts moved or fell, all of an event or those at one place, and with them what is on their
 * agenda: SEQUENCE rises (RFC 5545 §3.8.7.4).
 */
export async function raiseSequence(tx: Tx, of: { eventId: string; venueId?: string }): Promise<void> {
  const moved = and(eq(parts.eventId, of.eventId), of.venueId ? eq(parts.venueId, of.venueId) : undefined)
  await tx
    .update(parts)
    .set({ sequence: sql`${parts.sequence} + 1` })
    .where(moved)
  await raiseAgendaSequence(tx, { eventId: of.eventId, ofParts: moved })
}

/** Likewise for what is on the agenda of these parts alone: it takes place where its part does. */
export async function raiseAgendaSequence(
  tx: Tx,
  { eventId, ofParts }: { eventId: string; ofParts: SQL | undefined },
): Promise<void> {
  await tx
    .update(events)
    .set({ agendaSequence: sql`${events.agendaSequence} + 1` })
    .where(eq(events.id, eventId))
  const moved = tx.select({ id: parts.id }).from(parts).where(ofParts)
  await tx
    .update(agendaItems)
    .set({ sequence: sql`${agendaItems.sequence} + 1` })
    .where(inArray(agendaItems.partId, moved))
}
