import {
  and,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  like,
  ne,
  or,
  type SQL,
  type SQLWrapper,
  type Subquery,
  sql,
} from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { checked } from '#db/checked.server.ts'
import type { Reader } from '#db/client.server.ts'
import { guestWords } from '#db/schema/desk.server.ts'
import { organisations, persons } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { GuestFilter } from './guest-filter.ts'
import { bearing, hasWord, searched, tagged, type WordFound } from './guest-search.server.ts'
import { reachedAnother } from './open-requests.server.ts'

/** From so many rows on a condition is no way to its rows: walking the table in its order fills a page sooner. */
export const many = 1000

/** How the rows of a filter are found. */
export type GuestPlan = {
  conditions: SQL | undefined
  /** A word that so many bear that those are listed as their words stand in the index, not in the table's order. */
  word: string | null
  /** No more rows than this meet the filter, as far as one condition alone tells. */
  atMost: number
  /** How many conditions more than `many` rows meet. */
  loose: number
}

/**
 * What a filter asks of attendees, as SQL that is quick for an event of a hundred thousand: each condition is first
 * asked how many rows an index finds for it. Where they are few, those are gathered by it; where many meet every one,
 * the table is walked in its order and a page is soon full.
 */
export async function planGuests(read: Reader, scope: EventScope, filter: GuestFilter): Promise<GuestPlan> {
  const [words, tags, wanted] = await Promise.all([
    searched(read, scope, filter.search),
    tagged(read, scope, filter.tag),
    Promise.all(asked(read, scope, filter).map(measured)),
  ])
  const [rare, common] = together([...words, ...tags])
  const all = rare ? null : await bearing(read, scope, common)
  const ids = rare ?? all
  const frequent = all ? [] : common
  const tightest = wanted.filter(({ size }) => size <= many).toSorted((a, b) => a.size - b.size)[0]
  const isGathered = ids !== null || tightest !== undefined
  const isHere = eq(attendees.eventId, scope.eventId)
  const [word = null, ...others] = isGathered ? [] : frequent
  // Asked of the row of words, another frequent word is checked before anything is read of the guest.
  const theirs = word ? guestWords.attendeeId : attendees.id
  return {
    conditions: and(
      isGathered ? checked(isHere) : isHere,
      filter.seat === 'institution' ? sql`1 = 0` : undefined,
      ids ? inArray(attendees.id, ids) : tightest && sql`${attendees.id} in ${tightest.rows}`,
      isShown(read, filter),
      bearsTag(read, filter.tag),
      ...(isGathered ? frequent : others).map((each) => hasWord(read, each, theirs)),
      ...wanted.filter((each) => each !== tightest || ids).map(({ condition }) => condition),
    ),
    word,
    atMost: ids ? ids.length : (tightest?.size ?? Number.POSITIVE_INFINITY),
    loose: frequent.length + wanted.filter(({ size }) => size > many).length,
  }
}

/** Those whom every rare word finds, and the frequent words; null where no word is rare. */
function together(words: readonly WordFound[]): [string[] | null, string[]] {
  const rare = words.flatMap(({ ids }) => (ids ? [ids] : [])).toSorted((a, b) => a.size - b.size)
  const frequent = words.flatMap((found) => (found.ids ? [] : found.word))
  const [first, ...others] = rare
  return [first ? [...first].filter((id) => others.every((other) => other.has(id))) : null, frequent]
}

/** A condition on attendees, the ids of its rows by an index that knows them, and how many those are, up to `many` + 1. */
type Asked = { condition: SQL | undefined; rows: SQLWrapper; size: Promise<number> }

async function measured(asking: Asked) {
  return { ...asking, size: await asking.size }
}

async function sizeOf(read: Reader, some: Subquery): Promise<number> {
  const [row] = await read.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some)
  return row?.n ?? 0
}

function asked(read: Reader, scope: EventScope, filter: GuestFilter): Asked[] {
  const { flag, state } = filter
  const isWrong = flag === 'wrongRecipient' && reachedAnother(invitations.wrongRecipientAt)
  return [
    ...attendanceConditions(filter).map((where) => byAttendance(read, scope, where)),
    ...attendeeConditions(read, scope, filter).map((where) => byAttendee(read, scope, where)),
    ...[inState(state), isWrong]
      .filter((where) => where instanceof Object)
      .map((where) => byInvitation(read, scope, where)),
    ...(flag === 'bounced' ? [byMail(read, scope)] : []),
  ]
}

function attendanceConditions({ part, status, via, flag }: GuestFilter): SQL[] {
  const itsPart = part ? eq(attendances.partId, part) : undefined
  return [
    status && and(itsPart, eq(attendances.status, status)),
    via && and(itsPart, eq(attendances.answeredVia, via), isNotNull(attendances.answeredVia)),
    flag === 'request' && eq(attendances.status, 'proposed'),
  ].filter((where) => where instanceof Object)
}

