import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { hallFurniture } from '#db/schema/floor-plan.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { note } from '../../events/note.server.ts'
import { keepUnseen } from '../../events/rules.ts'
import type { Language } from '../../i18n/languages.ts'
import { nextPosition, takenCodes } from '../booths.server.ts'
import type { Box } from './geometry.ts'
import { lockHall } from './lock-hall.server.ts'
import { changedId, type Sent } from './step.ts'

type Drawing = { hallId: string; changes: readonly Sent[]; now: Date }
type Refusal =
  | { reason: 'notFound' | 'changedMeanwhile' | 'occupied' }
  | { reason: 'codeTaken'; taken: string[] }

/**
 * Takes one step of drawing: all of its changes, or none. Refused: `notFound` when something of it is not in this hall
 * any more, `changedMeanwhile` when somebody has changed it since it was seen, `codeTaken` for a code that another booth
 * of the event bears, `occupied` for removing a booth where something is shown. A step sent twice is taken once.
 */
export async function drawOnPlan(tx: Tx, scope: EventScope, { hallId, changes, now }: Drawing) {
  const locked = await lockHall(tx, scope, hallId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const known = await knownThings(tx, scope, { hallId, ids: changes.map(changedId) })
  if (!known) return { ok: false, reason: 'notFound' } as const
  const { partId } = locked.hall
  const { languages } = locked.event
  const refusal = refuseStep(changes, known) ?? (await refuseCodes(tx, scope, changes, known))
  if (refusal) return { ok: false, ...refusal } as const
  const position = await nextPosition(tx, scope)
  for (const [at, change] of changes.entries())
    await make(tx, change, { scope, hallId, partId, languages, known, position: position + at })
  await note(tx, scope, { action: 'hall.draw', subjectId: hallId, after: changes, now })
  return { ok: true } as const
}

type Known = Map<string, { isBooth: boolean; version: number; isOccupied: boolean; label: Row['label'] }>
type Row = typeof hallFurniture.$inferSelect

/** What of these ids is there already; null when one of them stands in another hall or event. */
async function knownThings(
  tx: Tx,
  { eventId }: EventScope,
  { hallId, ids }: { hallId: string; ids: string[] },
): Promise<Known | null> {
  const [itsBooths, furniture, shown] = await Promise.all([
    tx
      .select({ id: booths.id, eventId: booths.eventId, hallId: booths.hallId, version: booths.version })
      .from(booths)
      .where(inArray(booths.id, ids)),
    tx.select().from(hallFurniture).where(inArray(hallFurniture.id, ids)),
    tx.select({ boothId: exhibits.boothId }).from(exhibits).where(inArray(exhibits.boothId, ids)),
  ])
  const isHere = (row: { hallId: string | null }) => row.hallId === null || row.hallId === hallId
  const isForeign =
    itsBooths.some((row) => row.eventId !== eventId || !isHere(row)) || furniture.some((row) => !isHere(row))
  if (isForeign) return null
  const occupied = new Set(shown.map(({ boothId }) => boothId))
  const known: Known = new Map()
  for (const { id, version } of itsBooths)
    known.set(id, { isBooth: true, version, isOccupied: occupied.has(id), label: {} })
  for (const { id, version, label } of furniture)
    known.set(id, { isBooth: false, version, isOccupied: false, label })
  return known
}

function refuseStep(changes: readonly Sent[], known: Known): Refusal | null {
  for (const change of changes) {
    const thing = known.get(changedId(change))
    if (change.act === 'add') continue
    if (!thing) return { reason: 'notFound' }
    if (change.seen !== undefined && change.seen !== thing.version) return { reason: 'changedMeanwhile' }
    const isMeant = change.act === 'facts' ? thing.isBooth : change.act === 'label' ? !thing.isBooth : true
    const isDrawn = change.act !== 'put' || change.box !== null || thing.isBooth
    if (!isMeant || !isDrawn) return { reason: 'notFound' }
    if (change.act === 'remove' && thing.isOccupied) return { reason: 'occupied' }
  }
  return null
}

/** Codes that the step would give a second time, be it to another booth of the event or within itself. */
async function refuseCodes(
  tx: Tx,
  scope: EventScope,
  changes: readonly Sent[],
  known: Known,
): Promise<Refusal | null> {
  const taken: string[] = []
  const added: string[] = []
  for (const change of changes) {
    if (change.act === 'facts') taken.push(...(await takenCodes(tx, scope, [change.facts.code], change.id)))
    if (change.act === 'add' && change.thing.kind === 'booth' && !known.has(change.thing.id))
      added.push(change.thing.code)
  }
  const lower = added.map((code) => code.toLowerCase())
  taken.push(...added.filter((code, at) => lower.indexOf(code.toLowerCase()) !== at))
  if (added.length) taken.push(...(await takenCodes(tx, scope, added)))
  return taken.length ? { reason: 'codeTaken', taken: [...new Set(taken)] } : null
}

type Making = {
  scope: EventScope
  hallId: string
  partId: string
  languages: readonly Language[]
  known: Known
  position: number
}

async function make(tx: Tx, change: Sent, { scope, hallId, partId, languages, known, position }: Making) {
  const id = changedId(change)
  const thing = known.get(id)
  const table = thing?.isBooth ? booths : hallFurniture
  const isIt = eq(table.id, id)
  const version = sql`${table.version} + 1`
  switch (change.act) {
    case 'add': {
      if (thing) return
      const { kind, box, code, category, isReserved, label } = change.thing
      const place = { id, hallId, ...measures(box) }
      if (kind === 'booth')
        await tx.insert(booths).values({
          ...place,
          ...{ eventId: scope.eventId, partId, code, category, isReserved, position },
        })
      else if (box) await tx.insert(hallFurniture).values({ id, hallId, kind, label, ...box })
      return
    }
    case 'put':
      if (thing?.isBooth)
        await tx
          .update(booths)
          .set({ ...measures(change.box), hallId, partId, version })
          .where(isIt)
      else if (change.box)
        await tx
          .update(hallFurniture)
          .set({ ...change.box, version })
          .where(isIt)
      return
    case 'facts':
      await tx
        .update(booths)
        .set({ ...change.facts, version })
        .where(isIt)
      return
    case 'label': {
      const label = keepUnseen(thing?.label ?? {}, change.label, languages)
      await tx.update(hallFurniture).set({ label, version }).where(isIt)
      return
    }
    case 'remove':
      await tx.delete(table).where(isIt)
  }
}

function measures(box: Box | null) {
  return box ?? { x: null, y: null, width: null, depth: null }
}
