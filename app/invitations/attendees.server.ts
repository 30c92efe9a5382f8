import type { SQL } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { keepPrecedence } from '#app/directory/precedence-keys.server.ts'
import type { Tx } from '#db/client.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { writeGuestWords } from './guest-words.server.ts'

/*
 * The one place that writes attendees (tests/architecture.once.test.ts): the words by which the guest table finds them
 * and their place in the order of precedence follow from what is written, so that no verb can forget them.
 */

type Column = keyof typeof attendees.$inferInsert
type Called = 'names' | 'honorific' | 'position' | 'organisationName' | 'email' | 'phone'
type Keys = 'searchKey' | 'sortKey'
type Values = Omit<PgUpdateSetSource<typeof attendees>, 'id' | 'eventId' | 'precedenceKey'>

/** What becomes of these attendees. Whoever writes how somebody is called or reached writes the keys made from it. */
export type AttendeeChange = {
  which: SQL | undefined
  set:
    | (Omit<Values, Called | Keys> & { [column in Called | Keys]?: never })
    | (Values & { [key in Keys]: string })
}

/** What `wordsOf` makes words from. */
const searched: readonly Column[] = ['searchKey', 'email']
/** What `readRanked` reads of an attendee. */
const ranked: readonly Column[] = [
  ...(['personId', 'organisationId', 'organisationName', 'position', 'sortKey'] as const),
  ...(['source', 'seat', 'substituteFor', 'isHead', 'rank'] as const),
]

/** Makes attendees of one event, some hundred at most. */
export async function insertAttendees(
  tx: Tx,
  eventId: string,
  people: readonly Omit<typeof attendees.$inferInsert, 'eventId' | 'precedenceKey'>[],
): Promise<void> {
  if (!people.length) return
  const rows = await tx
    .insert(attendees)
    .values(people.map((person) => ({ ...person, eventId })))
    .returning(written)
  await writeGuestWords(tx, rows)
  await keepPrecedence(tx, eventId, idsOf(rows))
}

/** Changes attendees, together, and gives the ids of those it met. */
export async function changeAttendees(tx: Tx, ...changes: readonly AttendeeChange[]): Promise<string[]> {
  const found: Written[] = []
  const moved: Written[] = []
  const changed: Written[] = []
  for (const { which, set } of changes) {
    const rows = await tx.update(attendees).set(set).where(which).returning(written)
    changed.push(...rows)
    if (searched.some((column) => column in set)) found.push(...rows)
    if (ranked.some((column) => column in set)) moved.push(...rows)
  }
  await writeGuestWords(tx, found)
  for (const [eventId, theirs] of Map.groupBy(moved, (row) => row.eventId))
    await keepPrecedence(tx, eventId, idsOf(theirs))
  return idsOf(changed)
}

type Written = Parameters<typeof writeGuestWords>[1][number]

const written = {
  ...{ id: attendees.id, eventId: attendees.eventId },
  ...{ searchKey: attendees.searchKey, email: attendees.email },
}

const idsOf = (rows: readonly Written[]) => [...new Set(rows.map(({ id }) => id))]
