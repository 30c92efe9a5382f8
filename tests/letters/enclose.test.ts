import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { systemOfficeScope } from '#app/accounts/scope.server.ts'
import { renewLink } from '#app/answers/link.server.ts'
import { clearDocuments, findDocument } from '#app/files/document.server.ts'
import { countAudience, countWithoutLetter } from '#app/invitations/audience.server.ts'
import { discardPrepared } from '#app/invitations/mailing.server.ts'
import { resendMessage } from '#app/invitations/message.server.ts'
import { prepareMailing } from '#app/invitations/prepare.server.ts'
import { readMailing } from '#app/invitations/read.server.ts'
import { approveMailing, sendMailing } from '#app/invitations/send.server.ts'
import { encloseLetters } from '#app/letters/enclose.server.ts'
import { issueLetters, type LetterTerms } from '#app/letters/issue.server.ts'
import { attachScan, voidLetter } from '#app/letters/keep.server.ts'
import { addSignatory } from '#app/letters/letterhead.server.ts'
import { createTransport } from '#app/mail/transport.server.ts'
import { emptyOutbox } from '#app/mail/worker.server.ts'
import { newId } from '#db/id.server.ts'
import { letterPapers, letters } from '#db/schema/letters.server.ts'
import { type Enclosing, messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDocument } from '#tests/support/documents.ts'
import { aGuest, anInstitution, site } from '#tests/support/guests.ts'
import { aMailing } from '#tests/support/invitations.ts'
import { memoryFiles } from '#tests/support/letters.ts'
import { aSink, brisk, generous, later, quiet } from '#tests/support/mail.ts'
import { pdfText } from '#tests/support/pdf.ts'

/** An event with a guest and a ministry who have a letter each, and a guest who has none. */
async function anEventWithLetters() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [guest, ministry] = [await aGuest(database, event), await anInstitution(database, event)]
  const content = { names: { latin: { full: 'Elena Marchetti' } }, position: { en: 'Chief of Mission' } }
  const office = systemOfficeScope(event.officeId)
  const signer = await database.write((tx) => addSignatory(tx, office, { content, now }))
  const terms: LetterTerms = {
    ...{ templateId: 'formal', layout: 'single', language: 'en', second: null },
    ...{ signatoryId: signer.ok ? signer.id : null, datedOn: '2026-11-23', hasCode: true },
  }
  const issue = () =>
    issueLetters(database, event.scope, {
      ...{ audience: { who: 'all' }, invitationId: null, isFirst: false },
      ...{ terms, batchId: newId(), expected: null, now },
    })
  const issued = await issue()
  const late = await aGuest(database, event, { email: 'late@guest.example', name: 'Late' })
  const stores = { database, files: memoryFiles() }
  const enclose = encloseLetters({ stores, site })
  const mailing = (enclosing: Enclosing) => aMailing(database, event, { audience: { who: 'all' }, enclosing })
  const prepare = (mailingId: string) =>
    prepareMailing(database, event.scope, { mailingId, site, enclose, now })
  const prepared = async () =>
    (await database.read.select().from(messages).where(eq(messages.state, 'draft'))).map(
      ({ to, enclosures }) => [to.address, enclosures?.map(({ name }) => name)],
    )
  const batchId = issued.ok ? issued.batchId : ''
  return { database, event, guest, ministry, late, stores, issue, batchId, mailing, prepare, prepared }
}

const latest: Enclosing = { batch: null, form: 'issued', without: 'leaveOut' }

test('each reader gets their own letter under its number; who has none is told before and left out, or goes without', async () => {
  const { database, event, mailing, prepare, prepared } = await anEventWithLetters()
  const { id } = await mailing(latest)
  const asked = await readMailing(database.read, event.scope, id)
  if (!asked) throw new Error('no mailing')
  expect(await countAudience(database.read, event.scope, asked)).toMatchObject({
    ...{ total: 3, reachable: 2, leftOut: [{ reason: 'noLetter', count: 1 }] },
  })
  expect(await prepare(id)).toEqual({ ok: true, prepared: 2 })
  expect((await prepared()).sort()).toEqual([
    ['ali@guest.example', ['2026-001-ali-hassan.pdf']],
    ['office@ministry.example', ['2026-002-ministry-of-migration.pdf']],
  ])
  await database.write((tx) => discardPrepared(tx, event.scope, { mailingId: id, now }))
  // What was set once is set no more.
  const before = await database.read.select().from(letterPapers)
  expect(await prepare(id)).toEqual({ ok: true, prepared: 2 })
  expect(await database.read.select().from(letterPapers)).toEqual(before)

  const all = await mailing({ ...latest, without: 'send' })
  const everybody = await readMailing(database.read, event.scope, all.id)
  expect(everybody && (await countWithoutLetter(database.read, event.scope, everybody))).toBe(1)
  expect(await prepare(all.id)).toEqual({ ok: true, prepared: 3 })
  const found = await prepared()
  expect(found.find(([address]) => address === 'late@guest.example')).toEqual([
    'late@guest.example',
    undefined,
  ])
})

