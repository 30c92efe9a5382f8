import { eq } from 'drizzle-orm'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { renewPrecedence } from '#app/directory/precedence-keys.server.ts'
import { listFilter } from '#app/participants/filter.ts'
import { titledName } from '#app/participants/listed.ts'
import { seatsOf } from '#app/participants/paper.ts'
import { listSheet, platesPdf } from '#app/participants/papers.server.ts'
import { editOfficeOrder } from '#app/participants/places.server.ts'
import { readForPaper, readParticipants } from '#app/participants/read.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { listingConsents } from '#db/schema/privacy.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anInstitution } from '#tests/support/guests.ts'
import { pdfText } from '#tests/support/pdf.ts'

const internal = listFilter(new URLSearchParams({ audience: 'internal', state: 'invited' }), 'en')

async function anOccasion() {
  const database = await testDatabase()
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const other = await anEvent(database, { officeId: office.id })
  const guests: Record<string, string> = {}
  for (const [name, body, kind, arabic] of [
    ['Zaid', 'Beta', 'un_agency', 'أ'],
    ['Adam', 'Äthiopien', 'embassy', 'ب'],
    ['Host', 'Zeta', 'host', 'ج'],
    ['Mona', 'Alpha', 'ngo', 'د'],
  ] as const) {
    const { organisationId } = await anInstitution(database, other, { name: body, kind })
    await database.write((tx) =>
      tx
        .update(organisations)
        .set({ name: { en: body, ar: arabic } })
        .where(eq(organisations.id, organisationId)),
    )
    guests[name] = (await aGuest(database, event, { name, organisationId, email: null })).attendeeId
  }
  await database.write((tx) => editOfficeOrder(tx, office.scope, { change: 'usual', now }))
  await renewPrecedence(database)
  return { database, event, guests }
}

test('a list by precedence, or by the alphabet of a language; a page at a time; only of a part and a state', async () => {
  const { database, event, guests } = await anOccasion()
  const names = async (given: Partial<typeof internal>) =>
    (await readParticipants(database.read, event.scope, { ...internal, ...given })).rows.map(
      ({ names }) => names.latin?.full,
    )
  expect(await names({})).toEqual(['Adam', 'Zaid', 'Mona', 'Host'])
  expect(await names({ order: 'alphabetical' })).toEqual(['Mona', 'Adam', 'Zaid', 'Host'])
  expect(await names({ order: 'alphabetical', alphabet: 'ar' })).toEqual(['Zaid', 'Adam', 'Host', 'Mona'])
  expect(await names({ search: 'mon' })).toEqual(['Mona'])
  expect(await names({ part: event.exhibition.id })).toEqual([])
  expect(await names({ state: 'coming' })).toEqual([])
  await database.write((tx) =>
    tx
      .update(attendances)
      .set({ status: 'accepted' })
      .where(eq(attendances.attendeeId, guests.Zaid ?? '')),
  )
  expect(await names({ state: 'coming' })).toEqual(['Zaid'])
  // Nobody has agreed to stand in a list that leaves the office.
  expect(await names({ audience: 'shared' })).toEqual([])
  await database.write((tx) =>
    tx.insert(listingConsents).values([
      { attendeeId: guests.Zaid ?? '', eventId: event.id, agrees: true, via: 'link', at: now },
      { attendeeId: guests.Mona ?? '', eventId: event.id, agrees: false, via: 'link', at: now },
    ]),
  )
  expect(await names({ audience: 'shared' })).toEqual(['Zaid'])
})

test('name plates and sheet hold hostile and long names as they are, in the order of the list', async () => {
  const { database, event } = await anOccasion()
  const rows = await readForPaper(database.read, event.scope, internal, 10)
  const hostile = { latin: { full: `=1+1 #eval("1") *b* ${'W'.repeat(120)}` } }
  const [first, ...rest] = rows
  const paper = {
    event: { name: event.name, zone: event.zone, startsAt: null, endsAt: null },
    ...{ part: null, rows: first ? [{ ...first, honorific: {}, names: hostile }, ...rest] : [] },
    ...{ filter: internal, languages: ['en', 'ar'] as ['en', 'ar'], now },
  }
  const pages = pdfText(await platesPdf(paper))
  expect(pages).toHaveLength(4)
  expect(pages[0]).toContain(`=1+1#eval("1")*b*${'W'.repeat(120)}`)
  const [{ data = [] } = {}] = (await readXlsx(Buffer.from(await listSheet(paper)))) as unknown as {
    data?: unknown[][]
  }[]
  expect(data.length).toBe(5)
  expect(String(data[1]?.[3])).toMatch(/^'=1\+1/)
})

test('a title goes with the script of the name, and the host sits in the middle', () => {
  const honorific = { en: 'H.E.', ar: 'معالي' }
  const latin = { full: 'Evan Gabro' }
  const both = { honorific, names: { latin, arabic: { full: 'ايفان جابرو' } } }
  expect(titledName(both, 'ckb')).toBe('معالي ايفان جابرو')
  expect(titledName({ honorific, names: { latin } }, 'ar')).toBe('H.E. Evan Gabro')
  expect(titledName({ honorific: { ar: 'معالي' }, names: { latin } }, 'ar')).toBe('Evan Gabro')
  const row = (id: string, kind: 'host' | 'ngo') => ({
    ...{ ...both, id, kind, position: {}, organisationId: null, organisationName: {} },
    ...{ isHead: false, seat: 'delegate', source: 'invitation' },
  })
  const seats = seatsOf([row('a', 'ngo'), row('b', 'ngo'), row('h', 'host'), row('c', 'ngo')])
  expect(Object.fromEntries(seats)).toEqual({
    h: { side: 'middle', number: 0 },
    a: { side: 'right', number: 1 },
    b: { side: 'left', number: 1 },
    c: { side: 'right', number: 2 },
  })
})
