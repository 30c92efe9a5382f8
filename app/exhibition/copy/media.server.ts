import { eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { exhibitMedia } from '#db/schema/exhibit-content.server.ts'
import { files } from '#db/schema/files.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { clearDocuments } from '../../files/document.server.ts'
import { newFileKey } from '../../files/picture.server.ts'
import { clearUnused, type Stores } from '../../files/unused.server.ts'

type FileRow = typeof files.$inferSelect
type DocumentRow = typeof documents.$inferSelect

/** A picture or document of an exhibit, and the copy of it that is being made: its ids, rows and folder. */
export type MediumCopy = {
  of: string
  id: string
  fromKey: string
  file: FileRow | null
  document: DocumentRow | null
  /** What it weighs; the new row says 0 as long as nothing leads to it. */
  bytes: number
}

/** What to copy of these pictures and documents for another event, each with rows of its own. */
export async function plannedCopies(
  read: Reader,
  to: EventScope,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<MediumCopy[]> {
  if (!ids.length) return []
  const rows = await read
    .select({ id: exhibitMedia.id, file: files, document: documents })
    .from(exhibitMedia)
    .leftJoin(files, eq(files.id, exhibitMedia.fileId))
    .leftJoin(documents, eq(documents.id, exhibitMedia.documentId))
    .where(inArray(exhibitMedia.id, [...ids]))
  const fresh = () => ({ id: newId(), eventId: to.eventId, key: newFileKey(), bytes: 0, createdAt: now })
  return rows.flatMap(({ id: of, file, document }) => {
    const original = file ?? document
    if (!original) return []
    return {
      ...{ of, id: newId(), fromKey: original.key, bytes: original.bytes },
      file: file && { ...file, ...fresh() },
      document: document && { ...document, ...fresh() },
    }
  })
}

/**
 * Lays the copies into the store and runs the act that shows them. Each event has bytes of its own, so that what becomes
 * of one never takes a picture from the other. When the act is refused or fails, the copies go again.
 */
export async function copyMedia<Outcome>(
  stores: Stores,
  to: EventScope,
  { copies, now }: { copies: readonly MediumCopy[]; now: Date },
  show: () => Promise<Outcome>,
): Promise<Outcome> {
  const fileRows = copies.flatMap(({ file }) => file ?? [])
  const documentRows = copies.flatMap(({ document }) => document ?? [])
  // The rows come first, so that there are never bytes that nobody knows of.
  await stores.database.write(async (tx) => {
    for (const rows of inSlices(fileRows)) await tx.insert(files).values(rows)
    for (const rows of inSlices(documentRows)) await tx.insert(documents).values(rows)
  })
  try {
    for (const { fromKey, file, document } of copies)
      await stores.files.copy(fromKey, (file ?? document)?.key ?? '')
    return await show()
  } finally {
    await clearUnused(stores, to, { fileIds: fileRows.map(({ id }) => id), now })
    await clearDocuments(stores, to, { ids: documentRows.map(({ id }) => id), now })
  }
}

/** Gives an exhibit its copies, which count as shown from now on. */
export async function claimCopies(
  tx: Tx,
  { exhibitId, copies, now }: { exhibitId: string; copies: readonly MediumCopy[]; now: Date },
): Promise<void> {
  const media = copies.map(({ id, file, document }) => ({
    ...{ id, exhibitId, fileId: file?.id ?? null, documentId: document?.id ?? null, createdAt: now },
  }))
  const shownFiles = copies.flatMap(({ file, bytes }) => (file ? { ...file, bytes } : []))
  const shownDocuments = copies.flatMap(({ document, bytes }) => (document ? { ...document, bytes } : []))
  const set = { bytes: sql`excluded.bytes` }
  for (const rows of inSlices(media)) await tx.insert(exhibitMedia).values(rows)
  for (const rows of inSlices(shownFiles))
    await tx.insert(files).values(rows).onConflictDoUpdate({ target: files.id, set })
  for (const rows of inSlices(shownDocuments))
    await tx.insert(documents).values(rows).onConflictDoUpdate({ target: documents.id, set })
}

const atOnce = 200

/** As many rows as one statement takes. */
function inSlices<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, n) =>
    rows.slice(n * atOnce, (n + 1) * atOnce),
  )
}
