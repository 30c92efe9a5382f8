import { eq, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { LRUCache } from 'lru-cache'
import type { Reader } from '#db/client.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'

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

type Kept = { revision: number; madeAt: number; cost: number; value: Promise<unknown> }

// One memory for each connection, so that a test's database never answers for another's. Two worlds of modules keep
// two of them; each is right, since the revision is read anew every time.
const memories = new WeakMap<Reader, LRUCache<string, Kept>>()

/** An event with more invitations than this counts as large: its figures are remembered. */
const large = 2000
/** How long figures of a large event may lag behind, as a multiple of the time it takes to make them anew. */
const patience = 20

/**
 * Figures over a whole event. A small event's are made anew each time. A large event's are remembered until its revision
 * rises, and then for at most twenty times as long as counting took, so that counting never takes more than a
 * twentieth of the time, however fast answers come in. Only for what every write of which raises the revision.
 */
export async function counted<Value>(
  read: Reader,
  event: { id: string; revision: number },
  name: string,
  count: () => Promise<Value>,
): Promise<Value> {
  if (!(await isLarge(read, event.id))) return count()
  const memory = memories.get(read) ?? new LRUCache<string, Kept>({ max: 2000 })
  memories.set(read, memory)
  const key = `${event.id} ${name}`
  const known = memory.get(key)
  if (known && (known.revision === event.revision || isFresh(known))) return known.value as Promise<Value>
  const begun = performance.now()
  const kept: Kept = {
    revision: event.revision,
    madeAt: begun,
    cost: Number.POSITIVE_INFINITY,
    value: begin(count),
  }
  memory.set(key, kept)
  try {
    const value = await kept.value
    kept.cost = performance.now() - begun
    return value as Value
  } catch (error) {
    memory.delete(key)
    throw error
  }
}

/** A query of drizzle's is run anew each time it is awaited; a promise of it is not. */
async function begin<Value>(count: () => Promise<Value>): Promise<Value> {
  return await count()
}

function isFresh({ madeAt, cost }: Kept): boolean {
  return performance.now() - madeAt < patience * cost
}

// Invitations are withdrawn, never removed: what is large stays so.
const largeOnes = new WeakMap<Reader, Set<string>>()

/** Whether an event has so many invitations that its figures are remembered. */
export async function isLarge(read: Reader, eventId: string): Promise<boolean> {
  const known = largeOnes.get(read) ?? new Set()
  largeOnes.set(read, known)
  if (known.has(eventId)) return true
  const isSo = (await countUpTo(read, invitations, eq(invitations.eventId, eventId), large)) > large
  if (isSo) known.add(eventId)
  return isSo
}
