import { and, asc, count, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { agendaItems, agendaRoles, agendaTracks, speakers } from '#db/schema/agenda.server.ts'
import { parts, rooms, venues } from '#db/schema/events.server.ts'
import { files } from '#db/schema/files.server.ts'
import { isoDay } from '../i18n/format.ts'
import type { Localized } from '../i18n/languages.ts'
import { instantFromLocal } from '../i18n/zoned.ts'
import { inOrder } from './rules.ts'

type EventTime = { id: string; zone: string }

const isScheduled = eq(agendaItems.isScheduled, true)

/** What somebody says of themselves by their own link. */
export type Presented = {
  biography: Localized
  picture: { key: string; width: number; height: number; widths: number[] } | null
}
export type AgendaRole = typeof agendaRoles.$inferSelect & { presented?: Presented }
export type AgendaItem = Awaited<ReturnType<typeof selectItems>>[number] & { roles: AgendaRole[] }

/** What begins on `day` (`YYYY-MM-DD` in the event's zone), in order, with room, part, venue and roles. */
export async function agendaOfDay(read: Reader, event: EventTime, day: string): Promise<AgendaItem[]> {
  const span = daySpan(day, event.zone)
  if (!span) return []
  return withRoles(
    read,
    and(
      eq(agendaItems.eventId, event.id),
      isScheduled,
      gte(agendaItems.startsAt, span.from),
      lt(agendaItems.startsAt, span.to),
    ),
  )
}

/** The whole agenda of an event, as `agendaOfDay` gives a day. */
export function agendaOfEvent(read: Reader, eventId: string): Promise<AgendaItem[]> {
  return withRoles(read, and(eq(agendaItems.eventId, eventId), isScheduled))
}

/** What has no place in the agenda yet, as the side list shows it. */
export function unscheduledItems(read: Reader, eventId: string): Promise<AgendaItem[]> {
  return withRoles(read, and(eq(agendaItems.eventId, eventId), eq(agendaItems.isScheduled, false)))
}

/** One item of this event; null when it is not there or another event's. */
export async function findAgendaItem(
  read: Reader,
  eventId: string,
  itemId: string,
): Promise<AgendaItem | null> {
  const [item] = await withRoles(read, and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, eventId)))
  return item ?? null
}

/** These of the event's items, in order. */
export async function itemsById(
  read: Reader,
  eventId: string,
  ids: readonly string[],
): Promise<AgendaItem[]> {
  if (!ids.length) return []
  return withRoles(read, and(eq(agendaItems.eventId, eventId), inArray(agendaItems.id, [...ids])))
}

/** The event's rooms in their order, each with how many items take place in it. */
export function roomsOfEvent(read: Reader, eventId: string) {
  return read
    .select({
      id: rooms.id,
      name: rooms.name,
      capacity: rooms.capacity,
      channels: rooms.channels,
      items: count(agendaItems.id),
    })
    .from(rooms)
    .leftJoin(agendaItems, eq(agendaItems.roomId, rooms.id))
    .where(eq(rooms.eventId, eventId))
    .groupBy(rooms.id)
    .orderBy(asc(rooms.position), asc(rooms.id))
}

/** The event's tracks in their order, each with how many items are of it. */
export function tracksOfEvent(read: Reader, eventId: string) {
  return read
    .select({
      id: agendaTracks.id,
      name: agendaTracks.name,
      colour: agendaTracks.colour,
      items: count(agendaItems.id),
    })
    .from(agendaTracks)
    .leftJoin(agendaItems, eq(agendaItems.trackId, agendaTracks.id))
    .where(eq(agendaTracks.eventId, eventId))
    .groupBy(agendaTracks.id)
    .orderBy(asc(agendaTracks.position), asc(agendaTracks.id))
}

/** The event's parts, to choose from for an item. */
export function partsOfEvent(read: Reader, eventId: string) {
  return read
    .select({ id: parts.id, name: parts.name, startsAt: parts.startsAt, endsAt: parts.endsAt })
    .from(parts)
    .where(eq(parts.eventId, eventId))
    .orderBy(asc(parts.position), asc(parts.id))
}

type Where = ReturnType<typeof and>

async function withRoles(read: Reader, where: Where): Promise<AgendaItem[]> {
  const items = await selectItems(read).where(where)
  const roles = await read
    .select({
      role: agendaRoles,
      biography: speakers.biography,
      picture: { key: files.key, width: files.width, height: files.height, widths: files.widths },
    })
    .from(agendaRoles)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaRoles.itemId))
    .leftJoin(speakers, eq(speakers.id, agendaRoles.speakerId))
    .leftJoin(files, eq(files.id, speakers.pictureId))
    .where(where)
    .orderBy(asc(agendaRoles.rank), asc(agendaRoles.id))
  const byItem = Map.groupBy(roles, ({ role }) => role.itemId)
  return inOrder(items).map((item) => ({
    ...item,
    roles: (byItem.get(item.id) ?? []).map(({ role, biography, picture }) => {
      const hasWords = Object.keys(biography ?? {}).length > 0
      return hasWords || picture ? { ...role, presented: { biography: biography ?? {}, picture } } : role
    }),
  }))
}

function selectItems(read: Reader) {
  return read
    .select({
      id: agendaItems.id,
      partId: agendaItems.partId,
      kind: agendaItems.kind,
      title: agendaItems.title,
      abstract: agendaItems.abstract,
      startsAt: agendaItems.startsAt,
      endsAt: agendaItems.endsAt,
      spokenLanguages: agendaItems.spokenLanguages,
      interpretedLanguages: agendaItems.interpretedLanguages,
      position: agendaItems.position,
      takesSignUps: agendaItems.takesSignUps,
      seats: agendaItems.seats,
      sourceId: agendaItems.sourceId,
      foreign: agendaItems.foreign,
      sequence: agendaItems.sequence,
      version: agendaItems.version,
      updatedAt: agendaItems.updatedAt,
      track: { id: agendaTracks.id, name: agendaTracks.name, colour: agendaTracks.colour },
      room: {
        id: rooms.id,
        name: rooms.name,
        position: rooms.position,
        capacity: rooms.capacity,
        channels: rooms.channels,
      },
      part: { name: parts.name, startsAt: parts.startsAt, endsAt: parts.endsAt, audience: parts.audience },
      venue: { name: venues.name, address: venues.address },
    })
    .from(agendaItems)
    .innerJoin(parts, eq(parts.id, agendaItems.partId))
    .leftJoin(rooms, eq(rooms.id, agendaItems.roomId))
    .leftJoin(agendaTracks, eq(agendaTracks.id, agendaItems.trackId))
    .leftJoin(venues, eq(venues.id, parts.venueId))
    .$dynamic()
}

/** From the midnight with which a day (`YYYY-MM-DD`) begins in the zone to the next; null for what is no day. */
export function daySpan(day: string, zone: string): { from: Date; to: Date } | null {
  const from = instantFromLocal(`${day}T00:00`, zone)
  if (!from || !/^\d{4}-\d\d-\d\d$/.test(day)) return null
  // Half a day past the next midnight is always in the next day, also when clocks change; its own midnight ends this one.
  const next = isoDay(new Date(from.getTime() + 36 * 3_600_000), zone)
  const to = instantFromLocal(`${next}T00:00`, zone)
  return to && { from, to }
}
