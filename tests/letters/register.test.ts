import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { systemOfficeScope } from '#app/accounts/scope.server.ts'
import { clearDocuments, findDocument } from '#app/files/document.server.ts'
import { issueLetters, type LetterTerms } from '#app/letters/issue.server.ts'
import { attachScan, enterIncoming, type IncomingLetter, voidLetter } from '#app/letters/keep.server.ts'
import { addSignatory, editLetterhead, raiseCounter, readLetterhead } from '#app/letters/letterhead.server.ts'
import { letterFileName, printLetters, zipLetters } from '#app/letters/print.server.ts'
import { mergeLetters } from '#app/letters/print-merged.server.ts'
import { countLetters, everyLetter, readLetter, readRegister } from '#app/letters/register.server.ts'
import { copyTemplate, editTemplate, readTemplate, readTemplates } from '#app/letters/templates.server.ts'
import { newId } from '#db/id.server.ts'
import { letters } from '#db/schema/letters.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDocument } from '#tests/support/documents.ts'
import { aGuest, anInstitution, site } from '#tests/support/guests.ts'
import { memoryFiles } from '#tests/support/letters.ts'
import { pdfText } from '#tests/support/pdf.ts'

/** An event with guests, and an office that has somebody to sign. */
async function anOfficeThatWrites({ guests = 2 }: { guests?: number } = {}) {
  const database = await testDatabase()
  const event = await anEvent(database)
  const office = systemOfficeScope(event.officeId)
  for (let index = 0; index < guests; index++)
    await aGuest(database, event, { name: `Guest ${index}`, email: `g${index}@guest.example` })
  const content = { names: { latin: { full: 'Elena Marchetti' } }, position: { en: 'Chief of Mission' } }
  const signer = await database.write((tx) => addSignatory(tx, office, { content, now }))
  const letterhead = await readLetterhead(database.read, office)
  const head = { ...letterhead, numberPattern: 'IOM-IQ/{year}/{number:3}' }
  await database.write((tx) => editLetterhead(tx, office, { content: head, now }))
  const terms: LetterTerms = {
    ...{ templateId: 'formal', layout: 'single', language: 'en', second: null },
    ...{ signatoryId: signer.ok ? signer.id : null, datedOn: '2026-11-23', hasCode: true },
  }
  const stores = { database, files: memoryFiles() }
  const issue = (given: Partial<Parameters<typeof issueLetters>[2]> = {}) =>
    issueLetters(database, event.scope, {
      ...{ audience: { who: 'all' }, invitationId: null, isFirst: false },
      ...{ terms, batchId: newId(), expected: null, now },
      ...given,
    })
  const references = async () => {
    const rows = await database.read.select().from(letters).orderBy(letters.year, letters.number)
    return rows.map(({ reference }) => reference)
  }
  return { database, event, office, terms, stores, issue, references }
}

test('letters written at the same time draw numbers without gap or double', async () => {
  const { database, event, office, terms, issue, references } = await anOfficeThatWrites({ guests: 3 })
  await database.write((tx) => raiseCounter(tx, office, { year: 2026, last: 40, now }))
  const all = await Promise.all(Array.from({ length: 6 }, () => issue()))
  expect(all.map((issued) => issued.ok && issued.count)).toEqual([3, 3, 3, 3, 3, 3])
  const expected = Array.from({ length: 18 }, (_, index) => `IOM-IQ/2026/0${41 + index}`)
  expect(await references()).toEqual(expected)
  // A transaction that fails takes its numbers back.
  const failed = await database
    .write(async (tx) => {
      await enterIncoming(tx, event.scope, anIncoming())
      throw new Error('power cut')
    })
    .catch((error: Error) => error.message)
  expect(failed).toBe('power cut')
  const entered = await database.write((tx) => enterIncoming(tx, event.scope, anIncoming()))
  expect(entered).toMatchObject({ ok: true, isNew: true })
  expect((await references()).filter((reference) => reference.startsWith('IN'))).toEqual(['IN/2026/001'])
  // Another year begins at one.
  await issue({ terms: { ...terms, datedOn: '2027-01-04' } })
  expect((await references()).at(-1)).toBe('IOM-IQ/2027/003')
  expect(await database.write((tx) => raiseCounter(tx, office, { year: 2026, last: 57, now }))).toEqual({
    ok: false,
    reason: 'lower',
  })
})

