import { readBytes } from '#app/files/document.server.ts'
import type { FileStore } from '#app/files/store.server.ts'
import type { StoredMessage } from './mime.ts'

export type Enclosed = { filename: string; contentType: string; content: Buffer }

/**
 * The files that go with a message, fetched when it is about to leave, so that no more of them are in memory than there
 * are connections. Null when the store has lost one: without it the mail would say what is not true.
 */
export async function readEnclosed(
  files: FileStore | undefined,
  { enclosures }: Pick<StoredMessage, 'enclosures'>,
): Promise<Enclosed[] | null> {
  const enclosed: Enclosed[] = []
  for (const { key, name, mediaType, bytes } of enclosures ?? []) {
    const content = files ? await readBytes(files, { key }) : null
    if (content?.length !== bytes) return null
    enclosed.push({ filename: name, contentType: mediaType, content: Buffer.from(content) })
  }
  return enclosed
}
