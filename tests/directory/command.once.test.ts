import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { agendaOfEvent } from '#app/agenda/read.server.ts'
import { writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { runImport } from '#app/import-command.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { persons } from '#db/schema/directory.server.ts'
import { anEvent, anOffice } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { figuresCsv } from '#tests/support/displacement.ts'
import { aFolder } from '#tests/support/test-folder.ts'

const sample = (name: string) => new URL(`./${name}`, import.meta.url).pathname

type Said = { code: number; out: string; complaint: string }

/** `npm run import -- …` on a database with so many offices: what it does, and in a process of its own. */
async function aCommand(offices: number, slug?: string) {
  const database = await testDatabase()
  for (let i = 0; i < offices; i++) await anOffice(database)
  const event = slug ? await anEvent(database, { slug }) : null
  await database.close()
  const settings = { ...process.env, DATABASE_URL: database.url }
  const plain = (out: string) => out.replace(/[\u2068\u2069]/g, '')
  const run = async (...given: string[]): Promise<Said> => {
    let [out, complaint] = ['', '']
    const code = await runImport(given, {
      settings,
      say: (line) => {
        out += `${line}\n`
      },
      complain: (line) => {
        complaint += `${line}\n`
      },
    })
    return { code, out: plain(out), complaint }
  }
  const spawn = (...given: string[]) =>
    new Promise<Said>((resolve) => {
      const script = ['app/import.server.ts', ...given]
      execFile(process.execPath, script, { env: settings }, (error, out, complaint) =>
        resolve({ code: error ? Number(error.code) : 0, out: plain(out), complaint }),
      )
    })
  const count = async () => {
    const again = await openDatabase(database.url)
    return again.read.$count(persons).finally(again.close)
  }
  const agenda = async () => {
    const again = await openDatabase(database.url)
    const items = await agendaOfEvent(again.read, event?.id ?? '').finally(again.close)
    return items.map(({ title }) => title.en)
  }
  return { run, spawn, count, agenda }
}

test('a list is taken from the command line, with a report of rows taken, updated, left out and why', async () => {
  const { run, spawn, count } = await aCommand(1)
  const dry = await spawn('guests', sample('guest-list-messy.csv'), '--dry-run')
  expect(dry).toMatchObject({ code: 0, complaint: '' })
  expect(dry.out).toContain('row 3: left out: MoMD – The same as row 2\n')
  expect(dry.out).toContain('taken 18, updated 0, unchanged 0, left out 3\n')
  expect(dry.out).toContain('Nothing was written.\n')
  expect(await count()).toBe(0)
  const taken = await run('guests', sample('guest-list-messy.csv'))
  expect(taken.out).toBe(dry.out.replace('Nothing was written.\n', ''))
  expect(await count()).toBe(13)
  expect((await run('guests', sample('guest-list-messy.csv'))).out).toContain(
    'taken 0, updated 0, unchanged 18, left out 3\n',
  )
}, 60_000)

test('a workbook and an old Arabic list are taken too', async () => {
  const { run } = await aCommand(1)
  const file = join(aFolder(), 'guests.xlsx')
  const sheet = { name: 'Guests', headings: ['Name', 'E-mail'], rows: [['Shirin Aziz', 's@jcc.example']] }
  writeFileSync(file, await writeXlsx(sheet))
  expect((await run('guests', file)).out).toBe(
    'guests.xlsx: xlsx\ntaken 1, updated 0, unchanged 0, left out 0\n',
  )
  const arabic = await run('guests', sample('guest-list-arabic-windows1256.csv'))
  expect(arabic.out).toContain('windows-1256\ntaken 3, updated 0, unchanged 0, left out 0\n')
}, 60_000)

test('results of programmes and lists of activities are taken, a list only with its date and source', async () => {
  const { run } = await aCommand(1)
  const folder = aFolder()
  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const results = written(
    'r.csv',
    'Programme,Indicator,Number,As of,Source\nCRP,people,10,2015,IOM\nCRP,,,,\n',
  )
  expect(await run('programme', results)).toEqual({
    ...{ code: 0, complaint: '' },
    out: [
      ...['r.csv: csv, utf-8', 'New programmes (1): CRP', 'New indicators (1): people'],
      ...['row 3: left out: CRP – No indicator is named'],
      ...['new 1, corrected 0, unchanged 0, left out 1', ''],
    ].join('\n'),
  })
  expect((await run('programme', results)).out).toContain('unchanged 1, left out 1\n')
  const list = written('w.csv', 'agency,governorate,pcode\nACTED,Dahuk,IQ-G08\n')
  expect(await run('activities', list)).toMatchObject({ code: 1, out: '' })
  const taken = await run('activities', list, '--as-of=2014-10', '--source=OCHA')
  expect(taken.out).toContain('whose number means Baghdad today. Joined by its name, as Duhok; rows: 1\n')
  expect((await run('activities', list)).out).toContain('new 0, corrected 0, unchanged 1, left out 0\n')
  expect((await run('activities', list, '--as-of=soon')).code).toBe(1)
  expect((await run('activities', list, '--by-name')).complaint).toContain('Usage:')
}, 60_000)

test('when nothing can be taken it says why and ends with 1', async () => {
  const { run, spawn } = await aCommand(1)
  const folder = aFolder()
  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  expect(await spawn('guests', join(folder, 'none.csv'))).toMatchObject({
    code: 1,
    complaint: expect.stringMatching(/none\.csv cannot be read: there is no such file\.\n$/),
  })
  expect(await run('guests', folder)).toMatchObject({
    code: 1,
    complaint: expect.stringMatching(/is a folder\.\n$/),
  })
  const refused = await run('guests', written('empty.csv', ''))
  expect(refused).toMatchObject({
    code: 1,
    out: '',
    complaint: expect.stringContaining('This file is empty.'),
  })
  const nothing = await run('guests', written('a.csv', 'Name;Position\n;Head\n'))
  expect([nothing.code, nothing.out]).toEqual([1, expect.stringContaining('left out 1')])
  for (const given of [
    [],
    ['guests'],
    ['agenda', 'x'],
    ['guests', 'a', 'b'],
    ['guests', 'a', '--dryrun'],
    ['guests', 'a', '--overwrite'],
  ])
    expect(await run(...given)).toMatchObject({ code: 1, complaint: expect.stringContaining('Usage:') })
}, 90_000)

test('without an office, or with several, it says where to go', async () => {
  const none = await aCommand(0)
  expect((await none.run('guests', sample('guest-list-messy.csv'))).complaint).toBe(
    'There is no office yet: open /setup first.\n',
  )
  const two = await aCommand(2)
  expect((await two.run('guests', sample('guest-list-messy.csv'))).complaint).toContain('several offices')
}, 60_000)

test('a schedule is taken into the agenda of the event of that name, and again without doubling', async () => {
  const { run, spawn, agenda } = await aCommand(0, 'crp')
  const file = join(aFolder(), 'schedule.json')
  const write = (titles: string[]) => {
    const events = titles.map((title, id) => ({
      id,
      title,
      date: `2026-12-14T1${id}:00:00+03:00`,
      duration: '1:00',
    }))
    writeFileSync(
      file,
      JSON.stringify({ schedule: { version: '1', conference: { acronym: 'crp' }, events } }),
    )
  }
  write(['Opening', 'Needs'])
  const dry = await spawn('agenda', 'crp', file, '--dry-run')
  expect(dry).toMatchObject({ code: 0, complaint: '' })
  expect(dry.out).toMatch(/^schedule\.json: json crp\n/)
  expect(dry.out).toMatch(/new 2, changed 0, unchanged 0, removed 0, left out 0\nNothing was written\.\n$/)
  expect(await agenda()).toEqual([])
  expect((await run('agenda', 'crp', file)).out).toContain('new 2, changed 0')
  expect((await run('agenda', 'crp', file)).out).toContain('new 0, changed 0, unchanged 2')
  write(['Welcome'])
  expect((await run('agenda', 'crp', file)).out).toContain('changed 1, unchanged 0, removed 0')
  expect(await agenda()).toEqual(['Welcome', 'Needs'])
  expect((await run('agenda', 'crp', file, '--remove-gone')).out).toContain('removed 1')
  expect(await agenda()).toEqual(['Welcome'])
  expect(await run('agenda', 'none', file)).toMatchObject({
    code: 1,
    complaint: 'There is no event “none”.\n',
  })
  writeFileSync(file, 'BEGIN:VEVENT')
  expect(await run('agenda', 'crp', file)).toMatchObject({ code: 1, out: '' })
}, 60_000)

test('displacement figures are taken for the office, with a report of what did not match', async () => {
  const { run } = await aCommand(1)
  const file = join(aFolder(), 'dtm.csv')
  writeFileSync(file, figuresCsv.replace('IRQ-G09', 'IQ-G08'))
  // A word that is nearly one must not write what was only to be looked at.
  expect((await run('displacement', file, '--dry-run=true')).code).toBe(1)
  const dry = await run('displacement', file, '--dry-run')
  expect(dry.out).toContain('not joined: IQ-G08 Duhok (1 rows); the name suggests Duhok\n')
  expect(dry.out).toMatch(/new 4, corrected 0, unchanged 0, left out 1\nNothing was written\.\n$/)
  expect((await run('displacement', file, '--by-name')).out).toContain('new 5, corrected 0')
  expect((await run('displacement', file)).out).toContain('unchanged 4, left out 1')
  writeFileSync(file, '%PDF-1.7')
  expect(await run('displacement', file)).toMatchObject({ code: 1, out: '' })
}, 60_000)
