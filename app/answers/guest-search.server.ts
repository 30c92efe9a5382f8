import { and, eq, exists, gte, inArray, like, lt, type SQL, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { foldedWords } from '#app/directory/fold.ts'
import { soundPatterns } from '#app/directory/sound.ts'
import { countUpTo } from '#app/events/counts.server.ts'
import { checked } from '#db/checked.server.ts'
import type { Reader } from '#db/client.server.ts'
import { guestWords } from '#db/schema/desk.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'

/** Up to this many ids are gathered from one word of a search. */
const few = 1000

/** One word of a search: those it finds when they are few, else the word by which so many are found. */
export type WordFound = { ids: ReadonlySet<string> } | { ids: null; word: string }

/**
 * What a search asks of a guest: every word must begin a word of the guest's name, position, organisation or address;
 * and while that finds few, may also sound like one or stand in another name of the organisation.
 */
export function searched(read: Reader, scope: EventScope, search: string): Promise<WordFound[]> {
  const words = [...new Set(foldedWords(search))].slice(0, 6)
  return Promise.all(words.map((word) => findWord(read, scope, word)))
}

/** A tag's words, which stand among a guest's: they lead to those who may bear it. */
export function tagged(read: Reader, scope: EventScope, tag: string): Promise<WordFound[]> {
  const words = [...new Set(foldedWords(tag))].slice(0, 3)
  return Promise.all(
    words.map(async (word) => {
      const ids = await idsBy(read, scope, eq(guestWords.word, word))
      return ids.length > few ? { ids: null, word } : { ids: new Set(ids) }
    }),
  )
}

async function findWord(read: Reader, scope: EventScope, word: string): Promise<WordFound> {
  const spelled = await idsBy(read, scope, beginning(word))
  if (spelled.length > few) return { ids: null, word }
  const [sound, ...more] = soundPatterns(word).map(soundRange)
  const [heard, theirs] = await Promise.all([
    sound && !more.length ? idsBy(read, scope, sound) : [],
    idsByOrganisation(read, scope, word),
  ])
  return { ids: new Set([...spelled, ...heard, ...theirs]) }
}

async function idsBy(read: Reader, { eventId }: EventScope, range: SQL | undefined): Promise<string[]> {
  const rows = await read
    .select({ id: guestWords.attendeeId })
    .from(guestWords)
    .where(and(eq(guestWords.eventId, eventId), range))
    .limit(few + 1)
  return rows.map(({ id }) => id)
}

async function idsByOrganisation(read: Reader, scope: EventScope, word: string): Promise<string[]> {
  const named = await read
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.officeId, scope.officeId), like(organisations.searchKey, `%${word}%`)))
    .limit(200)
  if (!named.length) return []
  const ids = named.map(({ id }) => id)
  const rows = await read
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(checked(eq(attendees.eventId, scope.eventId)), inArray(attendees.organisationId, ids)))
    .limit(few)
  return rows.map(({ id }) => id)
}

/** Words that begin so. */
export function beginning(word: string, column: PgColumn = guestWords.word): SQL | undefined {
  return and(gte(column, word), lt(column, `${word}\u{10ffff}`))
}

/** `%~mhmd%` begins with the sound, `%~al~%` is it. */
function soundRange(pattern: string): SQL | undefined {
  const sound = pattern.replaceAll('%', '')
  return sound.endsWith('~') ? eq(guestWords.word, sound.slice(0, -1)) : beginning(sound)
}

/** From words that more bear, everybody who bears them all is not gathered, but met on the way through the table. */
const gatherable = 20_000

/** Who bears all these frequent words, read from their index alone; null where that may be too many to gather. */
export async function bearing(
  read: Reader,
  { eventId }: EventScope,
  words: readonly string[],
): Promise<string[] | null> {
  const [first, ...others] = words.map((word) => and(eq(guestWords.eventId, eventId), beginning(word)))
  if (!others.length) return null
  const sizes = [first, ...others].map((where) => countUpTo(read, guestWords, where, gatherable))
  if ((await Promise.all(sizes)).some((size) => size > gatherable)) return null
  const bearers = others.map((where) =>
    read.select({ id: guestWords.attendeeId }).from(guestWords).where(where),
  )
  const rows = await read
    .selectDistinct({ id: guestWords.attendeeId })
    .from(guestWords)
    .where(and(first, ...bearers.map((some) => inArray(guestWords.attendeeId, some))))
    .limit(few + 1)
  return rows.length > few ? null : rows.map(({ id }) => id)
}

const also = alias(guestWords, 'also')

/** Whether an attendee has a word that begins so; `id` is theirs in the outer query. */
export function hasWord(
  read: Reader,
  word: string,
  id: typeof attendees.id | typeof guestWords.attendeeId,
): SQL {
  return exists(
    read
      .select({ one: sql`1` })
      .from(also)
      .where(and(eq(also.attendeeId, id), beginning(word, also.word))),
  )
}
