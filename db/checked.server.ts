import { type SQL, sql } from 'drizzle-orm'

/**
 * A condition that is checked on rows found by the others, and never the way to them. Where a table has no statistics
 * yet, SQLite takes an equal event or office for a narrower way in than fifty ids, and reads a hundred thousand rows.
 */
export function checked(condition: SQL | undefined): SQL {
  return sql`(${condition}) is true`
}
