import { createHash } from 'node:crypto'
import { acceptedEncoding, compressed, type Encoding, isCompressible } from './encoding.server.ts'

type Sendable = { bytes: Uint8Array; headers: Record<string, string> }

/** Bytes kept to be sent many times: compressed once, with headers ready for each compression. */
export type StoredBody = {
  identity: Sendable
  br?: Sendable
  gzip?: Sendable
  etag: string
  size: number
}

export async function storeBody(
  identity: Uint8Array,
  given: Record<string, string>,
  quality: number,
): Promise<StoredBody> {
  // Weak: the same page in another compression is another sequence of bytes.
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  const Vary = given.Vary ? `${given.Vary}, Accept-Encoding` : 'Accept-Encoding'
  const sendable = (bytes: Uint8Array, encoding: Encoding): Sendable => ({
    bytes,
    headers: {
      ...given,
      ETag: etag,
      Vary,
      'Content-Length': String(bytes.length),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
  })
  const plain = sendable(identity, 'identity')
  if (!isCompressible(given['Content-Type'] ?? null, identity.length))
    return { identity: plain, etag, size: identity.length }
  const [br, gzip] = await Promise.all([
    compressed(identity, 'br', quality),
    compressed(identity, 'gzip', quality),
  ])
  return {
    identity: plain,
    br: sendable(br, 'br'),
    gzip: sendable(gzip, 'gzip'),
    etag,
    size: identity.length + br.length + gzip.length,
  }
}

export function answerStored(request: Request, stored: StoredBody): Response {
  const { bytes, headers } = stored[acceptedEncoding(request)] ?? stored.identity
  if (isUnchanged(request, stored.etag)) {
    const { 'Content-Length': _, 'Content-Encoding': __, ...unchanged } = headers
    return new Response(null, { status: 304, headers: unchanged })
  }
  return new Response(request.method === 'HEAD' ? null : (bytes as BodyInit), { headers })
}

/** RFC 9110 §13.1.2: weak comparison, `*` and lists. */
function isUnchanged(request: Request, etag: string): boolean {
  const known = request.headers.get('If-None-Match')
  if (!known) return false
  return known
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.slice(2))
}
