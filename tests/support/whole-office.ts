import { eq } from 'drizzle-orm'
import { systemOfficeScope } from '#app/accounts/scope.server.ts'
import { addPaper } from '#app/agenda/papers.server.ts'
import { readPapersOfItem } from '#app/agenda/read-papers.server.ts'
import { submitSpeakerRequests } from '#app/answers/ask-speakers.server.ts'
import { makeList } from '#app/clearance/list.server.ts'
import { readList } from '#app/directory/import.server.ts'
import { openImport } from '#app/directory/imports.server.ts'
import { addVenue } from '#app/events/venues.server.ts'
import { withBlock } from '#app/exhibition/content/change.ts'
import { publishExhibit } from '#app/exhibition/content/publish.server.ts'
import { uploadDocument } from '#app/exhibition/content/upload.server.ts'
import { createExhibit } from '#app/exhibition/exhibits.server.ts'
import type { Stores } from '#app/files/unused.server.ts'
import { issueLetters, type LetterTerms } from '#app/letters/issue.server.ts'
import { everyLetter, readRegister } from '#app/letters/register.server.ts'
import { copyTemplate, readTemplate } from '#app/letters/templates.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { findSuppression, suppress } from '#app/mail/suppression.server.ts'
import { recordRightsRequest } from '#app/privacy/requests.server.ts'
import { keepAnswerFile, type SentFile } from '#app/questions/files.server.ts'
import { saveSaid } from '#app/questions/said.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { assignments, parts } from '#db/schema/events.server.ts'
import { aMember } from './accounts.ts'
import { anAgendaImport, anItem, aRoom } from './agenda.ts'
import { anEvent, anOffice, now } from './builders.ts'
import { aClearedGuest, aGate, keyring } from './clearance.ts'
import { someFigures } from './displacement.ts'
import { aDocument, aPdf } from './documents.ts'
import { venueContent } from './events.ts'
import { aMemberOfTeam } from './exhibition.ts'
import { aGuest, anInstitution, site } from './guests.ts'
import { aWaitingMail } from './inbox.ts'
import { aMailing } from './invitations.ts'
import { aMessage } from './mail.ts'
import { aHall, drawBooths } from './plan.ts'
import { aProgramme } from './programmes.ts'
import { aQuestion } from './questions.ts'
import { aList, someSheets } from './sheets.ts'
import { aWrittenSpeaker, speakerScope, speakerToken } from './speakers.ts'
import { aView } from './views.ts'
import { visitorsOf } from './voices.ts'

type Event = Awaited<ReturnType<typeof anEvent>>
type EventGiven = { id: string; officeId: string }

/** An office with an administrator and two events, each with one of everything. `mark` stands in every name. */
export async function aWholeOffice(stores: Stores, mark: string) {
  const { database } = stores
  const office = await anOffice(database, { name: { en: `${mark}-office` } })
  const administrator = await aMember(database, office.id, { email: `administrator@${mark}.example` })
  const first = await aWholeEvent(stores, office.id, `${mark}-first`)
  const second = await aWholeEvent(stores, office.id, `${mark}-second`)
  const bytes = new TextEncoder().encode(`Name,Email\n${mark},a@${mark}.example\n`)
  const list = await readList(bytes)
  if (!list.ok) throw new Error(list.reason)
  const opened = { fileName: `${mark}.csv`, bytes, list: list.list, now }
  const made = await openImport(database, administrator.scope, opened)
  if (!made.ok) throw new Error(made.reason)
  const suppression = await aSuppression(database, office.id, `unwanted@${mark}.example`)
  const picture = await aDocument(stores, { officeId: office.id }, { name: 'logo.pdf' })
  const unplaced = await aWaitingMail(database, { officeId: office.id }, { subject: `${mark}-unplaced` })
  const letterTemplate = await aTemplate(database, office.scope)
  const { programmeId, indicatorId } = await aProgramme(database, office.id, `${mark}-programme`)
  const more = {
    ...{ import: made.id, unplaced, picture, suppression, letterTemplate },
    ...{ programme: programmeId, indicator: indicatorId },
    ...(await someFigures(database, office.scope)),
    ...(await someSheets(database, office.scope)),
    activityList: await aList(database, office.scope, `agency,governorate\n${mark}-agency,Erbil\n`),
  }
  return { id: office.id, mark, administrator, first, second, ...more }
}

