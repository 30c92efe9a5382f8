import { randomBytes } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import type { PictureFormat } from '#db/schema/files.server.ts'
import type { FileStore } from './store.server.ts'

/** What an upload becomes: each of its widths in each of `pictureFormats`, nothing of the original but its pixels. */
export type Picture = {
  /** Of the original, turned upright. */
  width: number
  height: number
  /** Ascending by width. */
  variants: { width: number; format: PictureFormat; bytes: Uint8Array }[]
}

export type PictureRefusal = 'notAPicture' | 'drawing' | 'tooManyPixels' | 'moving' | 'tooSmall'

/** Smallest first: a browser takes the first that it knows. */
export const pictureFormats = ['avif', 'webp', 'jpeg'] as const satisfies readonly PictureFormat[]

const widthsKept = [480, 960, 1600]
const largestKept = 1600
const smallestWidth = 160
/** A 64-megapixel phone. What is larger could unpack to gigabytes. */
const mostPixels = 64_000_000
/** AVIF is unpacked whole, with all it needs besides: 64 million pixels of it took 1.2 GB. */
const mostPixelsOfAvif = 24_000_000
const mostSlender = 6
/** What takes longer was made to. */
const mostSeconds = 60

// Measured in docs/decisions/020-pictures.md: more effort makes AVIF four to forty times as slow and hardly smaller.
const encodings: Record<PictureFormat, (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 55, effort: 1 }),
  webp: (picture) => picture.webp({ quality: 80, effort: 2 }),
  // The one format without transparency: a logo stands on white paper.
  jpeg: (picture) =>
    picture.flatten({ background: '#fff' }).jpeg({ quality: 76, progressive: true, quantisationTable: 3 }),
}

type Read = { ok: true; picture: Picture } | { ok: false; reason: PictureRefusal }

/**
 * Reads an upload and encodes it anew, so that nothing of it survives but pixels, in sRGB: no position, no camera, no
 * script, no second file behind the first. Takes JPEG, PNG, WebP and AVIF, by what the bytes say and not by their name;
 * refuses drawings (SVG), moving pictures, what is too small to be shown, and what would unpack to too much. One picture
 * is open at a time in this process: others wait.
 */
export function readPicture(bytes: Uint8Array): Promise<Read> {
  const turn = lastTurn.then(() => readNow(bytes))
  lastTurn = turn.then(nothing, nothing)
  return turn
}

// A large picture takes a few hundred megabytes while it is open, and one of the four threads that files and names of
// hosts wait for as well. Pages alone read uploads, so that this is one queue even where a module exists twice.
let lastTurn: Promise<unknown> = Promise.resolve()
const nothing = () => {}

async function readNow(bytes: Uint8Array): Promise<Read> {
  // Only these four decoders are ever reached: the others (SVG, PDF, TIFF …) were not made for strangers' files.
  if (!isRaster(bytes)) return { ok: false, reason: refusalOf(bytes) }
  try {
    const head = await sharp(bytes, { limitInputPixels: false }).metadata()
    const { width, height } = head.autoOrient
    if (width * height > (head.format === 'heif' ? mostPixelsOfAvif : mostPixels))
      return { ok: false, reason: 'tooManyPixels' }
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
  const widths = [...widthsKept.filter((kept) => kept < width * 0.9), Math.min(width, largestKept)]
  const variants: Picture['variants'] = []
  const { data, info } = await unpack(bytes, Math.min(width, largestKept))
  for (const wanted of new Set(widths))
    for (const format of pictureFormats) {
      const resized = sharp(data, { raw: info }).resize({ width: wanted })
      const encoded = await encodings[format](resized).timeout({ seconds: mostSeconds }).toBuffer()
      variants.push({ width: wanted, format, bytes: encoded })
    }
  return variants
}

/** The pixels in the largest width kept, upright and in sRGB: the original is opened once, however many files come of it. */
function unpack(bytes: Uint8Array, width: number) {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width })
    .toColourspace('srgb')
    .timeout({ seconds: mostSeconds })
    .raw()
    .toBuffer({ resolveWithObject: true })
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

/** GIF can move, and hardly anybody means one that does not; a drawing can hold a program, and must be made a picture first. */
function refusalOf(bytes: Uint8Array): PictureRefusal {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('utf8')
  if (/^GIF8[79]a/.test(start)) return 'moving'
  return /<svg[\s>]/i.test(start) ? 'drawing' : 'notAPicture'
}

/** A new key: 192 bits from the system's source, so that no picture can be found by guessing. */
export function newFileKey(): string {
  return randomBytes(24).toString('base64url')
}

/** Lays every variant into the store, under `{key}/{width}.{format}`. */
export async function putPicture(files: FileStore, key: string, picture: Picture): Promise<void> {
  for (const { width, format, bytes } of picture.variants)
    await files.put(`${key}/${width}.${format}`, bytes, `image/${format}`)
}
