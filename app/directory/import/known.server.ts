import { and, asc, eq, gt, inArray, or } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { Pause } from '../../uploads/pause.server.ts'
import { book, emptyOrganisationBook } from './organisation-book.ts'
import { type BookedAddress, bookPerson, emptyPersonBook, soundsOfNames } from './person-book.ts'
import type { Books } from './plan.ts'
import type { Entry } from './record.ts'

const atOnce = 400

/** What the directory already knows of the people and organisations of a list. */
export async function readBooks(
  read: Reader,
  scope: OfficeScope,
  entries: readonly Entry[],
  pause: Pause,
): Promise<Books> {
  const books = { organisations: emptyOrganisationBook(newId), persons: emptyPersonBook(), newId }
  await readOrganisations(read, scope, books, pause)
  for (const ids of chunks(await idsOfPersons(read, scope, entries, pause))) {
    await readPersons(read, ids, books)
    await pause()
  }
  return books
}

async function readOrganisations(read: Reader, scope: OfficeScope, books: Books, pause: Pause) {
  for (let last = ''; ; ) {
    const rows = await read
      .select()
      .from(organisations)
      .where(and(eq(organisations.officeId, scope.officeId), gt(organisations.id, last)))
      .orderBy(asc(organisations.id))
      .limit(atOnce)
    for (const {
      officeId: _,
      emailKey: __,
      searchKey: ___,
      sortKey: ____,
      createdAt: _____,
      updatedAt: ______,
      ...row
    } of rows)
      book(books.organisations, { ...row, state: 'kept', line: null })
    const next = rows.at(-1)?.id
    if (!next || rows.length < atOnce) return
    last = next
    await pause()
  }
}

/** Whoever has an id, an address or the sound of a name that the list names, in the order they came in. */
async function idsOfPersons(read: Reader, scope: OfficeScope, entries: readonly Entry[], pause: Pause) {
  const ids = new Set<string>()
  const [anybody] = await read
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.officeId, scope.officeId))
    .limit(1)
  if (!anybody) return []
  const named = new Set(entries.flatMap((entry) => (entry.id ? [entry.id] : [])))
  const addresses = new Set(
    entries.flatMap((entry) => entry.addresses.map((address) => address.toLowerCase())),
  )
  const sounds = new Set<string>()
  for (const entry of entries) {
    for (const sound of soundsOfNames(entry.names)) sounds.add(sound)
    await pause()
  }
  const conditions = [
    ...chunks([...named]).map((some) => inArray(persons.id, some)),
    ...chunks([...sounds]).map((some) =>
      or(inArray(persons.latinSound, some), inArray(persons.arabicSound, some)),
    ),
  ]
  for (const condition of conditions) {
    const rows = await read
      .select({ id: persons.id })
      .from(persons)
      .where(and(eq(persons.officeId, scope.officeId), condition))
    for (const { id } of rows) ids.add(id)
    await pause()
  }
  for (const some of chunks([...addresses])) {
    const rows = await read
      .select({ id: personEmails.personId })
      .from(personEmails)
      .where(and(eq(personEmails.officeId, scope.officeId), inArray(personEmails.addressKey, some)))
    for (const { id } of rows) ids.add(id)
    await pause()
  }
  return [...ids].sort()
}

async function readPersons(read: Reader, ids: string[], books: Books) {
  const rows = await read.select().from(persons).where(inArray(persons.id, ids)).orderBy(asc(persons.id))
  const emails = await read
    .select()
    .from(personEmails)
    .where(inArray(personEmails.personId, ids))
    .orderBy(asc(personEmails.rank))
  const ofPerson = new Map<string, BookedAddress[]>()
  for (const { personId, id, address, isFailing } of emails)
    ofPerson.set(personId, [...(ofPerson.get(personId) ?? []), { id, address, isFailing }])
  for (const row of rows) {
    const { id, organisationId, honorific, names, position, phone, language, precedence, tags, notes } = row
    const person = {
      id,
      organisationId,
      honorific,
      names,
      position,
      phone,
      language,
      precedence,
      tags,
      notes,
    }
    bookPerson(books.persons, { ...person, addresses: ofPerson.get(id) ?? [], state: 'kept', line: null })
  }
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, i) =>
    all.slice(i * atOnce, (i + 1) * atOnce),
  )
}
