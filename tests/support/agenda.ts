import type { EventScope } from '#app/accounts/scope.server.ts'
import { openAgendaImport, readForEvent } from '#app/agenda/exchange/imports.server.ts'
import { readSchedule } from '#app/agenda/exchange/read-file.ts'
import { releaseAgenda } from '#app/agenda/release.server.ts'
import { addRoom } from '#app/agenda/rooms.server.ts'
import { addItem, type ItemContent } from '#app/agenda/schedule.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { persons } from '#db/schema/directory.server.ts'
import { now } from './builders.ts'

type EventGiven = { scope: EventScope; meeting: { id: string } }

/** `09:30` on 14 December 2026 in Baghdad, the first day of `anEvent`. */
export function onFirstDay(time: string): Date {
  return new Date(`2026-12-14T${time}:00+03:00`)
}

/** What an editor would give for a session of the meeting, from 09:00 to 10:00 on the first day. */
export function itemContent(event: EventGiven, given: Partial<ItemContent> = {}): ItemContent {
  return {
    partId: event.meeting.id,
    roomId: null,
    kind: 'session',
    title: { en: 'Needs today', ar: 'الاحتياجات اليوم' },
    abstract: {},
    startsAt: onFirstDay('09:00'),
    endsAt: onFirstDay('10:00'),
    spokenLanguages: ['ar'] as Language[],
    interpretedLanguages: ['en'] as Language[],
    ...given,
  }
}

/** An item added by the verb itself; answers its id. */
export async function anItem(
  database: Database,
  event: EventGiven,
  given: Partial<ItemContent> = {},
): Promise<string> {
  const content = itemContent(event, given)
  const added = await database.write((tx) => addItem(tx, event.scope, { content, now }))
  if (!added.ok) throw new Error(added.reason)
  return added.id
}

export async function aRoom(database: Database, event: EventGiven, name: string): Promise<string> {
  const content = { name: { en: name }, capacity: null }
  const added = await database.write((tx) => addRoom(tx, event.scope, { content, now }))
  if (!added.ok) throw new Error(added.reason)
  return added.id
}

/** What the public sees from then on; answers what changed. */
export async function aRelease(database: Database, event: EventGiven, at = now) {
  const released = await database.write((tx) => releaseAgenda(tx, event.scope, { note: {}, now: at }))
  if (!released.ok) throw new Error(released.reason)
  return released
}

/** A person of the office's directory. */
export async function aSpeaker(database: Database, officeId: string, latin: string): Promise<string> {
  const id = newId()
  await database.write((tx) =>
    tx.insert(persons).values({
      id,
      officeId,
      honorific: { en: 'Dr' },
      names: { latin: { full: latin }, arabic: { full: 'نور حسن' } },
      position: { en: 'Director General' },
      tags: [],
      searchKey: latin.toLowerCase(),
      sortKey: latin.toLowerCase(),
      createdAt: now,
      updatedAt: now,
    }),
  )
  return id
}

/** A schedule of two items that waits to be checked; answers the import's id. */
export async function anAgendaImport(database: Database, scope: EventScope): Promise<string> {
  const shared = { date: '2026-12-14T09:00:00+03:00', language: 'de', persons: ['Noor Hassan'] }
  const events = [
    { ...shared, id: 1, title: 'Needs', room: 'Hall C' },
    { ...shared, id: 2, title: 'Never', date: '' },
  ]
  const bytes = new TextEncoder().encode(JSON.stringify({ schedule: { version: '3', events } }))
  const read = readSchedule(bytes, await readForEvent(database.read, scope))
  if (!read.ok) throw new Error(read.reason)
  const given = { fileName: 'schedule.json', bytes, schedule: read.schedule, now }
  const opened = await openAgendaImport(database, scope, given)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.id
}
