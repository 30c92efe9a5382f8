import { and, eq, inArray } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { activityLists, eventActivityLists } from '#db/schema/activities.server.ts'
import type { EventScope, OfficeScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import { lockProgrammes } from '../programmes/lock.server.ts'

/** Removes a list of activities; no event shows it any more. Refused as `notFound`. */
export async function removeList(tx: Tx, scope: OfficeScope, { listId, now }: { listId: string; now: Date }) {
  const { officeId, actor } = scope
  await lockProgrammes(tx, scope)
  const isIt = and(eq(activityLists.id, listId), eq(activityLists.officeId, officeId))
  const [before] = await tx.delete(activityLists).where(isIt).returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  await audit(tx, actor, { officeId, action: 'activities.remove', subjectId: listId, before, now })
  return { ok: true } as const
}

/** Says which of the office's lists an event shows; an id of another office is none. */
export async function chooseLists(
  tx: Tx,
  scope: EventScope,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<void> {
  const { eventId, officeId } = scope
  await lockEvent(tx, eventId)
  const isShown = eq(eventActivityLists.eventId, eventId)
  const before = await tx.select({ id: eventActivityLists.listId }).from(eventActivityLists).where(isShown)
  const chosen = ids.length
    ? await tx
        .select({ id: activityLists.id })
        .from(activityLists)
        .where(and(eq(activityLists.officeId, officeId), inArray(activityLists.id, [...ids])))
    : []
  await tx.delete(eventActivityLists).where(isShown)
  if (chosen.length)
    await tx.insert(eventActivityLists).values(chosen.map(({ id }) => ({ eventId, listId: id })))
  const said = { before: before.map(({ id }) => id), after: chosen.map(({ id }) => id) }
  await note(tx, scope, { action: 'activities.choose', ...said, now })
}
