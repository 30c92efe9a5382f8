import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { booths } from '#db/schema/exhibition.server.ts'
import { exhibitionTours } from '#db/schema/exhibition-tours.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import { keepUnseen, slugFrom } from '../../events/rules.ts'
import type { Localized } from '../../i18n/languages.ts'
import { everyBooth } from './route-in.ts'

/** More suggestions are none. */
export const mostTours = 12

/** `booths`: codes in the order in which one walks, in any letter case. */
export type TourContent = { name: Localized; booths: readonly string[] }

/**
 * Adds a suggested route; one, however often its form is sent. Refused: `unknown` where the event has no booth of one of
 * the codes (`codes` names them), `full` beyond `mostTours`.
 */
export async function addTour(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content, now }: { id?: string; content: TourContent; now: Date },
) {
  const { eventId } = scope
  await lockEvent(tx, eventId)
  const before = await madeBefore(tx, exhibitionTours, { id, ours: eq(exhibitionTours.eventId, eventId) })
  if (before) return before
  const others = await tx.select().from(exhibitionTours).where(eq(exhibitionTours.eventId, eventId))
  if (others.length >= mostTours) return { ok: false, reason: 'full' } as const
  const found = await findBooths(tx, eventId, content.booths)
  if (!found.ok) return found
  const used = others.map(({ slug }) => slug)
  const after = { slug: freeSlug(content.name, used), name: content.name, boothIds: found.ids }
  await tx.insert(exhibitionTours).values({ id, eventId, ...after, createdAt: now, updatedAt: now })
  await note(tx, scope, { action: 'tour.add', subjectId: id, after, now })
  return { ok: true, id } as const
}

/** Changes name or booths; its address stays. Refused as `addTour` is, and `notFound`. */
export async function editTour(
  tx: Tx,
  scope: EventScope,
  { tourId, content, now }: { tourId: string; content: TourContent; now: Date },
) {
  const event = await lockEvent(tx, scope.eventId)
  const [before] = await tx.select().from(exhibitionTours).where(within(scope, tourId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  const found = await findBooths(tx, scope.eventId, content.booths)
  if (!found.ok) return found
  const after = { name: keepUnseen(before.name, content.name, event.languages), boothIds: found.ids }
  await tx
    .update(exhibitionTours)
    .set({ ...after, updatedAt: now })
    .where(within(scope, tourId))
  await note(tx, scope, { action: 'tour.edit', subjectId: tourId, before, after, now })
  return { ok: true, id: tourId } as const
}

/** Removes a suggested route; the booths stay. Refused: `notFound`. */
export async function removeTour(tx: Tx, scope: EventScope, { tourId, now }: { tourId: string; now: Date }) {
  await lockEvent(tx, scope.eventId)
  const [before] = await tx.delete(exhibitionTours).where(within(scope, tourId)).returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  await note(tx, scope, { action: 'tour.remove', subjectId: tourId, before, now })
  return { ok: true } as const
}

function within(scope: EventScope, tourId: string) {
  return and(eq(exhibitionTours.id, tourId), eq(exhibitionTours.eventId, scope.eventId))
}

async function findBooths(tx: Tx, eventId: string, codes: readonly string[]) {
  const rows = await tx
    .select({ id: booths.id, code: booths.code })
    .from(booths)
    .where(eq(booths.eventId, eventId))
  const idOf = new Map(rows.map(({ id, code }) => [code.toLowerCase(), id]))
  const unknown = codes.filter((code) => !idOf.has(code.toLowerCase()))
  if (unknown.length) return { ok: false, reason: 'unknown', codes: unknown } as const
  return { ok: true, ids: codes.flatMap((code) => idOf.get(code.toLowerCase()) ?? []) } as const
}

/** The name in addresses, with a number where another route has it; `route` where nothing of it is Latin. */
function freeSlug(name: Localized, used: readonly string[]): string {
  const base = slugFrom(name) || 'route'
  const taken = new Set([...used, everyBooth])
  let slug = base
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`
  return slug
}
