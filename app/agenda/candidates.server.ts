import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { namesFound, personsMatching } from '../directory/read.server.ts'

const most = 12

/**
 * Whom an editor may mean by these words: the event's guests first, for those who may see guests, then the directory.
 * At most twelve of each; a guest who stands in the directory too is named once, as a guest.
 */
export async function findCandidates(read: Reader, scope: EventScope, search: string) {
  const words = search.trim()
  if (!words) return null
  const [guests, directory] = await Promise.all([
    scope.can.has('guests.view') ? guestsFound(read, scope, words) : [],
    personsMatching(read, scope, { search: words }, 1, most),
  ])
  const known = new Set(guests.map(({ personId }) => personId))
  const persons = directory.rows
    .filter(({ id }) => !known.has(id))
    .map(({ id, honorific, names, position, organisationName }) => ({
      id,
      honorific,
      names,
      position,
      organisationName: organisationName ?? {},
    }))
  return {
    guests: guests.slice(0, most),
    persons,
    /** Not everybody is shown: a longer name finds fewer. */
    hasMore: guests.length > most || directory.total > directory.rows.length,
  }
}

export type Candidates = NonNullable<Awaited<ReturnType<typeof findCandidates>>>

/** Those of a withdrawn invitation are no guests any more. */
function guestsFound(read: Reader, scope: EventScope, search: string) {
  const live = read
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.eventId, scope.eventId), inArray(invitations.state, ['draft', 'sent'])))
  return read
    .select({
      id: attendees.id,
      personId: attendees.personId,
      honorific: attendees.honorific,
      names: attendees.names,
      position: attendees.position,
      organisationName: attendees.organisationName,
    })
    .from(attendees)
    .where(
      and(
        eq(attendees.eventId, scope.eventId),
        namesFound(search, attendees.searchKey),
        or(isNull(attendees.invitationId), inArray(attendees.invitationId, live)),
      ),
    )
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
    .limit(most + 1)
}
