import type { FileStore } from '../files/store.server.ts'

/**
 * A stored picture, `/files/{key}/{width}.{format}`. Its key is unguessable and its bytes never change. The policy keeps
 * even a file that is not what it says from doing anything here.
 */
export async function answerPicture(files: FileStore, key: string, name: string): Promise<Response | null> {
  const format = /^\d{2,4}\.(avif|webp|jpeg)$/.exec(name)?.[1]
  if (!format || !/^[\w-]{16,64}$/.test(key)) return null
  const bytes = await files.get(`${key}/${name}`)
  if (!bytes) return null
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': `image/${format}`,
      'Content-Length': String(bytes.length),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
