import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { readTable } from '#app/directory/import/table.ts'
import { writeCsv, writeWorkbook } from '#app/documents/spreadsheet.server.ts'
import { chooseLists, removeList } from '#app/exhibition/activities/lists.server.ts'
import { countActivities, readLists, readWhoWorks } from '#app/exhibition/activities/read.server.ts'
import { readKnown } from '#app/exhibition/programmes/sheet/known.server.ts'
import { programmeWorkbook } from '#app/exhibition/programmes/sheet/workbook.server.ts'
import type { SheetKindName } from '#app/exhibition/sheets/kind.ts'
import { kinds } from '#app/exhibition/sheets/kinds.server.ts'
import { aSheetOf, recogniseSheet } from '#app/exhibition/sheets/layout.ts'
import { reportOf } from '#app/exhibition/sheets/plan.ts'
import {
  chooseColumns,
  chooseReading,
  confirmInThread,
  confirmSheet,
  findSheet,
  openSheet,
  planSheet,
} from '#app/exhibition/sheets/uploads.server.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { events } from '#db/schema/events.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aProgramme } from '#tests/support/programmes.ts'

const file = (...rows: string[]) => new TextEncoder().encode(rows.join('\n'))

async function tableOf(kind: SheetKindName, bytes: Uint8Array) {
  const { columns } = kinds[kind]
  const table = await readTable(bytes, aSheetOf(columns))
  if (!table.ok) throw new Error(table.reason)
  return table
}

/** Takes a file as `importSheet` does but for the thread it reads in. */
async function take(
  database: Database,
  scope: OfficeScope,
  { kind = 'programmes', bytes, said = {} }: { kind?: SheetKindName; bytes: Uint8Array; said?: object },
) {
  const { lines } = await tableOf(kind, bytes)
  const layout = recogniseSheet(lines, kinds[kind].columns)
  const own = { ...((await kinds[kind].propose(database.read, scope, 'sheet.csv')) as object), ...said }
  const reading = { lines, headerLine: layout.headerLine, mapping: layout.mapping, own, now }
  const plan = await database.write(async (tx) => {
    await lockOffice(tx, scope)
    return kinds[kind].take(tx, scope, { ...reading, fileName: 'sheet.csv' })
  })
  return reportOf(plan, layout)
}

async function revisionOf(database: Database) {
  return (await database.read.select().from(events).orderBy(asc(events.id)))[0]?.revision ?? 0
}

const results = file(
  'Programme acronym,Programme (English),Phase,Indicator code,Indicator (English),Indicator (العربية),Unit,Number,How exact,Target,Governorate,As of,Source,Link to the source,Women and girls',
  'CRP,Community Revitalization Programme,Phase IV,1.1,families assisted,أسر حصلت على مساعدة,families,"2,200",more than,,,2015,IOM,https://iom.int,',
  'CRP,,Phase IV,1.1,families assisted,,families,900,exactly,1000,نينوى,2015-10,IOM,,300',
  'CRP,,Phase IV,1.1,families assisted,,families,700,,,هەولێر,03/10/2015,IOM,,',
  'CRP,,,2.1,people reached,,people,140000,nearly,,,2015,IOM,,',
)

