import { and, asc, eq, ne } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'

/** How many are shown at the desk; nobody writes for more booths than they can remember. */
const mostShown = 50

/**
 * The exhibits whose team bears the address of an account. Whoever owns the mailbox owns the links that were mailed to it,
 * so their desk may show them; at the events themselves it gives them no rights. `email` is an account's, in lower case.
 */
export function readOwnBooths(read: Reader, email: string) {
  return read
    .select({
      id: exhibitTeams.id,
      tokenVersion: exhibitTeams.tokenVersion,
      title: exhibits.title,
      state: exhibits.state,
      ahead: exhibits.ahead,
      dueAt: exhibits.dueAt,
      event: events.name,
      zone: events.zone,
    })
    .from(exhibitTeams)
    .innerJoin(exhibits, eq(exhibits.id, exhibitTeams.exhibitId))
    .innerJoin(events, eq(events.id, exhibitTeams.eventId))
    .where(and(eq(exhibitTeams.email, email), ne(events.state, 'cancelled')))
    .orderBy(asc(exhibitTeams.createdAt), asc(exhibitTeams.id))
    .limit(mostShown)
}
