import { and, asc, eq, exists, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { namesFound } from '#app/directory/read.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { collator } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { mayBeListed } from '#app/privacy/listing.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { type ListFilter, statusesOf } from './filter.ts'

export const pageSize = 50

const shown = {
  id: attendees.id,
  invitationId: attendees.invitationId,
  honorific: attendees.honorific,
  names: attendees.names,
  position: attendees.position,
  organisationId: organisations.id,
  organisationName: attendees.organisationName,
  kind: organisations.kind,
  isHead: attendees.isHead,
  seat: attendees.seat,
  source: attendees.source,
  precedenceKey: attendees.precedenceKey,
}

/** Participants as the filter wants them, a page of them, with how many there are. */
export async function readParticipants(
  read: Reader,
  scope: EventScope,
  filter: ListFilter,
  { page, size }: { page: number; size: number } = { page: 1, size: pageSize },
) {
  const total = await countParticipants(read, scope, filter)
  const skip = (page - 1) * size
  const rows =
    filter.order === 'precedence'
      ? await select(read, wanted(read, scope, filter), [attendees.precedenceKey], size, skip)
      : await readAlphabetical(read, scope, filter, size, skip)
  return { rows, total, page, size }
}

export type Participant = Awaited<ReturnType<typeof readParticipants>>['rows'][number]

/** All of them, up to `most`, for a paper. */
export async function readForPaper(read: Reader, scope: EventScope, filter: ListFilter, most: number) {
  return filter.order === 'precedence'
    ? select(read, wanted(read, scope, filter), [attendees.precedenceKey], most, 0)
    : readAlphabetical(read, scope, filter, most, 0)
}

export function countParticipants(read: Reader, scope: EventScope, filter: ListFilter): Promise<number> {
  return read.$count(attendees, wanted(read, scope, filter))
}

/** What a filter asks of an attendee. */
export function wanted(read: Reader, { eventId }: EventScope, filter: ListFilter): SQL | undefined {
  const stands = read
    .select({ one: sql`1` })
    .from(attendances)
    .where(
      and(
        eq(attendances.attendeeId, attendees.id),
        filter.part ? eq(attendances.partId, filter.part) : undefined,
        inArray(attendances.status, [...statusesOf[filter.state]]),
      ),
    )
  return and(
    eq(attendees.eventId, eventId),
    inArray(attendees.seat, ['delegate', 'alternate']),
    exists(stands),
    filter.audience === 'shared' ? mayBeListed(read, attendees.id) : undefined,
    filter.search ? namesFound(filter.search, attendees.searchKey) : undefined,
  )
}

function select(
  read: Reader,
  where: SQL | undefined,
  order: (SQL | typeof attendees.precedenceKey)[],
  limit: number,
  offset: number,
) {
  return read
    .select(shown)
    .from(attendees)
    .leftJoin(organisations, eq(organisations.id, attendees.organisationId))
    .where(where)
    .orderBy(...order, asc(attendees.id))
    .limit(limit)
    .offset(offset)
}

/*
 * Alphabetical as assemblies have it: organisations in the alphabet of one language, the people of each by precedence.
 * No database sorts by that alphabet, but there are few organisations: they are sorted here, and only the people of those
 * that the page shows are read.
 */
async function readAlphabetical(
  read: Reader,
  scope: EventScope,
  filter: ListFilter,
  size: number,
  skip: number,
) {
  const where = wanted(read, scope, filter)
  const groups = await readGroups(read, where, filter)
  const rows: Awaited<ReturnType<typeof select>> = []
  let passed = 0
  for (const group of groups) {
    const [from, to] = [Math.max(skip - passed, 0), Math.min(skip + size - passed, group.count)]
    passed += group.count
    if (from >= to) continue
    const isTheirs = group.id ? eq(attendees.organisationId, group.id) : isNamed(group.name)
    rows.push(...(await select(read, and(where, isTheirs), [attendees.precedenceKey], to - from, from)))
  }
  return rows
}

const isNamed = (name: string) =>
  and(isNull(attendees.organisationId), sql`cast(${attendees.organisationName} as text) = ${name}`)

async function readGroups(read: Reader, where: SQL | undefined, { alphabet }: ListFilter) {
  const text = sql<string>`cast(${attendees.organisationName} as text)`
  const free = sql<string>`case when ${attendees.organisationId} is null then ${text} else '' end`
  const rows = await read
    .select({
      id: attendees.organisationId,
      name: organisations.name,
      free,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(attendees)
    .leftJoin(organisations, eq(organisations.id, attendees.organisationId))
    .where(where)
    .groupBy(attendees.organisationId, organisations.name, free)
  const { compare } = collator(alphabet)
  return (
    rows
      .map(({ id, name, free: typed, count }) => ({
        ...{ id, count, name: typed },
        shown: localize(id ? name : JSON.parse(typed || '{}'), alphabet),
      }))
      // Who belongs to no organisation comes after all that do.
      .sort(
        (a, b) =>
          Number(!a.shown) - Number(!b.shown) || compare(a.shown, b.shown) || compare(a.id ?? '', b.id ?? ''),
      )
  )
}

/** What the papers of an event name it by, and its parts in order. */
export async function readOccasion(read: Reader, scope: EventScope) {
  const [frame, itsParts] = await Promise.all([
    readEventFrame(read, scope),
    read
      .select({ id: parts.id, name: parts.name, startsAt: parts.startsAt, endsAt: parts.endsAt })
      .from(parts)
      .where(eq(parts.eventId, scope.eventId))
      .orderBy(asc(parts.position), asc(parts.id)),
  ])
  return { event: frame, parts: itsParts }
}
