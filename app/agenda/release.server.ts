import { and, eq, inArray, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { events } from '#db/schema/events.server.ts'
import { releasedItems, releases } from '#db/schema/releases.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note as addNote } from '../events/note.server.ts'
import { isoDay } from '../i18n/format.ts'
import type { Localized } from '../i18n/languages.ts'
import { agendaChanges, countChanges, isMoved } from './changes.ts'
import { type AgendaItem, agendaOfEvent } from './read.server.ts'
import { lastRelease, releasedAgenda } from './released.server.ts'

/** What a release made now would have: everything scheduled, without those who declined their role. */
export async function agendaToRelease(read: Reader, eventId: string): Promise<AgendaItem[]> {
  const items = await agendaOfEvent(read, eventId)
  return items.map((item) => ({
    ...item,
    roles: item.roles.filter(({ confirmation }) => confirmation !== 'declined'),
  }))
}

/** The public version, if there is one, and what a release made now would change in it. */
export async function readDraft(read: Reader, eventId: string) {
  const last = await lastRelease(read, eventId)
  // One after the other: a transaction asks one thing at a time.
  const before = last ? await releasedAgenda(read, last) : []
  const items = await agendaToRelease(read, eventId)
  return { last, items, changes: agendaChanges(before, items) }
}

type Counted = Pick<Awaited<ReturnType<typeof readDraft>>, 'last'> & {
  counts: ReturnType<typeof countChanges>
}
const counted = new LRUCache<string, Counted>({ max: 200 })

/**
 * The public version, and how much a release made now would change in it. A large agenda takes a while to compare, so
 * what came of it is kept until the event's revision rises.
 */
export async function countDraft(read: Reader, eventId: string): Promise<Counted> {
  // Before anything it counts, so that a write in between makes a number nobody asks for again.
  const [event] = await read.select({ revision: events.revision }).from(events).where(eq(events.id, eventId))
  const key = `${eventId} ${event?.revision}`
  const known = counted.get(key)
  if (known) return known
  const { last, changes } = await readDraft(read, eventId)
  const fresh = { last, counts: countChanges(changes) }
  counted.set(key, fresh)
  return fresh
}

/**
 * Makes the agenda as it is edited the one that the public sees, under the next number. An item that has moved since
 * the last version, was taken out or came back is told to calendars by a higher SEQUENCE. Refused `unchanged` when
 * nothing differs from the last version, which an empty agenda without one does not either. A form that comes again
 * makes no second release; its answer then has no changes to tell of.
 */
export async function releaseAgenda(
  tx: Tx,
  scope: EventScope,
  { id = newId(), note, now }: { id?: string; note: Localized; now: Date },
) {
  const { eventId } = scope
  const event = await lockEvent(tx, eventId)
  const before = await madeBefore(tx, releases, { id, ours: eq(releases.eventId, eventId) })
  if (before)
    return before.ok ? ({ ...before, number: await numberOf(tx, id), changes: [] } as const) : before
  const { last, items, changes } = await readDraft(tx, eventId)
  if (changes.length === 0) return { ok: false, reason: 'unchanged' } as const

  const moved = new Set(await toldToCalendars(tx, eventId, changes))
  await raise(tx, eventId, [...moved])
  const number = (last?.number ?? 0) + 1
  const releasedBy = scope.actor.kind === 'user' ? scope.actor.id : null
  const { agendaSequence } = event
  await tx.insert(releases).values({ id, eventId, number, note, agendaSequence, releasedBy, releasedAt: now })
  const rows = items.map((item) => ({
    releaseId: id,
    itemId: item.id,
    day: isoDay(item.startsAt, event.zone),
    startsAt: item.startsAt,
    content: moved.has(item.id) ? { ...item, sequence: item.sequence + 1 } : item,
  }))
  for (const some of inPieces(rows)) await tx.insert(releasedItems).values(some)
  await addNote(tx, scope, {
    action: 'agenda.released',
    subjectId: id,
    after: { number, note, changes: countChanges(changes) },
    now,
  })
  return { ok: true, id, number, changes } as const
}

async function numberOf(tx: Tx, id: string): Promise<number> {
  const [release] = await tx.select({ number: releases.number }).from(releases).where(eq(releases.id, id))
  return release?.number ?? 0
}

/** Whose calendar entries a release changes: what moved or is gone, and what comes back after it was cancelled. */
async function toldToCalendars(
  tx: Tx,
  eventId: string,
  changes: ReturnType<typeof agendaChanges>,
): Promise<string[]> {
  const added = changes.flatMap(({ kind, item }) => (kind === 'added' ? [item.id] : []))
  const back = new Set<string>()
  for (const ids of inPieces(added)) {
    const seen = await tx
      .selectDistinct({ id: releasedItems.itemId })
      .from(releasedItems)
      .innerJoin(releases, eq(releases.id, releasedItems.releaseId))
      .where(and(eq(releases.eventId, eventId), inArray(releasedItems.itemId, ids)))
    for (const { id } of seen) back.add(id)
  }
  return changes
    .filter((change) => change.kind === 'removed' || back.has(change.item.id) || isMoved(change))
    .map(({ item }) => item.id)
}

async function raise(tx: Tx, eventId: string, itemIds: string[]): Promise<void> {
  for (const ids of inPieces(itemIds))
    await tx
      .update(agendaItems)
      .set({ sequence: sql`${agendaItems.sequence} + 1` })
      .where(and(eq(agendaItems.eventId, eventId), inArray(agendaItems.id, ids)))
}

/** So many at once that no engine's limit of parameters is met. */
function inPieces<Row>(rows: Row[], size = 500): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
