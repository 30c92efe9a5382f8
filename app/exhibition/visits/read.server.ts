import { and, asc, eq, inArray, type SQL, sum } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { exhibitVisits } from '#db/schema/exhibit-visits.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { isShownIn, walkingOrder } from '../cards.server.ts'

/** An event, and one exhibit of it or null for all. */
export type VisitedPlace = { eventId: string; exhibitId: string | null }
/** Openings by who came from a scanned code and who did not. */
export type Visits = { scanned: number; browsed: number }

function isOf({ eventId, exhibitId }: VisitedPlace): SQL | undefined {
  const ofEvent = eq(exhibitVisits.eventId, eventId)
  return exhibitId ? and(ofEvent, eq(exhibitVisits.exhibitId, exhibitId)) : ofEvent
}

const counted = { opened: sum(exhibitVisits.opened), scanned: sum(exhibitVisits.scanned) }

/** A scan leads to an opening; where the page then was not loaded, the scan still counts as one. */
function told({ opened, scanned }: { opened: string | null; scanned: string | null }): Visits {
  const scans = Number(scanned ?? 0)
  return { scanned: scans, browsed: Math.max(0, Number(opened ?? 0) - scans) }
}

/** All visits of an exhibit, or of the whole exhibition. */
export async function readVisitTotal(read: Reader, place: VisitedPlace): Promise<Visits> {
  const [row] = await read.select(counted).from(exhibitVisits).where(isOf(place))
  return told(row ?? { opened: null, scanned: null })
}

/** The visits of an exhibit, or of the whole exhibition: in all, by day, by hour of the day and by language. */
export async function readVisits(read: Reader, place: VisitedPlace) {
  const [days, hours, languages] = await Promise.all([
    read
      .select({ day: exhibitVisits.day, ...counted })
      .from(exhibitVisits)
      .where(isOf(place))
      .groupBy(exhibitVisits.day)
      .orderBy(asc(exhibitVisits.day)),
    read
      .select({ hour: exhibitVisits.hour, ...counted })
      .from(exhibitVisits)
      .where(isOf(place))
      .groupBy(exhibitVisits.hour)
      .orderBy(asc(exhibitVisits.hour)),
    read
      .select({ language: exhibitVisits.language, ...counted })
      .from(exhibitVisits)
      .where(isOf(place))
      .groupBy(exhibitVisits.language)
      .orderBy(asc(exhibitVisits.language)),
  ])
  const byDay = days.map(({ day, ...row }) => ({ day, ...told(row) }))
  const total = byDay.reduce(
    (all, { scanned, browsed }) => ({ scanned: all.scanned + scanned, browsed: all.browsed + browsed }),
    { scanned: 0, browsed: 0 },
  )
  return {
    total,
    byDay,
    byHour: hours.map(({ hour, ...row }) => ({ hour, ...told(row) })),
    byLanguage: languages.map(({ language, ...row }) => ({ language, ...told(row) })),
  }
}

/** How many exhibits a page of their visits shows. */
export const visitedPerPage = 50

/** A page of the event's published exhibits with their visits, also where there were none, in walking order. */
export async function readVisitsByExhibit(read: Reader, eventId: string, page = 1) {
  const [rows, total] = await Promise.all([
    read
      .select({ id: exhibits.id, title: exhibits.title, booth: booths.code })
      .from(exhibits)
      .leftJoin(booths, eq(booths.id, exhibits.boothId))
      .where(isShownIn(eventId))
      .orderBy(...walkingOrder)
      .limit(visitedPerPage)
      .offset((page - 1) * visitedPerPage),
    read.$count(exhibits, isShownIn(eventId)),
  ])
  const sums = rows.length
    ? await sumsOf(
        read,
        rows.map(({ id }) => id),
      )
    : []
  const byId = new Map(sums.map(({ id, ...sum }) => [id, sum]))
  const none = { opened: null, scanned: null }
  return { exhibits: rows.map((row) => ({ ...row, ...told(byId.get(row.id) ?? none) })), total }
}

function sumsOf(read: Reader, ids: string[]) {
  return read
    .select({ id: exhibitVisits.exhibitId, ...counted })
    .from(exhibitVisits)
    .where(inArray(exhibitVisits.exhibitId, ids))
    .groupBy(exhibitVisits.exhibitId)
}

/** Every count as it is kept, for a spreadsheet, in the order of time. */
export async function readVisitRows(read: Reader, place: VisitedPlace) {
  const rows = await read
    .select({
      ...{ title: exhibits.title, booth: booths.code },
      ...{ day: exhibitVisits.day, hour: exhibitVisits.hour, language: exhibitVisits.language },
      ...{ opened: exhibitVisits.opened, scanned: exhibitVisits.scanned },
    })
    .from(exhibitVisits)
    .innerJoin(exhibits, eq(exhibits.id, exhibitVisits.exhibitId))
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .where(isOf(place))
    .orderBy(asc(exhibitVisits.day), asc(exhibitVisits.hour), ...walkingOrder, asc(exhibitVisits.language))
  return rows.map(({ opened, scanned, ...row }) => ({
    ...row,
    ...told({ opened: String(opened), scanned: String(scanned) }),
  }))
}
