import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems, agendaRoles, agendaTracks } from '#db/schema/agenda.server.ts'
import { parts, rooms } from '#db/schema/events.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { keepUnseen } from '../events/rules.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { releasePapersOfItem } from './papers.server.ts'
import {
  type Direction,
  moveInAgenda,
  type NewTime,
  type Slot,
  slideLater,
  timeNeededFor,
} from './reorder.ts'
import { markOfRoles } from './role-mark.server.ts'
import type { ItemKind } from './rules.ts'
import { isStale, type Seen } from './seen.ts'

export type ItemContent = {
  partId: string
  roomId: string | null
  /** Left out: as it was. */
  trackId?: string | null
  kind: ItemKind
  title: Localized
  abstract: Localized
  startsAt: Date
  endsAt: Date
  spokenLanguages: Language[]
  interpretedLanguages: Language[]
}

type Given = {
  content: ItemContent
  /** Move what follows on that day, so that this item has its time. */
  moveFollowing?: boolean
  now: Date
}

/**
 * Puts an item into the agenda. Refused: `notFound` when part, room or track are not this event's, `duplicate` when the same
 * title already stands at that time in that room, `atDayEdge` when what follows would be pushed past midnight. The form
 * sent twice adds one item and moves what follows once.
 */
export async function addItem(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content, moveFollowing, now }: Given & { id?: string },
) {
  const event = await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, agendaItems, { id, ours: eq(agendaItems.eventId, scope.eventId) })
  if (before) return before
  if (!(await isOfEvent(tx, scope, content))) return { ok: false, reason: 'notFound' } as const
  const rows = await itemsAt(tx, scope, content.startsAt)
  if (rows.some((row) => isSame(row, content))) return { ok: false, reason: 'duplicate' } as const

  const slots = await slotsOf(tx, scope)
  const changes = moveFollowing
    ? slideLater(slots, content.startsAt, timeNeededFor(content, slots), event.zone)
    : []
  if (!changes) return { ok: false, reason: 'atDayEdge' } as const

  await tx.insert(agendaItems).values({
    ...content,
    id,
    eventId: scope.eventId,
    position: rows.length,
    createdAt: now,
    updatedAt: now,
  })
  await saveTimes(tx, scope, changes, now)
  await note(tx, scope, {
    action: 'agenda.item.added',
    subjectId: id,
    after: { ...content, moved: changes },
    now,
  })
  return { ok: true, id } as const
}

/**
 * Changes an item; the public and calendars learn of it from the next release. `moveFollowing` moves what began at its old
 * end or later on that day by as much as its end moved. Refused as `addItem` is, and `changedMeanwhile` when the item is
 * no longer as its editor saw it.
 */
export async function editItem(
  tx: Tx,
  scope: EventScope,
  { itemId, seen, content, moveFollowing, now }: Given & Seen & { itemId: string },
) {
  const event = await lockEvent(tx, scope.eventId)
  const before = await findRow(tx, scope, itemId)
  if (!before || !(await isOfEvent(tx, scope, content))) return { ok: false, reason: 'notFound' } as const
  if (isStale(before, seen)) return { ok: false, reason: 'changedMeanwhile' } as const
  const rows = (await itemsAt(tx, scope, content.startsAt)).filter(({ id }) => id !== itemId)
  if (rows.some((row) => isSame(row, content))) return { ok: false, reason: 'duplicate' } as const

  const others = (await slotsOf(tx, scope)).filter(({ id }) => id !== itemId)
  // What lies in the side list has no time that others could follow.
  const changes =
    moveFollowing && before.isScheduled
      ? slideLater(others, before.endsAt, content.endsAt.getTime() - before.endsAt.getTime(), event.zone)
      : []
  if (!changes) return { ok: false, reason: 'atDayEdge' } as const

  const texts = {
    title: keepUnseen(before.title, content.title, event.languages),
    abstract: keepUnseen(before.abstract, content.abstract, event.languages),
  }
  await tx
    .update(agendaItems)
    .set({ ...content, ...texts, version: before.version + 1, updatedAt: now })
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId)))
  await saveTimes(tx, scope, changes, now)
  await note(tx, scope, {
    action: 'agenda.item.edited',
    subjectId: itemId,
    before,
    after: { ...content, ...texts, moved: changes },
    now,
  })
  return { ok: true, id: itemId } as const
}

