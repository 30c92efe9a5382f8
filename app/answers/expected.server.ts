import { and, count, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { agendaRoles } from '#db/schema/agenda.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import type { Absent, Expected } from '../agenda/warnings.ts'

/**
 * What the answers tell an agenda's editor: how many are coming to each part, and which of those with a role said that
 * they are not.
 */
export async function readExpected(
  read: Reader,
  eventId: string,
): Promise<{ expected: Expected; absent: Absent }> {
  const coming = await read
    .select({ partId: attendances.partId, count: count() })
    .from(attendances)
    .where(and(eq(attendances.eventId, eventId), eq(attendances.status, 'accepted')))
    .groupBy(attendances.partId)
  const away = await read
    .selectDistinct({ attendeeId: attendances.attendeeId, partId: attendances.partId })
    .from(attendances)
    .innerJoin(agendaRoles, eq(agendaRoles.attendeeId, attendances.attendeeId))
    .where(and(eq(agendaRoles.eventId, eventId), inArray(attendances.status, ['declined', 'cancelled'])))
  return {
    expected: Object.fromEntries(coming.map(({ partId, count: people }) => [partId, people])),
    absent: new Set(away.map(({ attendeeId, partId }) => `${attendeeId} ${partId}`)),
  }
}
