import { and, countDistinct, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { exhibitGovernorates, exhibitSectors, exhibits } from '#db/schema/exhibition.server.ts'
import { isShownIn } from '../cards.server.ts'
import type { Sector } from '../sectors.ts'
import type { Measure } from './measure.ts'

export type Measured = {
  /** By p-code; who is not in it has none. */
  values: Record<string, number>
  /** Each counted once, wherever it works. */
  total: number
}

/**
 * What the map can count, in the order in which it is offered. Another measure is one more entry in `measures`
 * (measure.ts) and here, and its texts in the namespace `map`.
 */
const readers: Record<Measure, (read: Reader, eventId: string, sector: Sector | null) => Promise<Measured>> =
  {
    exhibits: (read, eventId, sector) =>
      countByPlace(read, { eventId, sector, what: countDistinct(exhibits.id) }),
    organisations: (read, eventId, sector) =>
      countByPlace(read, { eventId, sector, what: countDistinct(organisation) }),
  }

/** The organisation of the directory, or where there is none the name that was typed. */
const organisation = sql`coalesce(${exhibits.organisationId}, cast(${exhibits.organisationName} as text))`

/** What a measure says of each governorate, of one sector or of all. */
export function readMeasure(
  read: Reader,
  eventId: string,
  { measure, sector }: { measure: Measure; sector: Sector | null },
): Promise<Measured> {
  return readers[measure](read, eventId, sector)
}

type Counted = { eventId: string; sector: Sector | null; what: ReturnType<typeof countDistinct> }

async function countByPlace(read: Reader, { eventId, sector, what }: Counted): Promise<Measured> {
  const ofSector = sector
    ? inArray(
        exhibits.id,
        read
          .select({ id: exhibitSectors.exhibitId })
          .from(exhibitSectors)
          .where(and(eq(exhibitSectors.eventId, eventId), eq(exhibitSectors.sector, sector))),
      )
    : undefined
  const where = and(isShownIn(eventId), ofSector)
  const [byPlace, [all]] = await Promise.all([
    read
      .select({ pcode: exhibitGovernorates.pcode, value: what })
      .from(exhibitGovernorates)
      .innerJoin(exhibits, eq(exhibits.id, exhibitGovernorates.exhibitId))
      .where(where)
      .groupBy(exhibitGovernorates.pcode),
    read
      .select({ value: what })
      .from(exhibitGovernorates)
      .innerJoin(exhibits, eq(exhibits.id, exhibitGovernorates.exhibitId))
      .where(where),
  ])
  return {
    values: Object.fromEntries(byPlace.map(({ pcode, value }) => [pcode, Number(value)])),
    total: Number(all?.value ?? 0),
  }
}
