import type { AgendaItem } from '#app/agenda/read.server.ts'

/** What everybody may know of an item: no ids of persons, nothing that only editors need. */
export function shownItem({ roles, room, track, part, partId, venue, ...item }: AgendaItem) {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    abstract: item.abstract,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    spokenLanguages: item.spokenLanguages,
    interpretedLanguages: item.interpretedLanguages,
    room: room && { id: room.id, name: room.name, position: room.position, channels: room.channels },
    track,
    part: { id: partId, name: part.name, audience: part.audience },
    venue: venue?.name ?? null,
    roles: roles.map(
      ({ id, role, honorific, names, position, organisationName, contribution, presented }) => ({
        ...{ id, role, honorific, names, position, organisationName, contribution, presented },
      }),
    ),
  }
}

export type ShownItem = ReturnType<typeof shownItem>
