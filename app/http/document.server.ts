import { type KeptDocument, readBytes } from '../files/document.server.ts'
import { downloadName } from '../files/document.ts'
import type { FileStore } from '../files/store.server.ts'

/**
 * A document to be saved and never shown here, for a route that has asked who may. 404 when the store has lost it. The
 * policy keeps even a file that is not what it says from doing anything. Saved as `otherwise` where its name has no Latin
 * letter.
 */
export async function answerDocument(
  files: FileStore,
  document: KeptDocument,
  otherwise?: string,
): Promise<Response> {
  const bytes = await readBytes(files, document)
  if (!bytes) return new Response(null, { status: 404 })
  const name = downloadName(document.name, document.mediaType, otherwise)
  return answerFile(bytes, { mediaType: document.mediaType, name })
}

/** A file made for whoever asks, to be saved under `name` (ASCII). */
export function answerFile(
  body: Uint8Array | ReadableStream<Uint8Array>,
  { mediaType, name, isInline = false }: { mediaType: string; name: string; isInline?: boolean },
): Response {
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': mediaType,
      ...(body instanceof Uint8Array && { 'Content-Length': String(body.length) }),
      'Content-Disposition': `${isInline ? 'inline' : 'attachment'}; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  })
}
