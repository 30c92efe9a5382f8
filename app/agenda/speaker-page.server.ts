import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { agendaItems, agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { files } from '#db/schema/files.server.ts'
import type { SpeakerScope } from '../accounts/speaker-scope.server.ts'
import { readEventFacts } from '../events/facts.server.ts'
import { type AgendaItem, itemsById } from './read.server.ts'
import { readPapersOfSpeaker } from './read-papers.server.ts'

/** Everything that a speaker's own page says. */
export async function readSpeakerPage(read: Reader, scope: SpeakerScope, now: Date) {
  const [facts, [own], items, papers] = await Promise.all([
    readEventFacts(read, scope.eventId),
    readOwn(read, scope),
    readOwnItems(read, scope),
    readPapersOfSpeaker(read, scope.eventId, scope.speakerId),
  ])
  if (!own) return null
  const { office, contact, slug, state, name, zone, languages, cancellationNote } = facts
  const roles = items.flatMap((item) =>
    item.roles
      .filter(({ speakerId }) => speakerId === scope.speakerId)
      .map((role) => shownRole(item, role, { now, isOver: state !== 'published' })),
  )
  const [first] = items.flatMap((item) => item.roles.filter(({ speakerId }) => speakerId === scope.speakerId))
  return {
    event: { slug, state, name, zone, languages, cancellationNote, contact, office },
    holder: first
      ? {
          honorific: first.honorific,
          names: first.names,
          position: first.position,
          organisationName: first.organisationName,
        }
      : null,
    ...{ biography: own.biography, picture: own.picture, roles, papers },
    /** Until their last part begins what they say of themselves may be changed. */
    isOpen: roles.some(({ isOpen }) => isOpen),
  }
}

export type SpeakerPage = NonNullable<Awaited<ReturnType<typeof readSpeakerPage>>>

function readOwn(read: Reader, { eventId, speakerId }: SpeakerScope) {
  return read
    .select({
      biography: speakers.biography,
      picture: { key: files.key, width: files.width, height: files.height, widths: files.widths },
    })
    .from(speakers)
    .leftJoin(files, eq(files.id, speakers.pictureId))
    .where(and(eq(speakers.id, speakerId), eq(speakers.eventId, eventId)))
}

async function readOwnItems(read: Reader, { eventId, speakerId }: SpeakerScope): Promise<AgendaItem[]> {
  const rows = await read
    .selectDistinct({ id: agendaRoles.itemId })
    .from(agendaRoles)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaRoles.itemId))
    .where(
      and(
        eq(agendaRoles.eventId, eventId),
        eq(agendaRoles.speakerId, speakerId),
        eq(agendaItems.isScheduled, true),
      ),
    )
  return itemsById(
    read,
    eventId,
    rows.map(({ id }) => id),
  )
}

type Role = AgendaItem['roles'][number]

function shownRole(item: AgendaItem, role: Role, { now, isOver }: { now: Date; isOver: boolean }) {
  const { startsAt, endsAt, title, room, venue, spokenLanguages, interpretedLanguages, abstract } = item
  return {
    id: role.id,
    itemId: item.id,
    role: role.role,
    confirmation: role.confirmation,
    reason: role.reason,
    contribution: role.contribution,
    item: { title, abstract, startsAt, endsAt, spokenLanguages, interpretedLanguages },
    room: room?.name ?? null,
    venue: venue?.name ?? null,
    isOpen: !isOver && item.part.startsAt > now,
    others: item.roles
      .filter(({ id, confirmation }) => id !== role.id && confirmation !== 'declined')
      .map(({ id, role: kind, honorific, names, position, organisationName }) => ({
        ...{ id, role: kind, honorific, names, position, organisationName },
      })),
  }
}
