import { and, countDistinct, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { exhibitGovernorates, exhibitSectors, exhibits } from '#db/schema/exhibition.server.ts'
import { exhibitProgrammes } from '#db/schema/programmes.server.ts'
import { countActivities } from '../activities/read.server.ts'
import { isShownIn } from '../cards.server.ts'
import type { Sector } from '../sectors.ts'
import type { Measure } from './measure.ts'
import type { Measured } from './measured.ts'

export type Counting = { sector: Sector | null; programmeId: string | null }
/** What is counted; an indicator's figures are read with their programme (programme-figures.ts). */
export type CountedMeasure = Exclude<Measure, 'figure'>

/**
 * What the map can count, in the order in which it is offered. Another measure is one more entry in `measures`
 * (measure.ts) and here, and its texts in the namespace `map`.
 */
const readers: Record<
  CountedMeasure,
  (read: Reader, eventId: string, counting: Counting) => Promise<Measured>
> = {
  exhibits: (read, eventId, counting) =>
    countByPlace(read, { eventId, ...counting, what: countDistinct(exhibits.id) }),
  organisations: (read, eventId, counting) =>
    countByPlace(read, { eventId, ...counting, what: countDistinct(organisation) }),
  activities: (read, eventId, counting) =>
    countActivities(read, eventId, { what: 'activities', ...counting }),
  agencies: (read, eventId, counting) => countActivities(read, eventId, { what: 'agencies', ...counting }),
}

/** The organisation of the directory, or where there is none the name that was typed. */
const organisation = sql`coalesce(${exhibits.organisationId}, cast(${exhibits.organisationName} as text))`

/** What a measure says of each governorate, of one sector or of all, of one programme or of all. */
export function readMeasure(
  read: Reader,
  eventId: string,
  {
    measure,
    sector,
    programmeId = null,
  }: Partial<Counting> & { measure: CountedMeasure; sector: Sector | null },
): Promise<Measured> {
  return readers[measure](read, eventId, { sector, programmeId })
}

type Counted = Counting & { eventId: string; what: ReturnType<typeof countDistinct> }

async function countByPlace(
  read: Reader,
  { eventId, sector, programmeId, what }: Counted,
): Promise<Measured> {
  const ofSector = sector
    ? inArray(
        exhibits.id,
        read
          .select({ id: exhibitSectors.exhibitId })
          .from(exhibitSectors)
          .where(and(eq(exhibitSectors.eventId, eventId), eq(exhibitSectors.sector, sector))),
      )
    : undefined
  const ofProgramme = programmeId
    ? inArray(
        exhibits.id,
        read
          .select({ id: exhibitProgrammes.exhibitId })
          .from(exhibitProgrammes)
          .where(eq(exhibitProgrammes.programmeId, programmeId)),
      )
    : undefined
  const where = and(isShownIn(eventId), ofSector, ofProgramme)
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
