import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findEventScope } from '#app/accounts/scope.server.ts'
import { editPart, movePart, removePart } from '#app/events/parts.server.ts'
import { findDraft } from '#app/events/public.server.ts'
import { countEvents, readDesk, readEvents, readRoles } from '#app/events/read.server.ts'
import { assignRole, removeRole } from '#app/events/roles.server.ts'
import { addVenue, editVenue, removeVenue } from '#app/events/venues.server.ts'
import { assignments, parts } from '#db/schema/events.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser, partContent, venueContent } from '#tests/support/events.ts'

const notFound = { ok: false, reason: 'notFound' }

test('another event’s part, place or role is not there, in one office as across two', async () => {
  const database = await testDatabase()
  const ours = await anEvent(database)
  const sister = await anEvent(database, { officeId: ours.officeId })
  const foreign = await anEvent(database)
  for (const other of [sister, foreign]) {
    const partId = other.meeting.id
    const venue = await database.write((tx) => addVenue(tx, other.scope, { content: venueContent(), now }))
    if (!venue.ok) throw new Error(venue.reason)
    const venueId = venue.id
    const email = `${other.slug}@majlis.example`
    await aUser(database, { email })
    await database.write((tx) => assignRole(tx, other.scope, { email, role: 'door_staff', now }))
    const { assigned } = await readRoles(database.read, other.scope)
    const assignmentId = assigned[0]?.id ?? ''
    const content = partContent({ name: { en: 'Stolen' } })
    const attempts = await Promise.all([
      database.write((tx) => editPart(tx, ours.scope, { partId, content, now })),
      database.write((tx) => movePart(tx, ours.scope, { partId, direction: 'down', now })),
      database.write((tx) => removePart(tx, ours.scope, { partId, now })),
      database.write((tx) =>
        editPart(tx, ours.scope, { partId: ours.meeting.id, content: partContent({ venueId }), now }),
      ),
      database.write((tx) => editVenue(tx, ours.scope, { venueId, content: venueContent(), now })),
      database.write((tx) => removeVenue(tx, ours.scope, { venueId, now })),
      database.write((tx) => removeRole(tx, ours.scope, { assignmentId, now })),
    ])
    expect(attempts).toEqual(attempts.map(() => notFound))
    const [untouched] = await database.read.select().from(parts).where(eq(parts.id, partId))
    expect(untouched).toMatchObject({ name: { en: 'Partner meeting' }, position: 0 })
  }
})

test('a desk lists its office’s events and those it is assigned to, and no other', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const ours = await anEvent(database, { officeId: office.id, slug: 'ours' })
  const foreign = await anEvent(database, { slug: 'foreign' })
  const member = await aUser(database, { email: 'member@majlis.example', officeId: office.id })
  const helper = await aUser(database, { email: 'helper@majlis.example' })
  await database.write((tx) =>
    assignRole(tx, foreign.scope, { email: 'helper@majlis.example', role: 'agenda_editor', now }),
  )
  const listed = async (userId: string) => {
    const desk = await readDesk(database.read, userId)
    const who = { userId, officeId: desk?.officeId ?? null }
    const found = await readEvents(database.read, who, { search: '', when: 'upcoming', page: 1, now })
    return [found.events.map(({ slug }) => slug), await countEvents(database.read, who)]
  }
  expect(await listed(member)).toEqual([[ours.slug], 1])
  expect(await listed(helper)).toEqual([[foreign.slug], 1])
  expect(await listed(await aUser(database, { email: 'nobody@majlis.example' }))).toEqual([[], 0])
})

test('the list is searched in any script and split at the end of the last part', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const who = { userId: 'nobody', officeId: event.officeId }
  const slugs = async (search: string, when: 'upcoming' | 'past', at = now) =>
    (await readEvents(database.read, who, { search, when, page: 1, now: at })).events.map(({ slug }) => slug)
  expect(await slugs('crp PARTNER', 'upcoming')).toEqual([event.slug])
  expect(await slugs('شركاء', 'upcoming')).toEqual([event.slug])
  expect(await slugs('%', 'upcoming')).toEqual([event.slug])
  expect(await slugs('nothing of this', 'upcoming')).toEqual([])
  const afterwards = new Date('2026-12-16T00:00:00Z')
  expect([await slugs('', 'past'), await slugs('', 'past', afterwards)]).toEqual([[], [event.slug]])
  expect(await slugs('', 'upcoming', afterwards)).toEqual([])
})

test('a draft is shown to those who work on it and to nobody else', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'draft' })
  const colleague = await aUser(database, {
    email: 'a@majlis.example',
    officeId: event.officeId,
    role: 'viewer',
  })
  const stranger = await aUser(database, {
    email: 'b@majlis.example',
    officeId: (await anOffice(database)).id,
    role: 'administrator',
  })
  expect(await findDraft(database.read, colleague, event.slug)).toMatchObject({ id: event.id })
  expect(await findDraft(database.read, stranger, event.slug)).toBe(null)
  expect(await findDraft(database.read, undefined, event.slug)).toBe(null)
})

test('a role opens one event, is given once, and ends when it is taken away', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database, { officeId: event.officeId })
  const user = await aUser(database, { email: 'editor@majlis.example' })
  const assign = () =>
    database.write((tx) =>
      assignRole(tx, event.scope, { email: ' Editor@Majlis.example ', role: 'agenda_editor', now }),
    )
  expect(await assign()).toEqual({ ok: true })
  expect(await assign()).toEqual({ ok: true })
  expect(await database.read.$count(assignments)).toBe(1)
  const may = async (slug: string) =>
    (await findEventScope(database.read, user, slug, 'agenda.edit')) !== null
  expect([await may(event.slug), await may(other.slug)]).toEqual([true, false])
  const { assigned } = await readRoles(database.read, event.scope)
  const assignmentId = assigned[0]?.id ?? ''
  expect(await database.write((tx) => removeRole(tx, event.scope, { assignmentId, now }))).toEqual({
    ok: true,
  })
  expect(await may(event.slug)).toBe(false)
})

test('a role is not given to an address without an account', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const assigned = await database.write((tx) =>
    assignRole(tx, event.scope, { email: 'who@majlis.example', role: 'organiser', now }),
  )
  expect(assigned).toEqual({ ok: false, reason: 'noAccount' })
})
