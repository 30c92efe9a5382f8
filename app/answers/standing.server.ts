import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#db/audit.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import {
  answers,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'
import { asItStands } from './offers.ts'

/**
 * Which invitation is answered, for which one of its people where it is not answered as a whole, and who acts: a guest's
 * scope is one; the desk's is made by `deskAnswering`.
 */
export type Answering = {
  officeId: string
  eventId: string
  invitationId: string
  attendeeId?: string | null
  actor: Actor
}

/**
 * How an invitation stands at this instant: what decisions about an answer to it are made from. An offer that was let
 * go by is over in it, whether or not the worker has looked since. Null when it is not this event's.
 */
export async function readStanding(read: Reader, { eventId, invitationId }: Answering, now: Date) {
  // One after the other: inside a transaction there is only one connection.
  const [found] = await read
    .select({
      invitation: invitations,
      event: { state: events.state, name: events.name },
      organisation: { name: organisations.name, email: organisations.email },
    })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(and(eq(invitations.id, invitationId), eq(invitations.eventId, eventId)))
  if (!found) return null
  const itsParts = await read
    .select()
    .from(parts)
    .where(eq(parts.eventId, eventId))
    .orderBy(asc(parts.position))
  const invited = await read
    .select()
    .from(invitationParts)
    .where(eq(invitationParts.invitationId, invitationId))
  const people = await read
    .select()
    .from(attendees)
    .where(eq(attendees.invitationId, invitationId))
    .orderBy(asc(attendees.rank), asc(attendees.id))
  const theirs = await read
    .select()
    .from(attendances)
    .where(
      inArray(
        attendances.attendeeId,
        people.map(({ id }) => id),
      ),
    )
  const attendancesNow = theirs.map((row) =>
    asItStands(
      row,
      found.event,
      itsParts.find(({ id }) => id === row.partId),
      now,
    ),
  )
  return { ...found, parts: itsParts, invited, people, attendances: attendancesNow }
}

export type Standing = NonNullable<Awaited<ReturnType<typeof readStanding>>>

/** Whether this answer was recorded before: the same form sent twice. */
export async function isRecorded(
  read: Reader,
  { invitationId, attendeeId }: Answering,
  requestId: string | null,
) {
  if (!requestId) return false
  const [row] = await read
    .select({ id: answers.id })
    .from(answers)
    .where(
      and(
        eq(answers.requestId, requestId),
        eq(answers.invitationId, invitationId),
        attendeeId ? eq(answers.attendeeId, attendeeId) : undefined,
      ),
    )
    .limit(1)
  return row !== undefined
}
