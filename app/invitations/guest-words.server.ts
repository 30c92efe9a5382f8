import { eq, inArray, notExists, sql } from 'drizzle-orm'
import { fold, foldedWords } from '#app/directory/fold.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { settings } from '#db/schema/accounts.server.ts'
import { guestWords } from '#db/schema/desk.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { breathe, chunked } from './inviting.server.ts'

type Searchable = { id: string; eventId: string; searchKey: string; email: string | null }

/**
 * Writes down the words by which the guest table finds these attendees. Belongs in every transaction that makes
 * attendees or changes their search key or address.
 */
export async function writeGuestWords(tx: Tx, people: readonly Searchable[]): Promise<void> {
  for (const some of chunked(people)) {
    const ids = some.map(({ id }) => id)
    await tx.delete(guestWords).where(inArray(guestWords.attendeeId, ids))
    const rows = some.flatMap(({ id, eventId, ...person }) =>
      [...wordsOf(person)].map((word) => ({ attendeeId: id, eventId, word })),
    )
    for (const few of chunked(rows)) await tx.insert(guestWords).values(few)
  }
}

/** Folded words, each sound after a tilde, and an address whole and by its parts. */
function wordsOf({ searchKey, email }: Pick<Searchable, 'searchKey' | 'email'>): Set<string> {
  const [text = '', ...sounds] = searchKey.split(/~+/)
  const heard = sounds.flatMap((part) => (part.includes(' ') ? foldedWords(part) : part ? [`~${part}`] : []))
  const address = email ? [email.toLowerCase(), ...foldedWords(email)] : []
  const words = [...foldedWords(text), ...heard, ...address]
  return new Set([...words, ...words.flatMap(withoutArticle)].map((word) => word.slice(0, 60)))
}

/** وزارة المالية is looked for as مالية, too. */
function withoutArticle(word: string): string[] {
  return word.startsWith('ال') && word.length > 4 ? [word.slice(2)] : []
}

const done = 'guestWords'

/** Once, after the table came to be: writes the words of the guests who were there before. */
export async function writeOldGuestWords(database: Database): Promise<void> {
  const [isDone] = await database.read.select().from(settings).where(eq(settings.key, done))
  if (isDone) return
  while ((await database.write(writeSomeOld)) > 0) await breathe()
  await database.write((tx) => tx.insert(settings).values({ key: done, value: true }).onConflictDoNothing())
}

async function writeSomeOld(tx: Tx): Promise<number> {
  const itsWords = tx.select({ one: sql`1` }).from(guestWords).where(eq(guestWords.attendeeId, attendees.id))
  const some = await tx
    .select({
      ...{ id: attendees.id, eventId: attendees.eventId },
      searchKey: attendees.searchKey,
      email: attendees.email,
    })
    .from(attendees)
    .where(notExists(itsWords))
    .limit(500)
  // Somebody without a word in any name is found by none, but must not be met here for ever.
  await writeGuestWords(
    tx,
    some.map((person) => ({ ...person, searchKey: fold(person.searchKey) ? person.searchKey : '0' })),
  )
  return some.length
}
