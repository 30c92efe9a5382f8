import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readPartCounts } from '#app/answers/overview.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { editPerson } from '#app/directory/persons.server.ts'
import { prepareMailing } from '#app/invitations/prepare.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { readStopped, suppress } from '#app/mail/suppression.server.ts'
import { eraseByRequest } from '#app/privacy/decide.server.ts'
import { previewErasure } from '#app/privacy/erase.server.ts'
import { decisionMail } from '#app/privacy/notice.server.ts'
import { purgeWhatIsDue } from '#app/privacy/purge.server.ts'
import { readRequest } from '#app/privacy/read.server.ts'
import { askForRights } from '#app/privacy/requests.server.ts'
import { keepAnswerFile } from '#app/questions/files.server.ts'
import { saveSaid } from '#app/questions/said.server.ts'
import type { Database } from '#db/client.server.ts'
import { agendaRoles } from '#db/schema/agenda.server.ts'
import { clearanceForms } from '#db/schema/clearance.server.ts'
import { imports, personEmails } from '#db/schema/directory.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { letters } from '#db/schema/letters.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anItem } from '#tests/support/agenda.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aStore } from '#tests/support/exhibition.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'
import { aMailing } from '#tests/support/invitations.ts'
import { aMessage } from '#tests/support/mail.ts'
import { aQuestion, optionOf, yesAndNo } from '#tests/support/questions.ts'

const afterwards = new Date('2027-01-10T09:00:00Z')
const traces = [
  'Zainab',
  'Qasim',
  'زينب',
  'zainab.qasim',
  '770 555 0133',
  'sesame',
  'visa-letter',
  'grandmother',
]

/** Somebody with a trace of theirs in every place that keeps one, in two events, beside somebody untouched. */
async function aKnownGuest() {
  const database = await testDatabase()
  const stores = { database, files: aStore() }
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const other = await anEvent(database, { officeId: office.id })
  const neighbour = await aGuest(database, event, { name: 'Omar Nasser', email: 'omar@un.example' })
  const guest = await aGuest(database, event, { name: 'Zainab Qasim', email: 'zainab.qasim@moh.example' })
  await inDirectory(database, office.scope, guest)
  await saysMuch(stores, event, guest)
  await submitAnswer(database, neighbour.scope, {
    given: anAnswer(event.meeting.id, 'accepted', { needs: { diet: 'No nuts' } }),
    ...{ site, now },
  })
  await inLetters(database, event, guest)
  await inPost(database, event, guest)
  return { database, stores, office, event, other, guest, neighbour }
}

type Known = Awaited<ReturnType<typeof aKnownGuest>>
type Guest = Known['guest']

async function inDirectory(
  database: Database,
  scope: Awaited<ReturnType<typeof anOffice>>['scope'],
  { personId }: Guest,
) {
  const content = {
    names: { latin: { full: 'Zainab Qasim' }, arabic: { full: 'زينب قاسم' } },
    ...{ honorific: {}, position: {}, organisationId: null, addresses: ['zainab.qasim@moh.example'] },
    ...{ phone: '+964 770 555 0133', language: 'ar' as const, precedence: null, tags: [] },
    notes: 'Her grandmother lives near the venue',
  }
  await database.write((tx) => editPerson(tx, scope, { personId, content, now }))
  const report = { lines: [{ line: 3, name: 'Zainab Qasim', detail: 'zainab.qasim@moh.example' }] }
  await database.write((tx) =>
    tx.insert(imports).values({
      ...{ id: 'import', officeId: scope.officeId, fileName: 'guests.csv', state: 'done', source: {} },
      ...{ mapping: [], report, createdAt: now },
    }),
  )
}

async function saysMuch(stores: Known['stores'], event: Known['event'], guest: Guest) {
  const { database } = stores
  const { attendeeId } = guest
  const letter = await aQuestion(database, event, { kind: 'file', label: { en: 'Letter' } })
  const remark = await aQuestion(database, event, { kind: 'long', label: { en: 'Remark' } })
  const hotel = await aQuestion(database, event, {
    kind: 'choice',
    label: { en: 'Hotel' },
    options: yesAndNo,
  })
  const file = new File([aPdf], 'visa-letter.pdf')
  const owner = { officeId: event.officeId, eventId: event.id }
  const kept = await keepAnswerFile(stores, owner, { attendeeId, question: letter, file, now })
  if (!kept.ok) throw new Error(kept.problem)
  const said = new Map([
    [letter.id, [kept.id]],
    [remark.id, ['Allergic to sesame']],
    [hotel.id, [optionOf(hotel, 0)]],
  ])
  const asked = [
    { id: letter.id, kind: 'file' as const },
    { id: remark.id, kind: 'long' as const },
    { id: hotel.id, kind: 'choice' as const },
  ]
  await database.write((tx) => saveSaid(tx, { attendeeId, eventId: event.id, asked, said, now }))
  const given = anAnswer(event.meeting.id, 'accepted', {
    needs: { diet: 'No sesame' },
    message: 'I bring my grandmother',
  })
  await submitAnswer(database, guest.scope, { given, site, now })
}

