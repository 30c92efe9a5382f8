import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Reader } from '#db/client.server.ts'
import { eventCounts } from '#db/schema/counts.server.ts'
import type { AttendanceStatus, InvitationState } from '#db/schema/invitations.server.ts'

/** How many rows an event has, from a table that every write keeps: a hundred thousand are as quickly told as ten. */
export async function readCounts(read: Reader, eventId: string) {
  const rows = await read
    .select()
    .from(eventCounts)
    .where(and(eq(eventCounts.eventId, eventId), gt(eventCounts.n, 0)))
  const all = (of: 'invitation' | 'attendee', ...states: InvitationState[]) =>
    rows
      .filter((row) => row.of === of && (!states.length || states.some((state) => state === row.state)))
      .reduce((total, { n }) => total + n, 0)
  return {
    attendees: all('attendee'),
    invitations: all('invitation'),
    liveInvitations: all('invitation', 'draft', 'sent'),
    attendances: rows.flatMap(({ of, partId, state, n }) =>
      of === 'attendance' ? { partId, status: state as AttendanceStatus, n } : [],
    ),
  }
}

/** From this many invitations on an event is large: what nobody keeps count of is then told as “1,000+”. */
const large = 2000

/** Whether an event has so many invitations that not everything about it is counted to the end. */
export async function isLarge(read: Reader, eventId: string): Promise<boolean> {
  return (await readCounts(read, eventId)).invitations > large
}

/** From this many on, a count over rows nobody keeps count of is told as “1,000+”. */
export const countedTo = 1000

/** How many rows there are, looking at no more than one beyond `most`: that one means “more than that”. */
export async function countUpTo(
  read: Reader,
  table: PgTable,
  where: SQL | undefined,
  most = countedTo,
): Promise<number> {
  const some = read
    .select({ one: sql`1`.as('one') })
    .from(table)
    .where(where)
    .limit(most + 1)
    .as('some')
  const [row] = await read.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some)
  return row?.n ?? 0
}
