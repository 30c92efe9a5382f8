import { and, asc, desc, eq, inArray, isNotNull, max, min, sql } from 'drizzle-orm'
import { findEventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { events, parts, venues } from '#db/schema/events.server.ts'
import type { EventRow } from './lock.server.ts'

const isPublic = inArray(events.state, ['published', 'cancelled'])

/** The event as the public may see it: published, or cancelled and saying so. Null for drafts and what is not there. */
export async function findPublicEvent(read: Reader, slug: string | undefined): Promise<EventRow | null> {
  const [event] = await read
    .select()
    .from(events)
    .where(and(eq(events.slug, slug ?? ''), isPublic))
    .limit(1)
  return event ?? null
}

/** A draft as the public will see it, for those who work on it; null for everybody else. */
export async function findDraft(
  read: Reader,
  userId: string | undefined,
  slug: string | undefined,
): Promise<EventRow | null> {
  const scope = userId && slug ? await findEventScope(read, userId, slug, 'event.view') : null
  if (!scope) return null
  const [event] = await read
    .select()
    .from(events)
    .where(and(eq(events.id, scope.eventId), eq(events.state, 'draft')))
  return event ?? null
}

/** The office whose name stands above the public pages: the event's, or where there is no event the first. */
export async function readHost(read: Reader, officeId: string | undefined) {
  const [host] = await read
    .select({ name: offices.name })
    .from(offices)
    .where(officeId ? eq(offices.id, officeId) : undefined)
    .orderBy(asc(offices.createdAt))
    .limit(1)
  return host ?? null
}

/** The parts of an event in their order, each with its place. */
export function readPublicParts(read: Reader, eventId: string) {
  return read
    .select({
      id: parts.id,
      kind: parts.kind,
      name: parts.name,
      startsAt: parts.startsAt,
      endsAt: parts.endsAt,
      audience: parts.audience,
      venue: { id: venues.id, name: venues.name, address: venues.address, mapUrl: venues.mapUrl },
      directions: venues.directions,
    })
    .from(parts)
    .leftJoin(venues, eq(venues.id, parts.venueId))
    .where(eq(parts.eventId, eventId))
    .orderBy(asc(parts.position), asc(parts.startsAt))
}

export type PublicPart = Awaited<ReturnType<typeof readPublicParts>>[number]

const mostListed = 50

/** What the public can see, those to come first and the next of them on top; then what is over, latest first. */
export async function readPublicList(read: Reader, now: Date) {
  const [upcoming, past] = await Promise.all([listed(read, 'upcoming', now), listed(read, 'past', now)])
  const ids = [...upcoming, ...past].map(({ id }) => id)
  const places = await read
    .selectDistinct({ eventId: parts.eventId, id: venues.id, name: venues.name })
    .from(parts)
    .innerJoin(venues, eq(venues.id, parts.venueId))
    .where(inArray(parts.eventId, ids))
  const withPlaces = (event: (typeof upcoming)[number]) => ({
    ...event,
    places: places.filter(({ eventId }) => eventId === event.id).map(({ name }) => name),
  })
  return { upcoming: upcoming.map(withPlaces), past: past.map(withPlaces) }
}

export type ListedEvent = Awaited<ReturnType<typeof readPublicList>>['upcoming'][number]

function listed(read: Reader, when: 'upcoming' | 'past', now: Date) {
  const isOver = sql`max(${parts.endsAt}) < ${sql.param(now, parts.endsAt)}`
  return read
    .select({
      id: events.id,
      slug: events.slug,
      name: events.name,
      summary: events.summary,
      state: events.state,
      zone: events.zone,
      startsAt: min(parts.startsAt),
      endsAt: max(parts.endsAt),
    })
    .from(events)
    .innerJoin(parts, eq(parts.eventId, events.id))
    .where(and(isPublic, isNotNull(events.publishedAt)))
    .groupBy(events.id)
    .having(when === 'past' ? isOver : sql`not (${isOver})`)
    .orderBy(when === 'past' ? desc(min(parts.startsAt)) : asc(min(parts.startsAt)), asc(events.id))
    .limit(mostListed)
}
