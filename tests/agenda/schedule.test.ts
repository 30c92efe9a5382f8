import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { agendaOfDay, agendaOfEvent, findAgendaItem } from '#app/agenda/read.server.ts'
import { addItem, editItem, moveItem, removeItem } from '#app/agenda/schedule.server.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'
import { anItem, aRoom, itemContent, onFirstDay } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const later = new Date(now.getTime() + 60_000)

async function times(database: Database, eventId: string) {
  const items = await agendaOfEvent(database.read, eventId)
  return items.map(({ title, startsAt, endsAt }) => [title.en, startsAt, endsAt])
}

async function revisionOf(database: Database, eventId: string) {
  const [event] = await database.read.select().from(events).where(eq(events.id, eventId))
  return event?.revision
}

test('an item is added, changed and removed, each in the history and the revision', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const added = await findAgendaItem(database.read, event.id, itemId)
  expect(added).toEqual({
    ...itemContent(event),
    roomId: undefined,
    id: itemId,
    ...{ takesSignUps: false, seats: null, sourceId: null, foreign: {}, track: null },
    position: 0,
    sequence: 0,
    version: 0,
    updatedAt: now,
    room: null,
    venue: null,
    part: {
      name: { en: 'Partner meeting' },
      startsAt: event.meeting.startsAt,
      endsAt: event.meeting.endsAt,
      audience: 'invited',
    },
    roles: [],
  })
  expect(await revisionOf(database, event.id)).toBe(1)

  const content = itemContent(event, { title: { en: 'Needs' }, kind: 'panel' })
  expect(await database.write((tx) => editItem(tx, event.scope, { itemId, content, now: later }))).toEqual({
    ok: true,
    id: itemId,
  })
  const edited = await findAgendaItem(database.read, event.id, itemId)
  expect(edited).toMatchObject({ title: { en: 'Needs' }, kind: 'panel', sequence: 0, updatedAt: later })
  expect(await revisionOf(database, event.id)).toBe(2)

  expect(await database.write((tx) => removeItem(tx, event.scope, { itemId, now: later }))).toEqual({
    ok: true,
    files: [],
  })
  expect(await agendaOfEvent(database.read, event.id)).toEqual([])
  expect(await revisionOf(database, event.id)).toBe(3)

  const history = await database.read
    .select({ action: auditEntries.action, subjectId: auditEntries.subjectId })
    .from(auditEntries)
    .orderBy(auditEntries.id)
  expect(history).toEqual(
    ['added', 'edited', 'removed'].map((act) => ({ action: `agenda.item.${act}`, subjectId: itemId })),
  )
})

test('the same title at the same time in the same room is refused once it stands', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const content = itemContent(event)
  const send = () => database.write((tx) => addItem(tx, event.scope, { content, now }))
  const answers = await Promise.all([send(), send()])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'duplicate' })
  expect(await agendaOfEvent(database.read, event.id)).toHaveLength(1)
})

test('moving an item changes places', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await anItem(database, event, { title: { en: 'Opening' }, endsAt: onFirstDay('09:30') })
  const itemId = await anItem(database, event, {
    title: { en: 'Needs' },
    startsAt: onFirstDay('09:30'),
    endsAt: onFirstDay('10:45'),
  })
  await anItem(database, event, {
    title: { en: 'Coffee' },
    startsAt: onFirstDay('10:45'),
    endsAt: onFirstDay('11:15'),
  })
  const move = () =>
    database.write((tx) => moveItem(tx, event.scope, { itemId, direction: 'earlier', now: later }))
  expect(await move()).toEqual({ ok: true })
  expect(await times(database, event.id)).toEqual([
    ['Needs', onFirstDay('09:00'), onFirstDay('10:15')],
    ['Opening', onFirstDay('10:15'), onFirstDay('10:45')],
    ['Coffee', onFirstDay('10:45'), onFirstDay('11:15')],
  ])
  expect(await move()).toEqual({ ok: false, reason: 'atDayEdge' })
})

test('an item put in between, or made longer, moves what follows when asked', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const first = await anItem(database, event, { title: { en: 'Opening' } })
  await anItem(database, event, {
    title: { en: 'Panel' },
    startsAt: onFirstDay('10:00'),
    endsAt: onFirstDay('11:00'),
  })
  const coffee = itemContent(event, {
    title: { en: 'Coffee' },
    startsAt: onFirstDay('10:00'),
    endsAt: onFirstDay('10:15'),
  })
  await database.write((tx) => addItem(tx, event.scope, { content: coffee, moveFollowing: true, now }))
  const longer = itemContent(event, { title: { en: 'Opening' }, endsAt: onFirstDay('10:10') })
  await database.write((tx) =>
    editItem(tx, event.scope, { itemId: first, content: longer, moveFollowing: true, now }),
  )
  expect(await times(database, event.id)).toEqual([
    ['Opening', onFirstDay('09:00'), onFirstDay('10:10')],
    ['Coffee', onFirstDay('10:10'), onFirstDay('10:25')],
    ['Panel', onFirstDay('10:25'), onFirstDay('11:25')],
  ])
  const endless = itemContent(event, {
    title: { en: 'Endless' },
    startsAt: onFirstDay('10:05'),
    endsAt: new Date('2026-12-15T00:30:00+03:00'),
  })
  expect(
    await database.write((tx) => addItem(tx, event.scope, { content: endless, moveFollowing: true, now })),
  ).toEqual({ ok: false, reason: 'atDayEdge' })
})

test('days are those of the event’s zone, up to its midnight', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const at = (startsAt: string, endsAt: string, title: string) =>
    anItem(database, event, { title: { en: title }, startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
  // 23:30 on the 13th in UTC is 02:30 on the 14th in Baghdad; 21:00 UTC is its midnight.
  await at('2026-12-13T21:00:00Z', '2026-12-13T21:30:00Z', 'midnight')
  await at('2026-12-14T20:59:00Z', '2026-12-14T22:00:00Z', 'last minute')
  await at('2026-12-14T21:00:00Z', '2026-12-14T22:00:00Z', 'next day')
  const titles = async (day: string) =>
    (await agendaOfDay(database.read, event, day)).map(({ title }) => title.en)
  expect(await titles('2026-12-14')).toEqual(['midnight', 'last minute'])
  expect(await titles('2026-12-15')).toEqual(['next day'])
  expect(await titles('2026-12-16')).toEqual([])
  expect(await titles('yesterday')).toEqual([])
})

test('another event’s item, part or room is not there', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const itemId = await anItem(database, other)
  const room = await aRoom(database, other, 'Hall A')
  const missing = { ok: false, reason: 'notFound' }

  expect(await findAgendaItem(database.read, event.id, itemId)).toBe(null)
  const tries = await Promise.all([
    database.write((tx) => removeItem(tx, event.scope, { itemId, now })),
    database.write((tx) => moveItem(tx, event.scope, { itemId, direction: 'later', now })),
    database.write((tx) => editItem(tx, event.scope, { itemId, content: itemContent(event), now })),
    database.write((tx) => addItem(tx, event.scope, { content: itemContent(other), now })),
    database.write((tx) => addItem(tx, event.scope, { content: itemContent(event, { roomId: room }), now })),
  ])
  expect(tries).toEqual(tries.map(() => missing))
  expect(await agendaOfEvent(database.read, event.id)).toEqual([])
  expect(await agendaOfEvent(database.read, other.id)).toHaveLength(1)
})
