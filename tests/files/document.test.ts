import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  clearDocuments,
  findDocument,
  keepDocument,
  readBytes,
  readDocument,
  releaseDocuments,
} from '#app/files/document.server.ts'
import { asciiName, downloadName, largestDocument } from '#app/files/document.ts'
import { openFolder } from '#app/files/store.server.ts'
import { answerDocument } from '#app/http/document.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDocument, aPdf } from '#tests/support/documents.ts'

const text = (words: string) => Buffer.from(words, 'latin1')
const docx = text('PK\x03\x04 [Content_Types].xml word/document.xml')

test('a document is what its bytes say; macros, web pages and programs are none', () => {
  const kind = (bytes: Uint8Array) => {
    const read = readDocument(bytes)
    return read.ok ? read.kind.extension : read.reason
  }
  expect([aPdf, text('\xff\xd8\xff\xe0'), text('\x89PNG\r\n\x1a\n'), docx].map(kind)).toEqual([
    'pdf',
    'jpg',
    'png',
    'docx',
  ])
  const others = [
    '<html>',
    '<svg xmlns=',
    'MZ',
    '#!/bin/sh',
    'PK\x03\x04 xl/workbook.xml',
    ' %PDF-1.7',
    'GIF89a',
  ]
  expect(others.map((other) => kind(text(other)))).toEqual(others.map(() => 'notADocument'))
  expect(kind(Buffer.concat([docx, text('word/vbaProject.bin')]))).toBe('notADocument')
  expect(kind(new Uint8Array())).toBe('noDocument')
  expect(kind(new Uint8Array(largestDocument + 1))).toBe('tooLargeDocument')
})

test('a document is saved under an ASCII name with the ending of what it is', () => {
  const pdf = 'application/pdf'
  expect(downloadName('Réponse du "Ministère".exe', pdf)).toBe('Reponse-du-Ministere.pdf')
  expect(downloadName('كتاب الوزارة.pdf', pdf)).toBe('document.pdf')
  expect(downloadName('a\r\nSet-Cookie: x=1;.pdf', pdf)).toBe('a-Set-Cookie-x-1.pdf')
  expect(downloadName('../../etc/passwd', 'image/png')).toBe('etc-passwd.png')
  expect(asciiName('x'.repeat(300))).toHaveLength(80)
})

test('what is refused leaves nothing behind, and what is let go of is taken away', async () => {
  const database = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'majlis-documents-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const stores = { database, files: openFolder(folder) }
  const event = await anEvent(database)
  const other = await anEvent(database, { officeId: event.officeId })
  const abroad = await anOffice(database)

  const keeping = { name: 'scan.pdf', bytes: aPdf, mediaType: 'application/pdf', now }
  const refused = { ok: false, reason: 'notFound' } as const
  expect(await keepDocument(stores, event.scope, keeping, async () => refused)).toEqual(refused)
  await expect(
    keepDocument(stores, event.scope, keeping, () => Promise.reject(new Error('fell over'))),
  ).rejects.toThrow('fell over')
  expect(readdirSync(folder)).toEqual([])

  const id = await aDocument(stores, event.scope, { name: 'الرد.pdf' })
  const found = await findDocument(database.read, event.scope, id)
  expect(found).toMatchObject({ name: 'الرد.pdf', bytes: aPdf.length, mediaType: 'application/pdf' })
  for (const owner of [other.scope, { officeId: event.officeId }, { officeId: abroad.id, eventId: event.id }])
    expect(await findDocument(database.read, owner, id)).toBe(null)
  const answer = await answerDocument(stores.files, found as NonNullable<typeof found>)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-disposition': 'attachment; filename="document.pdf"',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(aPdf))

  await database.write((tx) => releaseDocuments(tx, other.scope, [id]))
  expect(await findDocument(database.read, event.scope, id)).not.toBe(null)
  await database.write((tx) => releaseDocuments(tx, event.scope, [id]))
  await clearDocuments(stores, event.scope, { ids: [id], now })
  expect(await findDocument(database.read, event.scope, id)).toBe(null)
  expect(found && (await readBytes(stores.files, found))).toBe(null)
})