async function inLetters(database: Database, event: Known['event'], guest: Guest) {
  const itemId = await anItem(database, event)
  const chair = { id: 'role', itemId, eventId: event.id, role: 'chair' as const, rank: 0 }
  const holder = {
    names: { latin: { full: 'Zainab Qasim' } },
    honorific: {},
    position: {},
    organisationName: {},
  }
  await database.write((tx) =>
    tx.insert(agendaRoles).values({ ...chair, ...holder, attendeeId: guest.attendeeId }),
  )
  const mailing = await aMailing(database, event, { audience: { who: 'all' } })
  await prepareMailing(database, event.scope, { mailingId: mailing.id, site, now })
}

/** What came in from them, and that they asked not to be written to. */
async function inPost(database: Database, event: Known['event'], guest: Guest) {
  const mail = {
    ...{ officeId: event.officeId, eventId: event.id, kind: 'mail' as const, state: 'waiting' as const },
    ...{
      reason: 'unknown',
      fromName: 'Zainab',
      fromAddress: 'zainab.qasim@moh.example',
      toAddress: 'rsvp@iom.example',
    },
    ...{
      subject: 'From Zainab',
      text: 'My grandmother is ill',
      attachments: [],
      receivedAt: now,
      createdAt: now,
    },
  }
  await database.write((tx) =>
    tx.insert(inboxMails).values([
      { ...mail, id: 'mail-1', fingerprint: '1', attendeeId: guest.attendeeId },
      { ...mail, id: 'mail-2', fingerprint: '2' },
    ]),
  )
  const letter = {
    ...{
      id: 'letter',
      officeId: event.officeId,
      eventId: event.id,
      way: 'out' as const,
      year: 2026,
      number: 1,
    },
    ...{
      reference: 'IOM/2026/001',
      datedOn: '2026-11-23',
      invitationId: guest.id,
      batchId: 'batch',
      createdAt: now,
    },
    ...{ correspondent: { en: 'Zainab Qasim' }, subject: { en: 'Invitation' }, searchKey: 'zainab qasim' },
  }
  const form = {
    sealed: 'sealed',
    writtenFor: 'Zainab',
    hasBothNames: true,
    hasBirthOn: false,
    via: 'link' as const,
  }
  await database.write(async (tx) => {
    await tx.insert(letters).values(letter)
    await tx
      .insert(clearanceForms)
      .values({ ...form, attendeeId: guest.attendeeId, eventId: event.id, savedAt: now })
  })
  const by = { officeId: event.officeId, actor: { kind: 'system' as const, id: null } }
  const address = 'Zainab.Qasim@moh.example'
  for (const reason of ['unsubscribed', 'bounced'] as const)
    await database.write((tx) => suppress(tx, by, { address, reason, note: 'Zainab said so', now }))
}

async function anErasure({ database, stores, event, guest }: Known, reach: 'event' | 'office', at: Date) {
  const asked = await database.write((tx) =>
    askForRights(tx, guest.scope, { kind: 'erasure', reason: 'Because of my grandmother', now }),
  )
  if (!asked.ok) throw new Error(asked.reason)
  const erased = await eraseByRequest(stores, event.scope, {
    ...{ requestId: asked.id, reach, answer: '', mail: null, now: at },
  })
  return { requestId: asked.id, erased }
}

async function tracesLeft(database: Database): Promise<string[]> {
  const rows = Object.entries(await contentsOf(database)).flatMap(([table, all]) =>
    all.map((row) => `${table}: ${JSON.stringify(row)}`),
  )
  return rows.filter((row) => traces.some((trace) => row.includes(trace)))
}

const without = (contents: Awaited<ReturnType<typeof contentsOf>>, id: string) =>
  Object.values(contents).flatMap((rows) =>
    rows.map((row) => JSON.stringify(row)).filter((row) => row.includes(id)),
  )

test('after an erasure no table holds a word of the person, figures stay, and nobody else is touched', async () => {
  const known = await aKnownGuest()
  const { database, event, neighbour } = known
  expect((await tracesLeft(database)).length).toBeGreaterThan(10)
  const figures = await readPartCounts(database.read, event.scope)
  const theirs = without(await contentsOf(database), neighbour.attendeeId)
  const { erased, requestId } = await anErasure(known, 'office', afterwards)
  expect(erased.ok && erased.counts).toMatchObject({
    ...{
      names: 1,
      seats: 0,
      said: 2,
      files: 1,
      roles: 1,
      directory: 1,
      imports: 1,
      inbox: 2,
      suppression: 2,
      letters: 1,
      clearance: 1,
    },
  })
  expect(await tracesLeft(database)).toEqual([])
  expect(await readPartCounts(database.read, event.scope)).toEqual(figures)
  expect(without(await contentsOf(database), neighbour.attendeeId)).toEqual(theirs)
  const stopped = { officeId: event.officeId, kind: 'announcement', addresses: ['zainab.qasim@moh.example'] }
  expect([...(await readStopped(database.read, stopped)).values()]).toEqual(['unsubscribed'])
  const request = await readRequest(database.read, event.scope, requestId)
  expect(request).toMatchObject({ state: 'granted', reach: 'office', reason: '' })
  expect(
    await eraseByRequest(known.stores, event.scope, {
      ...{ requestId, reach: 'office', answer: '', mail: null, now: afterwards },
    }),
  ).toEqual({ ok: false, reason: 'isDecided' })
})

