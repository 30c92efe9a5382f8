import { and, eq, lt } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { type UndoRow, undoEntries, undoRows } from '#db/schema/desk.server.ts'
import type { Changed } from './bulk.server.ts'
import { type ChangeAct, undoFor } from './bulk.ts'

/** Begins the record of a change to many, by which it can be taken back; what has expired in this event goes. */
export async function openUndo(
  tx: Tx,
  scope: EventScope,
  { id, act, now }: { id: string; act: ChangeAct; now: Date },
) {
  const { eventId, actor } = scope
  await tx.delete(undoEntries).where(and(eq(undoEntries.eventId, eventId), lt(undoEntries.expiresAt, now)))
  await tx.insert(undoEntries).values({
    ...{ id, eventId, userId: actor.kind === 'user' ? actor.id : null, action: act, changed: 0 },
    ...{ createdAt: now, expiresAt: new Date(now.getTime() + undoFor) },
  })
  let position = 0
  return {
    async keep(rows: UndoRow[]): Promise<void> {
      if (rows.length) await tx.insert(undoRows).values({ undoId: id, position: position++, rows })
    },
    async close(changed: number): Promise<void> {
      await tx.update(undoEntries).set({ changed }).where(eq(undoEntries.id, id))
      await audit(tx, scope.actor, {
        ...{ officeId: scope.officeId, eventId, action: `guests.${act}`, subjectId: id },
        after: { changed },
        now,
      })
    },
  }
}

/** A line in the story of each guest. */
export async function tellChanges(
  tx: Tx,
  { officeId, eventId, actor }: EventScope,
  { act, changed, now }: { act: ChangeAct; changed: readonly Changed[]; now: Date },
): Promise<void> {
  const entries = changed.flatMap(({ guest: { invitationId }, rows: [row] }) =>
    invitationId && row
      ? [
          {
            ...{ id: newId(), officeId, eventId, actorKind: actor.kind, actorId: actor.id, at: now },
            ...{ action: `guest.${act}`, subjectId: invitationId },
            before: { value: told(row.before) },
            after: { value: act === 'addTag' || act === 'removeTag' ? changedTag(row) : told(row.after) },
          },
        ]
      : [],
  )
  if (entries.length) await tx.insert(auditEntries).values(entries)
}

function told(value: UndoRow['before']): string {
  return typeof value === 'string' ? value : ''
}

function changedTag({ before, after }: UndoRow): string {
  const [had, has] = [before, after].map((tags) => (Array.isArray(tags) ? tags : []))
  return (
    [
      ...(has ?? []).filter((tag) => !had?.includes(tag)),
      ...(had ?? []).filter((tag) => !has?.includes(tag)),
    ][0] ?? ''
  )
}
