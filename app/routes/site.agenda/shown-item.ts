import type { AgendaItem } from '#app/agenda/read.server.ts'

/** What everybody may know of an item: no ids of persons, nothing that only editors need. */
export function shownItem({ roles, room, part, partId, venue, ...item }: AgendaItem) {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    abstract: item.abstract,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    spokenLanguages: item.spokenLanguages,
    interpretedLanguages: item.interpretedLanguages,
    room: room?.name ?? null,
    part: { id: partId, name: part.name, audience: part.audience },
    venue: venue?.name ?? null,
    roles: roles.map(({ id, role, honorific, names, position, organisationName }) => ({
      ...{ id, role, honorific, names, position, organisationName },
    })),
  }
}

export type ShownItem = ReturnType<typeof shownItem>
