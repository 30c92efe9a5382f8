import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import {
  booths,
  exhibitGovernorates,
  exhibitPictures,
  exhibitSectors,
  exhibits,
} from '#db/schema/exhibition.server.ts'
import { files } from '#db/schema/files.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { shownFile } from '../files/record.server.ts'
import { isGovernorate } from './governorates.ts'
import { isSector, type Sector, sectors } from './sectors.ts'

/** The order in which a visitor walks: by the booths of the plan, then what has no booth. */
export const walkingOrder = [
  asc(sql`coalesce(${booths.position}, 1000000)`),
  asc(exhibits.position),
  asc(exhibits.id),
]

/** What a visitor may see of an event's exhibition. */
export const isShownIn = (eventId: string) =>
  and(eq(exhibits.eventId, eventId), eq(exhibits.state, 'published'))

/** Exhibits as cards show them, in walking order. The caller says which, and how many. */
export function selectCards(read: Reader) {
  return read
    .select({
      id: exhibits.id,
      slug: exhibits.slug,
      code: exhibits.qrCode,
      title: exhibits.title,
      summary: exhibits.summary,
      organisationName: exhibits.organisationName,
      booth: booths.code,
      hall: halls.name,
    })
    .from(exhibits)
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .leftJoin(halls, eq(halls.id, booths.hallId))
    .orderBy(...walkingOrder)
    .$dynamic()
}

export type Picture = Awaited<ReturnType<typeof selectPictures>>[number]['picture']
type Row = Awaited<ReturnType<typeof selectCards>>[number]
export type ExhibitCard = Row & { sectors: Sector[]; governorates: string[]; picture: Picture | null }

/** Adds to each row what it is about, where, and its first picture: three queries however many rows. */
export async function withThemes(read: Reader, rows: Row[]): Promise<ExhibitCard[]> {
  const ids = rows.map(({ id }) => id)
  if (!ids.length) return []
  const [themes, pictures] = await Promise.all([readThemes(read, ids), readFirstPictures(read, ids)])
  return rows.map((row) => ({ ...row, ...themes(row.id), picture: pictures.get(row.id) ?? null }))
}

/** What each of these exhibits is about and where; only what we have names for, in the order of lists. */
export async function readThemes(read: Reader, ids: string[]) {
  const [ofSectors, inPlaces] = await Promise.all([
    read
      .select({ id: exhibitSectors.exhibitId, sector: exhibitSectors.sector })
      .from(exhibitSectors)
      .where(inArray(exhibitSectors.exhibitId, ids)),
    read
      .select({ id: exhibitGovernorates.exhibitId, pcode: exhibitGovernorates.pcode })
      .from(exhibitGovernorates)
      .where(inArray(exhibitGovernorates.exhibitId, ids)),
  ])
  const sectorsOf = Map.groupBy(ofSectors, ({ id }) => id)
  const placesOf = Map.groupBy(inPlaces, ({ id }) => id)
  return (id: string) => ({
    sectors: (sectorsOf.get(id) ?? [])
      .map(({ sector }) => sector)
      .filter(isSector)
      .sort((a, b) => sectors.indexOf(a) - sectors.indexOf(b)),
    governorates: (placesOf.get(id) ?? [])
      .map(({ pcode }) => pcode)
      .filter(isGovernorate)
      .sort(),
  })
}

async function readFirstPictures(read: Reader, ids: string[]): Promise<Map<string, Picture>> {
  const rows = await selectPictures(read).where(inArray(exhibitPictures.exhibitId, ids))
  // Later ones are set first, so that of each exhibit its first picture stays.
  return new Map(rows.reverse().map(({ exhibitId, picture }) => [exhibitId, picture]))
}

function selectPictures(read: Reader) {
  return read
    .select({
      exhibitId: exhibitPictures.exhibitId,
      picture: { ...shownFile, alt: exhibitPictures.alt, focus: exhibitPictures.focus },
    })
    .from(exhibitPictures)
    .innerJoin(files, eq(files.id, exhibitPictures.fileId))
    .orderBy(asc(exhibitPictures.position), asc(exhibitPictures.id))
    .$dynamic()
}
