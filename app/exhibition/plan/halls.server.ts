import { and, asc, eq, max, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { booths } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import { type Direction, moved } from '../../events/order.ts'
import { keepUnseen } from '../../events/rules.ts'
import { releaseFile } from '../../files/record.server.ts'
import type { Localized } from '../../i18n/languages.ts'
import { lockHall } from './lock-hall.server.ts'

/** Measures in centimetres. */
export type HallContent = { name: Localized; partId: string; width: number; depth: number; step: number }
type Which = { hallId: string; now: Date }

/** Adds a hall after the others, with nothing in it; once, however often its form is sent. */
export async function addHall(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content, now }: { id?: string; content: HallContent; now: Date },
) {
  const { eventId } = scope
  await lockEvent(tx, eventId)
  const before = await madeBefore(tx, halls, { id, ours: eq(halls.eventId, eventId) })
  if (before) return before
  if (!(await isOurPart(tx, scope, content.partId))) return { ok: false, reason: 'notFound' } as const
  const [last] = await tx
    .select({ position: max(halls.position) })
    .from(halls)
    .where(eq(halls.eventId, eventId))
  await tx.insert(halls).values({ ...content, id, eventId, position: (last?.position ?? -1) + 1 })
  await note(tx, scope, { action: 'hall.add', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

/**
 * Changes a hall's name, part or measures. Its booths come along to another part; nothing in it moves, and what then
 * stands outside is warned of. `changedMeanwhile` when somebody else has changed the hall since `seen`.
 */
export async function editHall(
  tx: Tx,
  scope: EventScope,
  { hallId, content, seen, now }: Which & { content: HallContent; seen?: number | undefined },
) {
  const locked = await lockHall(tx, scope, hallId)
  if (!locked || !(await isOurPart(tx, scope, content.partId)))
    return { ok: false, reason: 'notFound' } as const
  const { event, hall } = locked
  if (seen !== undefined && seen !== hall.version) return { ok: false, reason: 'changedMeanwhile' } as const
  const name = keepUnseen(hall.name, content.name, event.languages)
  await tx
    .update(halls)
    .set({ ...content, name, version: sql`${halls.version} + 1` })
    .where(eq(halls.id, hallId))
  if (hall.partId !== content.partId)
    await tx.update(booths).set({ partId: content.partId }).where(eq(booths.hallId, hallId))
  await note(tx, scope, { action: 'hall.edit', subjectId: hallId, before: hall, after: content, now })
  return { ok: true, id: hallId } as const
}

/** Moves a hall one place up or down among the others; at the end nothing happens. */
export async function moveHall(
  tx: Tx,
  scope: EventScope,
  { hallId, direction, now }: Which & { direction: Direction },
) {
  await lockEvent(tx, scope.eventId)
  const rows = await tx
    .select({ id: halls.id })
    .from(halls)
    .where(eq(halls.eventId, scope.eventId))
    .orderBy(asc(halls.position), asc(halls.id))
  const order = moved(rows, hallId, direction)
  if (!order) return { ok: false, reason: 'notFound' } as const
  for (const [position, { id }] of order.entries())
    await tx.update(halls).set({ position }).where(eq(halls.id, id))
  await note(tx, scope, { action: 'hall.move', subjectId: hallId, after: { direction }, now })
  return { ok: true } as const
}

/**
 * Removes a hall and what is drawn in it. Its booths stay, with what is shown at them, and stand in no hall. `unused`
 * are the files no longer shown: `clearUnused` takes them away once this is committed.
 */
export async function removeHall(tx: Tx, scope: EventScope, { hallId, now }: Which) {
  const locked = await lockHall(tx, scope, hallId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const { hall } = locked
  const nowhere = { hallId: null, x: null, y: null, width: null, depth: null }
  await tx
    .update(booths)
    .set({ ...nowhere, version: sql`${booths.version} + 1` })
    .where(eq(booths.hallId, hallId))
  await tx.delete(halls).where(eq(halls.id, hallId))
  if (hall.pictureId) await releaseFile(tx, hall.pictureId)
  await note(tx, scope, { action: 'hall.remove', subjectId: hallId, before: hall, now })
  return { ok: true, unused: hall.pictureId ? [hall.pictureId] : [] } as const
}

async function isOurPart(tx: Tx, { eventId }: EventScope, partId: string): Promise<boolean> {
  return (await tx.$count(parts, and(eq(parts.id, partId), eq(parts.eventId, eventId)))) > 0
}
