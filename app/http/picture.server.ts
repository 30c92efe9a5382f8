import type { FileStore } from '../files/store.server.ts'

/**
 * A stored picture, `/files/{key}/{width}.webp`. Its key is unguessable and its bytes never change. The policy keeps
 * even a file that is not what it says from doing anything here.
 */
export async function answerPicture(files: FileStore, key: string, name: string): Promise<Response | null> {
  if (!/^[\w-]{16,64}$/.test(key) || !/^\d{2,4}\.webp$/.test(name)) return null
  const bytes = await files.get(`${key}/${name}`)
  if (!bytes) return null
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Length': String(bytes.length),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
