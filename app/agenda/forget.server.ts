import { and, eq, inArray, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { releasedItems, releases } from '#db/schema/releases.server.ts'
import type { AgendaItem, AgendaRole } from './read.server.ts'

export type Forgotten = {
  eventIds: readonly string[]
  attendeeIds: readonly string[]
  speakerIds: readonly string[]
  personId: string | null
  /** Whether a column holds one of their ids or names. */
  isIn(column: SQLWrapper): SQL
  /** Whether a name written in is theirs. */
  bears(name: string): boolean
  /** What another system's file told, without what it told of them. */
  without(told: unknown): unknown
}

/** Takes somebody out of every version that names them: the one change a version ever sees. How many roles are gone. */
export async function forgetInReleases(tx: Tx, who: Forgotten): Promise<number> {
  let gone = 0
  for (const { releaseId, itemId, content } of await theirItems(tx, who)) {
    const item = content as AgendaItem
    const roles = item.roles.filter((role) => !isTheirs(role, who))
    gone += item.roles.length - roles.length
    await tx
      .update(releasedItems)
      .set({ content: { ...item, roles, foreign: who.without(item.foreign) } })
      .where(and(eq(releasedItems.releaseId, releaseId), eq(releasedItems.itemId, itemId)))
  }
  return gone
}

/** By their record; a name that was written in, without one, by its words. */
export function isTheirs(
  {
    attendeeId,
    speakerId,
    personId,
    names,
  }: Pick<AgendaRole, 'attendeeId' | 'speakerId' | 'personId' | 'names'>,
  who: Forgotten,
): boolean {
  if (attendeeId && who.attendeeIds.includes(attendeeId)) return true
  if (speakerId && who.speakerIds.includes(speakerId)) return true
  if (attendeeId || personId) return personId !== null && personId === who.personId
  return Object.values(names).some((script) => who.bears(script?.full ?? ''))
}

function theirItems(read: Reader, { eventIds, isIn }: Forgotten) {
  return read
    .select({
      releaseId: releasedItems.releaseId,
      itemId: releasedItems.itemId,
      content: releasedItems.content,
    })
    .from(releasedItems)
    .innerJoin(releases, eq(releases.id, releasedItems.releaseId))
    .where(and(inArray(releases.eventId, [...eventIds]), isIn(releasedItems.content)))
}
