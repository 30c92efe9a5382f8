import { and, eq } from 'drizzle-orm'
import type { AuditFact } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'

/** Begins a write to an exhibit: locks the event and finds the exhibit in it; null when it is not there. */
export async function lockExhibit(tx: Tx, scope: EventScope, exhibitId: string) {
  const event = await lockEvent(tx, scope.eventId)
  const [exhibit] = await tx
    .select()
    .from(exhibits)
    .where(and(eq(exhibits.id, exhibitId), eq(exhibits.eventId, scope.eventId)))
  return exhibit ? { event, exhibit } : null
}

/** The end of a write to an exhibit or to what belongs to it: when it was, and its line in the history. */
export async function noteExhibit(
  tx: Tx,
  scope: EventScope,
  { exhibitId, now, ...fact }: { exhibitId: string } & Omit<AuditFact, 'officeId' | 'eventId'>,
): Promise<void> {
  await tx.update(exhibits).set({ updatedAt: now }).where(eq(exhibits.id, exhibitId))
  await note(tx, scope, { subjectId: exhibitId, now, ...fact })
}
