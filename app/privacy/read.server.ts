import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { privacyRequests } from '#db/schema/privacy.server.ts'
import type { Subject } from './subject.server.ts'

/** How many requests of the event wait for the office's word: for the overview. */
export function countDataRequests(read: Reader, { eventId }: Pick<EventScope, 'eventId'>): Promise<number> {
  return read.$count(
    privacyRequests,
    and(eq(privacyRequests.eventId, eventId), eq(privacyRequests.state, 'open')),
  )
}

const shown = {
  id: privacyRequests.id,
  kind: privacyRequests.kind,
  state: privacyRequests.state,
  via: privacyRequests.via,
  reason: privacyRequests.reason,
  wanted: privacyRequests.wanted,
  answer: privacyRequests.answer,
  reach: privacyRequests.reach,
  counts: privacyRequests.counts,
  dueAt: privacyRequests.dueAt,
  createdAt: privacyRequests.createdAt,
  decidedAt: privacyRequests.decidedAt,
  decidedBy: users.name,
  eventId: privacyRequests.eventId,
  attendeeId: privacyRequests.attendeeId,
  invitationId: attendees.invitationId,
  personId: attendees.personId,
  names: attendees.names,
  phone: attendees.phone,
  organisationName: attendees.organisationName,
}

/** One page of an event's requests: open ones first, by when they are due. */
export async function readRequests(
  read: Reader,
  { eventId }: EventScope,
  { page, size = 50 }: { page: number; size?: number },
) {
  const ofEvent = eq(privacyRequests.eventId, eventId)
  const total = await read.$count(privacyRequests, ofEvent)
  const rows = await read
    .select(shown)
    .from(privacyRequests)
    .innerJoin(attendees, eq(attendees.id, privacyRequests.attendeeId))
    .leftJoin(users, eq(users.id, privacyRequests.decidedBy))
    .where(ofEvent)
    .orderBy(
      sql`case when ${privacyRequests.state} = 'open' then 0 else 1 end`,
      asc(privacyRequests.dueAt),
      asc(privacyRequests.id),
    )
    .limit(size)
    .offset((page - 1) * size)
  return { rows, pages: Math.max(1, Math.ceil(total / size)) }
}

/** One request of this event; null when it is not there. */
export async function readRequest(read: Reader, { eventId }: EventScope, requestId: string | undefined) {
  const [request] = await read
    .select(shown)
    .from(privacyRequests)
    .innerJoin(attendees, eq(attendees.id, privacyRequests.attendeeId))
    .leftJoin(users, eq(users.id, privacyRequests.decidedBy))
    .where(and(eq(privacyRequests.eventId, eventId), eq(privacyRequests.id, requestId ?? '')))
  return request ?? null
}

/** What one attendee has asked, newest first. */
export function readOwnRequests(read: Reader, attendeeId: string) {
  return read
    .select({
      id: privacyRequests.id,
      kind: privacyRequests.kind,
      state: privacyRequests.state,
      answer: privacyRequests.answer,
      dueAt: privacyRequests.dueAt,
      createdAt: privacyRequests.createdAt,
    })
    .from(privacyRequests)
    .where(eq(privacyRequests.attendeeId, attendeeId))
    .orderBy(desc(privacyRequests.createdAt))
}

/** Other events of the office in which the directory knows this person: erasing everywhere takes them out of those. */
export async function readOtherEvents(read: Reader, { officeId, eventIds, personId }: Subject) {
  if (!personId) return []
  const rows = await read
    .selectDistinct({ id: events.id, name: events.name })
    .from(attendees)
    .innerJoin(events, and(eq(events.id, attendees.eventId), eq(events.officeId, officeId)))
    .where(eq(attendees.personId, personId))
  return rows.filter(({ id }) => !eventIds.includes(id)).map(({ name }) => name)
}
