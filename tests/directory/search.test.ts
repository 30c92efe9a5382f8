import { expect, test } from 'vitest'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { readListFilter } from '#app/directory/forms.ts'
import { importGuests } from '#app/directory/import.server.ts'
import {
  organisationsMatching,
  type PersonFilter,
  personsMatching,
  tagsInUse,
} from '#app/directory/read.server.ts'
import type { Database } from '#db/client.server.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const list = `Name;Arabic name;E-mail;Mobile;Organisation;Position;Language;Tags
Mohamed Ali Hasan;;m.hasan@undp.example;+964 770 000 0001;UNDP;Head of Office;English;donor, vip
;محمد جاسم;jasim@mop.example;;وزارة التخطيط;مدير عام;Arabic;
Ahmed Khalid al-Jubouri;أحمد خالد الجبوري;;07700000005;Ninewa Governorate;;Arabic;vip
;کاروان عەزیز;karwan@rwanga.example;;Rwanga;;Kurdish;
Maeve O'Connor-de Vries;;;;European Union Delegation;;English;100%
`

async function aDirectory() {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const bytes = new TextEncoder().encode(list)
  await importGuests(database, scope, { fileName: 'g.csv', bytes, now })
  return { database, scope }
}

async function found(database: Database, scope: OfficeScope, filter: PersonFilter) {
  const { rows, total } = await personsMatching(database.read, scope, filter)
  expect(total).toBe(rows.length)
  return rows.map(({ names }) => names.latin?.full ?? names.arabic?.full)
}

const [mohamed, jasim, ahmed, karwan, maeve] = [
  'Mohamed Ali Hasan',
  'محمد جاسم',
  'Ahmed Khalid al-Jubouri',
  'کاروان عەزیز',
  "Maeve O'Connor-de Vries",
]

test('a name is found in any spelling and either script', async () => {
  const { database, scope } = await aDirectory()
  const search = (text: string) => found(database, scope, { search: text })
  for (const spelling of ['محمد', 'Mohammed', 'Mohamed', 'muhammad', 'MOHAMED', 'مُحَمَّد', 'محمـد'])
    expect([spelling, await search(spelling)]).toEqual([spelling, [mohamed, jasim]])
  for (const spelling of [
    'أحمد',
    'احمد',
    'Ahmad',
    'الجبوري',
    'جبوري',
    'Jubouri',
    'al-Juburi',
    'Ahmed jubouri',
  ])
    expect([spelling, await search(spelling)]).toEqual([spelling, [ahmed]])
  for (const spelling of ['کاروان', 'كاروان', 'Karwan', 'عەزیز', 'عزيز', 'Aziz'])
    expect([spelling, await search(spelling)]).toEqual([spelling, [karwan]])
  for (const spelling of ["O'Connor", 'oconnor', 'O’CONNOR', 'de vries'])
    expect([spelling, await search(spelling)]).toEqual([spelling, [maeve]])
})

test('every word must be found, in the name, post, organisation, address or number', async () => {
  const { database, scope } = await aDirectory()
  const search = (text: string) => found(database, scope, { search: text })
  expect(await search('mohammed undp')).toEqual([mohamed])
  expect(await search('محمد التخطيط')).toEqual([jasim])
  expect(await search('m.hasan@undp.example')).toEqual([mohamed])
  expect(await search('+964 770 000 0001')).toEqual([mohamed])
  expect(await search('0770 000 0001')).toEqual([mohamed])
  expect(await search('٠٧٧٠٠٠٠٠٠٠٥')).toEqual([ahmed])
  expect(await search('governorate ninewa ahmed')).toEqual([ahmed])
  expect(await search('mohammed rwanga')).toEqual([])
  expect(await search('')).toHaveLength(5)
})

test('what means something to SQL means nothing in a search', async () => {
  const { database, scope } = await aDirectory()
  for (const search of ['%', '_', "q9' or 1=1 --", '\\', '\u0000', '~', '"'])
    expect([search, (await found(database, scope, { search })).length]).toEqual([
      search,
      search.includes('or') ? 0 : 5,
    ])
  expect(await found(database, scope, { tag: '100%' })).toEqual([maeve])
  expect(await found(database, scope, { tag: '1%' })).toEqual([])
  expect(await found(database, scope, { tag: 'v_p' })).toEqual([])
})

test('a list is narrowed by kind, tag, language, organisation and missing address', async () => {
  const { database, scope } = await aDirectory()
  expect(await found(database, scope, { tag: 'vip' })).toEqual([ahmed, mohamed])
  expect(await found(database, scope, { kind: 'un_agency' })).toEqual([mohamed])
  expect(await found(database, scope, { language: 'ckb' })).toEqual([karwan])
  expect(await found(database, scope, { withoutAddress: true })).toEqual([ahmed, maeve])
  expect(await tagsInUse(database.read, scope)).toEqual(['100%', 'donor', 'vip'])
  const { rows } = await organisationsMatching(database.read, scope, { search: 'undp' })
  expect(rows).toMatchObject([{ acronym: 'UNDP', kind: 'un_agency', persons: 1 }])
  const inOrganisation = await found(database, scope, { organisationId: rows[0]?.id })
  expect(inOrganisation).toEqual([mohamed])
})

test('another office finds nobody of ours', async () => {
  const { database } = await aDirectory()
  const other = await anOffice(database)
  expect(await found(database, other.scope, { search: 'Mohamed' })).toEqual([])
})

test('pages follow each other without a gap', async () => {
  const { database, scope } = await aDirectory()
  const names = []
  for (const page of [1, 2, 3])
    for (const { names: of } of (await personsMatching(database.read, scope, {}, page, 2)).rows)
      names.push(of)
  expect(names).toHaveLength(5)
  expect(new Set(names.map((of) => JSON.stringify(of))).size).toBe(5)
})

test('an address of a list that makes no sense shows the list', () => {
  const read = (query: string) => readListFilter(new URLSearchParams(query))
  const all = {
    search: '',
    kind: null,
    organisationId: null,
    tag: null,
    language: null,
    withoutAddress: false,
  }
  expect(read('kind=none&language=de&sort=x&page=-3')).toEqual({ filter: { ...all, sort: 'name' }, page: 1 })
  expect(read('page=9e9&tag=%00a&organisation=%00').filter).toMatchObject({ tag: 'a', organisationId: null })
})