test('a sheet makes a programme with all it names; sent again it changes nothing, corrected it corrects', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const scope = { ...event.scope, can: new Set() } as never
  const before = await revisionOf(database)
  const report = await take(database, scope, { bytes: results })
  expect([report.counts, report.oddities]).toEqual([{ new: 4, update: 0, same: 0, leave: 0 }, []])
  expect(report.notes).toEqual([
    { code: 'adds', what: 'programme', names: ['Community Revitalization Programme'], count: 1 },
    { code: 'adds', what: 'phase', names: ['Phase IV'], count: 1 },
    { code: 'adds', what: 'indicator', names: ['families assisted', 'people reached'], count: 2 },
  ])
  const told = async () => {
    const [programme] = await readKnown(database.read, scope)
    return programme?.indicators.map(({ code, name, results }) => [
      ...[code, name, results.map(({ pcode, value, qualifier, asOf }) => [pcode, value, qualifier, asOf])],
    ])
  }
  const families = { en: 'families assisted', ar: 'أسر حصلت على مساعدة' }
  const [first, second] = (await told()) ?? []
  expect(second).toEqual(['2.1', { en: 'people reached' }, [[null, 140_000, 'nearly', '2015']]])
  expect(first).toEqual([
    ...['1.1', families],
    expect.arrayContaining([
      [null, 2200, 'more_than', '2015'],
      ['IQG15', 900, 'exactly', '2015-10'],
      ['IQG11', 700, 'exactly', '2015-10-03'],
    ]),
  ])
  const taken = await revisionOf(database)
  expect(taken).toBeGreaterThan(before)
  expect((await take(database, scope, { bytes: results })).counts.same).toBe(4)
  expect(await revisionOf(database)).toBe(taken)

  const text = new TextDecoder().decode(results)
  // The code finds the indicator whatever it is called; an empty cell takes nothing away.
  const renamed = text.replaceAll('families assisted', 'families helped').replace('900,exactly,1000', '950,,')
  const corrected = await take(database, scope, { bytes: file(renamed) })
  expect(corrected.counts).toEqual({ new: 0, update: 3, same: 1, leave: 0 })
  expect(corrected.lines.map(({ line, findings }) => [line, findings])).toEqual([
    [2, [{ code: 'corrects', detail: '900' }]],
  ])
  const [programme] = await readKnown(database.read, scope)
  expect(programme?.indicators[0]?.name.en).toBe('families helped')
  expect(programme?.indicators[0]?.results.find(({ pcode }) => pcode === 'IQG15')).toMatchObject({
    ...{ value: 950, target: 1000, groups: { female: 300 } },
  })
  const history = await database.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'programme.import'))
    .orderBy(asc(auditEntries.id))
  expect(history.map(({ after }) => (after as { added: number }).added)).toEqual([4, 0])
  // What only belongs to something that is called otherwise now was not written again.
  expect(history[1]?.after).toMatchObject({ corrected: [{ value: 950 }] })
})

test('what a sheet cannot mean is left out and told; two results for one place are never both taken', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const head =
    'Programme,Indicator,Number,Governorate,As of,Source,Target,Women and girls,Link to the source,How exact'
  const row = (
    given: Partial<Record<'programme' | 'name' | 'value' | 'place' | 'asOf' | 'source' | 'rest', string>>,
  ) =>
    [
      ...[given.programme ?? 'CRP', given.name ?? 'people', given.value ?? '10', given.place ?? 'IQG15'],
      ...[given.asOf ?? '2015', given.source ?? 'IOM', given.rest ?? ',,,'],
    ].join(',')
  const cases: [string, string][] = [
    [row({}), ''],
    [row({}), 'double'],
    [row({ place: 'IRQ-G15', value: '11' }), 'contradicts'],
    [row({ place: 'IQ-G08' }), 'codeOldScheme'],
    [row({ place: 'IQG77' }), 'codeUnknown'],
    [row({ place: 'Atlantis' }), 'placeUnknown'],
    [row({ name: '=HYPERLINK("x")' }), 'formula'],
    [row({ name: `"${'x'.repeat(201)}"` }), 'tooLong'],
    [row({ name: '' }), 'indicatorMissing'],
    [row({ programme: '' }), 'programmeMissing'],
    [row({ value: '' }), 'numberMissing'],
    [row({ value: '-3' }), 'numberNegative'],
    [row({ value: '=2+2' }), 'numberUnreadable'],
    [row({ value: '1e40' }), 'numberUnreadable'],
    [row({ value: '9999999999999' }), 'numberAbsurd'],
    [row({ asOf: '31/02/2015' }), 'dateUnreadable'],
    [row({ asOf: '2034' }), 'dateAbsurd'],
    [row({ asOf: '' }), 'dateMissing'],
    [row({ source: '' }), 'sourceMissing'],
    [row({ place: 'Erbil', rest: ',11,,' }), 'tooManyInGroups'],
    [row({ place: 'Erbil', rest: ',1.5,,' }), 'numberUnreadable'],
    [row({ place: 'Erbil', rest: ',,javascript:alert(1),' }), 'addressUnreadable'],
    [row({ place: 'Erbil', rest: ',,,roughly' }), 'exactnessUnknown'],
    [row({ name: '<script>alert(1)</script>', place: 'Duhok' }), ''],
    [row({ name: "'=1+1", place: 'Duhok', value: '١٬٢٣٤' }), ''],
  ]
  const report = await take(database, scope, {
    bytes: file(head, ...cases.map(([line]) => line), ',,,,,,,,,'),
  })
  const found = new Map(report.lines.map(({ line, findings }) => [line, findings[0]?.code ?? '']))
  // The first row is contradicted by the third, so that neither counts.
  expect(cases.map((_, at) => found.get(at + 1) ?? '')).toEqual(
    cases.map(([, code], at) => (at === 0 ? 'contradicts' : code)),
  )
  const [programme] = await readKnown(database.read, scope)
  expect(programme?.indicators.map(({ name, results }) => [name.en, results[0]?.value])).toEqual([
    ['<script>alert(1)</script>', 10],
    ['=1+1', 1234],
  ])
  expect(await take(database, scope, { bytes: file('Indicator,Number', 'people,') })).toMatchObject({
    counts: { new: 0, leave: 1 },
    oddities: [
      { code: 'columnNeeded', field: 'asOf' },
      { code: 'columnNeeded', field: 'source.en' },
    ],
  })
})

