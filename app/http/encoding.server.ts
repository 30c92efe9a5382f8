import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

/** Below this a packet holds the text either way. */
const worthwhile = 1024

/** The best of our encodings that the client takes (RFC 9110 §12.5.3). */
export function acceptedEncoding(request: Request): Encoding {
  const header = request.headers.get('Accept-Encoding') ?? ''
  if (takesBrotli.test(header)) return 'br'
  return takesGzip.test(header) ? 'gzip' : 'identity'
}

const takesBrotli = taking('br')
const takesGzip = taking('gzip')

/** Named in the list, and not with a quality of nought. */
function taking(name: string): RegExp {
  return new RegExp(`(^|,)\\s*${name}\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))|,|$)`, 'i')
}

export function isCompressible(contentType: string | null, length: number): boolean {
  return (
    length >= worthwhile &&
    /^(text\/|application\/(json|javascript|manifest\+json|xml)|image\/svg)/.test(contentType ?? '')
  )
}

/** `quality` is brotli's, 0 to 11; gzip keeps its own default. */
export function compressed(bytes: Uint8Array, encoding: Encoding, quality: number): Promise<Uint8Array> {
  if (encoding === 'identity') return Promise.resolve(bytes)
  if (encoding === 'gzip') return zip(bytes)
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

/** A page made for this request alone, compressed if that is worth it. */
export async function compressResponse(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('Content-Type')
  if (!response.body || response.headers.has('Content-Encoding') || !isCompressible(type, worthwhile))
    return response
  const bytes = new Uint8Array(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  const encoding = isCompressible(type, bytes.length) ? acceptedEncoding(request) : 'identity'
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
  const body = await compressed(bytes, encoding, 4)
  headers.set('Content-Length', String(body.length))
  return new Response(body as BodyInit, { status: response.status, headers })
}
