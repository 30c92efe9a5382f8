import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { agendaItems, agendaRoles, agendaTracks } from '#db/schema/agenda.server.ts'
import { agendaImported } from '#db/schema/agenda-imports.server.ts'
import { events, parts, rooms } from '#db/schema/events.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import type { Pause } from '../../uploads/pause.server.ts'

/** The agenda as an import finds it, side list included. */
export async function readKnownAgenda(read: Reader, scope: EventScope, pause: Pause) {
  const ofEvent = scope.eventId
  const [event] = await read
    .select({ zone: events.zone, languages: events.languages })
    .from(events)
    .where(eq(events.id, ofEvent))
  const items = await readItems(read, ofEvent, pause)
  const places = (field: 'room' | 'track') =>
    new Map(
      items.flatMap(({ imported }): [string, string][] => {
        const id = imported?.places[`${field}Id`]
        return imported && id ? [[imported.places[field], id]] : []
      }),
    )
  return {
    zone: event?.zone ?? 'UTC',
    languages: event?.languages ?? [],
    parts: await read
      .select({ id: parts.id, startsAt: parts.startsAt, endsAt: parts.endsAt })
      .from(parts)
      .where(eq(parts.eventId, ofEvent))
      .orderBy(asc(parts.position), asc(parts.id)),
    ...(await readPlaces(read, ofEvent, { room: places('room'), track: places('track') })),
    items,
  }
}

export type KnownAgenda = Awaited<ReturnType<typeof readKnownAgenda>>
export type KnownItem = KnownAgenda['items'][number]

const itemsAtOnce = 50

/** Some at a time: their texts together may take longer to unpack than anybody's page may wait. */
async function readItems(read: Reader, eventId: string, pause: Pause) {
  const ids = await read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(eq(agendaItems.eventId, eventId))
    .orderBy(asc(agendaItems.startsAt), asc(agendaItems.position), asc(agendaItems.id))
  const items: Awaited<ReturnType<typeof readSome>> = []
  for (let at = 0; at < ids.length; at += itemsAtOnce) {
    const some = ids.slice(at, at + itemsAtOnce).map(({ id }) => id)
    items.push(...(await readSome(read, eventId, some)))
    await pause()
  }
  return items
}

async function readSome(read: Reader, eventId: string, ids: string[]) {
  const rows = await read
    .select({ item: agendaItems, imported: agendaImported })
    .from(agendaItems)
    .leftJoin(agendaImported, eq(agendaImported.itemId, agendaItems.id))
    .where(and(eq(agendaItems.eventId, eventId), inArray(agendaItems.id, ids)))
    .orderBy(asc(agendaItems.startsAt), asc(agendaItems.position), asc(agendaItems.id))
  const roles = await read
    .select()
    .from(agendaRoles)
    .where(inArray(agendaRoles.itemId, ids))
    .orderBy(asc(agendaRoles.rank), asc(agendaRoles.id))
  const byItem = Map.groupBy(roles, ({ itemId }) => itemId)
  return rows.map(({ item, imported }) => ({
    ...item,
    startsAt: item.startsAt.getTime(),
    endsAt: item.endsAt.getTime(),
    people: byItem.get(item.id) ?? [],
    imported,
  }))
}

type Before = Record<'room' | 'track', Map<string, string>>

async function readPlaces(read: Reader, eventId: string, before: Before) {
  const [ofRooms, ofTracks] = [
    await read
      .select({ id: rooms.id, name: rooms.name, position: rooms.position })
      .from(rooms)
      .where(eq(rooms.eventId, eventId))
      .orderBy(asc(rooms.position), asc(rooms.id)),
    await read
      .select({ id: agendaTracks.id, name: agendaTracks.name, position: agendaTracks.position })
      .from(agendaTracks)
      .where(eq(agendaTracks.eventId, eventId))
      .orderBy(asc(agendaTracks.position), asc(agendaTracks.id)),
  ]
  // A room that was removed since is none to come back to.
  const standing = (known: readonly { id: string }[], names: Map<string, string>) =>
    new Map([...names].filter(([, id]) => known.some((place) => place.id === id)))
  return {
    rooms: ofRooms,
    tracks: ofTracks,
    roomsBefore: standing(ofRooms, before.room),
    tracksBefore: standing(ofTracks, before.track),
  }
}
