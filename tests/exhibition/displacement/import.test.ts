import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { readDatasets, removeDataset, removeRound } from '#app/exhibition/displacement/datasets.server.ts'
import { readFigureFile } from '#app/exhibition/displacement/import.server.ts'
import { readAllFigures, readPlaces, readRounds } from '#app/exhibition/displacement/read.server.ts'
import { placeInFile, reportLines } from '#app/exhibition/displacement/report-text.ts'
import { figureSheet } from '#app/exhibition/displacement/sheet.ts'
import { chooseShown, readShown } from '#app/exhibition/displacement/shown.server.ts'
import {
  acceptSuggestions,
  chooseReading,
  confirmFigures,
  confirmInThread,
  findFigures,
  openFigures,
  planFigures,
} from '#app/exhibition/displacement/uploads.server.ts'
import { readView } from '#app/exhibition/displacement/view.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { displacementFigures } from '#db/schema/displacement.server.ts'
import { events } from '#db/schema/events.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { figuresCsv, takeFile } from '#tests/support/displacement.ts'

const file = (...rows: string[]) =>
  ['Operation,Governorate,Pcode,District code,IDP individuals,Families,Date,Round', ...rows].join('\n')

async function totals(database: Database, officeId: string) {
  const datasets = await readDatasets(database.read, { officeId })
  const rounds = await Promise.all(datasets.map(({ id }) => readRounds(database.read, id)))
  return rounds
    .flat()
    .map(({ round, reportedOn, individuals, places }) => [round, reportedOn, individuals, places])
}

async function audited(database: Database) {
  const rows = await database.read.select().from(auditEntries).orderBy(asc(auditEntries.id))
  return rows.filter(({ action }) => action.startsWith('displacement.'))
}

test('a file comes in whole; the same file again changes nothing; a later one corrects, and it is told', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const scope = { ...event.scope, can: new Set() } as never
  const revision = async () => (await database.read.select().from(events))[0]?.revision
  const before = await revision()
  expect((await takeFile(database, scope, figuresCsv)).counts).toEqual({
    new: 5,
    update: 0,
    same: 0,
    leave: 0,
  })
  expect(await totals(database, event.officeId)).toEqual([
    [131, '2023-12-31', 2000, 2],
    [132, '2024-04-30', 1950, 3],
  ])
  // Every event of the office may show them.
  const taken = await revision()
  expect(taken).toBeGreaterThan(before ?? 0)
  expect((await takeFile(database, scope, figuresCsv)).counts).toEqual({
    new: 0,
    update: 0,
    same: 5,
    leave: 0,
  })
  expect([await revision(), (await audited(database)).length]).toEqual([taken, 1])
  const corrected = figuresCsv.replace(',900,', ',"1,100",').replace(/2024-04-30T00:00:00/g, '01/05/2024')
  const report = await takeFile(database, scope, corrected)
  expect(report.counts).toEqual({ new: 0, update: 1, same: 4, leave: 0 })
  expect(report.oddities).toContainEqual({
    code: 'roundMended',
    before: '132 · 2024-04-30',
    after: '132 · 2024-05-01',
  })
  expect(await totals(database, event.officeId)).toEqual([
    [131, '2023-12-31', 2000, 2],
    [132, '2024-05-01', 2150, 3],
  ])
  expect((await audited(database)).find(({ action }) => action === 'displacement.correct')).toMatchObject({
    before: { date: '2024-04-30', figures: { IQG11: { individuals: 900 } } },
    after: { date: '2024-05-01', figures: { IQG11: { individuals: 1100 } } },
  })
})

