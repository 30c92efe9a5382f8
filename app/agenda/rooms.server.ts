import { and, asc, eq, max } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { rooms } from '#db/schema/events.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { keepUnseen } from '../events/rules.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { changePlace, type Direction } from './reorder.ts'

type RoomContent = { name: Localized; capacity: number | null; channels?: Language[] }

/**
 * Adds a room after the others; refused `duplicate` when another one bears that name in some language. The form sent
 * twice adds one.
 */
export async function addRoom(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content, now }: { id?: string; content: RoomContent; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, rooms, { id, ours: eq(rooms.eventId, scope.eventId) })
  if (before) return before
  if (await isNameTaken(tx, scope, content.name)) return { ok: false, reason: 'duplicate' } as const
  const [last] = await tx
    .select({ position: max(rooms.position) })
    .from(rooms)
    .where(eq(rooms.eventId, scope.eventId))
  await tx
    .insert(rooms)
    .values({ ...content, id, eventId: scope.eventId, position: (last?.position ?? -1) + 1 })
  await note(tx, scope, { action: 'agenda.room.added', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

/** Changes name, capacity or channels; refused as `addRoom` is. The room's items count as changed with its name. */
export async function editRoom(
  tx: Tx,
  scope: EventScope,
  { roomId, content, now }: { roomId: string; content: RoomContent; now: Date },
) {
  const event = await lockEvent(tx, scope.eventId)
  const [before] = await tx.select().from(rooms).where(within(scope, roomId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  if (await isNameTaken(tx, scope, content.name, roomId)) return { ok: false, reason: 'duplicate' } as const
  const after = { ...content, name: keepUnseen(before.name, content.name, event.languages) }
  await tx.update(rooms).set(after).where(within(scope, roomId))
  if (!isSameText(before.name, after.name)) await placeChanged(tx, scope, roomId, now)
  await note(tx, scope, { action: 'agenda.room.edited', subjectId: roomId, before, after, now })
  return { ok: true } as const
}

/** Removes a room; its items stay, without a room. */
export async function removeRoom(tx: Tx, scope: EventScope, { roomId, now }: { roomId: string; now: Date }) {
  await lockEvent(tx, scope.eventId)
  const [before] = await tx.select().from(rooms).where(within(scope, roomId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  await placeChanged(tx, scope, roomId, now)
  await tx.delete(rooms).where(within(scope, roomId))
  await note(tx, scope, { action: 'agenda.room.removed', subjectId: roomId, before, now })
  return { ok: true } as const
}

/** Moves a room one place; what starts together is listed in the order of rooms. */
export async function moveRoom(
  tx: Tx,
  scope: EventScope,
  { roomId, direction, now }: { roomId: string; direction: Direction; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const ordered = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(eq(rooms.eventId, scope.eventId))
    .orderBy(asc(rooms.position), asc(rooms.id))
  const ids = ordered.map(({ id }) => id)
  if (!ids.includes(roomId)) return { ok: false, reason: 'notFound' } as const
  const order = changePlace(ids, roomId, direction)
  if (!order) return { ok: false, reason: 'atEdge' } as const
  for (const [position, id] of order.entries()) {
    await tx.update(rooms).set({ position }).where(within(scope, id))
  }
  await note(tx, scope, { action: 'agenda.room.moved', subjectId: roomId, after: order, now })
  return { ok: true } as const
}

function within(scope: EventScope, roomId: string) {
  return and(eq(rooms.id, roomId), eq(rooms.eventId, scope.eventId))
}

async function isNameTaken(tx: Tx, scope: EventScope, name: Localized, exceptId?: string): Promise<boolean> {
  const others = await tx
    .select({ id: rooms.id, name: rooms.name })
    .from(rooms)
    .where(eq(rooms.eventId, scope.eventId))
  return others.some(
    (other) =>
      other.id !== exceptId &&
      Object.entries(name).some(([language, text]) => other.name[language as Language] === text),
  )
}

function isSameText(a: Localized, b: Localized): boolean {
  const all = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<Language>
  return [...all].every((language) => a[language] === b[language])
}

async function placeChanged(tx: Tx, scope: EventScope, roomId: string, now: Date): Promise<void> {
  await tx
    .update(agendaItems)
    .set({ updatedAt: now })
    .where(and(eq(agendaItems.roomId, roomId), eq(agendaItems.eventId, scope.eventId)))
}
