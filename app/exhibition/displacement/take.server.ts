import { and, eq, sql } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import {
  displacementDatasets,
  displacementFigures,
  displacementRounds,
} from '#db/schema/displacement.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import { slugFrom } from '../../events/rules.ts'
import { noteChange } from './change.server.ts'
import type { Choices } from './choices.ts'
import type { ComparedDataset, ComparedFigure, ComparedRound } from './compare.ts'
import { defaultSource, defaultSourceUrl } from './default-source.ts'
import { figureKey } from './gather.ts'
import type { Plan } from './plan.ts'
import { planFile } from './plan-file.server.ts'

type Taking = { lines: readonly string[][]; choices: Choices; fileName: string; now: Date }

/**
 * Takes a file's figures, the office being held (`lockOffice`): plans it against what the office has as it is now, and writes what is new or changed, with
 * every corrected figure in the history. A file that brings nothing new changes nothing.
 */
export async function takeFigures(
  tx: Tx,
  scope: OfficeScope,
  { lines, choices, fileName, now }: Taking,
): Promise<Plan> {
  const plan = await planFile(tx, scope, { lines, choices, now }, () => undefined)
  let changed = 0
  for (const dataset of plan.datasets) changed += await writeDataset(tx, scope, dataset, now)
  if (changed) {
    const after = { fileName, figures: changed, datasets: plan.datasets.map(({ operation }) => operation) }
    await noteChange(tx, scope, { action: 'displacement.import', after, now })
  }
  return plan
}

/** Writes what differs; answers how many figures and rounds did. */
async function writeDataset(
  tx: Tx,
  scope: OfficeScope,
  dataset: ComparedDataset,
  now: Date,
): Promise<number> {
  const rounds = dataset.rounds.filter(isChanged)
  if (!rounds.length) return 0
  const datasetId = dataset.id ?? (await addDataset(tx, scope, dataset, now))
  await tx.update(displacementDatasets).set({ updatedAt: now }).where(eq(displacementDatasets.id, datasetId))
  let changed = 0
  for (const round of rounds) {
    const roundId = await writeRound(tx, datasetId, round)
    const figures = round.figures.filter(({ outcome }) => outcome !== 'same')
    await writeFigures(tx, roundId, figures)
    await noteCorrections(tx, scope, { ...round, id: roundId }, now)
    changed += figures.length + (round.before ? 1 : 0)
  }
  return changed
}

function isChanged({ before, figures }: ComparedRound): boolean {
  return before !== null || figures.some(({ outcome }) => outcome !== 'same')
}

async function addDataset(
  tx: Tx,
  { officeId }: OfficeScope,
  { operation, operationKey, population }: ComparedDataset,
  now: Date,
): Promise<string> {
  const id = newId()
  const wished = `${slugFrom({ en: operation }) || 'dtm'}-${population}`
  const isTaken = and(eq(displacementDatasets.officeId, officeId), eq(displacementDatasets.slug, wished))
  // Operations that differ in other letters than Latin ones have one slug.
  const slug = (await tx.$count(displacementDatasets, isTaken)) ? `${wished}-${id.slice(-6)}` : wished
  await tx.insert(displacementDatasets).values({
    ...{ id, officeId, operation, operationKey, population, slug },
    ...{ name: {}, source: defaultSource, sourceUrl: defaultSourceUrl, terms: {} },
    createdAt: now,
    updatedAt: now,
  })
  return id
}

async function writeRound(
  tx: Tx,
  datasetId: string,
  { id, round, date, before }: ComparedRound,
): Promise<string> {
  if (id && !before) return id
  const said = { round, reportedOn: date }
  if (id) {
    await tx.update(displacementRounds).set(said).where(eq(displacementRounds.id, id))
    return id
  }
  const made = newId()
  await tx.insert(displacementRounds).values({ id: made, datasetId, ...said })
  return made
}

const figuresAtOnce = 200

async function writeFigures(tx: Tx, roundId: string, figures: readonly ComparedFigure[]): Promise<void> {
  for (let at = 0; at < figures.length; at += figuresAtOnce) {
    const rows = figures
      .slice(at, at + figuresAtOnce)
      .map(({ pcode, districtKey, districtCode, districtName, individuals, households, isSum }) => ({
        ...{ roundId, pcode, districtKey, districtCode, districtName, individuals, households, isSum },
      }))
    await tx
      .insert(displacementFigures)
      .values(rows)
      .onConflictDoUpdate({
        target: [displacementFigures.roundId, displacementFigures.pcode, displacementFigures.districtKey],
        set: {
          districtCode: sql`excluded.district_code`,
          districtName: sql`excluded.district_name`,
          individuals: sql`excluded.individuals`,
          households: sql`excluded.households`,
          isSum: sql`excluded.is_sum`,
        },
      })
  }
}

/** What a later file says otherwise than the one before stays to be read, figure by figure. */
async function noteCorrections(
  tx: Tx,
  { officeId, actor }: OfficeScope,
  round: ComparedRound & { id: string },
  now: Date,
): Promise<void> {
  const corrected = round.figures.filter(({ outcome }) => outcome === 'update')
  if (!corrected.length && !round.before) return
  const of = (which: 'before' | 'after') =>
    Object.fromEntries(
      corrected.map((figure) => {
        const { individuals, households } = (which === 'before' ? figure.before : figure) ?? figure
        return [figureKey(figure).trim(), { individuals, households }]
      }),
    )
  await audit(tx, actor, {
    officeId,
    action: 'displacement.correct',
    subjectId: round.id,
    before: { ...(round.before ?? { round: round.round, date: round.date }), figures: of('before') },
    after: { round: round.round, date: round.date, figures: of('after') },
    now,
  })
}