test('wrong codes, numbers and dates are left out and told; two figures for one place are never added up', async () => {
  const database = await testDatabase()
  const { scope, id } = await anOffice(database)
  const text = file(
    'Iraq,Ninewa,IQG15,,"1,000",,30/04/2024,132',
    'Iraq,Ninewa,IQG15,,1000,,30/04/2024,132',
    'Iraq,Erbil,IRQ-G11,,500,,30/04/2024,132',
    'Iraq,Erbil,IRQ-G11,,600,,30/04/2024,132',
    'Iraq,Dahuk,IQ-G08,,70,,30/04/2024,132',
    'Iraq,Sulaymaniyah,IQG05,,80,,30/04/2024,132',
    'Iraq,Atlantis,IQG77,,90,,30/04/2024,132',
    'Iraq,Kirkuk,IQG13,,-3,,30/04/2024,132',
    'Iraq,Kirkuk,IQG13,,=2+2,,30/04/2024,132',
    'Iraq,Kirkuk,IQG13,,99999999,,30/04/2024,132',
    'Iraq,Kirkuk,IQG13,,5,,31/04/2024,132',
    'Iraq,Kirkuk,IQG13,,5,,30/04/2034,132',
    'Iraq,Kirkuk,IQG13,,,,30/04/2024,132',
    ',,,,,,,',
    'Operation,Governorate,Pcode,District code,IDP individuals,Families,Date,Round',
    'Grand total,,,,1600,,,',
  )
  const report = await takeFile(database, scope, text)
  expect(report.counts).toEqual({ new: 2, update: 0, same: 0, leave: 12 })
  expect(await totals(database, id)).toEqual([[132, '2024-04-30', 1600, 2]])
  expect(report.lines.map(({ line, findings }) => [line + 1, findings[0]?.code])).toEqual([
    [3, 'same'],
    [4, 'overruled'],
    [6, 'codeOldScheme'],
    [7, 'nameContradicts'],
    [8, 'codeUnknown'],
    [9, 'numberNegative'],
    [10, 'numberUnreadable'],
    [11, 'numberAbsurd'],
    [12, 'dateUnreadable'],
    [13, 'dateAbsurd'],
    [14, 'numberMissing'],
    [17, 'total'],
    [5, 'overrules'],
  ])
  expect(report.places.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['IQ-G08', 'IQG09'],
    ['IQG05', 'IQG06'],
    ['IQG77', null],
  ])
  // A name is a proposal that somebody takes; one that contradicts its code is not among them.
  await takeFile(database, scope, text, { byName: true, said: { doubles: 'first' } })
  expect(await totals(database, id)).toEqual([[132, '2024-04-30', 1570, 3]])
})

test('districts are summed where only they are given; what a source says of the whole counts more', async () => {
  const database = await testDatabase()
  const { scope, id } = await anOffice(database)
  const districts = file(
    'Iraq,Ninewa,,IQG15Q01,100,20,Apr-24,132',
    'Iraq,Ninewa,,IQG15Q02,50,10,Apr-24,132',
    'Iraq,Erbil,IQG11,IQG11Q01,7,,Apr-24,132',
  )
  const report = await takeFile(database, scope, districts)
  expect(report.oddities).toContainEqual({ code: 'summed', figures: 2 })
  expect(await totals(database, id)).toEqual([[132, '2024-04', 157, 2]])
  // One district later, beside those there are already.
  await takeFile(database, scope, file('Iraq,Ninewa,,IQG15Q02,60,,Apr-24,132'))
  expect(await totals(database, id)).toEqual([[132, '2024-04', 167, 2]])
  const whole = await takeFile(
    database,
    scope,
    file(
      'Iraq,Ninewa,IQG15,,170,,30/04/2024,132',
      'Iraq,Ninewa,,IQG15Q02,61,,30/04/2024,132',
      'Iraq,Ninewa,,IQG15Q01,100,,30/04/2024,132',
    ),
  )
  expect(whole.oddities).toContainEqual({
    code: 'sumDiffers',
    pcode: 'IQG15',
    date: '2024-04-30',
    given: 170,
    sum: 161,
  })
  expect(await totals(database, id)).toEqual([[132, '2024-04-30', 177, 2]])
  // Families that a later file does not count are not lost, and districts alone do not unsay the whole.
  await takeFile(database, scope, districts)
  const [dataset] = await readDatasets(database.read, scope)
  const [round] = await readRounds(database.read, dataset?.id ?? '')
  expect(round).toMatchObject({ individuals: 177, reportedOn: '2024-04-30', hasSums: true })
  expect(await readPlaces(database.read, [round?.id ?? ''])).toMatchObject([
    { pcode: 'IQG11', individuals: 7, isSum: true },
    { pcode: 'IQG15', individuals: 170, isSum: false },
  ])
})

test('parts of a figure are added up; a number given to two dates makes two rounds; operations stay apart', async () => {
  const database = await testDatabase()
  const { scope, id } = await anOffice(database)
  const origins = [
    '#operation,#adm1+code,#adm1+origin+name,#affected+ind+returnees,#date+reported,#meta+round',
    'Iraq,IQG15,Erbil,10,2024-04-30,132',
    'Iraq,IQG15,Duhok,20,2024-04-30,132',
    'Iraq,IQG15,Total,30,2024-04-30,132',
  ].join('\n')
  expect((await takeFile(database, scope, origins)).counts).toMatchObject({ new: 2, leave: 1 })
  const twice = file(
    'Iraq,Ninewa,IQG15,,5,,2016-04-01,48',
    'Iraq,Ninewa,IQG15,,6,,2016-06-01,48',
    'Mosul,Ninewa,IQG15,,9,,2016-06-01,1',
  )
  expect((await takeFile(database, scope, twice)).oddities).toContainEqual({
    code: 'roundTwice',
    round: 48,
    dates: ['2016-04-01', '2016-06-01'],
  })
  const datasets = await readDatasets(database.read, { officeId: id })
  expect(
    datasets.map(({ operation, population, slug, rounds }) => [operation, population, slug, rounds]),
  ).toEqual([
    ['Iraq', 'returnees', 'iraq-returnees', 1],
    ['Iraq', 'idps', 'iraq-idps', 2],
    ['Mosul', 'idps', 'mosul-idps', 1],
  ])
  expect(await totals(database, id)).toEqual([
    [132, '2024-04-30', 30, 1],
    [48, '2016-04-01', 5, 1],
    [48, '2016-06-01', 6, 1],
    [1, '2016-06-01', 9, 1],
  ])
})

