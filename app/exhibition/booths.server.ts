import { and, asc, desc, eq, gt, lt, max, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { booths } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import type { Direction } from '../events/order.ts'
import { collator } from '../i18n/format.ts'

/** Where a booth stands: in a hall, whose part is then its own, or for the time being in a part alone. */
export type BoothPlace = { hallId: string | null; partId: string | null }
export type BoothContent = BoothPlace & { code: string }
type NewBooths = Omit<BoothContent, 'code'> & { id?: string; codes: string[]; now: Date }
type Which = { boothId: string; now: Date }

/**
 * Adds booths after the others, all at one place. Refused altogether when one of the codes is painted on another
 * booth of the event (`taken` names them), whatever its letter case. The first gets the `id`, by which the form is known
 * when it comes again; then `ids` has only that one.
 */
export async function addBooths(
  tx: Tx,
  scope: EventScope,
  { id = newId(), codes, hallId, partId, now }: NewBooths,
) {
  const { eventId } = scope
  await lockEvent(tx, eventId)
  const before = await madeBefore(tx, booths, { id, ours: eq(booths.eventId, eventId) })
  if (before) return before.ok ? { ok: true as const, ids: [id] } : before
  const place = await placeOf(tx, scope, { hallId, partId })
  if (!place) return { ok: false, reason: 'notFound' } as const
  const taken = await takenCodes(tx, scope, codes)
  if (taken.length) return { ok: false, reason: 'codeTaken', taken } as const
  const first = await nextPosition(tx, scope)
  const rows = codes.map((code, n) => ({
    ...{ id: n ? newId() : id, eventId, ...place },
    ...{ code, position: first + n },
  }))
  if (rows.length) await tx.insert(booths).values(rows)
  await note(tx, scope, { action: 'booth.add', after: { codes, ...place }, now })
  return { ok: true, ids: rows.map(({ id }) => id) } as const
}

/**
 * Changes a booth's code or place; refused as `addBooths` is. Its exhibits and their QR codes stay as they are. In
 * another hall it is not drawn yet.
 */
export async function editBooth(
  tx: Tx,
  scope: EventScope,
  { boothId, content: { code, hallId, partId }, now }: Which & { content: BoothContent },
) {
  await lockEvent(tx, scope.eventId)
  const before = await findBooth(tx, scope, boothId)
  const place = await placeOf(tx, scope, { hallId, partId })
  if (!before || !place) return { ok: false, reason: 'notFound' } as const
  const taken = await takenCodes(tx, scope, [code], boothId)
  if (taken.length) return { ok: false, reason: 'codeTaken', taken } as const
  const isMoved = before.hallId !== place.hallId
  const after = { code, ...place, ...(isMoved && { x: null, y: null, width: null, depth: null }) }
  await tx
    .update(booths)
    .set({ ...after, version: sql`${booths.version} + 1` })
    .where(eq(booths.id, boothId))
  await note(tx, scope, { action: 'booth.edit', subjectId: boothId, before, after, now })
  return { ok: true, id: boothId } as const
}

/** Moves a booth one place up or down; at the end of the list nothing happens. */
export async function moveBooth(
  tx: Tx,
  scope: EventScope,
  { boothId, direction, now }: Which & { direction: Direction },
) {
  await lockEvent(tx, scope.eventId)
  const booth = await findBooth(tx, scope, boothId)
  if (!booth) return { ok: false, reason: 'notFound' } as const
  const isUp = direction === 'up'
  const [other] = await tx
    .select({ id: booths.id, position: booths.position })
    .from(booths)
    .where(
      and(
        eq(booths.eventId, scope.eventId),
        isUp ? lt(booths.position, booth.position) : gt(booths.position, booth.position),
      ),
    )
    .orderBy(isUp ? desc(booths.position) : asc(booths.position))
    .limit(1)
  if (!other) return { ok: true } as const
  await tx.update(booths).set({ position: other.position }).where(eq(booths.id, booth.id))
  await tx.update(booths).set({ position: booth.position }).where(eq(booths.id, other.id))
  await note(tx, scope, { action: 'booth.move', subjectId: boothId, after: { direction }, now })
  return { ok: true } as const
}

/** Puts all booths in the order of their codes: A2 before A10. */
export async function sortBooths(tx: Tx, scope: EventScope, { now }: { now: Date }) {
  await lockEvent(tx, scope.eventId)
  const rows = await tx
    .select({ id: booths.id, code: booths.code, position: booths.position })
    .from(booths)
    .where(eq(booths.eventId, scope.eventId))
  const { compare } = collator('en')
  const sorted = rows.toSorted((a, b) => compare(a.code, b.code))
  for (const [position, booth] of sorted.entries()) {
    if (booth.position !== position) await tx.update(booths).set({ position }).where(eq(booths.id, booth.id))
  }
  await note(tx, scope, { action: 'booth.sort', now })
  return { ok: true } as const
}

/** Removes a booth; exhibits shown there have none until they are given another. */
export async function removeBooth(tx: Tx, scope: EventScope, { boothId, now }: Which) {
  await lockEvent(tx, scope.eventId)
  const before = await findBooth(tx, scope, boothId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  await tx.delete(booths).where(eq(booths.id, boothId))
  await note(tx, scope, { action: 'booth.remove', subjectId: boothId, before, now })
  return { ok: true } as const
}

/** Those of the event's codes, but `exceptId`'s, that are among `codes` whatever their letter case. */
export async function takenCodes(
  tx: Tx,
  scope: EventScope,
  codes: readonly string[],
  exceptId?: string,
): Promise<string[]> {
  const others = await tx
    .select({ id: booths.id, code: booths.code })
    .from(booths)
    .where(eq(booths.eventId, scope.eventId))
  const wanted = new Set(codes.map((code) => code.toLowerCase()))
  return others
    .filter(({ id, code }) => id !== exceptId && wanted.has(code.toLowerCase()))
    .map(({ code }) => code)
}

/** The position behind all booths of the event. */
export async function nextPosition(tx: Tx, { eventId }: EventScope): Promise<number> {
  const [last] = await tx
    .select({ position: max(booths.position) })
    .from(booths)
    .where(eq(booths.eventId, eventId))
  return (last?.position ?? -1) + 1
}

async function placeOf(tx: Tx, { eventId }: EventScope, { hallId, partId }: BoothPlace) {
  if (hallId) {
    const [hall] = await tx
      .select({ hallId: halls.id, partId: halls.partId })
      .from(halls)
      .where(and(eq(halls.id, hallId), eq(halls.eventId, eventId)))
    return hall ?? null
  }
  const [part] = await tx
    .select({ partId: parts.id })
    .from(parts)
    .where(and(eq(parts.id, partId ?? ''), eq(parts.eventId, eventId)))
  return part ? { hallId: null, partId: part.partId } : null
}

async function findBooth(tx: Tx, scope: EventScope, boothId: string) {
  const [booth] = await tx
    .select()
    .from(booths)
    .where(and(eq(booths.id, boothId), eq(booths.eventId, scope.eventId)))
  return booth ?? null
}
