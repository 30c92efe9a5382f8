import { expect, test } from 'vitest'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import { editRoom } from '#app/agenda/rooms.server.ts'
import { editItem } from '#app/agenda/schedule.server.ts'
import { editPart } from '#app/events/parts.server.ts'
import { cancelEvent } from '#app/events/publish.server.ts'
import { addVenue, editVenue, removeVenue } from '#app/events/venues.server.ts'
import type { Database } from '#db/client.server.ts'
import { rooms } from '#db/schema/events.server.ts'
import { anItem, aRoom, itemContent } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { partContent, venueContent } from '#tests/support/events.ts'

async function sequenceOf(database: Database, eventId: string, itemId: string) {
  return (await findAgendaItem(database.read, eventId, itemId))?.sequence
}

test('items are told of every move of their part’s place, and not of its name or hours', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const elsewhere = await anItem(database, event, { title: { en: 'Tour' }, partId: event.exhibition.id })
  const hotel = await database.write((tx) => addVenue(tx, event.scope, { content: venueContent(), now }))
  if (!hotel.ok) throw new Error(hotel.reason)
  const sequences: (number | undefined)[] = []
  const note = async () => void sequences.push(await sequenceOf(database, event.id, itemId))
  const part = (given: Parameters<typeof partContent>[0]) =>
    database.write((tx) =>
      editPart(tx, event.scope, { partId: event.meeting.id, content: partContent(given), now }),
    )
  await part({ name: { en: 'Renamed' } }).then(note)
  await part({ venueId: hotel.id }).then(note)
  await part({ venueId: hotel.id, endsAt: new Date('2026-12-14T13:00:00Z') }).then(note)
  const venueId = hotel.id
  const renamed = venueContent({ name: { en: 'Hall B' } })
  await database.write((tx) => editVenue(tx, event.scope, { venueId, content: renamed, now })).then(note)
  await database.write((tx) => removeVenue(tx, event.scope, { venueId, now })).then(note)
  expect(sequences).toEqual([0, 1, 1, 2, 3])
  expect(await sequenceOf(database, event.id, elsewhere)).toBe(0)
})

test('a cancellation reaches every item of the event and none of another', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database, { officeId: event.officeId })
  const itemId = await anItem(database, event)
  const theirs = await anItem(database, other)
  await database.write((tx) => cancelEvent(tx, event.scope, { note: {}, now }))
  expect(await sequenceOf(database, event.id, itemId)).toBe(1)
  expect(await sequenceOf(database, other.id, theirs)).toBe(0)
})

test('what was written for a language the event has given up outlives an edit', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event, {
    title: { en: 'Needs', fr: 'Besoins' },
    abstract: { fr: 'Un tour' },
  })
  const content = itemContent(event, { title: { en: 'Needs today' }, abstract: { en: 'A round' } })
  await database.write((tx) => editItem(tx, event.scope, { itemId, content, now }))
  expect(await findAgendaItem(database.read, event.id, itemId)).toMatchObject({
    title: { en: 'Needs today', fr: 'Besoins' },
    abstract: { en: 'A round', fr: 'Un tour' },
  })

  const roomId = await aRoom(database, event, 'Hall A')
  await database.write((tx) => tx.update(rooms).set({ name: { en: 'Hall A', ckb: 'هۆڵی A' } }))
  const named = { name: { en: 'Hall A', ar: 'القاعة أ' }, capacity: null }
  await database.write((tx) => editRoom(tx, event.scope, { roomId, content: named, now }))
  const [room] = await database.read.select().from(rooms)
  expect(room?.name).toEqual({ en: 'Hall A', ar: 'القاعة أ', ckb: 'هۆڵی A' })
})
