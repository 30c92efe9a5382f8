import { and, eq, inArray, lt } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { agendaImportItems, agendaImports } from '#db/schema/agenda-imports.server.ts'

/** So long an upload waits for somebody to take or discard it: a week, in milliseconds. */
const patience = 7 * 86_400_000

/** Discards uploads that nobody has taken within a week: they hold names that no agenda has. How many. */
export async function discardStaleImports(database: Database, now: Date): Promise<number> {
  const isStale = and(
    eq(agendaImports.state, 'open'),
    lt(agendaImports.createdAt, new Date(now.getTime() - patience)),
  )
  // Nothing to do is the rule, and needs no writer.
  if (!(await database.read.$count(agendaImports, isStale))) return 0
  return database.write(async (tx) => {
    const stale = await tx
      .update(agendaImports)
      .set({ state: 'discarded', head: {}, confirmedAt: now })
      .where(isStale)
      .returning({ id: agendaImports.id })
    const ids = stale.map(({ id }) => id)
    if (ids.length) await tx.delete(agendaImportItems).where(inArray(agendaImportItems.importId, ids))
    return ids.length
  })
}
