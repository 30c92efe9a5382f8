import { and, asc, count, eq, gt, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'

// Whose place somebody is to take.
const guest = alias(attendees, 'guest')

/** Each half as an index has it: `attendees_delegations`, word for word, and `attendees_wrong_recipient`. */
function waits(eventId: string): SQL | undefined {
  const isHere = eq(attendees.eventId, eventId)
  return or(
    and(isHere, sql`${attendees.source} <> 'invitation'`, eq(attendees.seat, 'requested')),
    and(isHere, reachedAnother(attendees.wrongRecipientAt)),
  )
}

/** When a link reached somebody else, as a range: it is what leads SQLite to the index of just those. */
export function reachedAnother(
  at: typeof attendees.wrongRecipientAt | typeof invitations.wrongRecipientAt,
): SQL | undefined {
  return and(isNotNull(at), gt(at, new Date(0)))
}

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
    .where(waits(eventId))
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
        reachedAnother(invitations.wrongRecipientAt),
        ne(invitations.state, 'revoked'),
      ),
    )
    .orderBy(asc(invitations.wrongRecipientAt), asc(invitations.id))
    .limit(500)
}

/** How many `readOpenRequests` would show. */
export async function countOpenRequests(read: Reader, { eventId }: EventScope): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(attendees)
    .innerJoin(invitations, and(eq(invitations.id, attendees.invitationId), ne(invitations.state, 'revoked')))
    .where(waits(eventId))
  return Number(row?.n ?? 0)
}
