import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'

/** Begins a write to a hall: locks the event and finds the hall in it; null when it is not there. */
export async function lockHall(tx: Tx, scope: EventScope, hallId: string) {
  const event = await lockEvent(tx, scope.eventId)
  const [hall] = await tx
    .select()
    .from(halls)
    .where(and(eq(halls.id, hallId), eq(halls.eventId, scope.eventId)))
  return hall ? { event, hall } : null
}
