import sharp from 'sharp'

export type StampRefusal = 'notAPicture' | 'tooManyPixels'

/** Wide enough for 300 dots an inch over half a page. */
const widest = 1200
const mostPixels = 40_000_000

/**
 * A logo or signature for letters: encoded anew as PNG, so that nothing but pixels is left of it, and not wider than
 * paper needs. Transparency stays. Takes PNG, JPEG and WebP by what the bytes say.
 */
export async function readStamp(
  bytes: Uint8Array,
): Promise<{ ok: true; png: Uint8Array } | { ok: false; reason: StampRefusal }> {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  // Only these decoders are ever reached: the others were not made for strangers' files.
  const isRaster =
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    (start.startsWith('RIFF') && start.startsWith('WEBP', 8))
  if (!isRaster) return { ok: false, reason: 'notAPicture' }
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPixels) return { ok: false, reason: 'tooManyPixels' }
    const png = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: widest, withoutEnlargement: true })
      .png()
      .toBuffer()
    return { ok: true, png }
  } catch {
    return { ok: false, reason: 'notAPicture' }
  }
}
