import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp, { type Sharp } from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const require = createRequire(import.meta.url)
prepareZXingModule({
  overrides: { wasmBinary: readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer },
})

/** The texts of all QR codes in a picture, as a reader that is not of ours finds them, from top to bottom. */
export async function codesIn(picture: Sharp): Promise<string[]> {
  const png = await picture.flatten({ background: '#fff' }).png().toBuffer()
  const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], maxNumberOfSymbols: 64 })
  return found
    .toSorted(({ position: a }, { position: b }) => a.topLeft.y - b.topLeft.y || a.topLeft.x - b.topLeft.x)
    .map(({ text }) => text)
}

/** A drawing of Typst as a picture with so many pixels to the millimetre. */
export function pictureOf(drawing: string, perMillimetre: number): Sharp {
  // Its unit is the point, which would be scaled twice.
  const svg = drawing.replace(/(<svg[^>]* width="[\d.]+)pt(" height="[\d.]+)pt"/, '$1$2"')
  return sharp(Buffer.from(svg), { density: perMillimetre * 25.4, limitInputPixels: false, unlimited: true })
}
