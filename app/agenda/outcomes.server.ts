import { and, asc, eq, max, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { outcomes } from '#db/schema/outcomes.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { type Direction, moved } from '../events/order.ts'
import { keepUnseen } from '../events/rules.ts'
import type { Localized } from '../i18n/languages.ts'
import type { OutcomeKind, OutcomeState } from './outcomes.ts'
import { isStale, type Seen } from './seen.ts'

export type OutcomeContent = {
  kind: OutcomeKind
  text: Localized
  /** Null for a name written in. */
  ownerId: string | null
  ownerName: Localized
  /** `YYYY-MM-DD`; of an action. */
  dueOn: string | null
  state: OutcomeState
}
type Which = { itemId: string; outcomeId: string; now: Date }

/** What came out of an item: its text, and its decisions and actions in their order; null when there is no such item. */
export async function readOutcomes(read: Reader, eventId: string, itemId: string) {
  const [[item], rows] = await Promise.all([
    read
      .select({ outcome: agendaItems.outcome, version: agendaItems.version })
      .from(agendaItems)
      .where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, eventId))),
    read
      .select({ outcome: outcomes, organisation: organisations.name })
      .from(outcomes)
      .leftJoin(organisations, eq(organisations.id, outcomes.ownerId))
      .where(and(eq(outcomes.itemId, itemId), eq(outcomes.eventId, eventId)))
      .orderBy(asc(outcomes.position), asc(outcomes.id)),
  ])
  if (!item) return null
  const list = rows.map(({ outcome, organisation }) => ({
    ...outcome,
    owner: organisation ?? outcome.ownerName,
  }))
  return { text: item.outcome, version: item.version, list }
}

/** Replaces what minutes tell of an item. Refused: `notFound`; `changedMeanwhile` when another editor was quicker. */
export async function writeOutcome(
  tx: Tx,
  scope: EventScope,
  { itemId, seen, outcome, now }: Seen & { itemId: string; outcome: Localized; now: Date },
) {
  const event = await lockEvent(tx, scope.eventId)
  const isOurs = and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId))
  const [item] = await tx
    .select({ outcome: agendaItems.outcome, version: agendaItems.version })
    .from(agendaItems)
    .where(isOurs)
  if (!item) return { ok: false, reason: 'notFound' } as const
  if (isStale(item, seen)) return { ok: false, reason: 'changedMeanwhile' } as const
  const before = { outcome: item.outcome }
  const after = { outcome: keepUnseen(before.outcome, outcome, event.languages) }
  await tx
    .update(agendaItems)
    .set({ ...after, version: sql`${agendaItems.version} + 1`, updatedAt: now })
    .where(isOurs)
  await note(tx, scope, { action: 'agenda.outcome.text', subjectId: itemId, before, after, now })
  return { ok: true } as const
}

type Adding = { id?: string; itemId: string; content: OutcomeContent; now: Date }

/** Adds a decision or an action, once. Refused: `notFound` for an item or an organisation that is not ours. */
export async function addOutcome(tx: Tx, scope: EventScope, { id = newId(), itemId, content, now }: Adding) {
  await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, outcomes, { id, ours: eq(outcomes.itemId, itemId) })
  if (before) return before
  const isOurs = and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId))
  if (!(await tx.$count(agendaItems, isOurs)) || !(await hasOwner(tx, scope, content)))
    return { ok: false, reason: 'notFound' } as const
  const [last] = await tx
    .select({ position: max(outcomes.position) })
    .from(outcomes)
    .where(eq(outcomes.itemId, itemId))
  await tx.insert(outcomes).values({
    ...told(content),
    ...{ id, eventId: scope.eventId, itemId, position: (last?.position ?? -1) + 1 },
    ...{ createdAt: now, updatedAt: now },
  })
  await note(tx, scope, { action: 'agenda.outcome.add', subjectId: id, after: { itemId, ...content }, now })
  return { ok: true, id } as const
}

/** Changes a decision or an action. Refused as `addOutcome` is. */
export async function editOutcome(
  tx: Tx,
  scope: EventScope,
  { content, now, ...which }: Which & { content: OutcomeContent },
) {
  const event = await lockEvent(tx, scope.eventId)
  const [before] = await tx.select().from(outcomes).where(isIt(scope, which))
  if (!before || !(await hasOwner(tx, scope, content))) return { ok: false, reason: 'notFound' } as const
  const after = {
    ...told(content),
    text: keepUnseen(before.text, content.text, event.languages),
    ownerName: keepUnseen(before.ownerName, content.ownerName, event.languages),
  }
  await tx
    .update(outcomes)
    .set({ ...after, updatedAt: now })
    .where(isIt(scope, which))
  await note(tx, scope, { action: 'agenda.outcome.edit', subjectId: which.outcomeId, before, after, now })
  return { ok: true } as const
}

/** Takes a decision or an action away. Refused: `notFound`. */
export async function removeOutcome(tx: Tx, scope: EventScope, { now, ...which }: Which) {
  await lockEvent(tx, scope.eventId)
  const [before] = await tx.delete(outcomes).where(isIt(scope, which)).returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  await note(tx, scope, { action: 'agenda.outcome.remove', subjectId: which.outcomeId, before, now })
  return { ok: true } as const
}

/** Moves one a place up or down; at the end of the list nothing happens. Refused: `notFound`. */
export async function moveOutcome(
  tx: Tx,
  scope: EventScope,
  { direction, now, ...which }: Which & { direction: Direction },
) {
  await lockEvent(tx, scope.eventId)
  const ofItem = and(eq(outcomes.itemId, which.itemId), eq(outcomes.eventId, scope.eventId))
  const rows = await tx
    .select({ id: outcomes.id })
    .from(outcomes)
    .where(ofItem)
    .orderBy(asc(outcomes.position), asc(outcomes.id))
  const order = moved(rows, which.outcomeId, direction)
  if (!order) return { ok: false, reason: 'notFound' } as const
  for (const [position, { id }] of order.entries())
    await tx.update(outcomes).set({ position }).where(eq(outcomes.id, id))
  const after = order.map(({ id }) => id)
  await note(tx, scope, { action: 'agenda.outcome.move', subjectId: which.itemId, after, now })
  return { ok: true } as const
}

/** A decision is nobody's to do; who is to do an action is named once. */
function told(content: OutcomeContent): OutcomeContent {
  if (content.kind === 'decision') return { ...content, ownerId: null, ownerName: {}, dueOn: null }
  return content.ownerId ? { ...content, ownerName: {} } : content
}

async function hasOwner(tx: Tx, { officeId }: EventScope, { ownerId }: OutcomeContent): Promise<boolean> {
  if (!ownerId) return true
  const isOurs = and(eq(organisations.id, ownerId), eq(organisations.officeId, officeId))
  return (await tx.$count(organisations, isOurs)) > 0
}

function isIt(scope: EventScope, { itemId, outcomeId }: Omit<Which, 'now'>) {
  return and(eq(outcomes.id, outcomeId), eq(outcomes.itemId, itemId), eq(outcomes.eventId, scope.eventId))
}
