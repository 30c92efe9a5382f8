import { expect, test } from 'vitest'
import { action as sendMailing } from '#app/routes/desk.event.mailings/route.tsx'
import { loader as newEventPage, action as sendEvent } from '#app/routes/desk.event.new/route.tsx'
import { action as sendPerson } from '#app/routes/desk.person.new/route.tsx'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { persons } from '#db/schema/directory.server.ts'
import { events } from '#db/schema/events.server.ts'
import { asked, placeOf, statusOf } from './support/asked.ts'
import { anEvent } from './support/builders.ts'
import { contentsOf } from './support/contents.ts'
import { testDatabase } from './support/database.ts'
import { aUser } from './support/events.ts'
import { filledForms } from './support/forms.ts'

/** The rows that each form makes when it is sent once. */
const made = {
  person: { persons: 1, person_emails: 1, audit_entries: 1 },
  organisation: { organisations: 1, audit_entries: 1 },
  guestList: { uploads: 1, upload_pieces: 1 },
  event: { events: 1, parts: 1, audit_entries: 1 },
  member: { users: 1, memberships: 1, verifications: 1, messages: 1, audit_entries: 1 },
  part: { parts: 1, audit_entries: 1 },
  venue: { venues: 1, audit_entries: 1 },
  mailing: { mailings: 1, audit_entries: 1 },
  room: { rooms: 1, audit_entries: 1 },
  item: { agenda_items: 1, audit_entries: 1 },
  role: { agenda_roles: 1, audit_entries: 1 },
  booths: { booths: 2, audit_entries: 1 },
  exhibit: { exhibits: 1, exhibit_drafts: 1, audit_entries: 1 },
  picture: { exhibit_media: 1, exhibit_pictures: 1, exhibit_edits: 1, files: 1, audit_entries: 1 },
} satisfies Record<keyof Awaited<ReturnType<typeof filledForms>>, Record<string, number>>

const names = Object.keys(made) as (keyof typeof made)[]

/** Everything there is, but for the revision, by which cached pages are let go: a lock raises it, and that is all it does. */
async function everything(database: Database) {
  const { events: rows = [], ...others } = await contentsOf(database)
  return { ...others, events: rows.map(({ revision: _, ...event }) => event) }
}

type Everything = Record<string, unknown[]>

function newRows(before: Everything, after: Everything) {
  const counts = Object.entries(after).map(([table, rows]) => [
    table,
    rows.length - (before[table]?.length ?? 0),
  ])
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

test.each(names)('the form of a new %s makes it once, sent twice at once and once more', async (name) => {
  const database = await testDatabase()
  const forms = await filledForms(database)
  const before = await everything(database)
  const id = newId()
  const answers = await Promise.all([forms[name](id), forms[name](id)])
  expect(answers).toMatchObject([{ ok: true }, { ok: true }])
  const once = await everything(database)
  expect(newRows(before, once)).toEqual(made[name])
  expect(await forms[name](id)).toMatchObject({ ok: true })
  expect(await everything(database)).toEqual(once)
})

test.each(names)('the id of another office’s %s is not found, and nothing of it is changed', async (name) => {
  const database = await testDatabase()
  const [ours, theirs] = [await filledForms(database), await filledForms(database)]
  const id = newId()
  await theirs[name](id)
  const before = await everything(database)
  expect(await ours[name](id)).toEqual({ ok: false, reason: 'notFound' })
  expect(await everything(database)).toEqual(before)
})

/** Two offices, and somebody at the desk of the first. */
async function twoOffices() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  const theirs = await filledForms(database)
  return { database, event, userId, theirs }
}

test('a page gives its form an id, and the form sent again leads to what it made', async () => {
  const { database, userId } = await twoOffices()
  const page = await newEventPage(asked(database, '/desk/events/new', { params: {}, userId }))
  const form = {
    ...{ newId: page.newId, 'name.en': 'Improving lives', slug: 'lives', template: 'empty' },
    ...{ languages: 'en', zone: 'Asia/Baghdad' },
  }
  const send = () => placeOf(sendEvent(asked(database, '/desk/events/new', { params: {}, userId, form })))
  const before = await database.read.$count(events)
  const lives = '/desk/events/lives/settings?done=created'
  expect([await send(), await send()]).toEqual([lives, lives])
  expect(await database.read.$count(events)).toBe(before + 1)
})

test('an id that no page of ours gave is replaced, and another office’s is a page that is not there', async () => {
  const { database, event, userId, theirs } = await twoOffices()
  const person = (id: string) =>
    sendPerson(asked(database, '/', { params: {}, userId, form: { newId: id, latin: 'Shirin Aziz' } }))
  const before = await database.read.$count(persons)
  const noId = ['', 'new', newId().toUpperCase(), `${newId()}0`, '00000000-0000-4000-8000-000000000000']
  for (const id of [...noId, ...noId]) expect([id, await statusOf(person(id))]).toEqual([id, 303])
  expect(await database.read.$count(persons)).toBe(before + 2 * noId.length)

  const [personId, mailingId] = [newId(), newId()]
  await theirs.person(personId)
  await theirs.mailing(mailingId)
  const params = { event: event.slug }
  const form = { kind: 'invitation', newId: mailingId }
  expect(await statusOf(person(personId))).toBe(404)
  expect(await statusOf(sendMailing(asked(database, '/', { params, userId, form })))).toBe(404)
})
