import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addPart, editPart, movePart, removePart } from '#app/events/parts.server.ts'
import type { PartContent } from '#app/events/rules.ts'
import { addVenue, editVenue, removeVenue } from '#app/events/venues.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { partContent, revisionOf, sequenceOf, venueContent } from '#tests/support/events.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

async function anAnswer(database: Database, event: Event, status: 'accepted' | 'declined') {
  const id = newId()
  await database.write(async (tx) => {
    await tx.insert(attendees).values({
      ...{ id, eventId: event.id, source: 'invitation', honorific: {}, names: {}, position: {} },
      ...{ organisationName: {}, language: 'en', needs: {}, searchKey: '', sortKey: '' },
      ...{ createdAt: now, updatedAt: now },
    })
    await tx
      .insert(attendances)
      .values({ attendeeId: id, partId: event.meeting.id, eventId: event.id, status, answeredAt: now })
  })
}

function edit(database: Database, event: Event, content: Partial<PartContent>) {
  return database.write((tx) =>
    editPart(tx, event.scope, { partId: event.meeting.id, content: partContent(content), now }),
  )
}

test('the calendar sequence rises with time and place, and with nothing else', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const venue = await database.write((tx) => addVenue(tx, event.scope, { content: venueContent(), now }))
  if (!venue.ok) throw new Error(venue.reason)
  const changes: [Partial<PartContent>, number][] = [
    [{ name: { en: 'Another name' } }, 0],
    [{ capacity: 80, audience: 'open', answerBy: new Date('2026-12-10T00:00:00Z') }, 0],
    [{ startsAt: new Date('2026-12-14T07:00:00Z') }, 1],
    [{ startsAt: new Date('2026-12-14T07:00:00Z') }, 1],
    [{ startsAt: new Date('2026-12-14T07:00:00Z'), venueId: venue.id }, 2],
    [{ endsAt: new Date('2026-12-14T13:00:00Z'), venueId: venue.id }, 3],
  ]
  for (const [change, sequence] of changes) {
    expect(await edit(database, event, change)).toEqual({ ok: true, id: event.meeting.id })
    expect([change, await sequenceOf(database, event.meeting.id)]).toEqual([change, sequence])
  }
  expect(await sequenceOf(database, event.exhibition.id)).toBe(0)
})

test('a place that reads differently moves its parts, a translation of it does not', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const venue = await database.write((tx) => addVenue(tx, event.scope, { content: venueContent(), now }))
  if (!venue.ok) throw new Error(venue.reason)
  await edit(database, event, { venueId: venue.id })
  const before = await sequenceOf(database, event.meeting.id)
  const change = (given: Parameters<typeof venueContent>[0]) =>
    database.write((tx) =>
      editVenue(tx, event.scope, { venueId: venue.id, content: venueContent(given), now }),
    )
  await change({ name: { en: 'Hall A', ar: 'القاعة أ' }, directions: { en: 'East gate' } })
  expect(await sequenceOf(database, event.meeting.id)).toBe(before)
  await change({ name: { en: 'Hall B', ar: 'القاعة أ' } })
  expect(await sequenceOf(database, event.meeting.id)).toBe(before + 1)
  await database.write((tx) => removeVenue(tx, event.scope, { venueId: venue.id, now }))
  expect(await sequenceOf(database, event.meeting.id)).toBe(before + 2)
  expect(await sequenceOf(database, event.exhibition.id)).toBe(0)
})

test('every write raises the revision', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const content = partContent()
  const added = await database.write((tx) => addPart(tx, event.scope, { content, now }))
  if (!added.ok) throw new Error(added.reason)
  const partId = added.id
  expect(await revisionOf(database, event.id)).toBe(1)
  await database.write((tx) => editPart(tx, event.scope, { partId, content, now }))
  await database.write((tx) => movePart(tx, event.scope, { partId, direction: 'up', now }))
  await database.write((tx) => removePart(tx, event.scope, { partId, now }))
  expect(await revisionOf(database, event.id)).toBe(4)
})

test('parts move up and down and stay where they are at the ends', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const move = (partId: string, direction: 'up' | 'down') =>
    database.write((tx) => movePart(tx, event.scope, { partId, direction, now }))
  const order = async () =>
    (await database.read.select({ id: parts.id }).from(parts).orderBy(asc(parts.position))).map(
      ({ id }) => id,
    )
  const [meeting, exhibition] = [event.meeting.id, event.exhibition.id]
  await move(meeting, 'up')
  expect(await order()).toEqual([meeting, exhibition])
  await move(meeting, 'down')
  expect(await order()).toEqual([exhibition, meeting])
  await move(meeting, 'down')
  expect(await order()).toEqual([exhibition, meeting])
})

test('a part somebody answered for is not removed, whatever they answered', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await anAnswer(database, event, 'declined')
  const removed = await database.write((tx) => removePart(tx, event.scope, { partId: event.meeting.id, now }))
  expect(removed).toEqual({ ok: false, reason: 'partAnswered' })
  expect(await database.read.$count(parts, eq(parts.id, event.meeting.id))).toBe(1)
})

test('a part that holds agenda is not removed with it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await database.write((tx) =>
    tx.insert(agendaItems).values({
      ...{
        id: newId(),
        eventId: event.id,
        partId: event.meeting.id,
        kind: 'session',
        title: {},
        abstract: {},
      },
      ...{ startsAt: event.meeting.startsAt, endsAt: event.meeting.endsAt, position: 0 },
      ...{ spokenLanguages: [], interpretedLanguages: [], createdAt: now, updatedAt: now },
    }),
  )
  const removed = await database.write((tx) => removePart(tx, event.scope, { partId: event.meeting.id, now }))
  expect(removed).toEqual({ ok: false, reason: 'partInUse' })
})

test('with fewer seats than are taken nobody loses theirs', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await anAnswer(database, event, 'accepted')
  await anAnswer(database, event, 'accepted')
  await anAnswer(database, event, 'declined')
  expect(await edit(database, event, { capacity: 1 })).toMatchObject({ ok: true })
  const seated = eq(attendances.status, 'accepted')
  expect(await database.read.$count(attendances, seated)).toBe(2)
  expect(await edit(database, event, { capacity: null })).toMatchObject({ ok: true })
})

test('a part that ends before it begins is refused and nothing of it is kept', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const content = partContent({ endsAt: new Date('2026-12-13T00:00:00Z') })
  expect(await database.write((tx) => addPart(tx, event.scope, { content, now }))).toEqual({
    ok: false,
    reason: 'endsBeforeStart',
  })
  expect(await database.read.$count(parts, eq(parts.eventId, event.id))).toBe(2)
})
