import { and, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { type UndoRow, undoEntries } from '#db/schema/desk.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances, invitationParts } from '#db/schema/invitations.server.ts'
import type { ChangeAct } from './bulk.ts'
import { openUndo, tellChanges } from './bulk-record.server.ts'
import { writeValues } from './bulk-values.server.ts'
import { type Chosen, readSelected, type Selection } from './selection.server.ts'

export type Change = { act: ChangeAct; value: string }

/** What would happen: who is meant, how many of them change, how many have answered already. */
export type BulkEffect = { people: number; institutions: number; changed: number; answered: number }

/** What a change of these guests would do. Without one, who they are. */
export async function planBulk(
  read: Reader,
  scope: EventScope,
  selection: Selection,
  change: Change | null,
): Promise<BulkEffect> {
  const effect = { people: 0, institutions: 0, changed: 0, answered: 0 }
  const done = new Set<string>()
  for await (const some of readSelected(read, scope, selection)) {
    effect.people += some.filter(({ attendeeId }) => attendeeId).length
    effect.institutions += some.filter(({ attendeeId }) => !attendeeId).length
    effect.answered += some.filter(({ invitation }) => invitation?.answeredAt).length
    if (change) effect.changed += (await changesOf(read, some, change, done)).length
  }
  return effect
}

/**
 * Changes all these guests in one transaction and keeps what they were, so that it can be taken back for an hour.
 * `notFound` for a part that is not this event's, `cancelled` for an event that is.
 */
export async function changeGuests(
  tx: Tx,
  scope: EventScope,
  { id, selection, change, now }: { id: string; selection: Selection; change: Change; now: Date },
) {
  const event = await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, undoEntries, { id, ours: eq(undoEntries.eventId, scope.eventId) })
  if (before) return before.ok ? ({ ok: true, changed: await sizeOf(tx, id) } as const) : before
  if (event.state === 'cancelled') return { ok: false, reason: 'cancelled' } as const
  if (change.act === 'invite' && !(await isPart(tx, scope, change.value)))
    return { ok: false, reason: 'notFound' } as const
  const undo = await openUndo(tx, scope, { id, act: change.act, now })
  let changed = 0
  const done = new Set<string>()
  // Everybody is read before anybody changes: the filter may ask for what is changed.
  const slices: Chosen[][] = []
  for await (const some of readSelected(tx, scope, selection)) slices.push(some)
  for (const some of slices) {
    const found = await changesOf(tx, some, change, done)
    await writeValues(
      tx,
      scope,
      found.flatMap(({ rows }) => rows),
      now,
    )
    await tellChanges(tx, scope, { act: change.act, changed: found, now })
    await undo.keep(found.flatMap(({ rows }) => rows))
    changed += found.length
  }
  await undo.close(changed)
  return { ok: true, changed } as const
}

/** One guest with the values that change. */
export type Changed = { guest: Chosen; rows: UndoRow[] }

/** `done` are the invitations met before in the same act: those of one institution share one. */
async function changesOf(
  read: Reader,
  some: readonly Chosen[],
  { act, value }: Change,
  done: Set<string>,
): Promise<Changed[]> {
  const lacking = act === 'invite' ? await lackingPart(read, some, value) : null
  return some
    .map((guest) => ({ guest, rows: lacking ? lacking(guest) : rowsOf(guest, act, value) }))
    .filter(({ rows, guest }) => rows.length > 0 && guest.invitation?.state !== 'revoked')
    .map((found) => (isAgain(found, done) ? { ...found, rows: [] } : found))
}

function isAgain({ rows: [row] }: Changed, done: Set<string>): boolean {
  if (row?.field !== 'invitation.reminders') return false
  const isKnown = done.has(row.id)
  done.add(row.id)
  return isKnown
}

/** `value` is what they get; of `stopReminders` the instant, as text. */
function rowsOf(guest: Chosen, act: ChangeAct, value: string): UndoRow[] {
  const { attendeeId, invitationId, personId, invitation, tags, isOwn } = guest
  const change = (field: UndoRow['field'], id: string | null, before: string | undefined): UndoRow[] =>
    id && before !== undefined && before !== value ? [{ field, id, before, after: value }] : []
  switch (act) {
    case 'language':
      return [
        ...change('attendee.language', attendeeId, guest.language),
        ...(isOwn ? change('invitation.language', invitationId, invitation?.language) : []),
      ]
    case 'policy':
      return isOwn ? change('invitation.policy', invitationId, invitation?.policy) : []
    case 'addTag':
      return personId && tags && !tags.includes(value)
        ? [{ field: 'person.tags', id: personId, before: tags, after: [...tags, value] }]
        : []
    case 'removeTag':
      return personId && tags?.includes(value)
        ? [{ field: 'person.tags', id: personId, before: tags, after: tags.filter((tag) => tag !== value) }]
        : []
    case 'stopReminders':
    case 'allowReminders': {
      const before = invitation?.remindersStoppedAt?.toISOString() ?? ''
      const after = act === 'stopReminders' ? value : ''
      const isSo = Boolean(before) === Boolean(after)
      return invitationId && invitation && !isSo
        ? [{ field: 'invitation.reminders', id: invitationId, before, after }]
        : []
    }
    case 'invite':
      return []
  }
}

/** Who has nothing on record in the part: a place once taken back is given one by one, on the guest's page. */
async function lackingPart(read: Reader, some: readonly Chosen[], partId: string) {
  const people = some.flatMap(({ attendeeId }) => attendeeId ?? [])
  const institutions = some
    .filter(({ attendeeId }) => !attendeeId)
    .flatMap(({ invitationId }) => invitationId ?? [])
  const had = people.length
    ? await read
        .select({ id: attendances.attendeeId })
        .from(attendances)
        .where(and(eq(attendances.partId, partId), inArray(attendances.attendeeId, people)))
    : []
  const asked = institutions.length
    ? await read
        .select({ id: invitationParts.invitationId })
        .from(invitationParts)
        .where(and(eq(invitationParts.partId, partId), inArray(invitationParts.invitationId, institutions)))
    : []
  const known = new Set([...had, ...asked].map(({ id }) => id))
  return ({ attendeeId, invitationId, isOwn }: Chosen): UndoRow[] => {
    const id = attendeeId ?? invitationId
    if (!id || !isOwn || known.has(id)) return []
    return [{ field: attendeeId ? 'attendance' : 'invitationPart', id, before: null, after: partId }]
  }
}

async function isPart(tx: Tx, { eventId }: EventScope, partId: string): Promise<boolean> {
  return (await tx.$count(parts, and(eq(parts.id, partId), eq(parts.eventId, eventId)))) > 0
}

async function sizeOf(tx: Tx, id: string): Promise<number> {
  const [entry] = await tx.select().from(undoEntries).where(eq(undoEntries.id, id))
  return entry?.changed ?? 0
}