test('what there is comes out as a sheet in any language, and the same sheet changes nothing', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  await take(database, scope, { bytes: results })
  await aProgramme(database, scope.officeId)
  for (const language of ['ar', 'fr'] as const) {
    const sheets = await programmeWorkbook(database.read, scope, {
      written: ['en'],
      language,
      isFilled: true,
    })
    const report = await take(database, scope, { bytes: await writeWorkbook(sheets) })
    expect([report.counts, report.oddities]).toEqual([{ new: 0, update: 0, same: 4, leave: 0 }, []])
    const csv = sheets[0] && writeCsv([sheets[0].headings, ...sheets[0].rows])
    expect((await take(database, scope, { bytes: csv ?? new Uint8Array() })).counts.same).toBe(4)
  }
})

test('a sheet waits to be checked, read otherwise where somebody says so, and is taken once', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const { programmeId } = await aProgramme(database, scope.officeId)
  const bytes = file('What,Number,As of,Source', 'heard,12,2015,IOM')
  const opened = await openSheet(database, scope, {
    ...{ kind: 'programmes', fileName: 'r.csv', bytes, file: await tableOf('programmes', bytes), now },
  })
  if (!opened.ok) throw new Error(opened.reason)
  const which = { kind: 'programmes', id: opened.id } as const
  const read = async () => {
    const row = await findSheet(database.read, scope, which)
    if (!row) throw new Error('gone')
    return { row, ...(await planSheet(database.read, scope, row, now)) }
  }
  const unread = await read()
  expect(unread.layout.oddities.map(({ code }) => code)).toEqual(['columnUnknown', 'columnNeeded'])
  expect(await confirmSheet(database, scope, { ...which, now })).toEqual({ ok: false, reason: 'nothing' })
  const mapping = ['indicator.en', 'value', 'asOf', 'source.en', 'nonsense']
  await chooseColumns(database, scope, { row: unread.row, said: { headerLine: 0, mapping } })
  expect((await read()).plan.lines[0]).toMatchObject({ outcome: 'new' })
  // Of a programme of another office there is none here.
  const stranger = (await aProgramme(database, (await anOffice(database)).id)).programmeId
  const change = (own: object) =>
    database.write((tx) => chooseReading(tx, scope, { ...which, change: (before) => ({ ...before, own }) }))
  await change({ programmeId: stranger })
  expect((await read()).plan.lines[0]?.findings).toEqual([{ code: 'programmeMissing' }])
  await change({ programmeId })
  const confirmed = await confirmInThread(database, scope, { ...which, now })
  expect(confirmed).toMatchObject({ ok: true, report: { counts: { new: 1, leave: 0 } } })
  expect(await confirmSheet(database, scope, { ...which, now })).toEqual(confirmed)
  const known = await readKnown(database.read, scope)
  expect(known[0]?.indicators.map(({ name, results }) => [name.en, results.length])).toEqual([
    ['assisted', 0],
    ['heard', 1],
  ])
  const other = (await anOffice(database)).scope
  expect(await findSheet(database.read, other, which)).toBe(null)
})

