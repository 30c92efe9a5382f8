import { z } from 'zod'

/*
 * The schedule of c3voc, frab and pretalx as it comes: version 1 by its schema, the drafts of version 2, and what people
 * make of either. Nothing in it is relied upon; what is not what it should be counts as not said.
 */

const text = z
  .union([z.string(), z.number().transform(String)])
  .catch('')
  .default('')
/** A text, or one for each language. */
const said = z
  .union([z.string(), z.record(z.string(), z.unknown())])
  .catch('')
  .default('')
const list = z.array(z.unknown()).catch([]).default([])
const record = z.record(z.string(), z.unknown()).catch({}).default({})
/** A name, or an object that has one. */
const named = z
  .union([z.string(), z.object({ name: said }).transform(({ name }) => nameOf(name))])
  .catch('')
  .default('')

const eventShape = z.object({
  guid: text,
  id: text,
  code: text,
  slug: text,
  title: said,
  subtitle: said,
  abstract: said,
  description: said,
  date: text,
  start: text,
  end: text,
  duration: text,
  room: named,
  track: named,
  type: named,
  language: text,
  persons: list,
})
export type SaidEvent = z.output<typeof eventShape>
export type Said = z.output<typeof said>

const conferenceShape = z.object({
  acronym: text,
  title: said,
  time_zone_name: text,
  rooms: list,
  tracks: list,
  days: list,
  events: list,
})
const scheduleShape = z.object({
  version: text,
  conference: record,
  rooms: list,
  tracks: list,
  days: list,
  events: list,
  majlis: z.unknown().optional(),
})
const dayShape = z.object({
  date: text,
  day_start: text,
  start: text,
  events: list,
  rooms: z.unknown().optional(),
})
export const roomShape = z.object({
  name: said,
  capacity: z.coerce.number().int().positive().nullable().catch(null),
})
export const trackShape = z.object({ name: said, color: text })

/** An event with what is around it: the day and the room it is listed under, and all its fields as they came. */
export type Listed = {
  event: SaidEvent
  all: Record<string, unknown>
  day: { date: string; start: string }
}
export type SaidSchedule = {
  version: string
  source: string
  zone: string
  rooms: unknown[]
  tracks: unknown[]
  events: Listed[]
  own: unknown
}

/** Every event of a schedule, wherever in it they are listed; null when it is none. */
export function saidSchedule(document: unknown): SaidSchedule | null {
  const whole = record.parse(document)
  const root = isRecord(whole.schedule) ? whole.schedule : whole
  const schedule = scheduleShape.parse(root)
  const conference = conferenceShape.parse(schedule.conference)
  if (!['conference', 'days', 'events'].some((name) => name in root)) return null
  const days = [...conference.days, ...schedule.days]
  return {
    version: schedule.version,
    source: conference.acronym || nameOf(conference.title),
    zone: conference.time_zone_name,
    rooms: [...conference.rooms, ...schedule.rooms],
    tracks: [...conference.tracks, ...schedule.tracks],
    events: [
      ...days.flatMap(eventsOfDay),
      ...[...conference.events, ...schedule.events].flatMap((event) => listed(event, noDay, '')),
    ],
    own: schedule.majlis,
  }
}

const noDay = { date: '', start: '' }

function eventsOfDay(given: unknown): Listed[] {
  if (!isRecord(given)) return []
  const { date, day_start, start, events, rooms } = dayShape.parse(given)
  const day = { date, start: day_start || start }
  const inRooms = Array.isArray(rooms)
    ? rooms.filter(isRecord).map((room): [string, unknown] => [named.parse(room), room.events])
    : Object.entries(record.parse(rooms))
  return [
    ...inRooms.flatMap(([room, there]) => list.parse(there).flatMap((event) => listed(event, day, room))),
    ...events.flatMap((event) => listed(event, day, '')),
  ]
}

function listed(given: unknown, day: Listed['day'], room: string): Listed[] {
  if (!isRecord(given)) return []
  const event = eventShape.parse(given)
  const persons = event.persons.length ? event.persons : list.parse(given.speakers)
  return [{ event: { ...event, persons, room: event.room || room }, all: given, day }]
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A name from a text or one per language: the first there is. */
export function nameOf(given: Said): string {
  if (typeof given === 'string') return given
  return (
    Object.values(given).find((value): value is string => typeof value === 'string' && value !== '') ?? ''
  )
}
