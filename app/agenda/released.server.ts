import { and, asc, count, desc, eq, inArray, like, lt, notInArray, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { events, parts, venues } from '#db/schema/events.server.ts'
import { releasedItems, releases } from '#db/schema/releases.server.ts'
import type { AgendaItem } from './read.server.ts'
import { inOrder } from './rules.ts'

const columns = {
  id: releases.id,
  eventId: releases.eventId,
  number: releases.number,
  note: releases.note,
  agendaSequence: releases.agendaSequence,
  releasedAt: releases.releasedAt,
}
const isLatest = sql<boolean>`${releases.number} = (select max(number) from releases latest where latest.event_id = ${releases.eventId})`

/** A version of an agenda. Of the last one, the event's own facts (part, place) are read as they are now. */
export type Release = NonNullable<Awaited<ReturnType<typeof findRelease>>>

/** The version the public sees; null before the first. */
export async function lastRelease(read: Reader, eventId: string) {
  const [release] = await read
    .select(columns)
    .from(releases)
    .where(eq(releases.eventId, eventId))
    .orderBy(desc(releases.number))
    .limit(1)
  return release ? { ...release, isLast: true } : null
}

/** One version by its number; null when there is none such. */
export async function findRelease(read: Reader, eventId: string, number: number) {
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_000_000_000) return null
  const [release] = await read
    .select({ ...columns, isLast: isLatest })
    .from(releases)
    .where(and(eq(releases.eventId, eventId), eq(releases.number, number)))
  return release ? { ...release, isLast: Boolean(release.isLast) } : null
}

/** The versions of an agenda, the last one first, with who released each; a page of `size` below number `before`. */
export function releasesOfEvent(
  read: Reader,
  eventId: string,
  { before, size }: { before?: number; size: number },
) {
  return read
    .select({ ...columns, releasedBy: users.name })
    .from(releases)
    .leftJoin(users, eq(users.id, releases.releasedBy))
    .where(and(eq(releases.eventId, eventId), before ? lt(releases.number, before) : undefined))
    .orderBy(desc(releases.number))
    .limit(size)
}

/** The days, `YYYY-MM-DD` in the event's zone, on which something of this version begins, and how much. */
export async function releasedDays(read: Reader, { id }: Release) {
  const days = await read
    .select({ day: releasedItems.day, items: count() })
    .from(releasedItems)
    .where(eq(releasedItems.releaseId, id))
    .groupBy(releasedItems.day)
    .orderBy(asc(releasedItems.day))
  return days.map(({ day, items }) => ({ day, items: Number(items) }))
}

/** The first `limit` items of this version by their ids, as they follow each other. */
export async function releasedItemIds(read: Reader, { id }: Release, limit: number): Promise<string[]> {
  const items = await read
    .select({ id: releasedItems.itemId })
    .from(releasedItems)
    .where(eq(releasedItems.releaseId, id))
    .orderBy(asc(releasedItems.day), asc(releasedItems.startsAt), asc(releasedItems.itemId))
    .limit(limit)
  return items.map((item) => item.id)
}

/** What begins on `day` in this version, in order; nothing else of the version is read. */
export async function releasedDay(read: Reader, release: Release, day: string): Promise<AgendaItem[]> {
  return itemsOf(read, release, await contents(read, release, eq(releasedItems.day, day)))
}

/** A whole version, in order. */
export async function releasedAgenda(read: Reader, release: Release): Promise<AgendaItem[]> {
  return itemsOf(read, release, await contents(read, release))
}

/** These of a version's items, in order. */
export async function releasedItemsOf(
  read: Reader,
  release: Release,
  itemIds: readonly string[],
): Promise<AgendaItem[]> {
  return itemsOf(read, release, await contents(read, release, inArray(releasedItems.itemId, [...itemIds])))
}

/** One item as a version has it; null when it is not in it. */
export async function findReleasedItem(
  read: Reader,
  release: Release,
  itemId: string,
): Promise<AgendaItem | null> {
  const [item] = await itemsOf(read, release, await contents(read, release, eq(releasedItems.itemId, itemId)))
  return item ?? null
}

/** Those of these items that are in a version, in its order. */
export async function findReleasedItems(
  read: Reader,
  release: Release,
  itemIds: readonly string[],
): Promise<AgendaItem[]> {
  return itemsOf(read, release, await contents(read, release, inArray(releasedItems.itemId, [...itemIds])))
}

/**
 * The first `limit` items of the public version: a foretaste; with `partIds`, for a guest invited to those parts. Empty
 * before the first release.
 */
