import { eq } from 'drizzle-orm'
import { openAgendaImport, readForEvent } from '#app/agenda/exchange/imports.server.ts'
import { readSchedule } from '#app/agenda/exchange/read-file.ts'
import { changeGuests } from '#app/answers/bulk.server.ts'
import { addNote } from '#app/answers/notes.server.ts'
import { selectionOf } from '#app/answers/selection.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { readList } from '#app/directory/import.server.ts'
import { openImport } from '#app/directory/imports.server.ts'
import { editPerson } from '#app/directory/persons.server.ts'
import { addMember } from '#app/exhibition/team/team.server.ts'
import { prepareMailing } from '#app/invitations/prepare.server.ts'
import { issueLetters } from '#app/letters/issue.server.ts'
import { suppress } from '#app/mail/suppression.server.ts'
import { giveListing } from '#app/privacy/listing.server.ts'
import { askForRights } from '#app/privacy/requests.server.ts'
import { keepAnswerFile } from '#app/questions/files.server.ts'
import { saveSaid } from '#app/questions/said.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { agendaItems, agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { answers, attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { letters } from '#db/schema/letters.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { privacyRequests } from '#db/schema/privacy.server.ts'
import { uploads } from '#db/schema/uploads.server.ts'
import { visitorEnquiries, visitorFeedback } from '#db/schema/visitor-voices.server.ts'
import { anItem, aRelease } from './agenda.ts'
import { anEvent, anOffice, now } from './builders.ts'
import { aGate, fill } from './clearance.ts'
import { contentsOf } from './contents.ts'
import { testDatabase } from './database.ts'
import { aPdf } from './documents.ts'
import { anExhibit, aStore } from './exhibition.ts'
import { aGuest, anAnswer, site } from './guests.ts'
import { aWaitingMail } from './inbox.ts'
import { aMailing } from './invitations.ts'
import { aQuestion, optionOf, yesAndNo } from './questions.ts'
import { aView } from './views.ts'

/** Whatever is said of her below holds one of these, in small letters. */
const traces = [
  ...['zainab', 'qasim', 'زينب', '770 555 0133', 'sesame', 'visa-letter', 'grandmother', 'registrar'],
  // “zainab qas” as it stands in a precedence key.
  '46212934212210372139',
]

/** Whether a value says something of her. */
export function isTrace(value: unknown): boolean {
  const text = JSON.stringify(value ?? '').toLowerCase()
  return traces.some((trace) => text.includes(trace))
}

/** The rows that say something of her. */
export async function tracesLeft(database: Database): Promise<string[]> {
  return Object.entries(await contentsOf(database)).flatMap(([table, rows]) =>
    rows.filter(isTrace).map((row) => `${table}: ${JSON.stringify(row)}`),
  )
}

const names = { latin: { full: 'Zainab Qasim' }, arabic: { full: 'زينب قاسم' } }
const address = 'zainab.qasim@moh.example'
const said = { honorific: { en: 'Registrar' }, position: { en: 'Registrar of visa-letters' } }

/** Somebody with a trace of theirs in every place that keeps one, in two events, beside somebody untouched. */
export async function aKnownGuest() {
  const database = await testDatabase()
  const stores = { database, files: aStore() }
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const other = await anEvent(database, { officeId: office.id })
  const neighbour = await aGuest(database, event, { name: 'Omar Nasser', email: 'omar@un.example' })
  const guest = await aGuest(database, event, { name: 'Zainab Qasim', email: address, ...said })
  await inDirectory(database, office.scope, guest)
  await saysMuch(stores, event, guest)
  await submitAnswer(database, neighbour.scope, {
    given: anAnswer(event.meeting.id, 'accepted', { needs: { diet: 'No nuts' } }),
    ...{ site, now },
  })
  await inProgramme(database, event, guest)
  await inTeam(database, event)
  await atBooths(database, event)
  await inLetters(database, event, guest)
  await inPost(database, event, guest)
  await aView(database, event, { officeId: office.id, name: 'Zainab Qasim alone', search: 'Zainab Qasim' })
  return { database, stores, office, event, other, guest, neighbour }
}

type Known = Awaited<ReturnType<typeof aKnownGuest>>
type Guest = Known['guest']

async function inDirectory(database: Database, scope: Known['office']['scope'], { personId }: Guest) {
  const content = {
    ...{ names, ...said, organisationId: null, addresses: [address], phone: '+964 770 555 0133' },
    ...{ language: 'ar' as const, precedence: null, tags: ['registrars'] },
    notes: 'Her grandmother lives near the venue',
  }
  await database.write((tx) => editPerson(tx, scope, { personId, content, now }))
  const bytes = new TextEncoder().encode(`Name,Email\nZainab Qasim,${address}\n`)
  const list = await readList(bytes)
  if (!list.ok) throw new Error(list.reason)
  const file = { fileName: 'CV of Zainab Qasim.csv', bytes, list: list.list, now }
  const opened = await openImport(database, scope, file)
  if (!opened.ok) throw new Error(opened.reason)
  const report = { lines: [{ line: 3, name: 'Zainab Qasim', detail: address }] }
  await database.write((tx) => tx.update(uploads).set({ report }).where(eq(uploads.kind, 'guests')))
}

