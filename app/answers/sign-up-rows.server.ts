import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { agendaItems, agendaSignUps } from '#db/schema/agenda.server.ts'

/**
 * Gives free seats of an item to those who wait, in their order; the event is locked. They are written to afterwards, see
 * `tellMovedUp`.
 */
export async function moveUpIn(tx: Tx, itemId: string, now: Date): Promise<void> {
  const [item] = await tx
    .select({ seats: agendaItems.seats, takesSignUps: agendaItems.takesSignUps })
    .from(agendaItems)
    .where(eq(agendaItems.id, itemId))
  const [taken] = await tx
    .select({ seated: count() })
    .from(agendaSignUps)
    .where(and(eq(agendaSignUps.itemId, itemId), eq(agendaSignUps.state, 'seated')))
  if (!item?.takesSignUps) return
  const free = item.seats === null ? 10_000 : item.seats - Number(taken?.seated ?? 0)
  if (free <= 0) return
  const next = await tx
    .select({ id: agendaSignUps.id })
    .from(agendaSignUps)
    .where(and(eq(agendaSignUps.itemId, itemId), eq(agendaSignUps.state, 'waiting')))
    .orderBy(asc(agendaSignUps.createdAt), asc(agendaSignUps.id))
    .limit(free)
  const ids = next.map(({ id }) => id)
  if (ids.length)
    await tx
      .update(agendaSignUps)
      .set({ state: 'seated', movedUpAt: now })
      .where(inArray(agendaSignUps.id, ids))
}

/** Who comes to a part no more gives up what they signed up for in it: the next in line move up. */
export async function leaveItemsOf(
  tx: Tx,
  leaving: readonly { attendeeId: string; partId: string }[],
  now: Date,
): Promise<void> {
  for (const [partId, those] of Map.groupBy(leaving, ({ partId }) => partId)) {
    const ofPart = tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(and(eq(agendaItems.partId, partId), eq(agendaItems.takesSignUps, true)))
    const gone = await tx
      .delete(agendaSignUps)
      .where(
        and(
          inArray(
            agendaSignUps.attendeeId,
            those.map(({ attendeeId }) => attendeeId),
          ),
          inArray(agendaSignUps.itemId, ofPart),
        ),
      )
      .returning({ itemId: agendaSignUps.itemId })
    for (const itemId of new Set(gone.map((row) => row.itemId))) await moveUpIn(tx, itemId, now)
  }
}

/** How many have a seat in each of these items, and how many wait. */
export const seatedCount = sql<number>`sum(case when ${agendaSignUps.state} = 'seated' then 1 else 0 end)`
export const waitingCount = sql<number>`sum(case when ${agendaSignUps.state} = 'waiting' then 1 else 0 end)`