test('what we give out comes back as it was; a workbook with dates of Excel too', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  await takeFile(database, scope, figuresCsv)
  const [dataset] = await readDatasets(database.read, scope)
  if (!dataset) throw new Error('no dataset')
  const sheet = figureSheet(dataset, await readAllFigures(database.read, dataset.id), 'ar')
  expect((await takeFile(database, scope, await writeXlsx(sheet))).counts).toEqual({
    new: 0,
    update: 0,
    same: 5,
    leave: 0,
  })
  const serials = {
    name: 'x',
    headings: ['Cover'],
    rows: [
      ['Pcode', 'Operation', 'IDPs', 'As of', 'Round'],
      ['IQG15', 'Iraq conflict', 1000, 45412, 132],
    ],
  }
  expect((await takeFile(database, scope, await writeXlsx(serials))).counts).toMatchObject({ same: 1 })
})

test('a file waits until somebody confirms it, with columns, order and places as they say; twice at once takes once', async () => {
  const database = await testDatabase()
  const { scope, id } = await anOffice(database)
  const text = 'Place;People there;Day\nIQ-G15 Nineveh;1 200;04/05/2024\nIQG11;300;04/05/2024\n'
  const bytes = new TextEncoder().encode(text)
  const read = await readFigureFile(bytes)
  if (!read.ok) throw new Error(read.reason)
  const opened = await openFigures(database, scope, { fileName: 'a.csv', bytes, file: read.file, now })
  if (!opened.ok) throw new Error(opened.reason)
  const given = { id: opened.id, now }
  expect(await confirmFigures(database, scope, given)).toEqual({ ok: false, reason: 'nothing' })
  const row = async () => {
    const found = await findFigures(database.read, scope, opened.id)
    if (!found) throw new Error('gone')
    return found
  }
  const mapping = ['admin1Code', 'individuals', 'date'] as const
  await database.write((tx) =>
    chooseReading(tx, scope, {
      id: opened.id,
      change: (before) => ({
        ...before,
        headerLine: 0,
        mapping: [...mapping],
        order: 'mdy',
        operation: 'Iraq',
      }),
    }),
  )
  const { plan } = await planFigures(database.read, scope, await row(), now)
  expect(plan.lines.map(({ outcome }) => outcome)).toEqual(['leave', 'new'])
  await acceptSuggestions(database, scope, { row: await row(), now })
  const places = { [plan.places[0]?.key ?? '']: 'IQG15' }
  await database.write((tx) =>
    chooseReading(tx, scope, { id: opened.id, change: (before) => ({ ...before, places }) }),
  )
  expect(await totals(database, id)).toEqual([])
  const results = await Promise.all([
    confirmInThread(database, scope, given),
    confirmInThread(database, scope, given),
  ])
  expect(results.map((result) => result.ok && result.report.counts.new)).toEqual([2, 2])
  expect(await totals(database, id)).toEqual([[0, '2024-04-05', 1500, 2]])
  const stranger = await anOffice(database)
  expect(await findFigures(database.read, stranger.scope, opened.id)).toBe(null)
})