async function saysMuch(stores: Known['stores'], event: Known['event'], guest: Guest) {
  const { database } = stores
  const { attendeeId } = guest
  const letter = await aQuestion(database, event, { kind: 'file', label: { en: 'Letter' } })
  const remark = await aQuestion(database, event, { kind: 'long', label: { en: 'Remark' } })
  const options = { kind: 'choice' as const, label: { en: 'Hotel' }, options: yesAndNo }
  const hotel = await aQuestion(database, event, options)
  const file = new File([aPdf], 'visa-letter.pdf')
  const owner = { officeId: event.officeId, eventId: event.id }
  const kept = await keepAnswerFile(stores, owner, { attendeeId, question: letter, file, now })
  if (!kept.ok) throw new Error(kept.problem)
  const answered = new Map([
    [letter.id, [kept.id]],
    [remark.id, ['Allergic to sesame']],
    [hotel.id, [optionOf(hotel, 0)]],
  ])
  const asked = [letter, remark, hotel]
  await database.write((tx) => saveSaid(tx, { attendeeId, eventId: event.id, asked, said: answered, now }))
  const given = anAnswer(event.meeting.id, 'accepted', {
    needs: { diet: 'No sesame' },
    message: 'I bring my grandmother',
  })
  await submitAnswer(database, guest.scope, { given, site, now })
  const why = { reason: 'Visits her grandmother' }
  const [focalName, focalPhone] = ['Zainab Qasim', '+964 770 555 0133']
  await database.write(async (tx) => {
    await giveListing(tx, guest.scope, { agrees: true, now })
    await tx.update(invitations).set({ focalName, focalPhone }).where(eq(invitations.id, guest.id))
    await tx.update(attendees).set({ phone: focalPhone }).where(eq(attendees.id, attendeeId))
    await tx.update(attendances).set(why).where(eq(attendances.attendeeId, attendeeId))
    await tx.update(answers).set({ ...why, note: 'Her grandmother called' })
    const noting = { id: newId(), invitationId: guest.id, now }
    await addNote(tx, event.scope, { ...noting, content: { what: 'called', text: 'Her grandmother is ill' } })
  })
  const selection = await selectionOf(
    database.read,
    event.scope,
    new URLSearchParams('search=zainab&everybody=yes'),
  )
  const change = { act: 'addTag' as const, value: 'sesame' }
  await database.write((tx) => changeGuests(tx, event.scope, { id: newId(), selection, change, now }))
  await aGate(database, event)
  await fill(database, guest, { latinName: 'Zainab Qasim' })
}

/** What they chair, of which a version is out; their own page; and a schedule of another system that names them. */
async function inProgramme(database: Database, event: Known['event'], guest: Guest) {
  const itemId = await anItem(database, event)
  const role = { itemId, eventId: event.id, organisationName: {}, ...said, names }
  const contribution = { en: 'What my grandmother knew' }
  const { attendeeId } = guest
  const foreign = { persons: [{ name: 'Zainab Qasim', biography: 'Registrar since 1990' }] }
  await database.write(async (tx) => {
    await tx.insert(agendaRoles).values([
      { ...role, id: 'role', attendeeId, role: 'chair', rank: 0, contribution, reason: 'Sesame' },
      { ...role, id: 'written', role: 'speaker', rank: 1, contribution },
    ])
    await tx.update(agendaItems).set({ foreign }).where(eq(agendaItems.id, itemId))
    await tx.insert(speakers).values({
      ...{ id: 'speaker', eventId: event.id, attendeeId, email: address, language: 'ar' },
      ...{ biography: { en: 'Registrar since 1990' }, tokenHash: 'hash', createdAt: now, updatedAt: now },
    })
  })
  await aRelease(database, event)
  const events = [
    { id: 1, date: '2026-12-14T09:00:00+03:00', title: 'Needs', ...foreign },
    { id: 2, title: 'A talk by Zainab Qasim' },
  ]
  const bytes = new TextEncoder().encode(JSON.stringify({ schedule: { version: '3', events } }))
  const read = readSchedule(bytes, await readForEvent(database.read, event.scope))
  if (!read.ok) throw new Error(read.reason)
  const file = { fileName: 'For Zainab Qasim.json', bytes, schedule: read.schedule, now }
  await openAgendaImport(database, event.scope, file)
  const report = { leftOut: [{ name: 'A talk by Zainab Qasim', reason: 'noTime' }] }
  await database.write((tx) => tx.update(uploads).set({ report }).where(eq(uploads.kind, 'schedule')))
}

