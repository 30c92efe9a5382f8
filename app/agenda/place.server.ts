import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { rooms } from '#db/schema/events.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { canLast, type Place, sameLengthFrom } from './place.ts'
import { isStale, type Seen } from './seen.ts'

/*
 * What a hand or a key does in the grid. Each is refused `notFound`, `changedMeanwhile` when the item is no longer as
 * its editor saw it, and `badTimes` when it would end before it begins or last more than a day. Each answers the item's
 * new version and its place before, with which the same verbs take it back.
 */

type Given = Seen & { itemId: string; now: Date }
type Spot = { startsAt: Date; roomId: string | null }

/** Moves an item to another time, day or room; it stays as long as it was. */
export function placeItem(tx: Tx, scope: EventScope, { startsAt, roomId, ...given }: Given & Spot) {
  return setPlace(tx, scope, given, 'placed', (before) => ({ ...sameLengthFrom(before, startsAt), roomId }))
}

/** Lets an item begin earlier or later, or end so. */
export function resizeItem(
  tx: Tx,
  scope: EventScope,
  { startsAt, endsAt, ...given }: Given & { startsAt: Date; endsAt: Date },
) {
  return setPlace(tx, scope, given, 'resized', () => ({ startsAt, endsAt }))
}

/** Takes an item from the side list into the agenda. */
export function scheduleItem(tx: Tx, scope: EventScope, { startsAt, roomId, ...given }: Given & Spot) {
  return setPlace(tx, scope, given, 'scheduled', (before) => ({
    ...sameLengthFrom(before, startsAt),
    roomId,
    isScheduled: true,
  }))
}

/** Puts an item into the side list: it keeps its texts and people, but has no time any more. */
export function unscheduleItem(tx: Tx, scope: EventScope, given: Given) {
  return setPlace(tx, scope, given, 'unscheduled', () => ({ isScheduled: false }))
}

async function setPlace(
  tx: Tx,
  scope: EventScope,
  { itemId, seen, now }: Given,
  act: 'placed' | 'resized' | 'scheduled' | 'unscheduled',
  placeFor: (before: Place) => Partial<Place>,
) {
  await lockEvent(tx, scope.eventId)
  const isIt = and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId))
  const [row] = await tx.select().from(agendaItems).where(isIt)
  if (!row) return { ok: false, reason: 'notFound' } as const
  if (isStale(row, seen)) return { ok: false, reason: 'changedMeanwhile' } as const
  const { startsAt, endsAt, roomId, isScheduled } = row
  const before: Place = { startsAt, endsAt, roomId, isScheduled }
  const after = { ...before, ...placeFor(before) }
  if (!canLast(after)) return { ok: false, reason: 'badTimes' } as const
  if (!(await isRoomOfEvent(tx, scope, after.roomId))) return { ok: false, reason: 'notFound' } as const
  const version = row.version + 1
  await tx
    .update(agendaItems)
    .set({ ...after, version, updatedAt: now })
    .where(isIt)
  await note(tx, scope, { action: `agenda.item.${act}`, subjectId: itemId, before, after, now })
  return { ok: true, version, before } as const
}

async function isRoomOfEvent(tx: Tx, { eventId }: EventScope, roomId: string | null): Promise<boolean> {
  return !roomId || (await tx.$count(rooms, and(eq(rooms.id, roomId), eq(rooms.eventId, eventId)))) > 0
}
