import { and, asc, desc, eq, gt, inArray, isNotNull, lt, ne } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { checked } from '#db/checked.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { precedencePlaces, precedenceRecounts } from '#db/schema/precedence.server.ts'
import type { ListFilter } from './filter.ts'
import { pageSize, wanted } from './read.server.ts'
import type { Subject } from './rules.ts'

/** True while the order is being renewed after a change of what it depends on. */
export async function isBeingRenewed(read: Reader, { eventId }: EventScope): Promise<boolean> {
  return (await read.$count(precedenceRecounts, eq(precedenceRecounts.eventId, eventId))) > 0
}

/** The attendee or delegation that stands just before (or after) a subject in the order of the list. */
export async function readNeighbour(
  read: Reader,
  scope: EventScope,
  { subject, id }: Subject,
  direction: 'up' | 'down',
  filter: ListFilter,
): Promise<string | null> {
  const up = direction === 'up'
  const where = wanted(read, scope, { ...filter, search: '' })
  const column = subject === 'attendee' ? attendees.id : attendees.organisationId
  const ends = up ? asc : desc
  const [edge] = await read
    .select({ key: attendees.precedenceKey })
    .from(attendees)
    .where(and(where, eq(column, id)))
    .orderBy(ends(attendees.precedenceKey))
    .limit(1)
  if (!edge) return null
  const beyond = up ? lt(attendees.precedenceKey, edge.key) : gt(attendees.precedenceKey, edge.key)
  const [next] = await read
    .select({ id: column })
    .from(attendees)
    .where(and(where, beyond, isNotNull(column), ne(column, id)))
    .orderBy(up ? desc(attendees.precedenceKey) : asc(attendees.precedenceKey))
    .limit(1)
  return next?.id ?? null
}

/** Who was placed at this event, and beside whom: attendees and organisations by their id. */
export async function readPlaces(read: Reader, { eventId }: EventScope) {
  const rows = await read.select().from(precedencePlaces).where(eq(precedencePlaces.eventId, eventId))
  const anchors = rows.flatMap(({ anchorId, subject }) =>
    anchorId && subject === 'attendee' ? anchorId : [],
  )
  const groups = rows.flatMap(({ anchorId, subject }) =>
    anchorId && subject === 'organisation' ? anchorId : [],
  )
  const [people, bodies] = await Promise.all([
    anchors.length
      ? read
          .select({ id: attendees.id, names: attendees.names })
          .from(attendees)
          .where(and(checked(eq(attendees.eventId, eventId)), inArray(attendees.id, anchors)))
      : [],
    groups.length
      ? read
          .select({ id: organisations.id, name: organisations.name })
          .from(organisations)
          .where(inArray(organisations.id, groups))
      : [],
  ])
  return { places: rows, people, organisations: bodies }
}

/** Whom one is about to place, for the line that says so; null when this event has no such person or delegation. */
export async function findSubject(read: Reader, { eventId }: EventScope, { subject, id }: Subject) {
  const column = subject === 'attendee' ? attendees.id : organisations.id
  const [row] = await read
    .select({ names: attendees.names, organisationName: organisations.name, own: attendees.organisationName })
    .from(attendees)
    .leftJoin(organisations, eq(organisations.id, attendees.organisationId))
    .where(and(eq(attendees.eventId, eventId), eq(column, id)))
    .limit(1)
  return row ? { subject, id, names: row.names, organisationName: row.organisationName ?? row.own } : null
}

/** The page of the list that a person, or the first of a delegation, stands on. */
export async function pageOf(read: Reader, scope: EventScope, filter: ListFilter, { subject, id }: Subject) {
  const where = wanted(read, scope, filter)
  const column = subject === 'attendee' ? attendees.id : attendees.organisationId
  const [row] = await read
    .select({ key: attendees.precedenceKey })
    .from(attendees)
    .where(and(where, eq(column, id)))
    .orderBy(asc(attendees.precedenceKey))
    .limit(1)
  if (!row) return 1
  return (
    Math.floor((await read.$count(attendees, and(where, lt(attendees.precedenceKey, row.key)))) / pageSize) +
    1
  )
}