async function aSuppression(database: Database, officeId: string, address: string): Promise<string> {
  const by = systemOfficeScope(officeId)
  await database.write((tx) => suppress(tx, by, { address, reason: 'by_hand', now }))
  const entry = await findSuppression(database.read, { officeId, address, reason: 'by_hand' })
  return entry?.id ?? ''
}

async function aWholeEvent(stores: Stores, officeId: string, mark: string) {
  const { database } = stores
  const event = await anEvent(database, { officeId, slug: mark })
  const guest = await aGuest(database, event, { name: `Guest of ${mark}`, email: `guest@${mark}.example` })
  const ministry = await anInstitution(database, event, { name: `Ministry of ${mark}` })
  const mailing = await aMailing(database, event, { name: `Letter of ${mark}` })
  const venue = await database.write((tx) =>
    addVenue(tx, event.scope, { content: venueContent({ name: { en: `Hall of ${mark}` } }), now }),
  )
  if (!venue.ok) throw new Error(venue.reason)
  await database.write((tx) =>
    tx.update(parts).set({ venueId: venue.id }).where(eq(parts.id, event.meeting.id)),
  )
  const message = await database.write((tx) =>
    enqueue(tx, aMessage({ officeId, eventId: event.id, state: 'draft' })),
  )
  const cleared = await aClearance(database, event, `Cleared of ${mark}`)
  const question = await aQuestion(database, event, {
    ...{ kind: 'file', label: { en: `Question of ${mark}` }, partId: event.meeting.id },
  })
  const file = new File([aPdf], `file-of-${mark}.pdf`)
  const paper = await anItemWithPaper(stores, event)
  const speaking = await anAskedSpeaker(database, event, { itemId: paper.item, name: `Speaker of ${mark}` })
  const exhibit = await anExhibitWithHandout(stores, event, mark)
  return {
    id: event.id,
    venue: venue.id,
    ...(await aPlan(database, event, mark)),
    view: await aView(database, event, { officeId, name: `View of ${mark}` }),
    assignment: await anAssignment(database, event.id, officeId),
    token: guest.token,
    institutionToken: ministry.token,
    speakerToken: speaking.token,
    ...(await aTeam(database, event, { exhibitId: exhibit.exhibit, mark })),
    ...(await visitorsOf(database, event, { exhibitId: exhibit.exhibit, booth: 'A1', mark })),
    attendee: guest.attendeeId,
    // By the names they bear in `app/routes.ts`.
    ids: {
      event: mark,
      part: event.meeting.id,
      person: guest.personId,
      organisation: ministry.organisationId,
      invitation: guest.id,
      mailing: mailing.id,
      message: message?.id ?? '',
      mail: await aWaitingMail(
        database,
        { officeId, eventId: event.id, invitationId: guest.id, attendeeId: guest.attendeeId },
        { subject: `Mail to ${mark}` },
      ),
      document: await aDocument(stores, { officeId, eventId: event.id }),
      ...(await aLetter(database, event, guest.id)),
      question: question.id,
      upload: await anAnswerFile(stores, event, { attendeeId: guest.attendeeId, question, file }),
      ...paper,
      speaker: speaking.id,
      schedule: await anAgendaImport(database, event.scope),
      ...exhibit,
      ...cleared,
      request: await aRequest(database, event, guest.attendeeId),
    },
  }
}

async function anItemWithPaper(stores: Stores, event: Event) {
  const item = await anItem(stores.database, event)
  const content = { title: { en: 'Concept note' }, kind: 'other', audience: 'staff' } as const
  const file = { bytes: aPdf, name: 'note.pdf' }
  const added = await addPaper(stores, event.scope, { itemId: item, content, file, language: null, now })
  const [paper] = await readPapersOfItem(stores.database.read, event.id, item)
  if (!added.ok || !paper?.files[0]) throw new Error('no paper')
  return { item, paperFile: paper.files[0].id, room: await aRoom(stores.database, event, 'Hall A') }
}

/** Of somebody who has been asked and whose name alone stands in the agenda. */
async function anAskedSpeaker(database: Database, event: Event, who: { itemId: string; name: string }) {
  await aWrittenSpeaker(database, event, who)
  await submitSpeakerRequests(database, event.scope, { kind: 'ask', word: {}, site, now })
  const { speakerId: id } = await speakerScope(database, event)
  return { id, token: await speakerToken(database, event) }
}

