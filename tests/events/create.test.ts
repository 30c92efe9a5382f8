import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { systemEventScope } from '#app/accounts/scope.server.ts'
import { createEvent, editEvent } from '#app/events/edit.server.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { partContent, revisionOf } from '#tests/support/events.ts'

const newEvent = {
  slug: '',
  name: { en: 'Partner meeting' } as Localized,
  languages: ['en', 'ar'] as Language[],
  zone: 'Asia/Baghdad',
  parts: [partContent(), partContent({ kind: 'exhibition', audience: 'open', capacity: null })],
}
const content = {
  name: { en: 'Changed' } as Localized,
  summary: {},
  description: {},
  languages: ['en', 'ar'] as Language[],
  zone: 'Asia/Baghdad',
  contact: { name: '', email: 'events@majlis.example', phone: '' },
}

test('a new event is a draft with its parts in order, and the history says who made it', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const made = await database.write((tx) => createEvent(tx, scope, { event: newEvent, now }))
  expect(made).toEqual({ ok: true, id: expect.any(String), slug: 'partner-meeting' })
  const [event] = await database.read.select().from(events)
  expect(event).toMatchObject({ officeId: scope.officeId, state: 'draft', revision: 0, publishedAt: null })
  const rows = await database.read.select().from(parts).orderBy(parts.position)
  expect(rows.map(({ kind, position, sequence }) => [kind, position, sequence])).toEqual([
    ['meeting', 0, 0],
    ['exhibition', 1, 0],
  ])
  const [entry] = await database.read.select().from(auditEntries)
  expect(entry).toMatchObject({ action: 'event.create', eventId: event?.id, at: now })
})

test('an address taken from the name gives way to one that is there', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const create = (event = newEvent) => database.write((tx) => createEvent(tx, scope, { event, now }))
  await create()
  expect(await create()).toMatchObject({ slug: 'partner-meeting-2' })
  expect(await create()).toMatchObject({ slug: 'partner-meeting-3' })
  expect(await create({ ...newEvent, name: { en: 'Desk' } })).toMatchObject({
    slug: expect.stringMatching(/^event-[0-9a-f]{6}$/),
  })
})

test('an address asked for is refused when it is taken, reserved or none', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  await anEvent(database, { slug: 'improving-lives' })
  const create = (slug: string) =>
    database.write((tx) => createEvent(tx, scope, { event: { ...newEvent, slug }, now }))
  expect(await create('improving-lives')).toEqual({ ok: false, reason: 'slugTaken' })
  expect(await create('desk')).toEqual({ ok: false, reason: 'slugReserved' })
  expect(await create('Not so')).toEqual({ ok: false, reason: 'slugShape' })
  expect(await database.read.$count(events)).toBe(1)
})

test('editing keeps the texts of languages the form did not show, and raises the revision', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await database.write((tx) =>
    tx
      .update(events)
      .set({ name: { en: 'Old', fr: 'Vieux' } })
      .where(eq(events.id, event.id)),
  )
  const edited = await database.write((tx) => editEvent(tx, event.scope, { content, now }))
  expect(edited).toEqual({ ok: true, slug: event.slug })
  const [after] = await database.read.select().from(events)
  expect(after?.name).toEqual({ en: 'Changed', fr: 'Vieux' })
  expect(await revisionOf(database, event.id)).toBe(1)
})

test('the address of a draft can change, but not to another event’s, and never once it was public', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const made = await database.write((tx) => createEvent(tx, office.scope, { event: newEvent, now }))
  if (!made.ok) throw new Error(made.reason)
  const scope = systemEventScope({ ...made, officeId: office.id })
  const rename = (to: typeof scope, slug: string) =>
    database.write((tx) => editEvent(tx, to, { content: { ...content, slug }, now }))
  const other = await anEvent(database, { slug: 'taken-already' })
  expect(await rename(scope, 'taken-already')).toEqual({ ok: false, reason: 'slugTaken' })
  expect(await rename(scope, 'setup')).toEqual({ ok: false, reason: 'slugReserved' })
  expect(await rename(scope, 'new-name')).toEqual({ ok: true, slug: 'new-name' })
  expect(await rename(other.scope, 'another')).toEqual({ ok: false, reason: 'slugFixed' })
})