function byAttendance(read: Reader, { eventId }: EventScope, where: SQL): Asked {
  const rows = () =>
    read
      .select({ id: attendances.attendeeId })
      .from(attendances)
      .where(and(eq(attendances.eventId, eventId), where))
  const its = read
    .select({ one: sql`1` })
    .from(attendances)
    .where(and(eq(attendances.attendeeId, attendees.id), where))
  const some = rows()
    .limit(many + 1)
    .as('some')
  return { condition: exists(its), rows: rows(), size: sizeOf(read, some) }
}

// Word for word as the index `attendees_delegations` has it.
const isDelegated = sql`${attendees.source} <> 'invitation'`

function attendeeConditions(read: Reader, { officeId }: EventScope, filter: GuestFilter): SQL[] {
  const { language, organisation, needs, seat, kind, flag } = filter
  const kindIds = read
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.officeId, officeId), kind ? eq(organisations.kind, kind) : undefined))
  return [
    language && eq(attendees.language, language),
    organisation && eq(attendees.organisationId, organisation),
    // Word for word as the index `attendees_with_needs` has it.
    needs && sql`${attendees.needs} <> '{}'`,
    (seat === 'alternate' || seat === 'delegate') && and(isDelegated, eq(attendees.seat, seat)),
    seat === 'person' && eq(attendees.source, 'invitation'),
    kind && inArray(attendees.organisationId, kindIds),
    // An alternate is proposed, too, but asks nobody to decide.
    flag === 'request' && and(isDelegated, eq(attendees.seat, 'requested')),
  ].filter((where) => where instanceof Object)
}

function byAttendee(read: Reader, { eventId }: EventScope, where: SQL): Asked {
  const rows = () =>
    read
      .select({ id: attendees.id })
      .from(attendees)
      .where(and(eq(attendees.eventId, eventId), where))
  const some = rows()
    .limit(many + 1)
    .as('some')
  return { condition: where, rows: rows(), size: sizeOf(read, some) }
}

function byInvitation(read: Reader, { eventId }: EventScope, where: SQL): Asked {
  const rows = () =>
    read
      .select({ id: attendees.id })
      .from(invitations)
      .innerJoin(attendees, eq(attendees.invitationId, invitations.id))
      .where(and(eq(invitations.eventId, eventId), where))
  const some = rows()
    .limit(many + 1)
    .as('some')
  // `is true` keeps the condition from turning the join around, so that the table is walked in its order.
  return { condition: sql`(${where}) is true`, rows: rows(), size: sizeOf(read, some) }
}

function byMail(read: Reader, { eventId }: EventScope): Asked {
  const undelivered = inArray(messages.state, ['failed', 'bounced'])
  const theirs = eq(sql`coalesce(${messages.attendeeId}, ${attendees.id})`, attendees.id)
  const rows = () =>
    read
      .select({ id: attendees.id })
      .from(messages)
      .innerJoin(attendees, and(eq(attendees.invitationId, messages.invitationId), theirs))
      .where(and(eq(messages.eventId, eventId), undelivered))
  const its = read
    .select({ one: sql`1` })
    .from(messages)
    .where(and(eq(messages.invitationId, attendees.invitationId), theirs, undelivered))
  const some = rows()
    .limit(many + 1)
    .as('some')
  return { condition: exists(its), rows: rows(), size: sizeOf(read, some) }
}

/** In which state an invitation is listed; a condition on `invitations`. */
export function inState(state: GuestFilter['state']): SQL | undefined {
  if (state === 'unanswered') return and(isNull(invitations.answeredAt), ne(invitations.state, 'revoked'))
  if (state === 'unsent') return eq(invitations.state, 'draft')
  return state === 'withdrawn' ? eq(invitations.state, 'revoked') : undefined
}

/** Somebody whom an institution no longer sends is not shown, nor is a withdrawn invitation unless asked for. */
function isShown(read: Reader, { state, status }: GuestFilter): SQL | undefined {
  const comes = exists(
    read
      .select({ one: sql`1` })
      .from(attendances)
      .where(and(eq(attendances.attendeeId, attendees.id), ne(attendances.status, 'cancelled'))),
  )
  if (state === 'withdrawn' || status === 'cancelled') return undefined
  return and(
    or(inArray(attendees.source, ['invitation', 'door']), comes),
    or(isNull(attendees.invitationId), ne(invitations.state, 'revoked')),
  )
}

function bearsTag(read: Reader, tag: string): SQL | undefined {
  if (!tag) return undefined
  return exists(
    read
      .select({ one: sql`1` })
      .from(persons)
      .where(and(eq(persons.id, attendees.personId), holdsTag(persons.tags, tag))),
  )
}

/** Whether a list of tags holds this one. */
export function holdsTag(column: typeof persons.tags | typeof organisations.tags, tag: string): SQL {
  return like(sql`cast(${column} as text)`, `%${JSON.stringify(tag).replace(/[%_\\]/g, '_')}%`)
}
