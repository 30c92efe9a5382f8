import { and, eq, inArray, like, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { releasedItems, releases } from '#db/schema/releases.server.ts'
import type { AgendaItem, AgendaRole } from './read.server.ts'

type Somebody = { eventIds: readonly string[]; attendeeIds: readonly string[]; personId: string | null }

/** Takes somebody out of every version that names them: the one change a version ever sees. How many roles are gone. */
export async function forgetInReleases(tx: Tx, who: Somebody): Promise<number> {
  let gone = 0
  for (const { releaseId, itemId, content } of await theirItems(tx, who)) {
    const item = content as AgendaItem
    const roles = item.roles.filter((role) => !isTheirs(role, who))
    gone += item.roles.length - roles.length
    await tx
      .update(releasedItems)
      .set({ content: { ...item, roles } })
      .where(and(eq(releasedItems.releaseId, releaseId), eq(releasedItems.itemId, itemId)))
  }
  return gone
}

function isTheirs({ attendeeId, personId }: AgendaRole, who: Somebody): boolean {
  if (attendeeId && who.attendeeIds.includes(attendeeId)) return true
  return personId !== null && personId === who.personId
}

async function theirItems(read: Reader, { eventIds, attendeeIds, personId }: Somebody) {
  const text = sql`cast(${releasedItems.content} as text)`
  const ids = [...attendeeIds, ...(personId ? [personId] : [])]
  if (ids.length === 0 || eventIds.length === 0) return []
  return read
    .select({
      releaseId: releasedItems.releaseId,
      itemId: releasedItems.itemId,
      content: releasedItems.content,
    })
    .from(releasedItems)
    .innerJoin(releases, eq(releases.id, releasedItems.releaseId))
    .where(and(inArray(releases.eventId, [...eventIds]), or(...ids.map((id) => like(text, `%${id}%`)))))
}
