import { and, asc, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { breathe } from '#app/invitations/inviting.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { type UndoRow, undoEntries, undoRows } from '#db/schema/desk.server.ts'
import { persons } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { writeValues } from './bulk-values.server.ts'

/** A change to many that can still be taken back; null when it is over, undone or not this event's. */
export async function readUndo(
  read: Reader,
  scope: EventScope,
  { id, now }: { id: string | null; now: Date },
): Promise<{ id: string; changed: number } | null> {
  const [entry] = await read
    .select()
    .from(undoEntries)
    .where(and(eq(undoEntries.id, id ?? ''), eq(undoEntries.eventId, scope.eventId)))
  if (!entry || entry.undoneAt || entry.expiresAt <= now || entry.changed === 0) return null
  return { id: entry.id, changed: entry.changed }
}

/**
 * Takes a change to many back: every value that is still what it became then becomes what it was. What somebody has
 * changed since is left, and counted. `tooLate` when the time is over or it was taken back already.
 */
export async function undoChange(tx: Tx, scope: EventScope, { id, now }: { id: string; now: Date }) {
  await lockEvent(tx, scope.eventId)
  if (!(await readUndo(tx, scope, { id, now }))) return { ok: false, reason: 'tooLate' } as const
  const pages = await tx
    .select({ position: undoRows.position })
    .from(undoRows)
    .where(eq(undoRows.undoId, id))
    .orderBy(asc(undoRows.position))
  let [restored, left] = [0, 0]
  for (const { position } of pages) {
    const [page] = await tx
      .select({ rows: undoRows.rows })
      .from(undoRows)
      .where(and(eq(undoRows.undoId, id), eq(undoRows.position, position)))
    const rows = page?.rows ?? []
    const current = await standing(tx, rows)
    const same = rows.filter((row) => current.get(keyOf(row)) === JSON.stringify(row.after))
    await writeValues(
      tx,
      scope,
      same.map(({ before, after, ...row }) => ({ ...row, before: after, after: before })),
      now,
    )
    restored += same.length
    left += rows.length - same.length
    await breathe()
  }
  await tx.update(undoEntries).set({ undoneAt: now }).where(eq(undoEntries.id, id))
  await audit(tx, scope.actor, {
    ...{ officeId: scope.officeId, eventId: scope.eventId, action: 'guests.undo', subjectId: id },
    after: { restored, left },
    now,
  })
  return { ok: true, restored, left } as const
}

const keyOf = ({ field, id }: Pick<UndoRow, 'field' | 'id'>) => `${field} ${id}`

/** What these values are now. */
async function standing(tx: Tx, rows: readonly UndoRow[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [field, some] of Map.groupBy(rows, (row) => row.field)) {
    const ids = some.map(({ id }) => id)
    const parts = [...new Set(some.map(({ after }) => String(after)))]
    for (const { id, value } of await valuesOf(tx, field, ids, parts))
      found.set(keyOf({ field, id }), JSON.stringify(value))
  }
  return found
}

function valuesOf(
  tx: Tx,
  field: UndoRow['field'],
  ids: string[],
  parts: string[],
): PromiseLike<{ id: string; value: string | string[] }[]> {
  switch (field) {
    case 'attendee.language':
      return tx
        .select({ id: attendees.id, value: attendees.language })
        .from(attendees)
        .where(inArray(attendees.id, ids))
    case 'invitation.language':
      return tx
        .select({ id: invitations.id, value: invitations.language })
        .from(invitations)
        .where(inArray(invitations.id, ids))
    case 'invitation.policy':
      return tx
        .select({ id: invitations.id, value: invitations.policy })
        .from(invitations)
        .where(inArray(invitations.id, ids))
    case 'invitation.reminders':
      return tx
        .select({ id: invitations.id, at: invitations.remindersStoppedAt })
        .from(invitations)
        .where(inArray(invitations.id, ids))
        .then((rows) => rows.map(({ id, at }) => ({ id, value: at?.toISOString() ?? '' })))
    case 'person.tags':
      return tx.select({ id: persons.id, value: persons.tags }).from(persons).where(inArray(persons.id, ids))
    case 'attendance':
      return tx
        .select({ id: attendances.attendeeId, value: attendances.partId })
        .from(attendances)
        .where(
          and(
            inArray(attendances.attendeeId, ids),
            inArray(attendances.partId, parts),
            eq(attendances.status, 'invited'),
          ),
        )
    case 'invitationPart':
      return tx
        .select({ id: invitationParts.invitationId, value: invitationParts.partId })
        .from(invitationParts)
        .where(
          and(
            inArray(invitationParts.invitationId, ids),
            inArray(invitationParts.partId, parts),
            eq(invitationParts.status, 'invited'),
          ),
        )
  }
}
