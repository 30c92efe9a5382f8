import { asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import {
  indicatorResults,
  indicators,
  programmeComponents,
  programmePhases,
  programmes,
} from '#db/schema/programmes.server.ts'
import type { OfficeScope } from '../../../accounts/scope.server.ts'
import { groupCounts } from '../groups.ts'

/** Every programme of the office with its phases, components, indicators and results: five queries. */
export async function readKnown(read: Reader, { officeId }: OfficeScope) {
  const isOurs = eq(programmes.officeId, officeId)
  const [all, phases, components, counted, results] = await Promise.all([
    read.select().from(programmes).where(isOurs).orderBy(asc(programmes.createdAt), asc(programmes.id)),
    read
      .select({ row: programmePhases })
      .from(programmePhases)
      .innerJoin(programmes, eq(programmes.id, programmePhases.programmeId))
      .where(isOurs)
      .orderBy(asc(programmePhases.position), asc(programmePhases.id)),
    read
      .select({ row: programmeComponents })
      .from(programmeComponents)
      .innerJoin(programmes, eq(programmes.id, programmeComponents.programmeId))
      .where(isOurs)
      .orderBy(asc(programmeComponents.position), asc(programmeComponents.id)),
    read
      .select({ row: indicators })
      .from(indicators)
      .innerJoin(programmes, eq(programmes.id, indicators.programmeId))
      .where(isOurs)
      .orderBy(asc(indicators.position), asc(indicators.id)),
    read
      .select({ row: indicatorResults })
      .from(indicatorResults)
      .innerJoin(indicators, eq(indicators.id, indicatorResults.indicatorId))
      .innerJoin(programmes, eq(programmes.id, indicators.programmeId))
      .where(isOurs)
      .orderBy(asc(indicatorResults.id)),
  ])
  const ofIndicator = Map.groupBy(results, ({ row }) => row.indicatorId)
  const resultsOf = (id: string) =>
    (ofIndicator.get(id) ?? []).map(({ row }) => ({ ...row, groups: groupCounts(row.groups) }))
  const within = <Row extends { programmeId: string }>(rows: { row: Row }[], id: string) =>
    rows.flatMap(({ row }) => (row.programmeId === id ? [row] : []))
  return all.map((programme) => ({
    ...programme,
    phases: within(phases, programme.id),
    components: within(components, programme.id),
    indicators: within(counted, programme.id).map((row) => ({ ...row, results: resultsOf(row.id) })),
  }))
}

export type KnownProgramme = Awaited<ReturnType<typeof readKnown>>[number]
export type KnownResult = KnownProgramme['indicators'][number]['results'][number]
