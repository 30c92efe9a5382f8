import { and, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { exhibitLocks } from '#db/schema/exhibit-reviews.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { note } from '../../events/note.server.ts'
import { lockForWriting } from '../content/lock.server.ts'
import { lockableParts, touchedLocks } from './locks.ts'

/** The parts that an exhibit's team sees and does not change. */
export async function readLocks(read: Reader, exhibitId: string): Promise<string[]> {
  const rows = await read
    .select({ part: exhibitLocks.part })
    .from(exhibitLocks)
    .where(eq(exhibitLocks.exhibitId, exhibitId))
  return rows.map(({ part }) => part)
}

/** Whether a write to these paths of a document is its team's to make. An editor writes everything. */
export async function mayWritePaths(
  tx: Tx,
  { actor }: EventScope,
  exhibitId: string,
  paths: readonly string[],
): Promise<boolean> {
  if (actor.kind !== 'token') return true
  return touchedLocks(await readLocks(tx, exhibitId), paths).length === 0
}

/** Locks exactly these parts for the team; what is no part of the exhibit is left out. Refused: `notFound`. */
export async function setLocks(
  tx: Tx,
  scope: EventScope,
  { exhibitId, parts, now }: { exhibitId: string; parts: readonly string[]; now: Date },
) {
  const locked = await lockForWriting(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const before = await readLocks(tx, exhibitId)
  const after = lockableParts(locked.draft.content).filter((part) => parts.includes(part))
  const gone = before.filter((part) => !after.includes(part))
  const ofExhibit = eq(exhibitLocks.exhibitId, exhibitId)
  if (gone.length) await tx.delete(exhibitLocks).where(and(ofExhibit, inArray(exhibitLocks.part, gone)))
  const added = after.filter((part) => !before.includes(part))
  if (added.length)
    await tx.insert(exhibitLocks).values(added.map((part) => ({ exhibitId, part, createdAt: now })))
  if (gone.length || added.length)
    await note(tx, scope, { action: 'exhibit.lock', subjectId: exhibitId, before, after, now })
  return { ok: true } as const
}
