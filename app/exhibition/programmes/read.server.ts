import { and, asc, count, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import {
  eventProgrammes,
  indicatorResults,
  indicators,
  programmeComponents,
  programmePhases,
  programmes,
} from '#db/schema/programmes.server.ts'
import { groupCounts } from './groups.ts'

/** The office's programmes by age, with how many indicators each has. */
export async function readProgrammes(read: Reader, officeId: string) {
  const rows = await read
    .select({
      id: programmes.id,
      name: programmes.name,
      acronym: programmes.acronym,
      donors: programmes.donors,
      since: programmes.since,
      indicators: count(indicators.id),
    })
    .from(programmes)
    .leftJoin(indicators, eq(indicators.programmeId, programmes.id))
    .where(eq(programmes.officeId, officeId))
    .groupBy(programmes.id)
    .orderBy(asc(programmes.createdAt), asc(programmes.id))
  return rows.map((row) => ({ ...row, indicators: Number(row.indicators) }))
}

/** Their names, to choose from. */
export function programmeChoices(read: Reader, officeId: string) {
  return read
    .select({ id: programmes.id, name: programmes.name })
    .from(programmes)
    .where(eq(programmes.officeId, officeId))
    .orderBy(asc(programmes.createdAt), asc(programmes.id))
}

/** The programmes that an event shows, in the same order. */
export function readShownProgrammes(read: Reader, eventId: string) {
  return read
    .select({
      id: programmes.id,
      slug: programmes.slug,
      name: programmes.name,
      acronym: programmes.acronym,
    })
    .from(eventProgrammes)
    .innerJoin(programmes, eq(programmes.id, eventProgrammes.programmeId))
    .where(eq(eventProgrammes.eventId, eventId))
    .orderBy(asc(programmes.createdAt), asc(programmes.id))
}

/** One programme of an event by its address; null when the event does not show it. */
export async function findShownProgramme(read: Reader, eventId: string, slug: string) {
  const [found] = await read
    .select({ id: programmes.id, officeId: programmes.officeId })
    .from(eventProgrammes)
    .innerJoin(programmes, eq(programmes.id, eventProgrammes.programmeId))
    .where(and(eq(eventProgrammes.eventId, eventId), eq(programmes.slug, slug)))
  return found ? readProgramme(read, found.officeId, found.id) : null
}

/** As many results as are still read on a governorate's page. */
const resultsInPlace = 24

/** What the programmes that an event shows came to in one governorate, each with its programme and phase. */
export function readResultsIn(read: Reader, eventId: string, pcode: string) {
  const { id, value, qualifier, asOf, source, sourceUrl } = indicatorResults
  return read
    .select({
      ...{ id, value, qualifier, asOf, source, sourceUrl },
      ...{ name: indicators.name, unit: indicators.unit, phase: programmePhases.name },
      programme: { slug: programmes.slug, name: programmes.name, acronym: programmes.acronym },
    })
    .from(eventProgrammes)
    .innerJoin(programmes, eq(programmes.id, eventProgrammes.programmeId))
    .innerJoin(indicators, eq(indicators.programmeId, programmes.id))
    .innerJoin(indicatorResults, eq(indicatorResults.indicatorId, indicators.id))
    .leftJoin(programmePhases, eq(programmePhases.id, indicatorResults.phaseId))
    .where(and(eq(eventProgrammes.eventId, eventId), eq(indicatorResults.pcode, pcode)))
    .orderBy(
      asc(programmes.createdAt),
      asc(programmes.id),
      asc(indicators.position),
      asc(indicatorResults.id),
    )
    .limit(resultsInPlace)
}

/** A programme of this office with its phases, components, indicators and results; null when there is none such. */
export async function readProgramme(read: Reader, officeId: string, programmeId: string) {
  const ofIt = eq(indicators.programmeId, programmeId)
  const [[programme], phases, components, rows, results] = await Promise.all([
    read
      .select()
      .from(programmes)
      .where(and(eq(programmes.id, programmeId), eq(programmes.officeId, officeId))),
    read
      .select()
      .from(programmePhases)
      .where(eq(programmePhases.programmeId, programmeId))
      .orderBy(asc(programmePhases.position), asc(programmePhases.id)),
    read
      .select()
      .from(programmeComponents)
      .where(eq(programmeComponents.programmeId, programmeId))
      .orderBy(asc(programmeComponents.position), asc(programmeComponents.id)),
    read.select().from(indicators).where(ofIt).orderBy(asc(indicators.position), asc(indicators.id)),
    read
      .select({ result: indicatorResults, position: programmePhases.position })
      .from(indicatorResults)
      .innerJoin(indicators, eq(indicators.id, indicatorResults.indicatorId))
      .leftJoin(programmePhases, eq(programmePhases.id, indicatorResults.phaseId))
      .where(ofIt)
      .orderBy(asc(indicatorResults.id)),
  ])
  if (!programme) return null
  const byPhase = results
    .toSorted((a, b) => (a.position ?? -1) - (b.position ?? -1))
    .map(({ result }) => ({ ...result, groups: groupCounts(result.groups) }))
  const of = Map.groupBy(byPhase, ({ indicatorId }) => indicatorId)
  return {
    ...programme,
    ...{ phases, components },
    indicators: rows.map((row) => ({ ...row, results: of.get(row.id) ?? [] })),
  }
}

export type Programme = NonNullable<Awaited<ReturnType<typeof readProgramme>>>
export type Indicator = Programme['indicators'][number]
export type Result = Indicator['results'][number]
