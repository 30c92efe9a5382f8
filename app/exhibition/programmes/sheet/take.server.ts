import { eq, sql } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import {
  indicatorResults,
  indicators,
  programmeComponents,
  programmePhases,
  programmes,
} from '#db/schema/programmes.server.ts'
import type { OfficeScope } from '../../../accounts/scope.server.ts'
import { slugFrom } from '../../../events/rules.ts'
import { raiseRevisions } from '../lock.server.ts'
import { freeSlug } from '../programmes.server.ts'
import type { Draft, DraftIndicator, DraftProgramme } from './drafts.ts'
import type { PlannedResult, ProgrammePlan } from './plan.ts'

type Taking = { plan: ProgrammePlan; fileName: string; now: Date }

/**
 * Writes what a plan brings new or otherwise, the office being held; a plan that brings nothing writes nothing. What was
 * corrected is kept in the history of its programme.
 */
export async function takeResults(
  tx: Tx,
  scope: OfficeScope,
  { plan, fileName, now }: Taking,
): Promise<void> {
  const changed = plan.results.filter(({ outcome }) => outcome !== 'same')
  if (!changed.length) return
  await raiseRevisions(tx, scope)
  const ofProgramme = Map.groupBy(changed, ({ programme }) => programme)
  for (const [programme, results] of ofProgramme) {
    const programmeId = await writeProgramme(tx, scope, programme, now)
    await writePieces(tx, programmeId, programme)
    await writeIndicators(tx, programmeId, programme)
    const written = results.filter(({ isWritten }) => isWritten)
    await writeResults(tx, written)
    const corrected = written.filter(({ before }) => before !== null)
    await audit(tx, scope.actor, {
      ...{ officeId: scope.officeId, action: 'programme.import', subjectId: programmeId, now },
      before: corrected.map(({ before }) => before),
      after: {
        ...{ fileName, added: written.length - corrected.length },
        corrected: corrected.map(({ before, content }) => ({ id: before?.id, ...content })),
      },
    })
  }
}

/** A draft that was new has its id from here on. */
async function writeProgramme(tx: Tx, { officeId }: OfficeScope, draft: DraftProgramme, now: Date) {
  const { name, acronym } = draft
  if (draft.id !== null) {
    await tx.update(programmes).set({ name, updatedAt: now }).where(eq(programmes.id, draft.id))
    return draft.id
  }
  draft.id = newId()
  const slug = await freeSlug(tx, officeId, slugFrom(acronym) || slugFrom(name))
  await tx.insert(programmes).values({
    ...{ id: draft.id, officeId, slug, name, acronym },
    ...{ description: {}, donors: {}, since: null, createdAt: now, updatedAt: now },
  })
  return draft.id
}

async function writePieces(
  tx: Tx,
  programmeId: string,
  { phases, components }: DraftProgramme,
): Promise<void> {
  // A sheet tells of what is being done or has been.
  const unsaid = { startsOn: null, endsOn: null, state: 'running' as const }
  for (const phase of phases) {
    const { name, position } = phase
    await write(
      phase,
      (id) => tx.insert(programmePhases).values({ id, programmeId, name, position, ...unsaid }),
      (id) => tx.update(programmePhases).set({ name }).where(eq(programmePhases.id, id)),
    )
  }
  for (const component of components) {
    const { name, position } = component
    await write(
      component,
      (id) => tx.insert(programmeComponents).values({ id, programmeId, name, position }),
      (id) => tx.update(programmeComponents).set({ name }).where(eq(programmeComponents.id, id)),
    )
  }
}

async function writeIndicators(tx: Tx, programmeId: string, programme: DraftProgramme): Promise<void> {
  for (const indicator of programme.indicators) {
    const { position } = indicator
    const content = contentOf(indicator)
    await write(
      indicator,
      (id) => tx.insert(indicators).values({ id, programmeId, position, ...content }),
      (id) => tx.update(indicators).set(content).where(eq(indicators.id, id)),
    )
  }
}

function contentOf({ code, name, unit, component }: DraftIndicator) {
  return { code, name, unit, componentId: component?.id ?? null }
}

type Write = (id: string) => PromiseLike<unknown>

/** New ones come after those there are, in the order of the sheet; what no taken row names is left as it is. */
async function write(draft: Draft, insert: Write, update: Write): Promise<void> {
  if (!draft.isUsed) return
  if (draft.id === null) {
    draft.id = newId()
    await insert(draft.id)
  } else if (draft.isChanged) await update(draft.id)
}

const resultsAtOnce = 200

async function writeResults(tx: Tx, results: readonly PlannedResult[]): Promise<void> {
  const rows = results.flatMap(({ indicator, phase, content, before }) =>
    indicator.id === null
      ? []
      : [{ ...content, id: before?.id ?? newId(), indicatorId: indicator.id, phaseId: phase?.id ?? null }],
  )
  for (let at = 0; at < rows.length; at += resultsAtOnce)
    await tx
      .insert(indicatorResults)
      .values(rows.slice(at, at + resultsAtOnce))
      .onConflictDoUpdate({
        target: indicatorResults.id,
        set: {
          ...{ value: sql`excluded.value`, qualifier: sql`excluded.qualifier`, target: sql`excluded.target` },
          ...{ groups: sql`excluded.groups`, asOf: sql`excluded.as_of` },
          ...{ source: sql`excluded.source`, sourceUrl: sql`excluded.source_url` },
        },
      })
}
