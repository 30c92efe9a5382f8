import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'

/** True of an attendee who has agreed to stand in a list that leaves the office: of nobody, as long as nobody is asked. */
export function mayBeListed(_read: Reader, attendeeId: SQLWrapper): SQL {
  return sql`${attendeeId} is null`
}
