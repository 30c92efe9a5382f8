import { and, asc, count, desc, eq, max, min } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { displacementDatasets, displacementRounds } from '#db/schema/displacement.server.ts'
import { lockOffice } from '../../accounts/office.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { Localized } from '../../i18n/languages.ts'
import { noteChange } from './change.server.ts'

export type DatasetContent = {
  /** What readers call it; empty where they read the operation's name. */
  name: Localized
  source: Localized
  sourceUrl: string | null
  /** Under which terms the figures may be used. */
  terms: Localized
}

/** What the office has, each with how many rounds there are and from when to when. */
export async function readDatasets(read: Reader, { officeId }: { officeId: string }) {
  const rows = await read
    .select({
      id: displacementDatasets.id,
      operation: displacementDatasets.operation,
      population: displacementDatasets.population,
      slug: displacementDatasets.slug,
      name: displacementDatasets.name,
      source: displacementDatasets.source,
      sourceUrl: displacementDatasets.sourceUrl,
      terms: displacementDatasets.terms,
      updatedAt: displacementDatasets.updatedAt,
      rounds: count(displacementRounds.id),
      from: min(displacementRounds.reportedOn),
      to: max(displacementRounds.reportedOn),
    })
    .from(displacementDatasets)
    .leftJoin(displacementRounds, eq(displacementRounds.datasetId, displacementDatasets.id))
    .where(eq(displacementDatasets.officeId, officeId))
    .groupBy(displacementDatasets.id)
    .orderBy(desc(max(displacementRounds.reportedOn)), asc(displacementDatasets.id))
  return rows.map((row) => ({ ...row, rounds: Number(row.rounds) }))
}

export type Dataset = Awaited<ReturnType<typeof readDatasets>>[number]

/** One dataset of the office; null when there is none such. */
export async function findDataset(read: Reader, scope: OfficeScope, datasetId: string) {
  const [dataset] = await read.select().from(displacementDatasets).where(within(scope, datasetId))
  return dataset ?? null
}

function within({ officeId }: OfficeScope, datasetId: string) {
  return and(eq(displacementDatasets.id, datasetId), eq(displacementDatasets.officeId, officeId))
}

/** Replaces how a dataset is named and who says so. Refused as `notFound`. */
export async function editDataset(
  tx: Tx,
  scope: OfficeScope,
  { datasetId, content, now }: { datasetId: string; content: DatasetContent; now: Date },
) {
  await lockOffice(tx, scope)
  const before = await findDataset(tx, scope, datasetId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  await tx
    .update(displacementDatasets)
    .set({ ...content, updatedAt: now })
    .where(within(scope, datasetId))
  const { name, source, sourceUrl, terms } = before
  const said = { before: { name, source, sourceUrl, terms }, after: content }
  await noteChange(tx, scope, { action: 'displacement.edit', subjectId: datasetId, ...said, now })
  return { ok: true } as const
}

/** Removes a dataset with all of its rounds. Refused as `notFound`. */
export async function removeDataset(
  tx: Tx,
  scope: OfficeScope,
  { datasetId, now }: { datasetId: string; now: Date },
) {
  await lockOffice(tx, scope)
  const before = await findDataset(tx, scope, datasetId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const rounds = await tx.$count(displacementRounds, eq(displacementRounds.datasetId, datasetId))
  await tx.delete(displacementDatasets).where(within(scope, datasetId))
  await noteChange(tx, scope, {
    action: 'displacement.remove',
    subjectId: datasetId,
    before: { operation: before.operation, population: before.population, rounds },
    now,
  })
  return { ok: true } as const
}

/** Removes one round, such as one that a wrong file brought. Refused as `notFound`. */
export async function removeRound(
  tx: Tx,
  scope: OfficeScope,
  { datasetId, roundId, now }: { datasetId: string; roundId: string; now: Date },
) {
  await lockOffice(tx, scope)
  const dataset = await findDataset(tx, scope, datasetId)
  const isIt = and(eq(displacementRounds.id, roundId), eq(displacementRounds.datasetId, datasetId))
  const [removed] = dataset ? await tx.delete(displacementRounds).where(isIt).returning() : []
  if (!removed) return { ok: false, reason: 'notFound' } as const
  const before = { round: removed.round, reportedOn: removed.reportedOn }
  await noteChange(tx, scope, { action: 'displacement.removeRound', subjectId: datasetId, before, now })
  return { ok: true } as const
}
