import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { exhibitionTours } from '#db/schema/exhibition-tours.server.ts'
import type { Localized } from '../../i18n/languages.ts'
import { isShownIn } from '../cards.server.ts'

/** A booth on a route at which something is published, and what one reads there first. */
export type Stop = {
  boothId: string
  code: string
  hallId: string | null
  slug: string
  title: Localized
}
export type Tour = { slug: string; name: Localized; stops: Stop[] }

/** The routes that an event suggests to visitors, the shortest first; those that lead to nothing published are left out. */
export async function readTours(read: Reader, eventId: string): Promise<Tour[]> {
  const rows = await read
    .select()
    .from(exhibitionTours)
    .where(eq(exhibitionTours.eventId, eventId))
    .orderBy(asc(exhibitionTours.createdAt), asc(exhibitionTours.id))
  const stops = await readStops(read, eventId, [...new Set(rows.flatMap(({ boothIds }) => boothIds))])
  return rows
    .map(({ slug, name, boothIds }) => ({ slug, name, stops: boothIds.flatMap((id) => stops.get(id) ?? []) }))
    .filter((tour) => tour.stops.length > 0)
    .sort((a, b) => a.stops.length - b.stops.length)
}

/** One of them by its address; null when there is none such. */
export async function findTour(read: Reader, eventId: string, slug: string): Promise<Tour | null> {
  if (!slug) return null
  const [row] = await read
    .select()
    .from(exhibitionTours)
    .where(and(eq(exhibitionTours.eventId, eventId), eq(exhibitionTours.slug, slug)))
  if (!row) return null
  const stops = await readStops(read, eventId, row.boothIds)
  const { name, boothIds } = row
  return { slug, name, stops: boothIds.flatMap((id) => stops.get(id) ?? []) }
}

async function readStops(read: Reader, eventId: string, boothIds: readonly string[]) {
  if (!boothIds.length) return new Map<string, Stop>()
  const rows = await read
    .select({
      ...{ boothId: booths.id, code: booths.code, hallId: booths.hallId },
      ...{ slug: exhibits.slug, title: exhibits.title },
    })
    .from(booths)
    .innerJoin(exhibits, eq(exhibits.boothId, booths.id))
    .where(and(isShownIn(eventId), inArray(booths.id, [...boothIds])))
    .orderBy(asc(exhibits.position), asc(exhibits.id))
  // Where several stand at one booth, the first of them is met first.
  return new Map(rows.reverse().map((row) => [row.boothId, row]))
}

/** Every suggested route for those who make them, with its booths as codes, also those at which nothing is published yet. */
export async function readTourRows(read: Reader, eventId: string) {
  const [rows, all] = await Promise.all([
    read
      .select()
      .from(exhibitionTours)
      .where(eq(exhibitionTours.eventId, eventId))
      .orderBy(asc(exhibitionTours.createdAt), asc(exhibitionTours.id)),
    read
      .select({ id: booths.id, code: booths.code, title: exhibits.title, state: exhibits.state })
      .from(booths)
      .leftJoin(exhibits, eq(exhibits.boothId, booths.id))
      .where(eq(booths.eventId, eventId))
      .orderBy(asc(booths.position), asc(booths.id), asc(exhibits.position)),
  ])
  const told = [...Map.groupBy(all, ({ id }) => id).values()].flatMap(boothOf)
  const known = new Map(told.map((booth) => [booth.id, booth]))
  return {
    booths: told,
    tours: rows.map(({ id, slug, name, boothIds }) => {
      const stops = boothIds.flatMap((boothId) => known.get(boothId) ?? [])
      return { id, slug, name, stops }
    }),
  }
}

type Row = { id: string; code: string; title: Localized | null; state: string | null }

/** A booth with the title of what is published there; none while nothing is. */
function boothOf(group: readonly Row[]) {
  const [booth] = group
  const published = group.find(({ state }) => state === 'published')
  return booth ? [{ id: booth.id, code: booth.code, title: published?.title ?? null }] : []
}