test('what an erasure will touch is told exactly beforehand, and changes nothing', async () => {
  const known = await aKnownGuest()
  const { database, event, guest } = known
  const before = await contentsOf(database)
  const whose = { officeId: event.officeId, eventId: event.id, attendeeId: guest.attendeeId }
  const preview = await previewErasure(database, whose, { reach: 'event', now: afterwards })
  expect(await contentsOf(database)).toEqual(before)
  const { erased } = await anErasure(known, 'event', afterwards)
  // The request itself has come into the history meanwhile.
  expect(erased.ok && { ...erased.counts, history: 0, requests: 0 }).toEqual({
    ...preview,
    history: 0,
    requests: 0,
  })
  const emails = await database.read
    .select()
    .from(personEmails)
    .where(eq(personEmails.personId, guest.personId))
  expect(emails.length).toBe(1)
})

test('a seat ahead is given up, waiting mails never leave, one in a worker’s hand is left alone', async () => {
  const known = await aKnownGuest()
  const { database, event, guest } = known
  const mail = aMessage({ officeId: event.officeId, eventId: event.id, state: 'queued' })
  const inHand = await database.write((tx) => enqueue(tx, { ...mail, attendeeId: guest.attendeeId }))
  await database.write((tx) =>
    tx
      .update(messages)
      .set({ state: 'sending', leasedBy: 'worker', leasedUntil: afterwards })
      .where(eq(messages.id, inHand?.id ?? '')),
  )
  const [before] = await readPartCounts(database.read, event.scope)
  const { erased } = await anErasure(known, 'event', now)
  expect(erased.ok && erased.counts.seats).toBe(1)
  const [after] = await readPartCounts(database.read, event.scope)
  expect([before?.accepted, after?.accepted]).toEqual([2, 1])
  const mails = await database.read
    .select({ state: messages.state, to: messages.to, text: messages.text, leasedBy: messages.leasedBy })
    .from(messages)
    .where(eq(messages.attendeeId, guest.attendeeId))
  expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['sent', 'withdrawn']))
  expect(mails.every(({ to, text, leasedBy }) => !to.address && !text && leasedBy === null)).toBe(true)
})

test('a delegate is taken out of the mails to the ministry, which still go', async () => {
  const database = await testDatabase()
  const stores = { database, files: aStore() }
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const names = [aDelegate('Zainab Qasim', { email: 'zainab.qasim@moh.example' }), aDelegate('Omar Nasser')]
  const given = anAnswer(event.meeting.id, 'accepted', { names })
  await submitAnswer(database, ministry.scope, { given, site, now })
  const [zainab] = await database.read
    .select({ id: attendees.id })
    .from(attendees)
    .where(eq(attendees.email, 'zainab.qasim@moh.example'))
  const asked = await database.write((tx) =>
    askForRights(
      tx,
      { ...ministry.scope, isOrganisation: false, attendeeId: zainab?.id ?? '' },
      { kind: 'erasure', reason: '', now },
    ),
  )
  if (!asked.ok) throw new Error(asked.reason)
  const notice = await decisionMail(database.read, {
    ...{ attendeeId: zainab?.id ?? '', eventId: event.id, kind: 'erasure', state: 'granted', answer: '' },
    appUrl: site.appUrl,
  })
  await eraseByRequest(stores, event.scope, {
    ...{ requestId: asked.id, reach: 'event', answer: '', mail: notice, now },
  })
  const toMinistry = await database.read
    .select({ text: messages.text, state: messages.state, to: messages.to })
    .from(messages)
    .where(eq(messages.invitationId, ministry.id))
  const confirmation = toMinistry.find(({ to }) => to.address === 'office@ministry.example')
  expect(confirmation?.state).toBe('queued')
  expect(confirmation?.text).toContain('Omar Nasser')
  expect(confirmation?.text).not.toContain('Zainab')
  // Only the mail that tells her so still knows her, until it has left.
  expect((await tracesLeft(database)).map((row) => row.split(':')[0])).toEqual(['messages'])
  await database.write((tx) => tx.update(messages).set({ state: 'sent' }).where(eq(messages.state, 'queued')))
  await purgeWhatIsDue(stores, () => now)
  expect(await tracesLeft(database)).toEqual([])
  const rest = await database.read.select().from(attendees).where(eq(attendees.invitationId, ministry.id))
  expect(rest.map(({ seat }) => seat).sort()).toEqual(['delegate', 'removed'])
})
