import { and, asc, count, eq, inArray, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { exhibitGovernorates, exhibitSectors, exhibits, figures } from '#db/schema/exhibition.server.ts'
import { isShownIn, selectCards, withThemes } from './cards.server.ts'
import { exhibitsMatching, type SearchedEvent } from './search.server.ts'
import type { Sector } from './sectors.ts'

/** How many exhibits a page of the public list shows. */
export const exhibitsPerPage = 24

export type ExhibitionFilter = { sector: Sector | null; governorate: string | null; search: string }

/**
 * One page of what is shown at an event, as far as it fits the filter, and how many exhibits each sector and each
 * governorate would leave beside the rest of the filter. A page beyond the last is the last.
 */
export async function readExhibition(
  read: Reader,
  event: SearchedEvent,
  filter: ExhibitionFilter,
  wishedPage = 1,
) {
  const eventId = event.id
  const matching = await exhibitsMatching(read, event, filter.search)
  const fits = (given: Omit<ExhibitionFilter, 'search'>) =>
    and(
      isShownIn(eventId),
      given.sector ? inArray(exhibits.id, ofSector(read, eventId, given.sector)) : undefined,
      given.governorate ? inArray(exhibits.id, inPlace(read, eventId, given.governorate)) : undefined,
      matching ? inArray(exhibits.id, matching) : undefined,
    )
  const [total, found, bySector, byGovernorate] = await Promise.all([
    read.$count(exhibits, isShownIn(eventId)),
    read.$count(exhibits, fits(filter)),
    countBySector(read, fits({ ...filter, sector: null })),
    countByGovernorate(read, fits({ ...filter, governorate: null })),
  ])
  const pages = Math.max(1, Math.ceil(found / exhibitsPerPage))
  const page = Math.min(wishedPage, pages)
  const rows = await selectCards(read)
    .where(fits(filter))
    .limit(exhibitsPerPage)
    .offset((page - 1) * exhibitsPerPage)
  return { exhibits: await withThemes(read, rows), total, found, page, pages, bySector, byGovernorate }
}

function ofSector(read: Reader, eventId: string, sector: string) {
  return read
    .select({ id: exhibitSectors.exhibitId })
    .from(exhibitSectors)
    .where(and(eq(exhibitSectors.eventId, eventId), eq(exhibitSectors.sector, sector)))
}

function inPlace(read: Reader, eventId: string, pcode: string) {
  return read
    .select({ id: exhibitGovernorates.exhibitId })
    .from(exhibitGovernorates)
    .where(and(eq(exhibitGovernorates.eventId, eventId), eq(exhibitGovernorates.pcode, pcode)))
}

/** How many of an event's published exhibits are about each sector. */
export function countSectors(read: Reader, eventId: string): Promise<Record<string, number>> {
  return countBySector(read, isShownIn(eventId))
}

async function countBySector(read: Reader, where: SQL | undefined): Promise<Record<string, number>> {
  const rows = await read
    .select({ sector: exhibitSectors.sector, exhibits: count() })
    .from(exhibitSectors)
    .innerJoin(exhibits, eq(exhibits.id, exhibitSectors.exhibitId))
    .where(where)
    .groupBy(exhibitSectors.sector)
  return Object.fromEntries(rows.map(({ sector, exhibits }) => [sector, Number(exhibits)]))
}

async function countByGovernorate(read: Reader, where: SQL | undefined): Promise<Record<string, number>> {
  const rows = await read
    .select({ pcode: exhibitGovernorates.pcode, exhibits: count() })
    .from(exhibitGovernorates)
    .innerJoin(exhibits, eq(exhibits.id, exhibitGovernorates.exhibitId))
    .where(where)
    .groupBy(exhibitGovernorates.pcode)
  return Object.fromEntries(rows.map(({ pcode, exhibits }) => [pcode, Number(exhibits)]))
}

/** A foretaste for the event's own page: how many exhibits there are, the first of them, and some of their figures. */
export async function readExhibitionTeaser(read: Reader, eventId: string) {
  const [total, first, numbers] = await Promise.all([
    read.$count(exhibits, isShownIn(eventId)),
    selectCards(read).where(isShownIn(eventId)).limit(6),
    read
      .select(figureColumns)
      .from(figures)
      .innerJoin(exhibits, eq(exhibits.id, figures.exhibitId))
      .where(and(isShownIn(eventId), eq(figures.position, 0)))
      .orderBy(asc(exhibits.position), asc(figures.id))
      .limit(3),
  ])
  return { total, exhibits: await withThemes(read, first), figures: numbers }
}

export const figureColumns = {
  id: figures.id,
  value: figures.value,
  qualifier: figures.qualifier,
  label: figures.label,
  unit: figures.unit,
  asOf: figures.asOf,
  source: figures.source,
  sourceUrl: figures.sourceUrl,
}