/**
 * Takes an item, its roles and its papers out of the agenda for good. `files` are documents for `clearDocuments`. Refused
 * `changedMeanwhile` as `editItem` is.
 */
export async function removeItem(
  tx: Tx,
  scope: EventScope,
  { itemId, seen, seenRoles, now }: Seen & { itemId: string; seenRoles?: string | undefined; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const before = await findRow(tx, scope, itemId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  if (isStale(before, seen)) return { ok: false, reason: 'changedMeanwhile' } as const
  const roles = await tx.select().from(agendaRoles).where(eq(agendaRoles.itemId, itemId))
  if (seenRoles !== undefined && seenRoles !== markOfRoles(roles))
    return { ok: false, reason: 'changedMeanwhile' } as const
  const files = await releasePapersOfItem(tx, scope, itemId)
  await tx.delete(agendaItems).where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId)))
  await note(tx, scope, { action: 'agenda.item.removed', subjectId: itemId, before, now })
  return { ok: true, files } as const
}

/**
 * Moves an item one place within its day by the rule in `reorder.ts`; refused `atDayEdge` when there is no place, and
 * `changedMeanwhile` as `editItem` is.
 */
export async function moveItem(
  tx: Tx,
  scope: EventScope,
  { itemId, seen, direction, now }: Seen & { itemId: string; direction: Direction; now: Date },
) {
  const event = await lockEvent(tx, scope.eventId)
  const before = await findRow(tx, scope, itemId)
  if (before && isStale(before, seen)) return { ok: false, reason: 'changedMeanwhile' } as const
  const moved = moveInAgenda(await slotsOf(tx, scope), itemId, direction, event.zone)
  if (!moved.ok) return moved
  await saveTimes(tx, scope, moved.changes, now)
  await note(tx, scope, { action: 'agenda.item.moved', subjectId: itemId, after: moved.changes, now })
  return { ok: true } as const
}

async function isOfEvent(
  tx: Tx,
  { eventId }: EventScope,
  { partId, roomId, trackId }: ItemContent,
): Promise<boolean> {
  const isOurs = async (table: typeof parts | typeof rooms | typeof agendaTracks, id: string | null) =>
    !id || (await tx.$count(table, and(eq(table.id, id), eq(table.eventId, eventId)))) > 0
  return (
    partId !== '' &&
    (await isOurs(parts, partId)) &&
    (await isOurs(rooms, roomId)) &&
    (await isOurs(agendaTracks, trackId ?? null))
  )
}

async function findRow(tx: Tx, scope: EventScope, itemId: string) {
  const [row] = await tx
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId)))
  return row
}

function itemsAt(tx: Tx, scope: EventScope, startsAt: Date) {
  return tx
    .select({ id: agendaItems.id, title: agendaItems.title, roomId: agendaItems.roomId })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.eventId, scope.eventId),
        eq(agendaItems.startsAt, startsAt),
        eq(agendaItems.isScheduled, true),
      ),
    )
}

function slotsOf(tx: Tx, scope: EventScope): Promise<Slot[]> {
  return tx
    .select({
      id: agendaItems.id,
      startsAt: agendaItems.startsAt,
      endsAt: agendaItems.endsAt,
      roomId: agendaItems.roomId,
    })
    .from(agendaItems)
    .where(and(eq(agendaItems.eventId, scope.eventId), eq(agendaItems.isScheduled, true)))
}

async function saveTimes(tx: Tx, scope: EventScope, changes: NewTime[], now: Date): Promise<void> {
  for (const { id, startsAt, endsAt } of changes) {
    await tx
      .update(agendaItems)
      .set({ startsAt, endsAt, version: sql`${agendaItems.version} + 1`, updatedAt: now })
      .where(and(eq(agendaItems.id, id), eq(agendaItems.eventId, scope.eventId)))
  }
}

/** One item typed by two editors at once, or twice by one. */
function isSame(row: { title: Localized; roomId: string | null }, content: ItemContent): boolean {
  const shared = Object.entries(content.title).some(
    ([language, title]) => row.title[language as Language] === title,
  )
  return row.roomId === content.roomId && shared
}
