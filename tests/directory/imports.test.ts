import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { confirmInThread } from '#app/directory/import/confirm.server.ts'
import { planList, readEntries, readList } from '#app/directory/import.server.ts'
import {
  chooseLines,
  confirmImport,
  correctColumns,
  discardImport,
  findImport,
  openImport,
  readImportLines,
} from '#app/directory/imports.server.ts'
import { readUploads } from '#app/uploads/read.server.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { organisations, persons } from '#db/schema/directory.server.ts'
import { uploadPieces, uploads } from '#db/schema/uploads.server.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

async function opened(database: Database, scope: OfficeScope, text: string | Uint8Array): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const read = await readList(bytes)
  if (!read.ok) throw new Error(read.reason)
  const given = { fileName: 'guests.csv', bytes, list: read.list, now }
  const made = await openImport(database, scope, given)
  if (!made.ok) throw new Error(made.reason)
  return made.id
}

async function preview(database: Database, scope: OfficeScope, importId: string) {
  const row = await findImport(database.read, scope, importId)
  if (!row) throw new Error('no import')
  const { lines, layout } = await readImportLines(database.read, row)
  const entries = await readEntries({ lines, ...layout })
  const plan = await planList(database.read, scope, entries, row.choices)
  return { layout, rows: plan.lines.map(({ line, kind, outcome }) => [line + 1, kind, outcome]) }
}

const list = 'Who comes;E-mail;Organisation\nShirin Aziz;s@jcc.example;JCC\nKarwan Ali;k@jcc.example;JCC\n'

test('nothing is in the directory until a list is confirmed, and then all of it', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const importId = await opened(database, office.scope, list.replace('Who comes', 'Name'))
  await preview(database, office.scope, importId)
  expect([await database.read.$count(persons), await database.read.$count(organisations)]).toEqual([0, 0])
  const taken = await confirmImport(database, office.scope, { importId, now })
  expect(taken).toMatchObject({ ok: true, report: { counts: { new: 2, update: 0, same: 0, leave: 0 } } })
  expect([await database.read.$count(persons), await database.read.$count(organisations)]).toEqual([2, 1])
  expect(await database.read.$count(uploadPieces)).toBe(0)
  const [entry] = await readUploads(database.read, office.scope, 'guests')
  expect(entry).toMatchObject({ id: importId, state: 'done', counts: { new: 2 } })
  expect((await database.read.select().from(auditEntries)).map(({ action }) => action)).toEqual([
    'directory.import',
  ])
})

test('a column that was not recognised is corrected by hand, and so is the line of headings', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const importId = await opened(database, office.scope, list)
  const { layout } = await preview(database, office.scope, importId)
  expect(layout.mapping).toEqual([null, 'email', 'organisation'])
  expect(layout.oddities).toEqual([{ code: 'columnUnknown', heading: 'Who comes' }])
  const mapping = ['name', 'email', null] as const
  await database.write((tx) =>
    correctColumns(tx, office.scope, { importId, headerLine: 0, mapping: [...mapping] }),
  )
  expect((await preview(database, office.scope, importId)).rows).toEqual([
    [2, 'person', 'new'],
    [3, 'person', 'new'],
  ])
  await database.write((tx) =>
    correctColumns(tx, office.scope, { importId, headerLine: null, mapping: [...mapping] }),
  )
  expect((await preview(database, office.scope, importId)).rows).toHaveLength(3)
  await confirmImport(database, office.scope, { importId, now })
  expect(await database.read.$count(organisations)).toBe(0)
})

test('each row is taken as somebody chose: left out, as a person, as an institution, though it repeats another', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const text =
    'Name;E-mail\nShirin Aziz;s@jcc.example\nPress Office;p@un.example\nRwanga;r@rwanga.example\nShirin Aziz;s@jcc.example\n'
  const importId = await opened(database, office.scope, text)
  expect((await preview(database, office.scope, importId)).rows).toEqual([
    [2, 'person', 'new'],
    [3, 'institution', 'new'],
    [4, 'person', 'new'],
    [5, 'person', 'leave'],
  ])
  const chosen = new Map([
    [1, 'leave'],
    [2, 'person'],
    [3, 'institution'],
    [4, 'take'],
  ] as const)
  await database.write((tx) => chooseLines(tx, office.scope, { importId, chosen }))
  await database.write((tx) => chooseLines(tx, office.scope, { importId, chosen: new Map([[9999, 'take']]) }))
  expect([...((await findImport(database.read, office.scope, importId))?.choices ?? [])]).toEqual([...chosen])
  expect((await preview(database, office.scope, importId)).rows).toEqual([
    [2, 'person', 'leave'],
    [3, 'person', 'new'],
    [4, 'institution', 'new'],
    [5, 'person', 'new'],
  ])
  await database.write((tx) => chooseLines(tx, office.scope, { importId, chosen: new Map([[2, null]]) }))
  expect((await preview(database, office.scope, importId)).rows[1]).toEqual([3, 'institution', 'new'])
})

