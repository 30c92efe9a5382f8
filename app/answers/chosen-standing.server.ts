import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { type AttendanceStatus, attendances, invitationParts } from '#db/schema/invitations.server.ts'
import type { Chosen } from './selection.server.ts'

type InPart = { id: string; partId: string; status: AttendanceStatus }

/** How people stand in each part by their attendance, and silent institutions by their own word; by row. */
export async function readStandingOf(read: Reader, some: readonly Chosen[]): Promise<Map<string, InPart[]>> {
  const people = some.flatMap(({ attendeeId }) => attendeeId ?? [])
  const silent = some.flatMap(({ attendeeId, invitationId }) => (attendeeId ? [] : (invitationId ?? [])))
  const rows = people.length
    ? await read
        .select({ id: attendances.attendeeId, partId: attendances.partId, status: attendances.status })
        .from(attendances)
        .where(inArray(attendances.attendeeId, people))
    : []
  const { invitationId: id, partId, status } = invitationParts
  const words = silent.length
    ? await read.select({ id, partId, status }).from(invitationParts).where(inArray(id, silent))
    : []
  return Map.groupBy<string, InPart>([...rows, ...words], (row) => row.id)
}
