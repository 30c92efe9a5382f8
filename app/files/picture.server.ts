import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { FileStore } from './store.server.ts'

/** What an upload becomes: WebP in each of `widths`, nothing of the original but its pixels. */
export type Picture = {
  /** Of the original, turned upright. */
  width: number
  height: number
  variants: { width: number; bytes: Uint8Array }[]
}

export type PictureRefusal = 'notAPicture' | 'tooManyPixels' | 'moving' | 'tooSmall'

const widthsKept = [480, 960, 1600]
const smallestWidth = 160
/** A 64-megapixel phone. What is larger could unpack to gigabytes. */
const mostPixels = 64_000_000
const mostSlender = 6

/**
 * Reads an upload and encodes it anew, so that nothing of it survives but pixels: no position, no camera, no script,
 * no second file behind the first. Takes JPEG, PNG, WebP and AVIF, by what the bytes say and not by their name; refuses
 * drawings (SVG), moving pictures, what is too small to be shown, and what would unpack to too much.
 */
export async function readPicture(
  bytes: Uint8Array,
): Promise<{ ok: true; picture: Picture } | { ok: false; reason: PictureRefusal }> {
  // Only these four decoders are ever reached: the others (SVG, PDF, TIFF …) were not made for strangers' files.
  if (!isRaster(bytes)) return { ok: false, reason: 'notAPicture' }
  try {
    const head = await sharp(bytes, { limitInputPixels: false }).metadata()
    const { width, height } = head.autoOrient
    if (width * height > mostPixels) return { ok: false, reason: 'tooManyPixels' }
    if ((head.pages ?? 1) > 1) return { ok: false, reason: 'moving' }
    if (width < smallestWidth || Math.max(width / height, height / width) > mostSlender)
      return { ok: false, reason: 'tooSmall' }
    return { ok: true, picture: { width, height, variants: await encode(bytes, width) } }
  } catch {
    // sharp says in many ways that bytes are no picture, or only half of one.
    return { ok: false, reason: 'notAPicture' }
  }
}

async function encode(bytes: Uint8Array, width: number): Promise<Picture['variants']> {
  const widths = [...widthsKept.filter((kept) => kept < width * 0.9), Math.min(width, 1600)]
  const variants: Picture['variants'] = []
  // One after the other: a large picture takes a lot of memory while it is open.
  for (const wanted of new Set(widths)) {
    const encoded = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: wanted })
      .webp({ quality: 80 })
      .toBuffer()
    variants.push({ width: wanted, bytes: encoded })
  }
  return variants
}

function isRaster(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) ||
    start.startsWith('ftypavif', 4)
  )
}

/** A new key: 192 bits from the system's source, so that no picture can be found by guessing. */
export function newFileKey(): string {
  return randomBytes(24).toString('base64url')
}

/** Lays every variant into the store, under `{key}/{width}.webp`. */
export async function putPicture(files: FileStore, key: string, picture: Picture): Promise<void> {
  for (const { width, bytes } of picture.variants)
    await files.put(`${key}/${width}.webp`, bytes, 'image/webp')
}
