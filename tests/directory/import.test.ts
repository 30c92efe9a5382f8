import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { organisationsSheet, personsSheet } from '#app/directory/export.server.ts'
import { importGuests } from '#app/directory/import.server.ts'
import { personsMatching } from '#app/directory/read.server.ts'
import { writeCsv, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { languages } from '#app/i18n/languages.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const later = new Date(now.getTime() + 60_000)

async function take(database: Database, scope: OfficeScope, bytes: Uint8Array | string, at = now) {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const result = await importGuests(database, scope, { fileName: 'guests.csv', bytes: given, now: at })
  if (!result.ok) throw new Error(result.reason)
  return result.report
}

const remarks = (report: Awaited<ReturnType<typeof take>>) =>
  report.lines.map(({ line, outcome, findings }) => [line + 1, outcome, ...findings.map(({ code }) => code)])

const sample = (name: string) => readFile(new URL(`./${name}`, import.meta.url))

async function everything(database: Database) {
  const { read } = database
  const stripped = <T extends { updatedAt: Date }>({ updatedAt: _, ...row }: T) => row
  return {
    persons: (await read.select().from(persons).orderBy(persons.id)).map(stripped),
    emails: await read.select().from(personEmails).orderBy(personEmails.id),
    organisations: (await read.select().from(organisations).orderBy(organisations.id)).map(stripped),
  }
}

test('the messy list is taken with a remark on every row that needs one', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const report = await take(database, office.scope, await sample('guest-list-messy.csv'))
  expect(report.counts).toEqual({ new: 18, update: 0, same: 0, leave: 3 })
  expect(report.oddities).toEqual([{ code: 'headerShifted', column: 3 }])
  expect(remarks(report)).toEqual([
    [3, 'leave', 'duplicateInFile'],
    [5, 'new', 'severalAddresses'],
    [6, 'new', 'institutionOrPerson'],
    [13, 'leave', 'duplicateInFile'],
    [14, 'leave', 'formula'],
    [16, 'new', 'severalAddresses'],
    [17, 'new', 'brokenAddress'],
    [18, 'new', 'nameToFollow'],
    [22, 'new', 'unknownLanguage'],
  ])
  const people = await database.read.select().from(persons)
  const full = people.map(({ names }) => [names.latin?.full, names.arabic?.full])
  expect(full).toContainEqual(["O'Connor-de Vries, Maeve", undefined])
  expect(full).toContainEqual(['NAME IN CAPITALS SURNAME', undefined])
  expect(full).toContainEqual(['van der Berg', undefined])
  expect(full).toContainEqual(['Shirin Aziz', 'د. شیرین عەزیز'])
  expect(full).toContainEqual(['Bob";ROLE=CHAIR;X="y', undefined])
  const addresses = await database.read.select().from(personEmails)
  expect(addresses.filter(({ rank }) => rank === 1).map(({ address }) => address)).toEqual([
    'assistant@consulate.example',
  ])
})

test('three spellings of one ministry, in two scripts, become one institution', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  await take(database, office.scope, await sample('guest-list-messy.csv'))
  const all = await database.read.select().from(organisations)
  const ministry = all.filter(({ searchKey }) => searchKey.includes('momd'))
  expect(ministry).toMatchObject([
    {
      kind: 'ministry',
      name: { en: 'Ministry of Migration and Displaced', ar: 'وزارة الهجرة والمهجرين' },
      acronym: 'MoMD',
      aliases: ['Ministry of Migration & Displacement'],
      email: 'office@momd.example',
      language: 'ar',
    },
  ])
  expect(all.filter(({ name }) => /labou?r/i.test(name.en ?? '')).map(({ name }) => name.en)).toHaveLength(2)
})

test('the Arabic list in the old code page is taken as it reads', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const bytes = await sample('guest-list-arabic-windows1256.csv')
  const given = { fileName: 'a.csv', bytes, now }
  expect(await importGuests(database, office.scope, given)).toMatchObject({
    ok: true,
    source: { encoding: 'windows-1256', delimiter: ',' },
    report: { counts: { new: 3, update: 0, same: 0, leave: 0 }, oddities: [], lines: [] },
  })
  const { rows } = await personsMatching(database.read, office.scope, {})
  expect(rows.map(({ names, position }) => [names.arabic?.full, position.ar])).toEqual([
    ['حسين كاظم العبيدي', 'مدير عام'],
    ['زينب عبد الأمير', 'معاون مدير'],
    ['سارة يوسف إلياس', 'ناشطة'],
  ])
})

test('the same list again changes nothing, and a corrected one updates', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const bytes = await sample('guest-list-messy.csv')
  await take(database, office.scope, bytes)
  const before = await everything(database)
  const again = await take(database, office.scope, bytes, later)
  expect(again.counts).toEqual({ new: 0, update: 0, same: 18, leave: 3 })
  expect(await everything(database)).toEqual(before)
  const corrected = bytes.toString().replace('Director of Planning', 'Deputy Governor')
  const { counts } = await take(database, office.scope, corrected, later)
  expect(counts).toEqual({ new: 0, update: 1, same: 17, leave: 3 })
  expect((await everything(database)).persons).toHaveLength(before.persons.length)
})

