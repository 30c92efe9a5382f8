import { existsSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { takeSchedule } from '#app/agenda/exchange/apply.server.ts'
import { readForEvent } from '#app/agenda/exchange/imports.server.ts'
import { readSchedule } from '#app/agenda/exchange/read-file.ts'
import { agendaOfEvent, roomsOfEvent } from '#app/agenda/read.server.ts'
import { editRoom } from '#app/agenda/rooms.server.ts'
import { editItem } from '#app/agenda/schedule.server.ts'
import type { Database } from '#db/client.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { persons } from '#db/schema/directory.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { itemContent, onFirstDay } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

type Event = Awaited<ReturnType<typeof anEvent>>
type Options = { edits?: 'keep' | 'overwrite'; removeGone?: boolean; partId?: string }

/** As `importAgenda` does, but for the thread, which takes a second to start. */
async function take(database: Database, event: Event, file: string | Uint8Array, options: Options = {}) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const { edits = 'keep', removeGone = false, partId = null } = options
  const read = readSchedule(bytes, await readForEvent(database.read, event.scope))
  if (!read.ok) throw new Error(read.reason)
  const remove = removeGone ? ('all' as const) : new Set<string>()
  const given = { schedule: read.schedule, choices: { partId, edits }, remove, fileName: 'file', now }
  const taken = await database.write((tx) => takeSchedule(tx, event.scope, given))
  if (!taken.ok) throw new Error(taken.reason)
  return taken.report
}

const remarksOf = (report: Awaited<ReturnType<typeof take>>) =>
  Object.fromEntries(
    report.lines.map(({ title, remarks }) => [Object.values(title)[0], remarks.map(({ code }) => code)]),
  )

/** A schedule of our own, of these events of 14 December 2026 in Baghdad. */
function schedule(events: Record<string, unknown>[], given: Record<string, unknown> = {}): string {
  const days = [
    { index: 1, date: '2026-12-14', day_start: '2026-12-14T08:00:00+03:00', rooms: { 'Hall A': events } },
  ]
  return JSON.stringify({
    schedule: { version: '1', conference: { acronym: 'crp', title: 'CRP', days, ...given } },
  })
}

const opening = {
  guid: '29aecfd7-2e44-4f49-ab86-29b5e0877325',
  date: '2026-12-14T09:00:00+03:00',
  duration: '00:30',
  title: 'Opening',
  track: 'Plenary',
  language: 'en',
  type: 'opening',
  persons: [{ id: 7, public_name: 'Noor Hassan' }, { public_name: 'نور حسن' }],
}
const needs = {
  id: 12,
  date: '2026-12-14T10:00:00+03:00',
  duration: '1:00',
  title: 'Needs',
  abstract: 'What <b>we</b> see',
}

test('a schedule becomes items, rooms, tracks and names written in; nobody enters the directory', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const report = await take(database, event, schedule([opening, needs]))
  expect(report.counts).toEqual({ new: 2, changed: 0, same: 0, removed: 0, leftOut: 0 })
  expect(remarksOf(report)).toEqual({ Needs: ['html'] })
  const [first, second] = await agendaOfEvent(database.read, event.id)
  expect(first).toMatchObject({
    sourceId: opening.guid,
    kind: 'opening',
    title: { en: 'Opening' },
    startsAt: onFirstDay('09:00'),
    endsAt: onFirstDay('09:30'),
    spokenLanguages: ['en'],
    partId: event.meeting.id,
    room: { name: { en: 'Hall A' } },
    track: { name: { en: 'Plenary' } },
  })
  expect(first?.roles.map(({ role, names, personId, rank }) => [role, names, personId, rank])).toEqual([
    ['speaker', { latin: { full: 'Noor Hassan' } }, null, 0],
    ['speaker', { arabic: { full: 'نور حسن' } }, null, 1],
  ])
  expect(second).toMatchObject({
    sourceId: ':12',
    abstract: { en: 'What we see' },
    endsAt: onFirstDay('11:00'),
  })
  expect(await database.read.$count(persons)).toBe(0)
})

test('read again, a file updates what it changed and doubles nothing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await take(database, event, schedule([opening, needs]))
  expect((await take(database, event, schedule([needs, opening]))).counts).toMatchObject({
    new: 0,
    changed: 0,
    same: 2,
  })
  const later = { ...opening, date: '2026-12-14T09:15:00+03:00', persons: [{ public_name: 'Noor Hassan' }] }
  const report = await take(database, event, schedule([later, needs]))
  expect(report.counts).toMatchObject({ new: 0, changed: 1, same: 1 })
  const [first] = await agendaOfEvent(database.read, event.id)
  expect(first?.startsAt).toEqual(onFirstDay('09:15'))
  expect(first?.roles).toHaveLength(1)
  expect(await roomsOfEvent(database.read, event.id)).toHaveLength(1)
})

