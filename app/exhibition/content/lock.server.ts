import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { exhibitDrafts } from '#db/schema/exhibit-content.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'

/**
 * Begins a write that visitors will see: locks event and draft, in this order, and finds the exhibit in the event; null
 * when it is not there.
 */
export async function lockForVisitors(tx: Tx, scope: EventScope, exhibitId: string) {
  const event = await lockEvent(tx, scope.eventId)
  const locked = await lockDraft(tx, scope, exhibitId)
  return locked && { ...locked, event }
}

/**
 * Begins a write to a draft. While visitors do not see the exhibit, its draft is what desk and search list, and writing it
 * is a write to the event. The draft of what is public is nobody's business but its writers': it alone is locked, and the
 * pages that are kept for visitors are not let go at every sentence somebody types.
 */
export async function lockForWriting(tx: Tx, scope: EventScope, exhibitId: string) {
  const exhibit = await findExhibitRow(tx, scope, exhibitId)
  if (exhibit?.state !== 'published') return lockForVisitors(tx, scope, exhibitId)
  return lockDraft(tx, scope, exhibitId)
}

async function lockDraft(tx: Tx, scope: EventScope, exhibitId: string) {
  if (!(await findExhibitRow(tx, scope, exhibitId))) return null
  const [draft] = await tx
    .update(exhibitDrafts)
    .set({ exhibitId })
    .where(eq(exhibitDrafts.exhibitId, exhibitId))
    .returning()
  // Read again: what was decided about it while we waited for the lock counts.
  const exhibit = await findExhibitRow(tx, scope, exhibitId)
  return draft && exhibit ? { draft, exhibit } : null
}

async function findExhibitRow(tx: Tx, scope: EventScope, exhibitId: string) {
  const [exhibit] = await tx
    .select()
    .from(exhibits)
    .where(and(eq(exhibits.id, exhibitId), eq(exhibits.eventId, scope.eventId)))
  return exhibit ?? null
}