const threeW = file(
  'category,governorate,district,agency,activity,g_pcode_2014,d_pcode,Programme',
  'WASH,Dahuk,Zakho,ACTED,Distribution,IQ-G08,IQ08102,',
  'WASH,Dahuk,Zakho,Acted,Distribution,IQ-G08,IQ08102,crp',
  'WASH,Dahuk,Zakho,ACTED,Distribution,IQ-G08,IQ08102,',
  'Education,دهوك,Semel,Norwegian Refugee Council,Recreation,,#N/A,',
  'Knitting,,,NRC,Lessons,IRQ-G11,,Unheard of',
  'WASH,Babylon,,,Supply,IQ-G06,,',
  'WASH,,,NRC,Supply,IQ-G06,,',
  'WASH,Atlantis,,NRC,Supply,,,',
  'WASH,Erbil,,,,,,',
  'WASH,Erbil,,=cmd(),Supply,,,',
)
const said = { name: '3W October', asOf: '2014-10', source: { en: 'OCHA' } }

async function anOfficeWithNrc() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const scope = { ...event.scope, can: new Set() } as never as OfficeScope
  await aProgramme(database, event.officeId)
  const nrc = { name: { en: 'Norwegian Refugee Council' }, acronym: 'NRC', kind: 'ngo' as const }
  const rest = {
    aliases: [],
    tags: [],
    notes: '',
    searchKey: 'nrc',
    sortKey: 'nrc',
    createdAt: now,
    updatedAt: now,
  }
  await database.write((tx) =>
    tx.insert(organisations).values({ ...nrc, ...rest, id: 'nrc', officeId: event.officeId }),
  )
  return { database, event, scope }
}

test('a list of activities joins places by name, agencies by any spelling, and tells what its codes say', async () => {
  const { database, event, scope } = await anOfficeWithNrc()
  const report = await take(database, scope, { kind: 'activities', bytes: threeW, said })
  expect(report.counts).toEqual({ new: 6, update: 0, same: 0, leave: 4 })
  expect(report.lines.map(({ line, outcome, findings }) => [line, outcome, findings[0]?.code])).toEqual([
    [7, 'leave', 'codeOldScheme'],
    [8, 'leave', 'placeUnknown'],
    [9, 'leave', 'nothingSaid'],
    [10, 'leave', 'formula'],
    [5, 'new', 'programmeUnknown'],
    [6, 'new', 'agencyMissing'],
  ])
  expect(report.notes).toEqual([
    { code: 'list', name: '3W October', agencies: 2, places: 3 },
    { code: 'alike', count: 1 },
    { code: 'spellings', name: 'ACTED', others: ['Acted'] },
    { code: 'spellings', name: 'Norwegian Refugee Council', others: ['NRC'] },
    { code: 'codeSaysOther', name: 'Dahuk', given: 'IQ-G08', place: 'IQG09', said: 'IQG08', count: 3 },
    { code: 'codeSaysOther', name: 'Babylon', given: 'IQ-G06', place: 'IQG07', said: 'IQG06', count: 1 },
    { code: 'category', key: 'wash', name: 'WASH', sector: 'water_sanitation', count: 4 },
    { code: 'category', key: 'education', name: 'Education', sector: 'education', count: 1 },
    { code: 'category', key: 'knitting', name: 'Knitting', sector: null, count: 1 },
  ])
  expect(report.oddities).toEqual([])
  const [list] = await readLists(database.read, event.officeId)
  expect(list).toMatchObject({ name: '3W October', asOf: '2014-10', activities: 6, agencies: 2 })
  const count = (
    what: 'activities' | 'agencies',
    sector: 'education' | null = null,
    programmeId: string | null = null,
  ) => countActivities(database.read, event.id, { what, sector, programmeId })
  expect((await count('activities')).total).toBe(0)
  await database.write((tx) => chooseLists(tx, event.scope, { ids: [list?.id ?? '', 'no-such'], now }))
  expect(await count('activities')).toEqual({ values: { IQG09: 4, IQG11: 1, IQG07: 1 }, total: 6 })
  expect(await count('agencies')).toEqual({ values: { IQG09: 2, IQG11: 1, IQG07: 0 }, total: 2 })
  expect(await count('agencies', 'education')).toEqual({ values: { IQG09: 1 }, total: 1 })
  const [programme] = await readKnown(database.read, scope)
  expect((await count('activities', null, programme?.id)).total).toBe(1)
  expect(await readWhoWorks(database.read, event.id, 'IQG09')).toEqual({
    ...{ activities: 4, agencies: 2 },
    busiest: [
      { name: 'ACTED', activities: 3, sectors: ['water_sanitation'] },
      { name: 'Norwegian Refugee Council', activities: 1, sectors: ['education'] },
    ],
  })
})

