import { and, asc, desc, eq, gte, isNotNull, isNull, lt, notExists, type SQL, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { guestWords } from '#db/schema/desk.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import type { GuestFilter } from './guest-filter.ts'
import { beginning } from './guest-search.server.ts'

/** A row of the table by what it is: an attendee, or the invitation of an institution that has named nobody. */
export type RowKey = { kind: 'person' | 'institution'; id: string }
export type Found = { id: string; key: (string | number | null)[] }

/** A stretch of the table that one index gives in its order. The table is its stretches one after the other. */
export type Stretch = {
  kind: RowKey['kind']
  /** Its rows after `key` (or before it, when `backwards`) in the stretch's order. */
  find: (conditions: SQL | undefined, at: Place) => Promise<Found[]>
}
export type Place = { key: (string | number | null)[] | null; backwards: boolean; size: number }

/** The stretches of a table sorted this way; by precedence it is one, in which both kinds stand mixed. */
export function stretchesOf(
  read: Reader,
  scope: EventScope,
  { sort, part }: Omit<GuestFilter, 'sort'> & { sort: Exclude<GuestFilter['sort'], 'precedence'> },
  word: string | null,
): Stretch[] {
  const institutions = silentInstitutions(read)
  if (word) return [institutions, byWord(read, scope, word)]
  switch (sort) {
    case 'organisation':
      return [institutions, byOrganisation(read, scope), byName(read, isNull(attendees.organisationId))]
    case 'answered':
      return [byAnswer(read, part), byName(read, hasNotAnswered(read, part)), institutions]
    case 'state':
      return [byState(read, part), byName(read, isNotIn(read, part)), institutions]
    case 'name':
      return [institutions, byName(read, undefined)]
  }
}

function byName(read: Reader, where: SQL | undefined): Stretch {
  const order = [attendees.sortKey, attendees.id]
  return {
    kind: 'person',
    find: async (conditions, at) => {
      const rows = await read
        .select({ sortKey: attendees.sortKey, id: attendees.id })
        .from(attendees)
        .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
        .where(and(conditions, where, beyond(order, at)))
        .orderBy(...inOrder(order, at))
        .limit(at.size)
      return rows.map(({ id, sortKey }) => ({ id, key: [sortKey, id] }))
    },
  }
}

/** Who goes first. Institutions that have named nobody stand among them, see `findByPrecedence`. */
export async function peopleByPrecedence(
  read: Reader,
  conditions: SQL | undefined,
  at: Place,
): Promise<Found[]> {
  const order = [attendees.precedenceKey, attendees.id]
  const rows = await read
    .select({ key: attendees.precedenceKey, id: attendees.id })
    .from(attendees)
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(and(conditions, beyond(order, at)))
    .orderBy(...inOrder(order, at))
    .limit(at.size)
  return rows.map(({ id, key }) => ({ id, key: [key, id] }))
}

/** Whose words begin so, the word itself first: for a search that finds more than anybody reads. */
function byWord(read: Reader, { eventId }: EventScope, word: string): Stretch {
  const order = [guestWords.word, guestWords.attendeeId]
  const earlier = alias(guestWords, 'earlier')
  const isSecond = read
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.attendeeId, guestWords.attendeeId),
        gte(earlier.word, word),
        lt(earlier.word, guestWords.word),
      ),
    )
  return {
    kind: 'person',
    find: async (conditions, at) => {
      const rows = await read
        .select({ word: guestWords.word, id: attendees.id })
        .from(guestWords)
        .innerJoin(attendees, eq(attendees.id, guestWords.attendeeId))
        .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
        .where(
          and(
            eq(guestWords.eventId, eventId),
            beginning(word),
            notExists(isSecond),
            conditions,
            beyond(order, at),
          ),
        )
        .orderBy(...inOrder(order, at))
        .limit(at.size)
      return rows.map((row) => ({ id: row.id, key: [row.word, row.id] }))
    },
  }
}

