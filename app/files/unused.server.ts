import { and, eq, inArray, lt, or } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { files } from '#db/schema/files.server.ts'
import type { FileOwner } from './record.server.ts'
import type { FileStore } from './store.server.ts'

export type Stores = { database: Database; files: FileStore }

/** An upload takes seconds; a row that is unused after this long was left by a crash. In milliseconds. */
export const surelyOver = 60 * 60 * 1000

/**
 * Takes away the files `fileIds` and whatever a crash has left in this event, so far as nothing shows them. Runs after
 * the transaction that stopped showing them.
 */
export async function clearUnused(
  { database, files: store }: Stores,
  owner: FileOwner,
  { fileIds, now }: { fileIds: readonly string[]; now: Date },
): Promise<void> {
  const isLeft = lt(files.createdAt, new Date(now.getTime() - surelyOver))
  const rows = await database.read
    .select({ id: files.id, key: files.key })
    .from(files)
    .where(
      and(
        eq(files.eventId, owner.eventId),
        eq(files.bytes, 0),
        fileIds.length ? or(inArray(files.id, [...fileIds]), isLeft) : isLeft,
      ),
    )
  const gone: string[] = []
  for (const { id, key } of rows) {
    // What the user asked for is done; a file that cannot be removed now keeps its row, and a later act tries again.
    const isGone = await store.remove(key).then(
      () => true,
      () => false,
    )
    if (isGone) gone.push(id)
  }
  if (gone.length) await database.write((tx) => tx.delete(files).where(inArray(files.id, gone)))
}