test('an event shows all of its office’s data or what was chosen; what is removed is gone everywhere', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const scope = { ...event.scope } as never
  await takeFile(database, scope, `${figuresCsv}Iraq floods,Basrah,IRQ-G02,40,2019-04-01,1\n`)
  const stranger = await anOffice(database)
  await takeFile(database, stranger.scope, figuresCsv)
  const shown = async () => (await readShown(database.read, event)).map(({ operation }) => operation)
  expect(await shown()).toEqual(['Iraq conflict', 'Iraq floods'])
  const [conflict] = await readShown(database.read, event)
  const [foreign] = await readDatasets(database.read, stranger.scope)
  const chosen = [conflict?.id ?? '', foreign?.id ?? '']
  await database.write((tx) => chooseShown(tx, event.scope, { datasetIds: chosen, now }))
  expect(await shown()).toEqual(['Iraq conflict'])
  if (!conflict || !foreign) throw new Error('no datasets')
  const view = await readView(database.read, { dataset: conflict, round: null, language: 'en' })
  expect(view?.changes).toMatchObject({
    sinceBefore: { by: -50, since: { round: 131 } },
    sincePeak: { by: -50 },
    peak: { total: 2000 },
  })
  expect(view?.places.slice(0, 3)).toEqual([
    { pcode: 'IQG15', value: 1000, before: 1200, share: 1000 / 1950, isSum: false },
    { pcode: 'IQG11', value: 900, before: 800, share: 900 / 1950, isSum: false },
    { pcode: 'IQG09', value: 50, before: null, share: 50 / 1950, isSum: false },
  ])
  expect(await readView(database.read, { dataset: conflict, round: '7', language: 'en' })).toBe(null)
  const roundId = view?.now.id ?? ''
  const of = (datasetId: string) => database.write((tx) => removeDataset(tx, scope, { datasetId, now }))
  expect(await of(foreign.id)).toEqual({ ok: false, reason: 'notFound' })
  const gone = await database.write((tx) => removeRound(tx, scope, { datasetId: conflict.id, roundId, now }))
  expect(gone).toEqual({ ok: true })
  expect(await of(conflict.id)).toEqual({ ok: true })
  expect(await shown()).toEqual([])
  expect(await database.read.$count(displacementFigures, eq(displacementFigures.pcode, 'IQG02'))).toBe(1)
})

test('a wide workbook comes in whole: cells are named, totals and doubles told, other sheets and hostile names too', async () => {
  const database = await testDatabase()
  const { scope, id } = await anOffice(database)
  const attack = '<img src=x onerror=alert(1)>=HYPERLINK("x")'
  const head = [
    'Governorate',
    'P-code',
    'Round 130 (Dec 2023)',
    'Round 131 (Apr 2024)',
    'Round 131 (Apr 2024)',
  ]
  const rows = [
    ['Ninewa', 'IQG15', 1200, 1000, 1001],
    ['Erbil', 'IRQ-G11', 800, -9, 700],
    [attack, 'IQG77', 5, 6, 6],
    ['Duhok', 'IQG09', 99_999_999, 50, 50],
    ['Grand total', null, 2000, 1050, 1751],
  ]
  const sheet = (name: string, data: (string | number | null)[][]) => ({
    sheet: name,
    data: data.map((line) => line.map((value) => (value === null ? null : { value }))),
  })
  const sheets = [
    sheet('Read me', [['Figures of the office']]),
    sheet('Figures', [['Internally displaced persons'], head, ...rows]),
    sheet('By sex', [
      ['Women', 'Men'],
      [1, 2],
    ]),
  ]
  const bytes = new Uint8Array(await writeXlsxFile(sheets).toBuffer())
  const report = await takeFile(database, scope, bytes)
  expect(await totals(database, id)).toEqual([
    [130, '2023-12', 2000, 2],
    [131, '2024-04', 1751, 3],
  ])
  expect(report.counts).toEqual({ new: 5, update: 0, same: 0, leave: 6 })
  const told = report.lines.map(({ line, column, findings }) => [
    placeInFile({ line, column }, 'en').replace(/[^\w]/g, ''),
    findings[0]?.code,
  ])
  expect(told).toEqual([
    ['D3', 'overruled'],
    ['D4', 'numberNegative'],
    ['5', 'codeUnknown'],
    ['C6', 'numberAbsurd'],
    ['E6', 'same'],
    ['7', 'total'],
    ['E3', 'overrules'],
  ])
  const words = reportLines(report, { t: translator('en'), language: 'en' }).join('\n')
  expect(words).toContain(attack)
  expect((await takeFile(database, scope, bytes)).counts).toEqual({ new: 0, update: 0, same: 5, leave: 6 })
  expect(report.places.map(({ name, rows }) => [name, rows])).toEqual([[attack, 1]])
})

test('a file whose rows give no date is taken as of its title, or as somebody says', async () => {
  const database = await testDatabase()
  const { scope, id } = await anOffice(database)
  const rows = 'Governorate,P-code,IDPs\nNinewa,IQG15,10\nErbil,IQG11,20\n'
  const titled = await takeFile(database, scope, `"DTM Iraq, Round 131 – December 2023"\n${rows}`)
  expect(titled.counts).toMatchObject({ new: 2, leave: 0 })
  expect(titled.oddities).toContainEqual({ code: 'dateGuessed', date: '2023-12' })
  expect((await takeFile(database, scope, rows)).counts).toMatchObject({ new: 0, leave: 2 })
  const said = { date: '2024-04-30', round: 132 }
  expect((await takeFile(database, scope, rows, { said })).counts).toMatchObject({ new: 2 })
  expect(await totals(database, id)).toEqual([
    [131, '2023-12', 30, 2],
    [132, '2024-04-30', 30, 2],
  ])
})
