import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findAgendaItem, roomsOfEvent } from '#app/agenda/read.server.ts'
import { addPerson, addWrittenName, moveRole, removeRole } from '#app/agenda/roles.server.ts'
import { addRoom, editRoom, moveRoom, removeRoom } from '#app/agenda/rooms.server.ts'
import type { Database } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { anItem, aRoom, aSpeaker } from '#tests/support/agenda.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const missing = { ok: false, reason: 'notFound' }
const duplicate = { ok: false, reason: 'duplicate' }

const salwa = {
  honorific: { ar: 'سعادة' },
  names: { arabic: { full: 'سلوى كريم' } },
  position: { ar: 'وكيلة الوزارة' },
  organisationName: { en: 'Ministry of Migration' },
}

async function namesIn(database: Database, eventId: string, itemId: string) {
  const item = await findAgendaItem(database.read, eventId, itemId)
  return item?.roles.map(({ role, names }) => [role, names.latin?.full ?? names.arabic?.full])
}

test('a person of the directory and a written name take roles, in an order that can be changed', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const personId = await aSpeaker(database, event.officeId, 'Noor Hassan')
  const added = await database.write((tx) =>
    addPerson(tx, event.scope, { itemId, personId, role: 'speaker', now }),
  )
  const written = await database.write((tx) =>
    addWrittenName(tx, event.scope, { itemId, role: 'chair', holder: salwa, now }),
  )
  const item = await findAgendaItem(database.read, event.id, itemId)
  expect(item?.roles).toEqual([
    {
      id: added.ok && added.id,
      itemId,
      eventId: event.id,
      role: 'speaker',
      attendeeId: null,
      personId,
      ...{ speakerId: null, confirmation: 'none', answeredAt: null, reason: '', contribution: {} },
      honorific: { en: 'Dr' },
      names: { latin: { full: 'Noor Hassan' }, arabic: { full: 'نور حسن' } },
      position: { en: 'Director General' },
      organisationName: {},
      rank: 0,
    },
    {
      id: written.ok && written.id,
      itemId,
      eventId: event.id,
      role: 'chair',
      attendeeId: null,
      personId: null,
      ...{ speakerId: null, confirmation: 'none', answeredAt: null, reason: '', contribution: {} },
      ...salwa,
      rank: 1,
    },
  ])

  const roleId = written.ok ? written.id : ''
  const move = () =>
    database.write((tx) => moveRole(tx, event.scope, { itemId, roleId, direction: 'earlier', now }))
  expect(await move()).toEqual({ ok: true })
  expect(await move()).toEqual({ ok: false, reason: 'atEdge' })
  expect(await namesIn(database, event.id, itemId)).toEqual([
    ['chair', 'سلوى كريم'],
    ['speaker', 'Noor Hassan'],
  ])
  expect(await database.write((tx) => removeRole(tx, event.scope, { itemId, roleId, now }))).toEqual({
    ok: true,
  })
  expect(await namesIn(database, event.id, itemId)).toEqual([['speaker', 'Noor Hassan']])
})

test('nobody has one role twice in an item, but may have two roles', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const personId = await aSpeaker(database, event.officeId, 'Noor Hassan')
  const person = (role: 'chair' | 'speaker') =>
    database.write((tx) => addPerson(tx, event.scope, { itemId, personId, role, now }))
  const written = () =>
    database.write((tx) => addWrittenName(tx, event.scope, { itemId, role: 'chair', holder: salwa, now }))
  expect([(await person('chair')).ok, (await person('speaker')).ok, (await written()).ok]).toEqual([
    true,
    true,
    true,
  ])
  expect([await person('chair'), await written()]).toEqual([duplicate, duplicate])
})

test('another office’s person and another event’s item or role are not there', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database, { officeId: (await anOffice(database)).id })
  const itemId = await anItem(database, event)
  const theirItem = await anItem(database, other)
  const theirPerson = await aSpeaker(database, other.officeId, 'Someone Else')
  const theirs = await database.write((tx) =>
    addPerson(tx, other.scope, { itemId: theirItem, personId: theirPerson, role: 'speaker', now }),
  )
  const roleId = theirs.ok ? theirs.id : ''
  const tries = await Promise.all([
    database.write((tx) => addPerson(tx, event.scope, { itemId, personId: theirPerson, role: 'chair', now })),
    database.write((tx) =>
      addWrittenName(tx, event.scope, { itemId: theirItem, role: 'chair', holder: salwa, now }),
    ),
    database.write((tx) => removeRole(tx, event.scope, { itemId: theirItem, roleId, now })),
    database.write((tx) => removeRole(tx, event.scope, { itemId, roleId, now })),
    database.write((tx) => moveRole(tx, event.scope, { itemId: theirItem, roleId, direction: 'later', now })),
  ])
  expect(tries).toEqual(tries.map(() => missing))
  expect(await namesIn(database, event.id, itemId)).toEqual([])
  expect(await namesIn(database, other.id, theirItem)).toEqual([['speaker', 'Someone Else']])
})

test('rooms are added, ordered, renamed and removed, and tell their items', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const hall = await aRoom(database, event, 'Hall A')
  const side = await aRoom(database, event, 'Room B')
  const itemId = await anItem(database, event, { roomId: hall })
  const rename = (roomId: string, en: string, capacity: number | null = null) =>
    database.write((tx) =>
      editRoom(tx, event.scope, {
        roomId,
        content: { name: { en }, capacity, channels: ['ckb'] },
        now: later,
      }),
    )
  const changedAt = async () => (await findAgendaItem(database.read, event.id, itemId))?.updatedAt
  const later = new Date(now.getTime() + 60_000)

  expect(await rename(hall, 'Hall A', 120)).toEqual({ ok: true })
  expect(await changedAt()).toEqual(now)
  expect(await rename(hall, 'Great Hall', 120)).toEqual({ ok: true })
  expect(await changedAt()).toEqual(later)
  expect(await rename(side, 'Great Hall')).toEqual(duplicate)
  expect(
    await database.write((tx) =>
      addRoom(tx, event.scope, { content: { name: { en: 'Room B' }, capacity: 1 }, now }),
    ),
  ).toEqual(duplicate)

  await database.write((tx) => moveRoom(tx, event.scope, { roomId: side, direction: 'earlier', now }))
  expect(await roomsOfEvent(database.read, event.id)).toEqual([
    { id: side, name: { en: 'Room B' }, capacity: null, channels: [], items: 0 },
    { id: hall, name: { en: 'Great Hall' }, capacity: 120, channels: ['ckb'], items: 1 },
  ])

  expect(await database.write((tx) => removeRoom(tx, event.scope, { roomId: hall, now }))).toEqual({
    ok: true,
  })
  expect(await findAgendaItem(database.read, event.id, itemId)).toMatchObject({ room: null, updatedAt: now })
  const [row] = await database.read.select().from(events).where(eq(events.id, event.id))
  expect(row?.revision).toBe(9)
})

test('another event’s room is not there', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const roomId = await aRoom(database, other, 'Hall A')
  const content = { name: { en: 'Mine now' }, capacity: null }
  const tries = await Promise.all([
    database.write((tx) => editRoom(tx, event.scope, { roomId, content, now })),
    database.write((tx) => removeRoom(tx, event.scope, { roomId, now })),
    database.write((tx) => moveRoom(tx, event.scope, { roomId, direction: 'later', now })),
  ])
  expect(tries).toEqual(tries.map(() => missing))
  expect(await roomsOfEvent(database.read, event.id)).toEqual([])
  expect(await roomsOfEvent(database.read, other.id)).toHaveLength(1)
})
