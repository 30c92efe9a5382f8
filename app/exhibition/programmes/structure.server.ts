import { and, asc, eq, max } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { indicators, programmeComponents, programmePhases } from '#db/schema/programmes.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import { type Direction, moved } from '../../events/order.ts'
import type { Localized } from '../../i18n/languages.ts'
import { lockProgramme, noteProgramme } from './lock.server.ts'
import type { PhaseState } from './rules.ts'

export type PhaseContent = {
  name: Localized
  startsOn: string | null
  endsOn: string | null
  state: PhaseState
}
export type ComponentContent = { name: Localized }
export type IndicatorContent = {
  /** By which sheets find it whatever it is called; null when it has none. */
  code?: string | null
  name: Localized
  unit: Localized
  componentId: string | null
}

type Contents = { phase: PhaseContent; component: ComponentContent; indicator: IndicatorContent }
/** What a programme consists of: each kind in an order of its own. */
export type Piece = keyof Contents
export type PieceContent = Contents[Piece]

const tables = { phase: programmePhases, component: programmeComponents, indicator: indicators }

/** The table of a kind, as far as all three are alike; what a row holds beyond is told by its kind. */
const tableOf = (kind: Piece) => tables[kind] as typeof programmeComponents

type Of<Kind extends Piece> = { kind: Kind; programmeId: string; now: Date }

/** Adds a phase, component or indicator after the others; once, however often its form is sent. */
export async function addPiece<Kind extends Piece>(
  tx: Tx,
  scope: OfficeScope,
  { kind, programmeId, id = newId(), content, now }: Of<Kind> & { id?: string; content: Contents[Kind] },
) {
  if (!(await lockProgramme(tx, scope, programmeId))) return { ok: false, reason: 'notFound' } as const
  const table = tableOf(kind)
  const before = await madeBefore(tx, table, { id, ours: eq(table.programmeId, programmeId) })
  if (before) return before
  if (!(await isOurs(tx, programmeId, content))) return { ok: false, reason: 'notFound' } as const
  const [last] = await tx
    .select({ position: max(table.position) })
    .from(table)
    .where(eq(table.programmeId, programmeId))
  await tx.insert(table).values({ ...content, id, programmeId, position: (last?.position ?? -1) + 1 })
  await noteProgramme(tx, scope, {
    action: `programme.${kind}.add`,
    programmeId,
    after: { id, ...content },
    now,
  })
  return { ok: true, id } as const
}

/** Changes one of them. */
export async function editPiece<Kind extends Piece>(
  tx: Tx,
  scope: OfficeScope,
  { kind, programmeId, id, content, now }: Of<Kind> & { id: string; content: Contents[Kind] },
) {
  const before = (await lockProgramme(tx, scope, programmeId)) && (await findPiece(tx, kind, programmeId, id))
  if (!before || !(await isOurs(tx, programmeId, content))) return { ok: false, reason: 'notFound' } as const
  await tx
    .update(tableOf(kind))
    .set(content)
    .where(eq(tableOf(kind).id, id))
  await noteProgramme(tx, scope, {
    action: `programme.${kind}.edit`,
    programmeId,
    before,
    after: content,
    now,
  })
  return { ok: true, id } as const
}

/** Removes one of them: a phase or an indicator with its results; a component's indicators stay with the programme. */
export async function removePiece(
  tx: Tx,
  scope: OfficeScope,
  { kind, programmeId, id, now }: Of<Piece> & { id: string },
) {
  const before = (await lockProgramme(tx, scope, programmeId)) && (await findPiece(tx, kind, programmeId, id))
  if (!before) return { ok: false, reason: 'notFound' } as const
  await tx.delete(tableOf(kind)).where(eq(tableOf(kind).id, id))
  await noteProgramme(tx, scope, { action: `programme.${kind}.remove`, programmeId, before, now })
  return { ok: true } as const
}

/** Moves one of them a place up or down; at the end of the list nothing happens. */
export async function movePiece(
  tx: Tx,
  scope: OfficeScope,
  { kind, programmeId, id, direction, now }: Of<Piece> & { id: string; direction: Direction },
) {
  if (!(await lockProgramme(tx, scope, programmeId))) return { ok: false, reason: 'notFound' } as const
  const table = tableOf(kind)
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(eq(table.programmeId, programmeId))
    .orderBy(asc(table.position), asc(table.id))
  const order = moved(rows, id, direction)
  if (!order) return { ok: false, reason: 'notFound' } as const
  for (const [position, row] of order.entries())
    await tx.update(table).set({ position }).where(eq(table.id, row.id))
  const after = { id, direction }
  await noteProgramme(tx, scope, { action: `programme.${kind}.move`, programmeId, after, now })
  return { ok: true } as const
}

async function findPiece(tx: Tx, kind: Piece, programmeId: string, id: string) {
  const table = tableOf(kind)
  const [row] = await tx
    .select()
    .from(table)
    .where(and(eq(table.id, id), eq(table.programmeId, programmeId)))
  return row ?? null
}

/** Whether a component that is named belongs to the same programme. */
async function isOurs(tx: Tx, programmeId: string, content: object): Promise<boolean> {
  const componentId = 'componentId' in content ? content.componentId : null
  if (typeof componentId !== 'string') return true
  return (await findPiece(tx, 'component', programmeId, componentId)) !== null
}