test('a list confirmed twice at once is written once', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const importId = await opened(database, office.scope, list.replace('Who comes', 'Name'))
  const confirm = () => confirmInThread(database, office.scope, { importId, now })
  const results = await Promise.all([
    confirm(),
    confirmImport(database, office.scope, { importId, now }),
    confirm(),
  ])
  expect(results).toEqual([results[0], results[0], results[0]])
  expect(results[0]).toMatchObject({ ok: true, report: { counts: { new: 2 } } })
  expect(await database.read.$count(persons)).toBe(2)
})

test('while a list is confirmed in its thread, other changes wait and then go through', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const importId = await opened(database, office.scope, list.replace('Who comes', 'Name'))
  const confirming = confirmInThread(database, office.scope, { importId, now })
  const second = await anOffice(database, { name: { en: 'Second' } })
  expect(await confirming).toMatchObject({ ok: true })
  expect(await readUploads(database.read, second.scope, 'guests')).toEqual([])
})

test('a thread that fails writes nothing and says so', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const importId = await opened(database, office.scope, list.replace('Who comes', 'Name'))
  const lost = {
    ...database,
    writeElsewhere: <T>(work: (url: string) => Promise<T>) => work(`${database.url}/no/such`),
  }
  await expect(confirmInThread(lost, office.scope, { importId, now })).rejects.toThrow()
  expect(await database.read.$count(persons)).toBe(0)
  expect((await findImport(database.read, office.scope, importId))?.state).toBe('open')
})

test('a list of which nothing can be taken stays open, and all of it can be corrected still', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const importId = await opened(database, office.scope, 'Name;Position\n;Head\n;Deputy\n')
  const before = await database.read.select().from(uploadPieces)
  expect(await confirmImport(database, office.scope, { importId, now })).toEqual({
    ok: false,
    reason: 'nothing',
  })
  expect(await database.read.select().from(uploadPieces)).toEqual(before)
  expect(await database.read.$count(auditEntries)).toBe(0)
})

test('a discarded or taken list is closed for good', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const importId = await opened(database, scope, list)
  await database.write((tx) => discardImport(tx, scope, { importId, now }))
  const closed = { ok: false, reason: 'notOpen' }
  expect(await confirmImport(database, scope, { importId, now })).toEqual(closed)
  const change = { importId, headerLine: 0, mapping: [] }
  expect(await database.write((tx) => correctColumns(tx, scope, change))).toEqual(closed)
  expect(await database.write((tx) => chooseLines(tx, scope, { importId, chosen: new Map() }))).toEqual(
    closed,
  )
  // The same form sent again: it is discarded, which is what was asked for.
  expect(await database.write((tx) => discardImport(tx, scope, { importId, now }))).toEqual({ ok: true })
  expect(await database.read.$count(uploadPieces)).toBe(0)
})

test('another office neither sees nor touches an import', async () => {
  const database = await testDatabase()
  const [ours, theirs] = [await anOffice(database), await anOffice(database)]
  const importId = await opened(database, theirs.scope, list.replace('Who comes', 'Name'))
  const notOpen = { ok: false, reason: 'notOpen' }
  expect(await findImport(database.read, ours.scope, importId)).toBe(null)
  expect(await readUploads(database.read, ours.scope, 'guests')).toEqual([])
  expect(await confirmInThread(database, ours.scope, { importId, now })).toEqual(notOpen)
  expect(await database.write((tx) => discardImport(tx, ours.scope, { importId, now }))).toEqual(notOpen)
  expect((await database.read.select().from(uploads)).map(({ state }) => state)).toEqual(['open'])
})

test('hostile cells are kept as texts: markup, direction overrides and controls', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const name = '<script>alert(1)</script>'
  const text = `Name;E-mail;Notes\n${name};a@b.example;{{guest.link}}\n\u202eBob\u0000 \u0007Ali\u202c;b@b.example;\n`
  const importId = await opened(database, office.scope, text)
  await confirmImport(database, office.scope, { importId, now })
  const people = await database.read.select().from(persons).orderBy(persons.sortKey)
  expect(people.map(({ names, notes }) => [names.latin?.full, notes])).toEqual([
    ['Bob Ali', ''],
    [name, '{{guest.link}}'],
  ])
})

test('the messy list shows the same before it is confirmed as it reports afterwards', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const bytes = await readFile(new URL('./guest-list-messy.csv', import.meta.url))
  const importId = await opened(database, office.scope, bytes)
  const { rows } = await preview(database, office.scope, importId)
  const tally = (outcome: string) => rows.filter((row) => row[2] === outcome).length
  expect(await confirmImport(database, office.scope, { importId, now })).toMatchObject({
    report: { counts: { new: tally('new'), update: 0, same: 0, leave: tally('leave') } },
  })
})

test('a file may be called anything; its name is kept as one line of text', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const bytes = new TextEncoder().encode(list)
  const read = await readList(bytes)
  if (!read.ok) throw new Error(read.reason)
  const fileName = `../\0\u202egnp.\r\n${'😀'.repeat(150)}.csv`
  await openImport(database, scope, { fileName, bytes, list: read.list, now })
  const [kept] = await database.read.select({ fileName: uploads.fileName }).from(uploads)
  expect(kept?.fileName).toMatch(/^\.\.\/ gnp\. (😀)+/u)
  expect(kept?.fileName.isWellFormed()).toBe(true)
})