function byOrganisation(read: Reader, { officeId }: EventScope): Stretch {
  const order = [organisations.sortKey, attendees.sortKey, attendees.id]
  return {
    kind: 'person',
    find: async (conditions, at) => {
      const rows = await read
        .select({ first: organisations.sortKey, sortKey: attendees.sortKey, id: attendees.id })
        .from(organisations)
        .innerJoin(attendees, eq(attendees.organisationId, organisations.id))
        .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
        .where(and(eq(organisations.officeId, officeId), conditions, beyond(order, at)))
        .orderBy(...inOrder(order, at))
        .limit(at.size)
      return rows.map(({ id, sortKey, first }) => ({ id, key: [first, sortKey, id] }))
    },
  }
}

/** The latest answer first. */
function byAnswer(read: Reader, part: string | null): Stretch {
  const order = [attendances.answeredAt, attendances.attendeeId]
  return {
    kind: 'person',
    find: async (conditions, at) => {
      const turned = { ...at, backwards: !at.backwards }
      const rows = await read
        .select({ at: attendances.answeredAt, id: attendees.id })
        .from(attendances)
        .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
        .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
        .where(and(inPart(part), isNotNull(attendances.answeredAt), conditions, beyond(order, turned)))
        .orderBy(...inOrder(order, turned))
        .limit(at.size)
      return rows.map((row) => ({ id: row.id, key: [row.at?.getTime() ?? null, row.id] }))
    },
  }
}

/** By the word for their state; within one, who was invited first. */
function byState(read: Reader, part: string | null): Stretch {
  const order = [attendances.status, attendances.attendeeId]
  return {
    kind: 'person',
    find: async (conditions, at) => {
      const rows = await read
        .select({ status: attendances.status, id: attendees.id })
        .from(attendances)
        .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
        .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
        .where(and(inPart(part), conditions, beyond(order, at)))
        .orderBy(...inOrder(order, at))
        .limit(at.size)
      return rows.map(({ id, status }) => ({ id, key: [status, id] }))
    },
  }
}

/** By the institution's name. */
function silentInstitutions(read: Reader): Stretch {
  const order = [organisations.sortKey, invitations.id]
  return {
    kind: 'institution',
    find: async (conditions, at) => {
      const rows = await read
        .select({ sortKey: organisations.sortKey, id: invitations.id })
        .from(invitations)
        .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
        .where(and(conditions, beyond(order, at)))
        .orderBy(...inOrder(order, at))
        .limit(at.size)
      return rows.map(({ id, sortKey }) => ({ id, key: [sortKey, id] }))
    },
  }
}

const inPart = (part: string | null) => eq(attendances.partId, part ?? '')

function itsAttendance(read: Reader, part: string | null, where?: SQL) {
  return read
    .select({ one: sql`1` })
    .from(attendances)
    .where(and(eq(attendances.attendeeId, attendees.id), inPart(part), where))
}

function isNotIn(read: Reader, part: string | null): SQL {
  return notExists(itsAttendance(read, part))
}

function hasNotAnswered(read: Reader, part: string | null): SQL {
  return notExists(itsAttendance(read, part, isNotNull(attendances.answeredAt)))
}

/** Rows after the one with this key in the order of these columns, compared as a whole. */
function beyond(order: readonly PgColumn[], { key, backwards }: Place): SQL | undefined {
  if (!key || key.length !== order.length) return undefined
  const columns = sql.join([...order], sql`, `)
  const values = sql.join(
    order.map((column, i) => sql.param(typed(column, key[i] ?? null), column)),
    sql`, `,
  )
  return backwards ? sql`(${columns}) < (${values})` : sql`(${columns}) > (${values})`
}

function typed(column: PgColumn, value: string | number | null): unknown {
  return column === attendances.answeredAt ? new Date(Number(value)) : String(value)
}

function inOrder(order: readonly PgColumn[], { backwards }: Place): SQL[] {
  return order.map((column) => (backwards ? desc(column) : asc(column)))
}