test('what was edited here is kept, and replaced when that is chosen; both are told', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await take(database, event, schedule([opening, needs]))
  const [item] = await agendaOfEvent(database.read, event.id)
  const room = item?.room
  if (!item || !room) throw new Error('no item')
  const title = { en: 'Opening by the Minister', ar: 'الافتتاح' }
  const content = itemContent(event, { ...item, roomId: room.id, title })
  await database.write((tx) => editItem(tx, event.scope, { itemId: item.id, content, now }))
  const named = { name: { en: 'Great hall' }, capacity: 200, channels: [] }
  await database.write((tx) => editRoom(tx, event.scope, { roomId: room.id, content: named, now }))

  const changed = { ...opening, title: 'Welcome', date: '2026-12-14T09:15:00+03:00' }
  const kept = await take(database, event, schedule([changed, needs]))
  expect(kept.counts).toMatchObject({ changed: 1, same: 1 })
  expect(kept.lines[0]?.remarks).toEqual([{ code: 'editedKept', detail: 'title' }])
  const after = (await agendaOfEvent(database.read, event.id))[0]
  expect(after).toMatchObject({ title, startsAt: onFirstDay('09:15'), room: { name: { en: 'Great hall' } } })
  expect(await roomsOfEvent(database.read, event.id)).toHaveLength(1)

  const replaced = await take(database, event, schedule([changed, needs]), { edits: 'overwrite' })
  expect(replaced.lines[0]?.remarks).toEqual([{ code: 'editedReplaced', detail: 'title' }])
  expect((await agendaOfEvent(database.read, event.id))[0]?.title).toEqual({ en: 'Welcome', ar: 'الافتتاح' })
})

test('what is gone from the file stays until somebody says otherwise, and other schedules are not concerned', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await take(database, event, schedule([opening, needs]))
  const other = schedule([{ ...needs, id: 99, title: 'Side event' }], { acronym: 'side' })
  expect((await take(database, event, other, { removeGone: true })).counts.removed).toBe(0)
  expect((await take(database, event, schedule([opening]))).counts.removed).toBe(0)
  expect(await agendaOfEvent(database.read, event.id)).toHaveLength(3)
  expect((await take(database, event, schedule([opening]), { removeGone: true })).counts.removed).toBe(1)
  const left = await agendaOfEvent(database.read, event.id)
  expect(left.map(({ title }) => title.en)).toEqual(['Opening', 'Side event'])
})

test('items belong to the part of their time, else to the nearest, or to the part that is chosen', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const nextDay = { ...needs, id: 13, date: '2026-12-15T10:00:00+03:00' }
  const night = { ...needs, id: 14, date: '2026-12-14T23:30:00+03:00', duration: '02:00' }
  const afterAll = { ...needs, id: 15, date: '2026-12-20T10:00:00+03:00', title: 'Afterwards' }
  const report = await take(database, event, schedule([opening, nextDay, night, afterAll]))
  expect(
    report.lines.filter(({ remarks }) => remarks.some(({ code }) => code === 'outsideParts')),
  ).toHaveLength(1)
  const items = await agendaOfEvent(database.read, event.id)
  expect(items.map(({ partId }) => partId === event.meeting.id)).toEqual([true, false, false, false])
  const chosen = await anEvent(database)
  await take(database, chosen, schedule([opening]), { partId: chosen.exhibition.id })
  expect((await agendaOfEvent(database.read, chosen.id))[0]?.partId).toBe(chosen.exhibition.id)
})

test('nothing is taken while there is no part, and nothing when a write fails', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await database.write((tx) => tx.delete(parts).where(eq(parts.eventId, event.id)))
  await expect(take(database, event, schedule([opening]))).rejects.toThrow('noParts')
  expect(await database.read.$count(agendaItems)).toBe(0)
})

const samples = new URL('../../../../shared/data/schedules/', import.meta.url)

test.for([
  { name: '31c3.xml', items: 138, rooms: 4 },
  { name: 'frab-camp2019.json', items: 79, rooms: 2 },
  { name: 'pretalx-democon.json', items: 36, rooms: 2 },
])('$name comes in whole, twice without doubling', async ({ name, ...expected }, { skip }) => {
  if (!existsSync(new URL(name, samples))) skip(`${name} is not here`)
  const bytes = readFileSync(new URL(name, samples))
  const database = await testDatabase()
  const event = await anEvent(database)
  const report = await take(database, event, bytes)
  expect(report.counts).toEqual({ new: expected.items, changed: 0, same: 0, removed: 0, leftOut: 0 })
  const items = await agendaOfEvent(database.read, event.id)
  expect(items).toHaveLength(expected.items)
  expect(items.every(({ endsAt, startsAt }) => endsAt > startsAt)).toBe(true)
  expect(new Set(items.map(({ room }) => room?.id)).size).toBe(expected.rooms)
  expect((await take(database, event, bytes)).counts).toMatchObject({
    new: 0,
    changed: 0,
    same: expected.items,
  })
})
