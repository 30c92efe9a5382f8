import { and, asc, eq, gt, max, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { figures } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { type Direction, moved } from '../events/order.ts'
import { keepUnseen } from '../events/rules.ts'
import type { Localized } from '../i18n/languages.ts'
import { lockExhibit, noteExhibit } from './lock.server.ts'
import { type FigureQualifier, isAsOf, saysNothing } from './rules.ts'

export type FigureContent = {
  value: number
  qualifier: FigureQualifier
  label: Localized
  unit: Localized
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the source is. */
  asOf: string
  source: Localized
  sourceUrl: string | null
}

type NewFigure = { id?: string; exhibitId: string; content: FigureContent; now: Date }
type Which = { exhibitId: string; figureId: string; now: Date }

/** Adds a figure after the others; once, however often its form is sent. Refused without a date that exists and a source. */
export async function addFigure(
  tx: Tx,
  scope: EventScope,
  { id = newId(), exhibitId, content, now }: NewFigure,
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const before = await madeBefore(tx, figures, { id, ours: eq(figures.exhibitId, exhibitId) })
  if (before) return before
  const refusal = refuseFigure(content)
  if (refusal) return { ok: false, reason: refusal } as const
  const [last] = await tx
    .select({ position: max(figures.position) })
    .from(figures)
    .where(eq(figures.exhibitId, exhibitId))
  await tx.insert(figures).values({ ...content, id, exhibitId, position: (last?.position ?? -1) + 1 })
  await noteExhibit(tx, scope, { action: 'figure.add', exhibitId, after: { id, ...content }, now })
  return { ok: true, id } as const
}

/** Changes a figure; refused as `addFigure` is. */
export async function editFigure(
  tx: Tx,
  scope: EventScope,
  { exhibitId, figureId, content, now }: Which & { content: FigureContent },
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  const before = locked && (await findFigure(tx, exhibitId, figureId))
  if (!locked || !before) return { ok: false, reason: 'notFound' } as const
  const refusal = refuseFigure(content)
  if (refusal) return { ok: false, reason: refusal } as const
  const seen = locked.event.languages
  await tx
    .update(figures)
    .set({
      ...content,
      label: keepUnseen(before.label, content.label, seen),
      unit: keepUnseen(before.unit, content.unit, seen),
      source: keepUnseen(before.source, content.source, seen),
    })
    .where(eq(figures.id, figureId))
  await noteExhibit(tx, scope, { action: 'figure.edit', exhibitId, before, after: content, now })
  return { ok: true, id: figureId } as const
}

/** Removes a figure; those after it move up, since the first stands on the event's page. */
export async function removeFigure(tx: Tx, scope: EventScope, { exhibitId, figureId, now }: Which) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  const before = locked && (await findFigure(tx, exhibitId, figureId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  await tx.delete(figures).where(eq(figures.id, figureId))
  await tx
    .update(figures)
    .set({ position: sql`${figures.position} - 1` })
    .where(and(eq(figures.exhibitId, exhibitId), gt(figures.position, before.position)))
  await noteExhibit(tx, scope, { action: 'figure.remove', exhibitId, before, now })
  return { ok: true } as const
}

/** Moves a figure one place up or down; at the end of the list nothing happens. */
export async function moveFigure(
  tx: Tx,
  scope: EventScope,
  { exhibitId, figureId, direction, now }: Which & { direction: Direction },
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const rows = await tx
    .select({ id: figures.id })
    .from(figures)
    .where(eq(figures.exhibitId, exhibitId))
    .orderBy(asc(figures.position), asc(figures.id))
  const order = moved(rows, figureId, direction)
  if (!order) return { ok: false, reason: 'notFound' } as const
  for (const [position, { id }] of order.entries())
    await tx.update(figures).set({ position }).where(eq(figures.id, id))
  await noteExhibit(tx, scope, { action: 'figure.move', exhibitId, after: { figureId, direction }, now })
  return { ok: true } as const
}

function refuseFigure({ asOf, source, label }: FigureContent) {
  if (!isAsOf(asOf)) return 'asOf'
  if (saysNothing(source)) return 'sourceNeeded'
  return saysNothing(label) ? 'labelNeeded' : null
}

async function findFigure(tx: Tx, exhibitId: string, figureId: string) {
  const [figure] = await tx
    .select()
    .from(figures)
    .where(and(eq(figures.id, figureId), eq(figures.exhibitId, exhibitId)))
  return figure ?? null
}