/** They write for a booth too. */
async function inTeam(database: Database, event: Known['event']) {
  const member = { name: 'Zainab Qasim', email: address, language: 'ar' as const, secret: site.secret, now }
  const exhibitId = await anExhibit(database, event)
  await database.write((tx) => addMember(tx, event.scope, { exhibitId, ...member }))
}

/** They left word at a booth, and somebody else named them. */
async function atBooths(database: Database, event: Known['event']) {
  const exhibitId = await anExhibit(database, event)
  const said = { eventId: event.id, exhibitId, language: 'ar' as const, createdAt: now }
  await database.write(async (tx) => {
    await tx.insert(visitorEnquiries).values({
      ...{ ...said, id: newId(), name: 'Zainab Qasim', email: address, phone: '+964 770 555 0133' },
      message: 'My grandmother would like to know',
    })
    await tx
      .insert(visitorFeedback)
      .values({ ...said, id: newId(), score: 3, text: 'Thanks to Zainab Qasim' })
  })
}

async function inLetters(database: Database, event: Known['event'], guest: Guest) {
  const mailing = await aMailing(database, event, { audience: { who: 'all' } })
  await prepareMailing(database, event.scope, { mailingId: mailing.id, site, now })
  const terms = {
    ...{ templateId: 'verbale', layout: 'single' as const, language: 'en' as const, second: null },
    ...{ signatoryId: null, datedOn: '2026-11-23', hasCode: true },
  }
  const batch = {
    audience: { who: 'all' as const },
    invitationId: guest.id,
    isFirst: false,
    batchId: 'batch',
  }
  const issued = await issueLetters(database, event.scope, { ...batch, expected: null, terms, now })
  if (!issued.ok) throw new Error(issued.reason)
  const hers = {
    ...{ subject: 'For Zainab', response: `550 ${address} is unknown` },
    edited: { subject: 'For Zainab', body: 'Dear Zainab', by: null, at: '' },
    enclosures: [{ ...anEnclosure, name: '2026-001-zainab-qasim.pdf' }],
    untoldEntry: { ...anUntoldEntry, address },
  }
  await database.write((tx) => tx.update(messages).set(hers).where(eq(messages.attendeeId, guest.attendeeId)))
  const theirs = { theirReference: 'Registrar 7', voidReason: 'Zainab Qasim is on leave' }
  await database.write((tx) => tx.update(letters).set({ ...theirs, subject: { en: 'Zainab Qasim' } }))
}

/** What came in from them, and that they asked not to be written to. */
async function inPost(database: Database, event: Known['event'], guest: Guest) {
  const about = { officeId: event.officeId, eventId: event.id }
  const mail = {
    ...{ fromName: 'Zainab', fromAddress: address, toAddress: 'zainab+rsvp@iom.example' },
    ...{ subject: 'From Zainab', text: 'My grandmother is ill', calendar: 'BEGIN:VCALENDAR Zainab' },
    attachments: [{ name: 'visa-letter.pdf', type: 'application/pdf', bytes: 1 }],
    reply: {
      ...{ method: 'REPLY' as const, uid: '', participation: 'accepted' as const, attendee: address },
      ...{ comment: 'With my grandmother', sequence: 0, stampedAt: null, startsAt: null, endsAt: null },
      delegatedTo: '',
    },
    report: { recipient: address, severity: 'soft' as const, status: '4.2.2', diagnostic: '' },
  }
  const before = { kind: 'access' as const, reason: 'My grandmother asks', now }
  const answered = { answer: 'Dear Zainab', state: 'refused' as const }
  await database.write(async (tx) => {
    await askForRights(tx, guest.scope, before)
    await tx.update(privacyRequests).set(answered)
  })
  await aWaitingMail(database, { ...about, attendeeId: guest.attendeeId }, mail)
  await aWaitingMail(database, about, mail)
  const by = { officeId: event.officeId, actor: { kind: 'system' as const, id: null } }
  const stopped = { address: 'Zainab.Qasim@moh.example', note: 'Zainab said so', now }
  for (const reason of ['unsubscribed', 'bounced'] as const)
    await database.write((tx) => suppress(tx, by, { ...stopped, reason }))
}

const anEnclosure = {
  ...{ documentId: 'document', key: 'key', mediaType: 'application/pdf', bytes: 1, linkVersion: 1 },
}
const anUntoldEntry = {
  ...{ attendeeId: 'attendee', partId: 'part', eventId: 'event', replyId: 'reply', partSequence: 0 },
  ...{ isTentative: true, startsAt: '', endsAt: '', location: '', status: 'invited' as const },
}
