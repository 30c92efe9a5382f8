import {
  and,
  asc,
  desc,
  eq,
  exists,
  gte,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { foldedWords } from '#app/directory/fold.ts'
import { checked } from '#db/checked.server.ts'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { letters } from '#db/schema/letters.server.ts'
import { type LetterState, stateOf } from './rules.ts'

export type RegisterFilter = {
  search: string
  state: LetterState | null
  /** Letters that were issued together. */
  batch: string | null
  /** `YYYY-MM-DD`, both included. */
  from: string | null
  to: string | null
}

export const everyLetter: RegisterFilter = { search: '', state: null, batch: null, from: null, to: null }
export const letterPageSize = 50

/** One page of the event's register, the latest first, and how many letters the filter finds in all. */
export async function readRegister(read: Reader, scope: EventScope, filter: RegisterFilter, page: number) {
  const wanted = and(...conditions(read, scope, filter))
  const [rows, found] = await Promise.all([
    registerRows(read)
      .where(wanted)
      .orderBy(desc(letters.year), asc(letters.way), desc(letters.number))
      .limit(letterPageSize)
      .offset((page - 1) * letterPageSize),
    read.$count(letters, wanted),
  ])
  return { rows: rows.map(withState), found: Number(found) }
}

/** Every letter that the filter finds, some hundred at a time, in the order of their numbers. */
export async function* readAllLetters(read: Reader, scope: EventScope, filter: RegisterFilter) {
  const size = 200
  for (let offset = 0; ; offset += size) {
    const rows = await registerRows(read)
      .where(and(...conditions(read, scope, filter)))
      .orderBy(asc(letters.way), asc(letters.year), asc(letters.number))
      .limit(size)
      .offset(offset)
    yield* rows.map(withState)
    if (rows.length < size) return
  }
}

/** How many letters stand where. */
export async function countLetters(read: Reader, scope: EventScope): Promise<Record<LetterState, number>> {
  const count = (state: LetterState) =>
    read.$count(letters, and(...conditions(read, scope, { ...everyLetter, state })))
  const [open, signed, answered, voided, incoming] = await Promise.all(
    (['open', 'signed', 'answered', 'void', 'incoming'] as const).map(count),
  )
  return {
    open: Number(open),
    signed: Number(signed),
    answered: Number(answered),
    void: Number(voided),
    incoming: Number(incoming),
  }
}

/** How many letters went out of which no signed copy is filed and no reply came. */
export function countUnsigned(read: Reader, scope: EventScope): Promise<number> {
  return read.$count(letters, and(...conditions(read, scope, { ...everyLetter, state: 'open' })))
}

const reply = alias(letters as never, 'reply') as unknown as typeof letters

function answersTo(read: Reader) {
  return read
    .select({ id: reply.id })
    .from(reply)
    .where(and(eq(reply.repliesTo, letters.id), isNull(reply.voidedAt)))
}

function registerRows(read: Reader) {
  return read
    .select({
      id: letters.id,
      way: letters.way,
      reference: letters.reference,
      theirReference: letters.theirReference,
      datedOn: letters.datedOn,
      receivedOn: letters.receivedOn,
      invitationId: letters.invitationId,
      correspondent: letters.correspondent,
      subject: letters.subject,
      scanId: letters.scanId,
      voidedAt: letters.voidedAt,
      voidReason: letters.voidReason,
      isAnswered: sql<number>`case when ${exists(answersTo(read))} then 1 else 0 end`,
    })
    .from(letters)
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof registerRows>>[number]

function withState(row: Row) {
  const isAnswered = Number(row.isAnswered) === 1
  return { ...row, isAnswered, state: stateOf({ ...row, isAnswered }) }
}

export type RegisteredLetter = ReturnType<typeof withState>

function conditions(
  read: Reader,
  { eventId }: EventScope,
  { search, state, batch, from, to }: RegisterFilter,
): (SQL | undefined)[] {
  return [
    eq(letters.eventId, eventId),
    ...foldedWords(search).map((word) => sql`${letters.searchKey} like ${`%${word}%`}`),
    state ? inState(read, state) : undefined,
    batch ? eq(letters.batchId, batch) : undefined,
    from ? gte(letters.datedOn, from) : undefined,
    to ? lte(letters.datedOn, to) : undefined,
  ]
}

function inState(read: Reader, state: LetterState): SQL | undefined {
  const stands = and(eq(letters.way, 'out'), isNull(letters.voidedAt))
  const isUnanswered = notExists(answersTo(read))
  switch (state) {
    case 'void':
      return isNotNull(letters.voidedAt)
    case 'incoming':
      return and(eq(letters.way, 'in'), isNull(letters.voidedAt))
    case 'answered':
      return and(stands, exists(answersTo(read)))
    case 'signed':
      return and(stands, isUnanswered, isNotNull(letters.scanId))
    case 'open':
      return and(stands, isUnanswered, isNull(letters.scanId))
  }
}

/** One letter of this event with its scan and what belongs to it; null when there is none such. */
export async function readLetter(read: Reader, scope: EventScope, letterId: string | undefined) {
  const [found] = await read
    .select({ letter: letters, by: users.name, scan: documents.name })
    .from(letters)
    .leftJoin(users, eq(users.id, letters.createdBy))
    .leftJoin(documents, eq(documents.id, letters.scanId))
    .where(and(eq(letters.id, letterId ?? ''), eq(letters.eventId, scope.eventId)))
  if (!found) return null
  const { letter } = found
  const related = await registerRows(read)
    .where(
      and(
        eq(letters.eventId, scope.eventId),
        or(eq(letters.repliesTo, letter.id), eq(letters.id, letter.repliesTo ?? '')),
      ),
    )
    .orderBy(asc(letters.createdAt))
  const all = related.map(withState)
  const isAnswered = all.some(({ way, voidedAt }) => way === 'in' && !voidedAt)
  return {
    ...letter,
    by: found.by,
    scanName: found.scan,
    related: all,
    state: stateOf({ ...letter, isAnswered }),
  }
}

/** The letters that belong to some guest, the first first. */
export async function readGuestLetters(read: Reader, scope: EventScope, invitationId: string) {
  const rows = await registerRows(read)
    .where(and(checked(eq(letters.eventId, scope.eventId)), eq(letters.invitationId, invitationId)))
    .orderBy(asc(letters.datedOn), asc(letters.createdAt))
    .limit(50)
  return rows.map(withState)
}
