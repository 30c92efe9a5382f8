import { keepDocument, readDocument } from '#app/files/document.server.ts'
import type { FileStore } from '#app/files/store.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { now } from './builders.ts'

/** The least that passes for each kind of document. */
export const aPdf = new TextEncoder().encode('%PDF-1.7\n%%EOF\n')

/** A document kept in the store, to which something leads; its id. */
export async function aDocument(
  stores: { database: Database; files: FileStore },
  owner: { officeId: string; eventId?: string | null },
  { name = 'scan.pdf', bytes = aPdf }: { name?: string; bytes?: Uint8Array } = {},
): Promise<string> {
  const read = readDocument(bytes)
  if (!read.ok) throw new Error(read.reason)
  const id = newId()
  const keeping = { id, name, bytes, mediaType: read.kind.mediaType, now }
  await keepDocument(stores, owner, keeping, async () => ({ ok: true }))
  return id
}
