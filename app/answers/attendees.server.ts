import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import type { GuestScope } from './scope.server.ts'

/**
 * The attendees for whom the holder of a link may speak: with their own link, only that one; with a person's
 * invitation, its person, or whoever comes in their place once that is settled; with an organisation's, its delegates
 * and alternates in order. Who was refused, taken off the list or still waits for the organiser's word is not among them.
 */
export async function attendeesOf(
  read: Reader,
  { eventId, invitationId, attendeeId, isOrganisation }: GuestScope,
) {
  const rows = await read
    .select({
      id: attendees.id,
      source: attendees.source,
      seat: attendees.seat,
      honorific: attendees.honorific,
      names: attendees.names,
      email: attendees.email,
      language: attendees.language,
    })
    .from(attendees)
    .where(
      and(
        eq(attendees.eventId, eventId),
        eq(attendees.invitationId, invitationId),
        inArray(attendees.seat, ['delegate', 'alternate']),
      ),
    )
    .orderBy(asc(attendees.rank), asc(attendees.id))
  if (attendeeId) return rows.filter(({ id }) => id === attendeeId)
  if (isOrganisation) return rows
  const substitutes = rows.filter(({ source }) => source === 'substitute')
  return substitutes.length ? substitutes : rows.filter(({ source }) => source === 'invitation')
}

export type SpokenFor = Awaited<ReturnType<typeof attendeesOf>>[number]