test('the same form sent twice, or twice at once, writes its letters once', async () => {
  const { issue, references } = await anOfficeThatWrites()
  const batchId = newId()
  const twice = await Promise.all([issue({ batchId }), issue({ batchId })])
  expect(twice).toEqual([
    { ok: true, batchId, count: 2 },
    { ok: true, batchId, count: 2 },
  ])
  expect(await issue({ batchId })).toEqual({ ok: true, batchId, count: 2 })
  expect(await references()).toEqual(['IOM-IQ/2026/001', 'IOM-IQ/2026/002'])
  // Nothing of the second form stays drawn.
  expect(await issue()).toMatchObject({ count: 2 })
  expect((await references()).at(-1)).toBe('IOM-IQ/2026/004')
  expect(await issue({ isFirst: true })).toEqual({ ok: false, reason: 'nobody' })
  expect(await issue({ expected: 7 })).toEqual({ ok: false, reason: 'recounted' })
})

test('a letter keeps what it says, whatever becomes of office, template and guest', async () => {
  const { database, event, office, issue, stores, terms } = await anOfficeThatWrites({ guests: 1 })
  await issue()
  const print = { stores, scope: event.scope, site }
  const [letter] = await database.read.select().from(letters)
  const before = pdfText((await printLetters(print, [letter?.id ?? ''])) ?? new Uint8Array())
  expect(before[0]).toContain('IOM-IQ/2026/001')
  expect(before[0]).toContain('ElenaMarchetti')
  const content = { ...(await readLetterhead(database.read, office)), name: { en: 'Another office' } }
  await database.write((tx) => editLetterhead(tx, office, { content, now }))
  const after = pdfText((await printLetters(print, [letter?.id ?? ''])) ?? new Uint8Array())
  expect(after).toEqual(before)
  // An event's own copy is used by that event alone; the office's stays.
  const from = await readTemplate(database.read, event.scope, { id: 'formal', language: 'en' })
  if (!from) throw new Error('no template')
  const copied = await database.write((tx) => copyTemplate(tx, event.scope, { from, now }))
  if (!copied.ok) throw new Error(copied.reason)
  const words = { name: 'Short', subject: { en: 'Come' }, body: { en: 'Do come to {{ event.name }}.' } }
  const edit = { templateId: copied.id, content: words, seen: ['en', 'fr', 'ar', 'ckb'] as const, now }
  expect(await database.write((tx) => editTemplate(tx, event.scope, edit))).toEqual({ ok: true })
  await issue({ terms: { ...terms, templateId: copied.id } })
  const { rows } = await readRegister(database.read, event.scope, everyLetter, 1)
  expect(rows.map(({ subject }) => subject.en)).toEqual([
    'Come',
    expect.stringContaining('CRP partner meeting'),
  ])
  const other = await anEvent(database, { officeId: event.officeId })
  expect(await readTemplate(database.read, other.scope, { id: copied.id, language: 'en' })).toBe(null)
  expect((await readTemplates(database.read, other.scope, 'en')).map(({ id }) => id)).toEqual([
    'formal',
    'verbale',
  ])
  const bad = { ...edit, content: { ...words, body: { en: '{{ guest.secret }}' } } }
  expect(await database.write((tx) => editTemplate(tx, event.scope, bad))).toEqual({
    ok: false,
    reason: 'badText',
  })
})

test('the register tells how every letter stands, and a void one keeps its number', async () => {
  const { database, event, issue, stores } = await anOfficeThatWrites({ guests: 3 })
  await issue()
  const { rows } = await readRegister(database.read, event.scope, everyLetter, 1)
  const [third, second, first] = rows.map(({ id }) => id)
  const scan = await aDocument(stores, event.scope, { name: 'signed.pdf' })
  const attach = (documentId: string) =>
    database.write((tx) => attachScan(tx, event.scope, { letterId: first ?? '', documentId, now }))
  expect(await attach(scan)).toEqual({ ok: true, released: [] })
  const better = await aDocument(stores, event.scope)
  expect(await attach(better)).toEqual({ ok: true, released: [scan] })
  await clearDocuments(stores, event.scope, { ids: [scan], now })
  expect(await findDocument(database.read, event.scope, scan)).toBe(null)
  await database.write((tx) => enterIncoming(tx, event.scope, anIncoming({ repliesTo: second ?? '' })))
  const given = { letterId: third ?? '', reason: 'Wrong date', now }
  expect(await database.write((tx) => voidLetter(tx, event.scope, given))).toEqual({ ok: true })
  expect(await database.write((tx) => voidLetter(tx, event.scope, given))).toEqual({
    ok: false,
    reason: 'void',
  })
  expect(await countLetters(database.read, event.scope)).toEqual({
    ...{ open: 0, signed: 1, answered: 1, void: 1, incoming: 1 },
  })
  expect(await readLetter(database.read, event.scope, second)).toMatchObject({
    state: 'answered',
    related: [{ reference: 'IN/2026/001', theirReference: 'M/17' }],
  })
  const search = async (words: string) =>
    (await readRegister(database.read, event.scope, { ...everyLetter, search: words }, 1)).rows.length
  expect(await Promise.all(['IOM-IQ/2026/002', 'm/17', 'nobody'].map(search))).toEqual([1, 1, 0])
  const set = pdfText(await merged({ stores, scope: event.scope, site }))
  expect(set.map((page) => page.includes('VOID'))).toEqual([false, false, true])
})

