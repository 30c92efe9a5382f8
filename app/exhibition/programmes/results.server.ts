import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { indicatorResults, indicators, programmePhases } from '#db/schema/programmes.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import { isGovernorate } from '../governorates.ts'
import { lockProgramme, noteProgramme } from './lock.server.ts'
import { type ResultContent, refuseResult } from './rules.ts'

type Of = { programmeId: string; indicatorId: string; now: Date }
type Which = Of & { resultId: string }

/**
 * Adds what an indicator came to, once however often its form is sent. Refused as `refuseResult` says, and as `taken`
 * when there is one already for that phase and place.
 */
export async function addResult(
  tx: Tx,
  scope: OfficeScope,
  { programmeId, indicatorId, id = newId(), content, now }: Of & { id?: string; content: ResultContent },
) {
  if (!(await findIndicator(tx, scope, { programmeId, indicatorId })))
    return { ok: false, reason: 'notFound' } as const
  const before = await madeBefore(tx, indicatorResults, {
    ...{ id, ours: eq(indicatorResults.indicatorId, indicatorId) },
  })
  if (before) return before
  const refusal = await refuse(tx, { programmeId, indicatorId, content })
  if (refusal) return { ok: false, reason: refusal } as const
  await tx.insert(indicatorResults).values({ ...content, id, indicatorId })
  const after = { id, indicatorId, ...content }
  await noteProgramme(tx, scope, { action: 'programme.result.add', programmeId, after, now })
  return { ok: true, id } as const
}

/** Changes a result; refused as `addResult` is. */
export async function editResult(
  tx: Tx,
  scope: OfficeScope,
  { programmeId, indicatorId, resultId, content, now }: Which & { content: ResultContent },
) {
  const before =
    (await findIndicator(tx, scope, { programmeId, indicatorId })) &&
    (await findResult(tx, indicatorId, resultId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  const refusal = await refuse(tx, { programmeId, indicatorId, content, exceptId: resultId })
  if (refusal) return { ok: false, reason: refusal } as const
  await tx.update(indicatorResults).set(content).where(eq(indicatorResults.id, resultId))
  await noteProgramme(tx, scope, {
    action: 'programme.result.edit',
    programmeId,
    before,
    after: content,
    now,
  })
  return { ok: true, id: resultId } as const
}

export async function removeResult(
  tx: Tx,
  scope: OfficeScope,
  { programmeId, indicatorId, resultId, now }: Which,
) {
  const before =
    (await findIndicator(tx, scope, { programmeId, indicatorId })) &&
    (await findResult(tx, indicatorId, resultId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  await tx.delete(indicatorResults).where(eq(indicatorResults.id, resultId))
  await noteProgramme(tx, scope, { action: 'programme.result.remove', programmeId, before, now })
  return { ok: true } as const
}

type Refusing = {
  programmeId: string
  indicatorId: string
  content: ResultContent
  exceptId?: string
}

async function refuse(tx: Tx, { programmeId, indicatorId, content, exceptId }: Refusing) {
  const { phaseId, pcode } = content
  if (pcode !== null && !isGovernorate(pcode)) return 'notFound'
  if (phaseId !== null && !(await isPhaseOf(tx, programmeId, phaseId))) return 'notFound'
  const others = await tx.select().from(indicatorResults).where(eq(indicatorResults.indicatorId, indicatorId))
  const isSame = (one: (typeof others)[number]) => one.phaseId === phaseId && one.pcode === pcode
  if (others.some((one) => one.id !== exceptId && isSame(one))) return 'taken'
  return refuseResult(content)
}

async function isPhaseOf(tx: Tx, programmeId: string, phaseId: string): Promise<boolean> {
  const isIt = and(eq(programmePhases.id, phaseId), eq(programmePhases.programmeId, programmeId))
  return (await tx.$count(programmePhases, isIt)) > 0
}

async function findIndicator(
  tx: Tx,
  scope: OfficeScope,
  { programmeId, indicatorId }: Pick<Of, 'programmeId' | 'indicatorId'>,
): Promise<boolean> {
  if (!(await lockProgramme(tx, scope, programmeId))) return false
  const isIt = and(eq(indicators.id, indicatorId), eq(indicators.programmeId, programmeId))
  return (await tx.$count(indicators, isIt)) > 0
}

async function findResult(tx: Tx, indicatorId: string, resultId: string) {
  const [row] = await tx
    .select()
    .from(indicatorResults)
    .where(and(eq(indicatorResults.id, resultId), eq(indicatorResults.indicatorId, indicatorId)))
  return row ?? null
}
