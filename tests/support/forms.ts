import { inviteMember } from '#app/accounts/members.server.ts'
import { newPasswordLink } from '#app/accounts/password.server.ts'
import { addWrittenName } from '#app/agenda/roles.server.ts'
import { addRoom } from '#app/agenda/rooms.server.ts'
import { addItem } from '#app/agenda/schedule.server.ts'
import { readList } from '#app/directory/import.server.ts'
import { openImport } from '#app/directory/imports.server.ts'
import { addOrganisation } from '#app/directory/organisations.server.ts'
import { addPerson } from '#app/directory/persons.server.ts'
import { createEvent } from '#app/events/edit.server.ts'
import { addPart } from '#app/events/parts.server.ts'
import { addVenue } from '#app/events/venues.server.ts'
import { addBooths } from '#app/exhibition/booths.server.ts'
import { uploadPicture } from '#app/exhibition/content/upload.server.ts'
import { createExhibit } from '#app/exhibition/exhibits.server.ts'
import { createMailing } from '#app/invitations/mailing.server.ts'
import type { Database } from '#db/client.server.ts'
import { aMail } from './accounts.ts'
import { anItem, itemContent, onFirstDay } from './agenda.ts'
import { anEvent, anOffice, now } from './builders.ts'
import { partContent, venueContent } from './events.ts'
import { anExhibit, aPhoto, aStore, pictureTexts } from './exhibition.ts'
import { aLetter } from './invitations.ts'

/** Every form of an office that makes something, filled in, with an event for those that need one. `id` is what it carries. */
export async function filledForms(database: Database) {
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  return {
    ...directoryForms(database, office.scope),
    ...eventForms(database, office, event),
    ...(await agendaForms(database, event)),
    ...(await exhibitionForms(database, event)),
  }
}

type OfficeScope = Awaited<ReturnType<typeof anOffice>>['scope']
type Event = Awaited<ReturnType<typeof anEvent>>

function directoryForms(database: Database, scope: OfficeScope) {
  const known = { phone: null, language: null, precedence: null, tags: [], notes: '' }
  const names = { latin: { full: 'Shirin Aziz' } }
  const person = {
    ...known,
    names,
    honorific: {},
    position: {},
    organisationId: null,
    addresses: ['s@un.example'],
  }
  const place = {
    kind: 'ministry' as const,
    name: { en: 'Ministry of Planning' },
    acronym: null,
    aliases: [],
  }
  const organisation = { ...known, ...place, parentId: null, email: null }
  return {
    person: (id: string) => database.write((tx) => addPerson(tx, scope, { id, content: person, now })),
    organisation: (id: string) =>
      database.write((tx) => addOrganisation(tx, scope, { id, content: organisation, now })),
    async guestList(id: string) {
      const bytes = new TextEncoder().encode('Name,Email\nShirin,s@un.example\n')
      const read = await readList(bytes)
      if (!read.ok) throw new Error(read.reason)
      return openImport(database, scope, { id, fileName: 'guests.csv', bytes, list: read.list, now })
    },
  }
}

function eventForms(
  database: Database,
  { id: officeId, scope }: { id: string; scope: OfficeScope },
  event: Event,
) {
  const draft = {
    ...{ slug: 'improving-lives', name: { en: 'Improving lives' }, zone: 'Asia/Baghdad' },
    ...{ languages: ['en' as const], parts: [partContent()] },
  }
  const person = { name: 'Layla Kareem', email: `layla@${officeId}.example`, language: 'ar' as const }
  const mailing = { kind: 'invitation' as const, content: aLetter(), now }
  return {
    event: (id: string) => database.write((tx) => createEvent(tx, scope, { id, event: draft, now })),
    member(id: string) {
      const welcome = { link: newPasswordLink('welcome', now), mail: aMail(officeId) }
      return database.write((tx) => inviteMember(tx, scope, { id, person, role: 'viewer', welcome, now }))
    },
    part: (id: string) =>
      database.write((tx) => addPart(tx, event.scope, { id, content: partContent(), now })),
    venue: (id: string) =>
      database.write((tx) => addVenue(tx, event.scope, { id, content: venueContent(), now })),
    mailing: (id: string) => database.write((tx) => createMailing(tx, event.scope, { id, ...mailing })),
  }
}

async function agendaForms(database: Database, event: Event) {
  const itemId = await anItem(database, event)
  const coffee = itemContent(event, { title: { en: 'Coffee' }, endsAt: onFirstDay('09:30') })
  const room = { name: { en: 'Hall B' }, capacity: 40 }
  const names = { arabic: { full: 'سلوى كريم' } }
  const role = { itemId, role: 'chair' as const, now }
  const holder = { names, honorific: {}, position: {}, organisationName: {} }
  return {
    room: (id: string) => database.write((tx) => addRoom(tx, event.scope, { id, content: room, now })),
    // What follows must move once.
    item: (id: string) =>
      database.write((tx) => addItem(tx, event.scope, { id, content: coffee, moveFollowing: true, now })),
    role: (id: string) => database.write((tx) => addWrittenName(tx, event.scope, { id, ...role, holder })),
  }
}

async function exhibitionForms(database: Database, event: Event) {
  const exhibitId = await anExhibit(database, event)
  const stores = { database, files: aStore() }
  const bytes = await aPhoto()
  const booths = { codes: ['A1', 'A2'], hallId: null, partId: event.exhibition.id, now }
  const exhibit = { content: { title: { en: 'Seeds' } }, place: { slug: 'seeds' }, now }
  const picture = { exhibitId, bytes, texts: pictureTexts(), seen: event.languages, now }
  return {
    booths: (id: string) => database.write((tx) => addBooths(tx, event.scope, { id, ...booths })),
    exhibit: (id: string) => database.write((tx) => createExhibit(tx, event.scope, { id, ...exhibit })),
    picture: (id: string) => uploadPicture(stores, event.scope, { id, ...picture }),
  }
}
