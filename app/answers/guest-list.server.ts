import { and, count, eq, ne, notExists, type SQL, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { isLarge, readCounts } from '#app/events/counts.server.ts'
import { pageSizes } from '#app/ui/page-sizes.ts'
import type { Reader } from '#db/client.server.ts'
import { guestWords } from '#db/schema/desk.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { type AttendanceStatus, attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { type GuestPlan, many, planGuests } from './guest-conditions.server.ts'
import type { GuestFilter } from './guest-filter.ts'
import { type RowKey, stretchesOf } from './guest-order.server.ts'
import { type GuestRow, readRows } from './guest-rows.server.ts'
import { beginning } from './guest-search.server.ts'
import { planInstitutions } from './institution-rows.server.ts'
import { findByPrecedence } from './precedence-rows.server.ts'

/** A place in the table: after or before the row with this key, or at one of its ends. */
export type GuestPlace = { cursor: string | null; backwards: boolean; size?: number }

/** One page of the guest table: a row for each person, and for each institution that has named nobody. */
export async function readGuests(read: Reader, scope: EventScope, filter: GuestFilter, place: GuestPlace) {
  const size = place.size ?? pageSizes[0]
  const found = await findKeys(read, scope, filter, { ...place, size: size + 1 })
  const hasMore = found.length > size
  const shown = found.slice(0, size)
  if (place.backwards) shown.reverse()
  return {
    guests: await readRows(read, scope, shown),
    after: (place.backwards ? place.cursor !== null : hasMore) ? cursorOf(shown.at(-1)) : null,
    before: (place.backwards ? hasMore : place.cursor !== null) ? cursorOf(shown[0]) : null,
  }
}

/** Everybody whom the filter shows, in its order, a thousand rows at a time. */
export async function* readAllGuests(read: Reader, scope: EventScope, filter: GuestFilter) {
  for await (const keys of readAllKeys(read, scope, filter)) yield* await readRows(read, scope, keys)
}

/** Who everybody is whom the filter shows, a thousand at a time. */
export async function* readAllKeys(read: Reader, scope: EventScope, filter: GuestFilter) {
  const size = 1000
  let cursor: string | null = null
  for (;;) {
    const found: FoundKey[] = await findKeys(read, scope, filter, { cursor, backwards: false, size })
    if (found.length) yield found
    if (found.length < size) return
    cursor = cursorOf(found.at(-1))
  }
}

export type { GuestRow }

type FoundKey = RowKey & { stretch: number; key: (string | number | null)[] }

async function findKeys(
  read: Reader,
  scope: EventScope,
  filter: GuestFilter,
  { cursor, backwards, size }: GuestPlace & { size: number },
): Promise<FoundKey[]> {
  const plan = await planGuests(read, scope, filter)
  const institutions = planInstitutions(read, scope, filter)
  const at = placeOf(cursor)
  const { sort } = filter
  if (sort === 'precedence' && !plan.word) {
    const place = { key: at?.key ?? null, backwards, size }
    const rows = await findByPrecedence(read, scope, { people: plan.conditions, institutions }, place)
    return rows.map((row) => ({ ...row, stretch: 0 }))
  }
  const inStretches = { ...filter, sort: sort === 'precedence' ? ('name' as const) : sort }
  const stretches = stretchesOf(read, scope, inStretches, plan.word).map((stretch, index) => ({
    ...stretch,
    index,
  }))
  if (backwards) stretches.reverse()
  const found: FoundKey[] = []
  for (const stretch of stretches) {
    if (at && (backwards ? stretch.index > at.stretch : stretch.index < at.stretch)) continue
    const conditions = stretch.kind === 'person' ? plan.conditions : institutions
    if (conditions === null) continue
    const key = at?.stretch === stretch.index ? at.key : null
    const rows = await stretch.find(conditions, { key, backwards, size: size - found.length })
    found.push(...rows.map((row) => ({ ...row, kind: stretch.kind, stretch: stretch.index })))
    if (found.length >= size) break
  }
  return found
}

function cursorOf(row: FoundKey | undefined): string | null {
  return row ? Buffer.from(JSON.stringify([row.stretch, ...row.key])).toString('base64url') : null
}

/** Anything else than a cursor of ours is the beginning. */
function placeOf(cursor: string | null): { stretch: number; key: (string | number | null)[] } | null {
  if (!cursor) return null
  try {
    const [stretch, ...key] = JSON.parse(
      Buffer.from(cursor.slice(0, 2000), 'base64url').toString(),
    ) as unknown[]
    const isKey = key.every((value) => typeof value === 'string' || typeof value === 'number')
    return typeof stretch === 'number' && isKey ? { stretch, key: key as string[] } : null
  } catch {
    return null
  }
}

/** With `isMore` there are more than `value`: nobody counts them to the end on the way to a page. */
export type GuestCount = { value: number; isMore: boolean }

/** How many rows the filter shows: exact for a small event, for everybody, and wherever an index finds few rows. */
export async function countGuests(read: Reader, scope: EventScope, filter: GuestFilter): Promise<GuestCount> {
  const plan = await planGuests(read, scope, filter)
  const people = await countPlan(read, scope, filter, plan)
  const institutions = planInstitutions(read, scope, filter)
  if (people.isMore || !institutions) return people
  return { ...people, value: people.value + (await countInstitutions(read, institutions)) }
}

async function countPlan(
  read: Reader,
  scope: EventScope,
  filter: GuestFilter,
  plan: GuestPlan,
): Promise<GuestCount> {
  const isEverybody = plan.loose === 0 && plan.atMost === Number.POSITIVE_INFINITY
  if (isEverybody && filter.seat !== 'institution' && !filter.state)
    return { value: await countEverybody(read, scope), isMore: false }
  const isExact = !(await isLarge(read, scope.eventId))
  // One condition that many meet: its own size says enough. Several together may leave few, so they are tried.
  if (!isExact && plan.atMost > many && plan.loose === 1) return { value: many, isMore: true }
  const most = isExact ? 100 * many : many
  const found = plan.word
    ? await countByWord(read, scope, plan.word, plan.conditions, most)
    : await countPeople(read, plan.conditions, most)
  return { value: Math.min(found, most), isMore: found > most }
}

/** All attendees, less those whose invitation is withdrawn or whom no institution sends any more. */
async function countEverybody(read: Reader, { eventId }: EventScope): Promise<number> {
  const isHere = eq(attendees.eventId, eventId)
  // Word for word as the index `attendees_delegations` has it.
  const isDelegated = and(sql`${attendees.source} <> 'invitation'`, ne(attendees.source, 'door'))
  const comes = read
    .select({ one: sql`1` })
    .from(attendances)
    .where(and(eq(attendances.attendeeId, attendees.id), ne(attendances.status, 'cancelled')))
  const [all, withdrawn, dropped] = await Promise.all([
    readCounts(read, eventId),
    read
      .select({ n: count() })
      .from(invitations)
      .innerJoin(attendees, eq(attendees.invitationId, invitations.id))
      .where(and(eq(invitations.eventId, eventId), eq(invitations.state, 'revoked'))),
    read
      .select({ n: count() })
      .from(attendees)
      .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
      .where(and(isHere, isDelegated, ne(invitations.state, 'revoked'), notExists(comes))),
  ])
  return all.attendees - Number(withdrawn[0]?.n ?? 0) - Number(dropped[0]?.n ?? 0)
}

/** How many a bulk action would meet, to the last one. */
export async function countExactly(read: Reader, scope: EventScope, filter: GuestFilter): Promise<number> {
  let total = 0
  for await (const keys of readAllKeys(read, scope, filter)) total += keys.length
  return total
}

async function countPeople(read: Reader, where: SQL | undefined, most: number): Promise<number> {
  const some = read
    .select({ id: attendees.id })
    .from(attendees)
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(where)
    .limit(most + 1)
    .as('some')
  const [row] = await read.select({ n: count() }).from(some)
  return Number(row?.n ?? 0)
}

/** Of those whose words begin so, the ones that meet everything else. */
async function countByWord(
  read: Reader,
  { eventId }: EventScope,
  word: string,
  where: SQL | undefined,
  most: number,
): Promise<number> {
  const some = read
    .selectDistinct({ id: guestWords.attendeeId })
    .from(guestWords)
    .innerJoin(attendees, eq(attendees.id, guestWords.attendeeId))
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(and(eq(guestWords.eventId, eventId), beginning(word), where))
    .limit(most + 1)
    .as('some')
  const [row] = await read.select({ n: count() }).from(some)
  return Number(row?.n ?? 0)
}

async function countInstitutions(read: Reader, where: SQL): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(where)
  return Number(row?.n ?? 0)
}

/** How many people have which state in one part, which is this event's. */
export async function readStatusCounts(read: Reader, scope: EventScope, part: string | null) {
  const { attendances } = await readCounts(read, scope.eventId)
  const its = attendances.filter(({ partId }) => partId === part)
  return Object.fromEntries(its.map(({ status, n }) => [status, n])) as Partial<
    Record<AttendanceStatus, number>
  >
}
