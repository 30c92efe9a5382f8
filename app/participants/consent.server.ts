import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
export function mayBeListed(_read: Reader, id: SQLWrapper): SQL {
  return sql`${id} is not null`
}