test('another event’s letters, guests and scans are not there', async () => {
  const { database, event, issue, stores } = await anOfficeThatWrites({ guests: 1 })
  await issue()
  const [letter] = await database.read.select().from(letters)
  const other = await anEvent(database, { officeId: event.officeId })
  const foreign = await aGuest(database, other, { name: 'Foreign' })
  const letterId = letter?.id ?? ''
  expect(await readLetter(database.read, other.scope, letterId)).toBe(null)
  expect(await printLetters({ stores, scope: other.scope, site }, [letterId])).toBe(null)
  const refused = { ok: false, reason: 'notFound' }
  const write = database.write
  expect(await write((tx) => voidLetter(tx, other.scope, { letterId, reason: 'x', now }))).toEqual(refused)
  expect(await write((tx) => attachScan(tx, other.scope, { letterId, documentId: 'x', now }))).toEqual(
    refused,
  )
  expect(await write((tx) => enterIncoming(tx, other.scope, anIncoming({ repliesTo: letterId })))).toEqual(
    refused,
  )
  expect(
    await write((tx) => enterIncoming(tx, event.scope, anIncoming({ invitationId: foreign.id }))),
  ).toEqual(refused)
  expect(await issue({ invitationId: foreign.id })).toEqual({ ok: false, reason: 'nobody' })
  expect(await database.read.$count(letters, eq(letters.eventId, other.id))).toBe(0)
})

test('a batch comes as one file for the printer and as a file each, under names that any disk takes', async () => {
  const { database, event, issue, stores, terms } = await anOfficeThatWrites({ guests: 2 })
  await anInstitution(database, event, { name: 'Ministère des Migrations "et" Déplacés' })
  await issue({ terms: { ...terms, templateId: 'verbale', layout: 'after', second: 'ar' } })
  const print = { stores, scope: event.scope, site }
  const zipped = new Uint8Array(await new Response(zipLetters(print, everyLetter)).arrayBuffer())
  const files = unzipSync(zipped)
  expect(Object.keys(files).sort()).toEqual([
    'IOM-IQ-2026-001-guest-0.pdf',
    'IOM-IQ-2026-002-guest-1.pdf',
    'IOM-IQ-2026-003-ministere-des-migrations-et-deplaces.pdf',
  ])
  const one = pdfText(files['IOM-IQ-2026-003-ministere-des-migrations-et-deplaces.pdf'] ?? new Uint8Array())
  // Two languages, a page each.
  expect(one).toHaveLength(2)
  expect(one[0]).toContain('NOTEVERBALE')
  expect(one[0]).not.toContain('Marchetti')
  expect(pdfText(await merged(print))).toHaveLength(6)
  expect(letterFileName({ reference: '../../x', correspondent: { ar: 'وزارة' } })).toBe('x.pdf')
})

async function merged(print: Parameters<typeof mergeLetters>[0]): Promise<Uint8Array> {
  return new Uint8Array(await new Response(await mergeLetters(print, everyLetter)).arrayBuffer())
}

function anIncoming(given: Partial<IncomingLetter> = {}): IncomingLetter {
  return {
    ...{ theirReference: 'M/17', datedOn: '2026-11-20', receivedOn: '2026-11-22', language: 'en', now },
    ...{ sender: 'Ministry of Planning', subject: 'Nomination', scanId: null },
    ...{ invitationId: null, repliesTo: null },
    ...given,
  }
}
