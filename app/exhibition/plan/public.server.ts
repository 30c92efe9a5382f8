import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { booths, exhibitSectors, exhibits } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { fold } from '../../directory/fold.ts'
import { isShownIn } from '../cards.server.ts'
import { exhibitsMatching, type SearchedEvent } from '../search.server.ts'
import type { Sector } from '../sectors.ts'
import { boothState } from './kinds.ts'
import { boothColumns, readFurniture, readHall, withBox } from './read.server.ts'

/** The halls that are drawn: those in which at least one booth has its place. */
export async function readPublicHalls(read: Reader, eventId: string) {
  return read
    .selectDistinct({ id: halls.id, name: halls.name, position: halls.position })
    .from(halls)
    .innerJoin(booths, eq(booths.hallId, halls.id))
    .where(and(eq(halls.eventId, eventId), isNotNull(booths.x)))
    .orderBy(asc(halls.position), asc(halls.id))
}

/** Whether there is a plan to lead visitors to. */
export async function hasPlan(read: Reader, eventId: string): Promise<boolean> {
  const [drawn] = await read
    .select({ id: booths.id })
    .from(booths)
    .where(and(eq(booths.eventId, eventId), isNotNull(booths.hallId), isNotNull(booths.x)))
    .limit(1)
  return drawn !== undefined
}

/** A hall as visitors see it: what is published at each booth, which are free, and what else is there. */
export async function readPublicHall(read: Reader, eventId: string, hallId: string) {
  const [hall, furniture, rows] = await Promise.all([
    readHall(read, eventId, hallId),
    readFurniture(read, hallId),
    read
      .select({
        ...boothColumns,
        exhibit: {
          id: exhibits.id,
          state: exhibits.state,
          slug: exhibits.slug,
          code: exhibits.qrCode,
          title: exhibits.title,
          organisationName: exhibits.organisationName,
        },
      })
      .from(booths)
      .leftJoin(exhibits, eq(exhibits.boothId, booths.id))
      .where(and(eq(booths.hallId, hallId), eq(booths.eventId, eventId)))
      .orderBy(asc(booths.position), asc(booths.id), asc(exhibits.position)),
  ])
  if (!hall) return null
  const byBooth = Map.groupBy(rows, ({ id }) => id)
  const all = [...byBooth.values()].map((group) => {
    const [first] = group
    const { exhibit: _, version: __, ...booth } = first as (typeof rows)[number]
    const shown = group.flatMap(({ exhibit }) => (exhibit?.state === 'published' ? [exhibit] : []))
    const isTaken = group.some(({ exhibit }) => exhibit !== null)
    return {
      ...withBox(booth),
      // What is not published yet is nobody's business, but the place is not free.
      state: shown.length
        ? ('taken' as const)
        : boothState({ isTaken: false, isReserved: booth.isReserved || isTaken }),
      exhibits: shown.map(({ state: ___, ...exhibit }) => exhibit),
    }
  })
  return { hall, furniture, booths: all }
}

export type PublicHall = NonNullable<Awaited<ReturnType<typeof readPublicHall>>>
export type PublicBooth = PublicHall['booths'][number]

/**
 * Where booths are at which something fits: its hall and id. A search finds what the exhibition's list finds, and a
 * booth by its code. Null when nothing is looked for.
 */
export async function boothsMatching(
  read: Reader,
  event: SearchedEvent,
  { search, sector }: { search: string; sector: Sector | null },
) {
  if (!search && !sector) return null
  const matching = search ? await exhibitsMatching(read, event, search) : null
  const found = await read
    .selectDistinct({ id: booths.id, hallId: booths.hallId })
    .from(booths)
    .innerJoin(exhibits, eq(exhibits.boothId, booths.id))
    .where(
      and(
        isShownIn(event.id),
        matching ? inArray(exhibits.id, matching) : undefined,
        sector ? inArray(exhibits.id, ofSector(read, event.id, sector)) : undefined,
      ),
    )
  // A free booth is found by its code alone, and by no theme.
  const named = search && !sector ? await namedBooth(read, event.id, search) : null
  return named && !found.some(({ id }) => id === named.id) ? [...found, named] : found
}

function ofSector(read: Reader, eventId: string, sector: Sector) {
  return read
    .select({ id: exhibitSectors.exhibitId })
    .from(exhibitSectors)
    .where(and(eq(exhibitSectors.eventId, eventId), eq(exhibitSectors.sector, sector)))
}

async function namedBooth(read: Reader, eventId: string, code: string) {
  const rows = await read
    .select({ id: booths.id, hallId: booths.hallId, code: booths.code })
    .from(booths)
    .where(and(eq(booths.eventId, eventId), isNotNull(booths.hallId)))
  const wanted = fold(code)
  const found = rows.find((booth) => fold(booth.code) === wanted)
  return found ? { id: found.id, hallId: found.hallId } : null
}

/** The booth that a QR code or a booth's own code means; null for none that is drawn. Who types may use capitals. */
export async function boothAt(read: Reader, eventId: string, at: string) {
  const code = at.trim()
  if (!code) return null
  const [found] = await read
    .select({ id: booths.id, hallId: booths.hallId, code: booths.code })
    .from(booths)
    .leftJoin(exhibits, eq(exhibits.boothId, booths.id))
    .where(
      and(
        eq(booths.eventId, eventId),
        isNotNull(booths.x),
        or(
          eq(booths.code, code),
          eq(booths.code, code.toUpperCase()),
          eq(exhibits.qrCode, code.toLowerCase()),
        ),
      ),
    )
    .limit(1)
  return found ?? null
}

/** The themes of what stands at the drawn booths, to choose from. */
export async function sectorsOnPlan(read: Reader, eventId: string): Promise<string[]> {
  const rows = await read
    .selectDistinct({ sector: exhibitSectors.sector })
    .from(exhibitSectors)
    .innerJoin(exhibits, eq(exhibits.id, exhibitSectors.exhibitId))
    .innerJoin(booths, eq(booths.id, exhibits.boothId))
    .where(and(isShownIn(eventId), isNotNull(booths.x)))
  return rows.map(({ sector }) => sector)
}