export async function publicTeaser(
  read: Reader,
  eventId: string,
  limit: number,
  partIds?: readonly string[],
): Promise<AgendaItem[]> {
  const release = await lastRelease(read, eventId)
  if (!release) return []
  // An id stands in an item's text where its part is told; what else may hold it is sorted out below.
  const text = sql`cast(${releasedItems.content} as text)`
  const ofParts = partIds && or(sql`1 = 0`, ...partIds.map((id) => like(text, `%${id}%`)))
  const found = await selectContents(read)
    .where(and(eq(releasedItems.releaseId, release.id), ofParts))
    .orderBy(asc(releasedItems.day), asc(releasedItems.startsAt), asc(releasedItems.itemId))
    .limit(limit)
  const items = inOrder(found.map(({ content }) => revived(content)))
  return partIds ? items.filter(({ partId }) => partIds.includes(partId)) : items
}

/**
 * What earlier versions had and the last one has no more, each as it last was and when it was taken out, so that
 * calendars that took it in can take it out again.
 */
export async function takenOut(read: Reader, release: Release) {
  const present = read
    .select({ id: releasedItems.itemId })
    .from(releasedItems)
    .where(eq(releasedItems.releaseId, release.id))
  const found = await read
    .select({
      itemId: releasedItems.itemId,
      number: releases.number,
      content: releasedItems.content,
      sequence: agendaItems.sequence,
      agendaSequence: releases.agendaSequence,
    })
    .from(releasedItems)
    .innerJoin(releases, eq(releases.id, releasedItems.releaseId))
    .leftJoin(agendaItems, eq(agendaItems.id, releasedItems.itemId))
    .where(and(eq(releases.eventId, release.eventId), notInArray(releasedItems.itemId, present)))
    .orderBy(asc(releases.number))
  const last = [...new Map(found.map((row) => [row.itemId, row])).values()]
  const numbers = [...new Set(last.map(({ number }) => number + 1))]
  const dates = await read
    .select({ number: releases.number, at: releases.releasedAt })
    .from(releases)
    .where(and(eq(releases.eventId, release.eventId), inArray(releases.number, numbers)))
  const sequenceOf = await sequences(read, release.eventId)
  return last.map(({ content, number, sequence, agendaSequence }) => {
    const item = revived(content)
    const takenOutAt = dates.find((date) => date.number === number + 1)?.at ?? release.releasedAt
    const ofDeleted = sequenceOf(item, { agendaSequence }) + 1
    return { item: { ...item, sequence: sequence ?? ofDeleted }, takenOutAt }
  })
}

type Row = { content: unknown; sequence: number | null }

function selectContents(read: Reader) {
  return read
    .select({ content: releasedItems.content, sequence: agendaItems.sequence })
    .from(releasedItems)
    .leftJoin(agendaItems, eq(agendaItems.id, releasedItems.itemId))
    .$dynamic()
}

function contents(read: Reader, { id }: Release, where?: ReturnType<typeof and>): Promise<Row[]> {
  return selectContents(read).where(and(eq(releasedItems.releaseId, id), where))
}

async function itemsOf(read: Reader, release: Release, rows: Row[]): Promise<AgendaItem[]> {
  if (!release.isLast) return inOrder(rows.map(({ content }) => revived(content)))
  const now = await partsNow(read, release.eventId)
  const sequenceOf = await sequences(read, release.eventId)
  const items = rows.map(({ content, sequence }) => {
    const item = revived(content)
    // A part's move or the event's end raises an item's SEQUENCE without a release (events/sequence.server.ts).
    return { ...item, ...now.get(item.partId), sequence: sequence ?? sequenceOf(item, release) }
  })
  return inOrder(items)
}

/** The SEQUENCE of an item whose row is gone: as it was released, and what its event has raised since. */
async function sequences(read: Reader, eventId: string) {
  const [event] = await read
    .select({ agendaSequence: events.agendaSequence })
    .from(events)
    .where(eq(events.id, eventId))
  return (item: AgendaItem, { agendaSequence }: { agendaSequence: number }): number =>
    item.sequence + Math.max(0, (event?.agendaSequence ?? 0) - agendaSequence)
}

/** Where and when parts are is the event's to say, and its pages say it at once: so does the agenda. */
async function partsNow(read: Reader, eventId: string) {
  const rows = await read
    .select({
      id: parts.id,
      part: { name: parts.name, startsAt: parts.startsAt, endsAt: parts.endsAt, audience: parts.audience },
      venue: { name: venues.name, address: venues.address },
    })
    .from(parts)
    .leftJoin(venues, eq(venues.id, parts.venueId))
    .where(eq(parts.eventId, eventId))
  return new Map(rows.map(({ id, part, venue }) => [id, { part, venue }]))
}

/** An item as it was read, its dates dates again. */
function revived(content: unknown): AgendaItem {
  const item = content as AgendaItem
  const { part, roles } = item
  return {
    ...item,
    startsAt: new Date(item.startsAt),
    endsAt: new Date(item.endsAt),
    updatedAt: new Date(item.updatedAt),
    part: { ...part, startsAt: new Date(part.startsAt), endsAt: new Date(part.endsAt) },
    roles: roles.map((role) => ({ ...role, answeredAt: role.answeredAt && new Date(role.answeredAt) })),
  }
}
