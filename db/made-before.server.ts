import { and, eq, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Reader } from './client.server.ts'

/**
 * The answer to a form that comes again: its row stands already, under the id that the form carries. Null when it does
 * not; `notFound` when a row outside `ours` bears that id. Ask under a lock, or two at once both hear null.
 */
export async function madeBefore(
  read: Reader,
  table: PgTable & { id: PgColumn },
  { id, ours }: { id: string; ours: SQL | undefined },
) {
  const isIt = eq(table.id, id)
  if (!(await read.$count(table, isIt))) return null
  if (await read.$count(table, and(isIt, ours))) return { ok: true, id } as const
  return { ok: false, reason: 'notFound' } as const
}
