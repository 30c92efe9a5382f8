import { and, asc, eq, inArray, isNotNull, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'

// Whose place somebody is to take.
const guest = alias(attendees, 'guest')

const waits = or(eq(attendees.seat, 'requested'), isNotNull(attendees.wrongRecipientAt))

/**
 * What waits for the organiser's word, the oldest first: names beyond an institution's seats, substitutes, and own
 * links of delegates that reached somebody else. At most 500, which nobody decides in one sitting.
 */
export function readOpenRequests(read: Reader, { eventId }: EventScope) {
  return read
    .select({
      id: attendees.id,
      invitationId: invitations.id,
      source: attendees.source,
      seat: attendees.seat,
      honorific: attendees.honorific,
      names: attendees.names,
      position: attendees.position,
      organisationName: attendees.organisationName,
      email: attendees.email,
      phone: attendees.phone,
      wrongRecipientAt: attendees.wrongRecipientAt,
      organisation: organisations.name,
      inPlaceOf: guest.names,
      seats: invitations.seats,
      at: attendees.createdAt,
    })
    .from(attendees)
    .innerJoin(invitations, and(eq(invitations.id, attendees.invitationId), ne(invitations.state, 'revoked')))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(guest, eq(guest.id, attendees.substituteFor))
    .where(and(eq(attendees.eventId, eventId), waits))
    .orderBy(asc(attendees.createdAt), asc(attendees.id))
    .limit(500)
}

/** Invitations whose link reached somebody it is not for. */
export function readWrongRecipients(read: Reader, { eventId }: EventScope) {
  return read
    .select({
      invitationId: invitations.id,
      at: invitations.wrongRecipientAt,
      names: attendees.names,
      organisation: organisations.name,
    })
    .from(invitations)
    .leftJoin(attendees, and(eq(attendees.invitationId, invitations.id), eq(attendees.source, 'invitation')))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(
      and(
        eq(invitations.eventId, eventId),
        isNotNull(invitations.wrongRecipientAt),
        ne(invitations.state, 'revoked'),
      ),
    )
    .orderBy(asc(invitations.wrongRecipientAt), asc(invitations.id))
    .limit(500)
}

/** How many `readOpenRequests` would show. */
export async function countOpenRequests(read: Reader, { eventId }: EventScope): Promise<number> {
  const live = read
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.eventId, eventId), ne(invitations.state, 'revoked')))
  const isOpen = and(eq(attendees.eventId, eventId), waits, inArray(attendees.invitationId, live))
  return Number(await read.$count(attendees, isOpen))
}
