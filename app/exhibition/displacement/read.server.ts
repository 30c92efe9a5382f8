import { and, asc, count, eq, inArray, max, sql, sum } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { displacementFigures, displacementRounds } from '#db/schema/displacement.server.ts'

/** The whole of a governorate: districts are parts of it and are never added to it. */
const isWhole = eq(displacementFigures.districtKey, '')

/** A round's total, and of how many governorates it is the sum. */
export type RoundTotal = {
  id: string
  round: number
  reportedOn: string
  individuals: number | null
  households: number | null
  places: number
  /** Whether some governorate's figure is the sum of its districts. */
  hasSums: boolean
}

/** Every round of a dataset, oldest first. */
export async function readRounds(read: Reader, datasetId: string): Promise<RoundTotal[]> {
  const rows = await read
    .select({
      id: displacementRounds.id,
      round: displacementRounds.round,
      reportedOn: displacementRounds.reportedOn,
      individuals: sum(displacementFigures.individuals),
      households: sum(displacementFigures.households),
      places: count(displacementFigures.pcode),
      sums: max(sql<number>`case when ${displacementFigures.isSum} then 1 else 0 end`),
    })
    .from(displacementRounds)
    .leftJoin(displacementFigures, and(eq(displacementFigures.roundId, displacementRounds.id), isWhole))
    .where(eq(displacementRounds.datasetId, datasetId))
    .groupBy(displacementRounds.id)
    .orderBy(asc(displacementRounds.reportedOn), asc(displacementRounds.round))
  return rows.map(({ individuals, households, places, sums, ...row }) => ({
    ...row,
    individuals: individuals === null ? null : Number(individuals),
    households: households === null ? null : Number(households),
    places: Number(places),
    hasSums: Number(sums) > 0,
  }))
}

export type PlaceFigure = {
  roundId: string
  pcode: string
  individuals: number | null
  households: number | null
  isSum: boolean
}

/** What some rounds say of each governorate. */
export function readPlaces(read: Reader, roundIds: readonly string[]): Promise<PlaceFigure[]> {
  return read
    .select({
      roundId: displacementFigures.roundId,
      pcode: displacementFigures.pcode,
      individuals: displacementFigures.individuals,
      households: displacementFigures.households,
      isSum: displacementFigures.isSum,
    })
    .from(displacementFigures)
    .where(and(inArray(displacementFigures.roundId, [...roundIds]), isWhole))
    .orderBy(asc(displacementFigures.pcode))
}

/** Every figure there is of each governorate over all rounds, for shades that can be compared from round to round. */
export async function readValues(read: Reader, datasetId: string) {
  return read
    .select({ individuals: displacementFigures.individuals, households: displacementFigures.households })
    .from(displacementFigures)
    .innerJoin(displacementRounds, eq(displacementRounds.id, displacementFigures.roundId))
    .where(and(eq(displacementRounds.datasetId, datasetId), isWhole))
}

/** One governorate over all rounds, oldest first. */
export function readPlaceTrend(read: Reader, datasetId: string, pcode: string) {
  return read
    .select({
      round: displacementRounds.round,
      reportedOn: displacementRounds.reportedOn,
      individuals: displacementFigures.individuals,
      households: displacementFigures.households,
    })
    .from(displacementFigures)
    .innerJoin(displacementRounds, eq(displacementRounds.id, displacementFigures.roundId))
    .where(and(eq(displacementRounds.datasetId, datasetId), eq(displacementFigures.pcode, pcode), isWhole))
    .orderBy(asc(displacementRounds.reportedOn), asc(displacementRounds.round))
}

/** Every figure of a dataset, districts too, for a file: by date, governorate and district. */
export function readAllFigures(read: Reader, datasetId: string) {
  return read
    .select({
      round: displacementRounds.round,
      reportedOn: displacementRounds.reportedOn,
      pcode: displacementFigures.pcode,
      districtCode: displacementFigures.districtCode,
      districtName: displacementFigures.districtName,
      individuals: displacementFigures.individuals,
      households: displacementFigures.households,
      isSum: displacementFigures.isSum,
    })
    .from(displacementFigures)
    .innerJoin(displacementRounds, eq(displacementRounds.id, displacementFigures.roundId))
    .where(eq(displacementRounds.datasetId, datasetId))
    .orderBy(
      asc(displacementRounds.reportedOn),
      asc(displacementRounds.round),
      asc(displacementFigures.pcode),
      asc(displacementFigures.districtKey),
    )
}
