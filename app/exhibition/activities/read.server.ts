import { and, asc, count, countDistinct, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { activities, activityLists, eventActivityLists } from '#db/schema/activities.server.ts'
import type { Measured } from '../map/measured.ts'
import { isSector, type Sector, sectors } from '../sectors.ts'

/** Nobody is named: such rows count as activities and as no agency. */
const agencies = countDistinct(sql`nullif(${activities.agencyKey}, '')`)

/** What the office has, the latest first, with how many activities of how many agencies each tells of. */
export async function readLists(read: Reader, officeId: string) {
  const rows = await read
    .select({
      id: activityLists.id,
      name: activityLists.name,
      asOf: activityLists.asOf,
      source: activityLists.source,
      activities: count(activities.position),
      agencies,
    })
    .from(activityLists)
    .leftJoin(activities, eq(activities.listId, activityLists.id))
    .where(eq(activityLists.officeId, officeId))
    .groupBy(activityLists.id)
    .orderBy(desc(activityLists.asOf), asc(activityLists.id))
  return rows.map((row) => ({ ...row, activities: Number(row.activities), agencies: Number(row.agencies) }))
}

/** The lists that an event shows, with their sources: every figure of theirs is shown with these. */
export function readShownLists(read: Reader, eventId: string) {
  return read
    .select({
      id: activityLists.id,
      asOf: activityLists.asOf,
      source: activityLists.source,
      sourceUrl: activityLists.sourceUrl,
    })
    .from(eventActivityLists)
    .innerJoin(activityLists, eq(activityLists.id, eventActivityLists.listId))
    .where(eq(eventActivityLists.eventId, eventId))
    .orderBy(desc(activityLists.asOf), asc(activityLists.id))
}

type Asked = { sector: Sector | null; programmeId: string | null }

/** How many activities, or agencies at work, the event's lists tell of in each governorate. */
export async function countActivities(
  read: Reader,
  eventId: string,
  { what, ...asked }: Asked & { what: 'activities' | 'agencies' },
): Promise<Measured> {
  const value = what === 'activities' ? count() : agencies
  const isShown = eq(eventActivityLists.listId, activities.listId)
  const where = shown(eventId, asked)
  const [byPlace, [all]] = await Promise.all([
    read
      .select({ pcode: activities.pcode, value })
      .from(activities)
      .innerJoin(eventActivityLists, isShown)
      .where(where)
      .groupBy(activities.pcode),
    read.select({ value }).from(activities).innerJoin(eventActivityLists, isShown).where(where),
  ])
  return {
    values: Object.fromEntries(byPlace.map(({ pcode, value }) => [pcode, Number(value)])),
    total: Number(all?.value ?? 0),
  }
}

function shown(eventId: string, { sector, programmeId }: Asked): SQL | undefined {
  return and(
    eq(eventActivityLists.eventId, eventId),
    sector ? eq(activities.sector, sector) : undefined,
    programmeId ? eq(activities.programmeId, programmeId) : undefined,
  )
}

/** How many activities there are of each sector, of one programme or of all. */
export async function countActivitySectors(
  read: Reader,
  eventId: string,
  programmeId: string | null,
): Promise<Partial<Record<Sector, number>>> {
  const rows = await read
    .select({ sector: activities.sector, value: count() })
    .from(activities)
    .innerJoin(eventActivityLists, eq(eventActivityLists.listId, activities.listId))
    .where(shown(eventId, { sector: null, programmeId }))
    .groupBy(activities.sector)
  return Object.fromEntries(
    rows.flatMap(({ sector, value }) => (isSector(sector) ? [[sector, Number(value)]] : [])),
  )
}

/** How many agencies a governorate's page names; the others are counted. */
const agenciesOnPage = 24

/** Who works in a governorate and in which sectors, the busiest first, with how many agencies and activities there are. */
export async function readWhoWorks(read: Reader, eventId: string, pcode: string) {
  const rows = await read
    .select({ key: activities.agencyKey, name: activities.agency, sector: activities.sector, value: count() })
    .from(activities)
    .innerJoin(eventActivityLists, eq(eventActivityLists.listId, activities.listId))
    .where(and(eq(eventActivityLists.eventId, eventId), eq(activities.pcode, pcode)))
    .groupBy(activities.agencyKey, activities.agency, activities.sector)
  const counted = rows.map((row) => ({ ...row, value: Number(row.value) }))
  const named = counted.filter(({ key }) => key)
  const all = [...Map.groupBy(named, ({ key }) => key).values()].map(agencyOf)
  return {
    activities: sumOf(counted),
    agencies: all.length,
    busiest: all.toSorted((a, b) => b.activities - a.activities).slice(0, agenciesOnPage),
  }
}

type Counted = { key: string; name: string; sector: string | null; value: number }

/** An agency goes by the spelling that its lists use most. */
function agencyOf(rows: readonly Counted[]) {
  const spellings = [...Map.groupBy(rows, ({ name }) => name)]
  const [usual] = spellings.toSorted(([, a], [, b]) => sumOf(b) - sumOf(a))
  const its = new Set(rows.map(({ sector }) => sector))
  return {
    name: usual?.[0] ?? '',
    activities: sumOf(rows),
    sectors: sectors.filter((sector) => its.has(sector)),
  }
}

function sumOf(rows: readonly Pick<Counted, 'value'>[]): number {
  return rows.reduce((sum, { value }) => sum + value, 0)
}
