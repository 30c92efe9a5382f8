import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import {
  displacementDatasets,
  displacementFigures,
  displacementRounds,
} from '#db/schema/displacement.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { FiguresOf, KnownDataset, KnownFigure } from './compare.ts'
import { figureKey } from './gather.ts'

/** The office's data of these operations, with their rounds, oldest first: two queries. */
export async function readKnown(
  read: Reader,
  { officeId }: OfficeScope,
  operationKeys: readonly string[],
): Promise<KnownDataset[]> {
  if (!operationKeys.length) return []
  const ofOffice = and(
    eq(displacementDatasets.officeId, officeId),
    inArray(displacementDatasets.operationKey, [...new Set(operationKeys)]),
  )
  const [datasets, rounds] = await Promise.all([
    read
      .select({
        id: displacementDatasets.id,
        operationKey: displacementDatasets.operationKey,
        population: displacementDatasets.population,
      })
      .from(displacementDatasets)
      .where(ofOffice),
    read
      .select({
        id: displacementRounds.id,
        datasetId: displacementRounds.datasetId,
        round: displacementRounds.round,
        date: displacementRounds.reportedOn,
      })
      .from(displacementRounds)
      .innerJoin(displacementDatasets, eq(displacementDatasets.id, displacementRounds.datasetId))
      .where(ofOffice)
      .orderBy(asc(displacementRounds.reportedOn), asc(displacementRounds.round)),
  ])
  const byDataset = Map.groupBy(rounds, ({ datasetId }) => datasetId)
  return datasets.map((dataset) => ({ ...dataset, rounds: byDataset.get(dataset.id) ?? [] }))
}

/** Reads the figures of some rounds, governorates and districts alike. */
export function figuresReader(read: Reader): FiguresOf {
  return async (roundIds) => {
    const figures = new Map<string, Map<string, KnownFigure>>()
    if (!roundIds.length) return figures
    const rows = await read
      .select()
      .from(displacementFigures)
      .where(inArray(displacementFigures.roundId, roundIds))
    for (const { roundId, ...figure } of rows) {
      const its = figures.get(roundId) ?? new Map<string, KnownFigure>()
      figures.set(roundId, its.set(figureKey(figure), figure))
    }
    return figures
  }
}

/** The operation to which figures that name none most likely belong: the only one of which the office has figures. */
export async function onlyOperation(read: Reader, { officeId }: OfficeScope): Promise<string | null> {
  const rows = await read
    .selectDistinct({ operation: displacementDatasets.operation })
    .from(displacementDatasets)
    .where(eq(displacementDatasets.officeId, officeId))
    .limit(2)
  return rows.length === 1 ? (rows[0]?.operation ?? null) : null
}
