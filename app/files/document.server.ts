import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { type DocumentKind, type DocumentRefusal, documentKinds, largestDocument } from './document.ts'
import { newFileKey } from './picture.server.ts'
import type { FileStore } from './store.server.ts'
import { type Stores, surelyOver } from './unused.server.ts'

/** Whose a document is; an `EventScope` and a guest's scope are such. Without event: the office's. */
export type DocumentOwner = { officeId: string; eventId?: string | null }
export type KeptDocument = typeof documents.$inferSelect

/** What an upload is by its first bytes. Refused: nothing, too much, and whatever is none of `documentKinds`. */
export function readDocument(
  bytes: Uint8Array,
): { ok: true; kind: DocumentKind } | { ok: false; reason: DocumentRefusal } {
  if (!bytes.length) return { ok: false, reason: 'noDocument' }
  if (bytes.length > largestDocument) return { ok: false, reason: 'tooLargeDocument' }
  const extension = extensionOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const kind = documentKinds.find((one) => one.extension === extension)
  return kind ? { ok: true, kind } : { ok: false, reason: 'notADocument' }
}

function extensionOf(bytes: Buffer): string | null {
  const starts = (magic: string) => bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))
  if (starts('%PDF-')) return 'pdf'
  if (starts('\xff\xd8\xff')) return 'jpg'
  if (starts('\x89PNG\r\n\x1a\n')) return 'png'
  // A Word document is a zip that names these two; one with macros names a third.
  const isWord =
    starts('PK\x03\x04') && bytes.includes('word/document.xml') && bytes.includes('[Content_Types].xml')
  return isWord && !bytes.includes('vbaProject.bin') ? 'docx' : null
}

type Keeping = { id?: string; name: string; bytes: Uint8Array; mediaType: string; now: Date }

/**
 * Lays a document into the store and, in one transaction with it, does what leads to it: `use` gets the id. When that
 * is refused or fails, nothing is kept. What was checked by `readDocument` comes in as `mediaType`.
 */
export function keepDocument<Outcome extends { ok: boolean }>(
  stores: Stores,
  owner: DocumentOwner,
  { now, ...file }: Keeping,
  use: (tx: Tx, documentId: string) => Promise<Outcome>,
): Promise<Outcome> {
  return keepDocuments(stores, owner, { files: [file], now }, (tx, [kept]) => use(tx, kept?.id ?? ''))
}

type KeepingMany = { files: readonly Omit<Keeping, 'now'>[]; now: Date }

/** The same for several documents at once: all are kept, or none. */
export async function keepDocuments<Outcome extends { ok: boolean }>(
  stores: Stores,
  owner: DocumentOwner,
  { files, now }: KeepingMany,
  use: (tx: Tx, kept: KeptDocument[]) => Promise<Outcome>,
): Promise<Outcome> {
  const { officeId, eventId = null } = owner
  const rows = files.map(({ id = newId(), name, mediaType }) => {
    const key = newFileKey()
    return { id, officeId, eventId, key, name: name.slice(0, 200), mediaType, bytes: 0, createdAt: now }
  })
  // The rows come first, so that there are never bytes that nobody knows of.
  await stores.database.write((tx) => tx.insert(documents).values(rows))
  try {
    await Promise.all(
      files.map(({ bytes, mediaType }, index) =>
        stores.files.put(`${rows[index]?.key}/document`, bytes, mediaType),
      ),
    )
    const kept = rows.map((row, index) => ({ ...row, bytes: files[index]?.bytes.length ?? 0 }))
    return await stores.database.write(async (tx) => {
      const outcome = await use(tx, kept)
      if (outcome.ok)
        for (const { id, bytes } of kept)
          await tx.update(documents).set({ bytes }).where(eq(documents.id, id))
      return outcome
    })
  } finally {
    await clearDocuments(stores, owner, { ids: rows.map(({ id }) => id), now })
  }
}

/** Says that nothing leads to these documents any more; `clearDocuments` then takes their bytes away. */
export async function releaseDocuments(tx: Tx, owner: DocumentOwner, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx
    .update(documents)
    .set({ bytes: 0 })
    .where(and(isOf(owner), inArray(documents.id, [...ids])))
}

/** Takes away those of `ids`, and of what a crash has left, that nothing leads to. Runs after the transaction. */
export async function clearDocuments(
  { database, files }: Stores,
  owner: DocumentOwner,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<void> {
  const isLeft = lt(documents.createdAt, new Date(now.getTime() - surelyOver))
  const isAsked = ids.length ? inArray(documents.id, [...ids]) : undefined
  const rows = await database.read
    .select({ id: documents.id, key: documents.key })
    .from(documents)
    .where(and(isOf(owner), eq(documents.bytes, 0), or(isAsked, isLeft)))
  const gone: string[] = []
  for (const { id, key } of rows) {
    // What cannot be removed now keeps its row, and a later act tries again.
    const isGone = await files.remove(key).then(
      () => true,
      () => false,
    )
    if (isGone) gone.push(id)
  }
  if (gone.length) await database.write((tx) => tx.delete(documents).where(inArray(documents.id, gone)))
}

/** A document of this event or office that something leads to; null when there is none such. */
export async function findDocument(read: Reader, owner: DocumentOwner, id: string | undefined) {
  const [found] = await read
    .select()
    .from(documents)
    .where(and(isOf(owner), eq(documents.id, id ?? '')))
  return found?.bytes ? found : null
}

/** The bytes of a document; null when the store has lost them. */
export function readBytes(files: FileStore, { key }: Pick<KeptDocument, 'key'>): Promise<Uint8Array | null> {
  return files.get(`${key}/document`)
}

function isOf({ officeId, eventId }: DocumentOwner) {
  return and(
    eq(documents.officeId, officeId),
    eventId ? eq(documents.eventId, eventId) : isNull(documents.eventId),
  )
}
