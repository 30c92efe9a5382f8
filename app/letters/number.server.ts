import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { letterCounters } from '#db/schema/letters.server.ts'

/**
 * Draws the next `count` numbers of the office's year and returns the first. The counter's row is held until the
 * transaction ends, and one that fails takes its numbers back: so there is neither gap nor double.
 */
export async function drawNumbers(
  tx: Tx,
  { officeId, way, year, count }: { officeId: string; way: 'out' | 'in'; year: number; count: number },
): Promise<number> {
  const [row] = await tx
    .insert(letterCounters)
    .values({ officeId, way, year, last: count })
    .onConflictDoUpdate({
      target: [letterCounters.officeId, letterCounters.way, letterCounters.year],
      set: { last: sql`${letterCounters.last} + ${count}` },
    })
    .returning({ last: letterCounters.last })
  if (!row) throw new Error('No number was drawn')
  return row.last - count + 1
}