test('our own export, in either format and any language, changes nothing when it comes back', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  await take(database, office.scope, await sample('guest-list-messy.csv'))
  await take(database, office.scope, await sample('guest-list-arabic-windows1256.csv'))
  const before = await everything(database)
  for (const language of languages)
    for (const makeSheet of [personsSheet, organisationsSheet]) {
      const sheet = await makeSheet(database.read, office.scope, language)
      for (const bytes of [writeCsv([sheet.headings, ...sheet.rows]), await writeXlsx(sheet)]) {
        const report = await take(database, office.scope, bytes, later)
        expect(report.counts).toEqual({ new: 0, update: 0, same: sheet.rows.length, leave: 0 })
      }
    }
  expect(await everything(database)).toEqual(before)
})

test('a person called like an office stays a person when the export comes back', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  await take(database, office.scope, 'Name;E-mail;Type\nPress Office;press@un.example;person\n')
  const sheet = await personsSheet(database.read, office.scope, 'en')
  expect((await take(database, office.scope, writeCsv([sheet.headings, ...sheet.rows]))).counts.same).toBe(1)
  const withoutIds = await take(database, office.scope, 'Name;E-mail\nPress Office;press@un.example\n')
  expect(withoutIds.counts).toEqual({ new: 0, update: 0, same: 1, leave: 0 })
  expect(await database.read.$count(organisations)).toBe(0)
})

test('of two organisations with one name, each keeps its people when the export comes back', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  await take(database, office.scope, 'Name;Organisation\nAhmed Ali;ACTED\n')
  const [first] = await database.read.select().from(organisations)
  if (!first) throw new Error('no organisation')
  const second = { ...first, id: '01900000-0000-7000-8000-000000000001' }
  await database.write((tx) => tx.insert(organisations).values(second))
  const before = await everything(database)
  const sheet = await personsSheet(database.read, office.scope, 'en')
  expect((await take(database, office.scope, writeCsv([sheet.headings, ...sheet.rows]))).counts.same).toBe(1)
  expect(await everything(database)).toEqual(before)
})

test('a list that shouts does not undo a name put right; another spelling updates it', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const list = (name: string) => `Name;E-mail;Organisation\n${name};Shirin.Aziz@jcc.example;JCC\n`
  const nameNow = async () =>
    (await database.read.select().from(persons)).map(({ names }) => names.latin?.full)
  await take(database, office.scope, list('Shirin Aziz'))
  await take(database, office.scope, list('DR. SHIRIN AZIZ').replace('Shirin.Aziz@', 'SHIRIN.AZIZ@'))
  expect(await nameNow()).toEqual(['Shirin Aziz'])
  await take(database, office.scope, list('Shireen Aziz'))
  expect(await nameNow()).toEqual(['Shireen Aziz'])
  expect((await database.read.select().from(personEmails)).map(({ address }) => address)).toEqual([
    'Shirin.Aziz@jcc.example',
  ])
})

test('what a list leaves empty stays, what it says is taken, and the letter case of all is as written', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  await take(
    database,
    office.scope,
    'Name;E-mail;Mobile;Job title\nmcDONALD de la Cruz;MiXed@UN.example;+964 770 000 0001;\n',
  )
  await take(
    database,
    office.scope,
    'Name;E-mail;Mobile;Job title\nmcDONALD de la Cruz;mixed@un.example;;head OF office\n',
  )
  expect(await database.read.select().from(persons)).toMatchObject([
    {
      names: { latin: { full: 'mcDONALD de la Cruz' } },
      phone: '+964 770 000 0001',
      position: { en: 'head OF office' },
    },
  ])
})

test('a dry run tells the same and writes nothing', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const given = { fileName: 'm.csv', bytes: await sample('guest-list-messy.csv'), now }
  const dry = await importGuests(database, office.scope, { ...given, dryRun: true })
  expect(await everything(database)).toEqual({ persons: [], emails: [], organisations: [] })
  expect(await database.read.$count(auditEntries)).toBe(0)
  expect(await importGuests(database, office.scope, given)).toEqual(dry)
})

test('two lists taken at once do not bring one guest twice', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const rows = Array.from({ length: 60 }, (_, i) => `Guest Number${i};g${i}@un.example;Org ${i % 7}\n`)
  const list = `Name;E-mail;Organisation\n${rows.join('')}`
  const reports = await Promise.all([take(database, office.scope, list), take(database, office.scope, list)])
  expect(reports.map(({ counts }) => counts.new).sort()).toEqual([0, 60])
  expect(await database.read.$count(persons)).toBe(60)
  expect(await database.read.$count(organisations)).toBe(7)
})

test('an id of another office is not of this directory', async () => {
  const database = await testDatabase()
  const [ours, theirs] = [await anOffice(database), await anOffice(database)]
  await take(database, theirs.scope, 'Name;E-mail\nShirin Aziz;s@jcc.example\n')
  const before = await everything(database)
  const sheet = await personsSheet(database.read, theirs.scope, 'en')
  const report = await take(database, ours.scope, writeCsv([sheet.headings, ...sheet.rows]))
  expect(remarks(report)).toEqual([[2, 'new', 'unknownId']])
  const after = await everything(database)
  expect(after.persons).toHaveLength(2)
  expect(after.persons).toContainEqual(before.persons[0])
})

test('a list cannot make two institutions parts of each other', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const list =
    'Name;Part of;Type\nFirst Ministry;Second Ministry;ministry\nSecond Ministry;First Ministry;ministry\n'
  await take(database, office.scope, list)
  const all = await database.read.select().from(organisations)
  expect(all.filter(({ parentId }) => parentId)).toHaveLength(1)
})