test('a place may stand in two languages in its cell, and every field of work can be taken for another', async () => {
  const { database, scope } = await anOfficeWithNrc()
  const fields = Array.from({ length: 25 }, (_, n) => `Field ${n},Erbil,,A,B`)
  const bytes = file(
    'category,governorate,pcode,agency,activity',
    '"WASH","Ninewa\nنينوى",IQG15,A,B',
    ...fields,
  )
  const report = await take(database, scope, { kind: 'activities', bytes, said })
  expect([report.counts.leave, report.notes.filter(({ code }) => code === 'codeSaysOther')]).toEqual([0, []])
  expect(report.notes.filter(({ code }) => code === 'category')).toHaveLength(26)
})

test('a list sent again takes the place of what it said; the same changes nothing, and one of another name is beside it', async () => {
  const { database, event, scope } = await anOfficeWithNrc()
  const send = (bytes: Uint8Array, own = {}) =>
    take(database, scope, { kind: 'activities', bytes, said: { ...said, ...own } })
  await send(threeW)
  const revision = await revisionOf(database)
  expect((await send(threeW)).counts).toEqual({ new: 0, update: 0, same: 6, leave: 4 })
  expect(await revisionOf(database)).toBe(revision)
  const shorter = file(
    ...new TextDecoder().decode(threeW).split('\n').slice(0, 3),
    'WASH,Erbil,,IOM,Wells,,,',
  )
  const report = await send(shorter, { name: '3w  october', sectors: { wash: 'health' } })
  expect([report.counts, report.notes.find(({ code }) => code === 'gone')]).toEqual([
    { new: 1, update: 2, same: 0, leave: 0 },
    { code: 'gone', count: 4 },
  ])
  // A sheet that can say nothing takes nothing away.
  await send(file('agency,governorate', 'IOM,Atlantis'))
  expect((await readLists(database.read, event.officeId)).map(({ activities }) => activities)).toEqual([3])
  await send(shorter, { name: 'Another' })
  const lists = await readLists(database.read, event.officeId)
  expect(lists).toHaveLength(2)
  const [given] = lists
  const stranger = (await anOffice(database)).scope
  const remove = (by: OfficeScope) =>
    database.write((tx) => removeList(tx, by, { listId: given?.id ?? '', now }))
  expect([(await remove(stranger)).ok, (await remove(scope)).ok]).toEqual([false, true])
  expect(await readLists(database.read, event.officeId)).toHaveLength(1)
})

test('a list is not taken without its date and its source', async () => {
  const { database, scope } = await anOfficeWithNrc()
  const opened = await openSheet(database, scope, {
    ...{
      kind: 'activities',
      fileName: 'list.csv',
      bytes: threeW,
      file: await tableOf('activities', threeW),
      now,
    },
  })
  if (!opened.ok) throw new Error(opened.reason)
  const which = { kind: 'activities', id: opened.id } as const
  expect(await confirmSheet(database, scope, { ...which, now })).toEqual({
    ok: false,
    reason: 'sourceNeeded',
  })
  const own = { name: 'List', asOf: '2014', source: { en: 'OCHA' } }
  await database.write((tx) =>
    chooseReading(tx, scope, { ...which, change: (before) => ({ ...before, own }) }),
  )
  expect(await confirmSheet(database, scope, { ...which, now })).toMatchObject({ ok: true })
})