test('what was prepared leaves byte for byte, also when it is sent once more, until its link is renewed', async () => {
  const { database, event, guest, stores, mailing, prepare } = await anEventWithLetters()
  const { id } = await mailing(latest)
  await prepare(id)
  await database.write((tx) => approveMailing(tx, event.scope, { mailingId: id, now }))
  await database.write((tx) => sendMailing(tx, event.scope, { mailingId: id, now }))
  const sink = await aSink()
  const send = (at: Date) =>
    emptyOutbox({
      ...{ database, limits: generous, now: () => at, log: quiet, timing: brisk },
      transport: createTransport({ url: sink.url, connections: 2, files: stores.files }),
    })
  await send(later(1))
  const rows = await database.read.select().from(messages).where(eq(messages.invitationId, guest.id))
  const resend = () =>
    database.write((tx) =>
      resendMessage(tx, event.scope, {
        ...{ id: newId(), messageId: rows[0]?.id ?? '', line: 'Once more', site, now: later(2) },
      }),
    )
  expect(await resend()).toEqual({ ok: true })
  await send(later(3))
  const mails = await Promise.all(sink.received.map((_, index) => sink.parsed(index)))
  const theirs = mails.filter(({ to }) => JSON.stringify(to).includes('ali@guest.example'))
  const files = theirs.flatMap(({ attachments }) => attachments)
  expect(files.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    ['2026-001-ali-hassan.pdf', 'application/pdf'],
    ['2026-001-ali-hassan.pdf', 'application/pdf'],
  ])
  const [first, second] = files.map(({ content }) => createHash('sha256').update(content).digest('hex'))
  expect(second).toBe(first)
  expect(pdfText(files[0]?.content ?? new Uint8Array()).join('')).toContain('AliHassan')
  expect(theirs[0]?.text).toContain('Dear H.E. Ali Hassan')
  const renewal = { invitationId: guest.id, secret: site.secret, now: later(4) }
  await database.write((tx) => renewLink(tx, event.scope, renewal))
  expect(await resend()).toEqual({ ok: false, reason: 'deadLink' })
})

test('the signed scan goes where it is there; one that went stays when a better one comes', async () => {
  const { database, event, guest, stores, issue, batchId, mailing, prepare, prepared } =
    await anEventWithLetters()
  await issue()
  const theirs = await database.read.select().from(letters).where(eq(letters.invitationId, guest.id))
  const first = theirs.find((letter) => letter.batchId === batchId)
  const attach = (documentId: string) =>
    database.write((tx) => attachScan(tx, event.scope, { letterId: first?.id ?? '', documentId, now }))
  const scan = await aDocument(stores, event.scope, { name: 'signed.pdf' })
  await attach(scan)
  const signed = await mailing({ batch: null, form: 'signed', without: 'leaveOut' })
  expect(await prepare(signed.id)).toEqual({ ok: true, prepared: 1 })
  expect(await prepared()).toEqual([['ali@guest.example', ['2026-001-ali-hassan.pdf']]])
  const better = await aDocument(stores, event.scope)
  expect(await attach(better)).toEqual({ ok: true, released: [] })
  await clearDocuments(stores, event.scope, { ids: [scan], now })
  expect(await findDocument(database.read, event.scope, scan)).toMatchObject({ id: scan })
  // Of one batch, or the latest of each; a void letter never.
  const ofBatch = await mailing({ batch: batchId, form: 'issued', without: 'leaveOut' })
  const voided = theirs.find((letter) => letter.batchId !== batchId)
  const given = { letterId: voided?.id ?? '', reason: 'Wrong date', now }
  await database.write((tx) => voidLetter(tx, event.scope, given))
  const latestOf = await mailing({ batch: null, form: 'either', without: 'leaveOut' })
  await prepare(ofBatch.id)
  await prepare(latestOf.id)
  const names = (await prepared()).filter(([address]) => address === 'ali@guest.example')
  expect(names.flatMap(([, files]) => files)).toEqual(Array(3).fill('2026-001-ali-hassan.pdf'))
})