async function aRequest(database: Database, event: Event, attendeeId: string): Promise<string> {
  const asking = { attendeeId, kind: 'erasure' as const, reason: '', now }
  const asked = await database.write((tx) => recordRightsRequest(tx, event.scope, asking))
  if (!asked.ok) throw new Error(asked.reason)
  return asked.id
}

/** A letter that went out, and a text of the event's own. */
async function aLetter(database: Database, event: Awaited<ReturnType<typeof anEvent>>, invitationId: string) {
  const { scope } = event
  const template = await aTemplate(database, scope)
  const terms: LetterTerms = {
    ...{ templateId: 'verbale', layout: 'single', language: 'en', second: null, signatoryId: null },
    ...{ datedOn: '2026-11-23', hasCode: true },
  }
  const batch = { audience: { who: 'all' as const }, invitationId, isFirst: false, batchId: newId() }
  await issueLetters(database, scope, { ...batch, expected: null, terms, now })
  const { rows } = await readRegister(database.read, scope, everyLetter, 1)
  return { template, letter: rows[0]?.id ?? '' }
}

async function aTemplate(database: Database, scope: Parameters<typeof copyTemplate>[1]): Promise<string> {
  const from = await readTemplate(database.read, scope, { id: 'formal', language: 'en' })
  const copied = from && (await database.write((tx) => copyTemplate(tx, scope, { from, now })))
  return copied?.ok ? copied.id : ''
}

/** Somebody expected at the gate, and an access list with them on it. */
async function aClearance(database: Database, event: Awaited<ReturnType<typeof anEvent>>, name: string) {
  await aGate(database, event)
  const { attendeeId } = await aClearedGuest(database, event, { name })
  const made = await makeList(database, keyring, event.scope, { now })
  if (!made.ok) throw new Error(made.reason)
  return { attendee: attendeeId, list: made.id, format: 'xlsx' }
}

async function anAnswerFile(stores: Stores, event: EventGiven, sent: SentFile): Promise<string> {
  const kept = await keepAnswerFile(stores, { officeId: event.officeId, eventId: event.id }, { ...sent, now })
  if (!kept.ok) throw new Error(kept.problem)
  const { attendeeId, question } = sent
  const said = new Map([[question.id, [kept.id]]])
  const asked = [{ id: question.id, kind: 'file' as const }]
  await stores.database.write((tx) => saveSaid(tx, { attendeeId, eventId: event.id, asked, said, now }))
  return kept.id
}

async function anAssignment(database: Database, eventId: string, officeId: string): Promise<string> {
  const { userId } = await aMember(database, officeId, { role: 'viewer', hasPassword: false })
  const id = newId()
  await database.write((tx) =>
    tx.insert(assignments).values({ id, eventId, userId, role: 'door_staff', createdAt: now }),
  )
  return id
}

/** A hall with a booth in it. */
async function aPlan(database: Database, event: Event, mark: string) {
  const hall = await aHall(database, event, { name: { en: `Hall of ${mark}` } })
  const [booth = ''] = await drawBooths(database, event, { hallId: hall, codes: ['A1'] })
  return { hall, booth }
}

/** A published exhibit that offers a document. */
async function anExhibitWithHandout(stores: Stores, { scope }: Event, mark: string) {
  const { database } = stores
  const content = { title: { en: `Exhibit of ${mark}` }, summary: { en: 'Shown here' } }
  const made = await database.write((tx) => createExhibit(tx, scope, { content, place: { slug: mark }, now }))
  if (!made.ok) throw new Error(made.reason)
  const which = { exhibitId: made.id, now }
  let handout = ''
  const offered = (document: string) => {
    handout = document
    const block = { id: 'handout', kind: 'document' as const, heading: {}, about: {}, document }
    return withBlock(block, [])
  }
  await uploadDocument(stores, scope, { ...which, name: 'sheet.pdf', bytes: aPdf, change: offered })
  const published = await database.write((tx) => publishExhibit(tx, scope, which))
  if (!published.ok) throw new Error(published.reason)
  return { exhibit: made.id, handout }
}

/** One of the exhibit's team, with the token of their link. */
async function aTeam(
  database: Database,
  event: Event,
  { exhibitId, mark }: { exhibitId: string; mark: string },
) {
  const member = { name: `Team of ${mark}`, email: `team@${mark}.example` }
  const { id, token } = await aMemberOfTeam(database, event, exhibitId, member)
  return { boothMember: id, boothToken: token }
}
