import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newFileKey, readPicture } from '#app/files/picture.server.ts'
import { aPhoto, aStore } from '#tests/support/exhibition.ts'
import { processorTime } from '#tests/support/processor.ts'

async function pictureOf(bytes: Uint8Array) {
  const read = await readPicture(bytes)
  if (!read.ok) throw new Error(read.reason)
  return read.picture
}

const blank = { channels: 3, background: '#0b5563' } as const
const flat = (width: number, height: number) => sharp({ create: { width, height, ...blank } })

test('nothing of a phone’s photograph is kept but its pixels, turned upright', async () => {
  const photo = await aPhoto({ width: 1200, height: 900 })
  const told = (await sharp(photo).metadata()).exif
  expect(told?.toString('latin1')).toContain('Phone')
  // Tag 0x8825 points to where the photograph was taken.
  expect(told?.includes(Buffer.from([0x25, 0x88]))).toBe(true)
  const { width, height, variants } = await pictureOf(photo)
  expect({ width, height, kept: variants.map((variant) => `${variant.width}.${variant.format}`) }).toEqual({
    ...{ width: 900, height: 1200 },
    kept: ['480.avif', '480.webp', '480.jpeg', '900.avif', '900.webp', '900.jpeg'],
  })
  for (const variant of variants) {
    const { format, exif, iptc, xmp, icc, orientation, ...rest } = await sharp(variant.bytes).metadata()
    const isFormat = variant.format === 'avif' ? 'heif' : variant.format
    expect({ format, exif, iptc, xmp, icc, orientation }).toEqual({ format: isFormat })
    expect([rest.width, rest.height]).toEqual([variant.width, Math.round((variant.width / 900) * 1200)])
    expect(Buffer.from(variant.bytes).toString('latin1')).not.toMatch(/Phone|GPS|<x:xmpmeta|36\/1/)
  }
})

test('a colour stays what it was, whatever its profile, and what is transparent stays so where it can', async () => {
  const red = { r: 200, g: 40, b: 60 }
  const plain = sharp({ create: { width: 320, height: 240, channels: 3, background: red } })
  const wide = await plain.clone().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer()
  expect((await sharp(wide).metadata()).hasProfile).toBe(true)
  const printed = await plain.clone().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer()
  for (const bytes of [wide, printed])
    for (const { bytes: kept } of (await pictureOf(bytes)).variants) {
      const [shown] = (await sharp(kept).stats()).channels.map(({ mean }) => [mean])
      expect(Math.abs((shown?.[0] ?? 0) - red.r)).toBeLessThan(8)
    }
  const logo = await sharp({ create: { width: 320, height: 240, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  const seen = (await pictureOf(logo)).variants.map(async ({ format, bytes }) => {
    const { channels } = await sharp(bytes).stats()
    return [format, channels.map(({ mean }) => Math.round(mean))]
  })
  expect(Object.fromEntries(await Promise.all(seen))).toMatchObject({
    ...{ jpeg: [255, 255, 255], webp: [0, 0, 0, 0], avif: [0, 0, 0, 0] },
  })
})

test('pictures are opened one after the other, and a refused one holds up nobody', async () => {
  const photo = await aPhoto()
  const broken = photo.subarray(0, photo.length / 2)
  const open: number[] = []
  const watch = setInterval(() => open.push(sharp.counters().process), 1)
  const all = await Promise.all([photo, broken, photo, broken, photo].map((bytes) => readPicture(bytes)))
  clearInterval(watch)
  expect(all.map(({ ok }) => ok)).toEqual([true, false, true, false, true])
  expect(open.length).toBeGreaterThan(3)
  expect(Math.max(...open)).toBe(1)
})

test('a large picture is kept in three widths, a small one in its own', async () => {
  const widths = async (width: number) =>
    (await pictureOf(await flat(width, 600).png().toBuffer())).variants
      .filter(({ format }) => format === 'webp')
      .map((variant) => variant.width)
  expect([await widths(3000), await widths(500), await widths(200)]).toEqual([[480, 960, 1600], [500], [200]])
})

test('JPEG, PNG, WebP and AVIF are taken', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
    expect([format, await readPicture(await flat(320, 240).toFormat(format).toBuffer())]).toMatchObject([
      format,
      { ok: true },
    ])
})

test('what only says that it is a picture is refused', async () => {
  const png = await flat(320, 240).png().toBuffer()
  const jpeg = await aPhoto()
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>'
  const cases = {
    html: '<!doctype html><script>alert(1)</script>',
    'html behind the signature of a PNG': Buffer.concat([
      png.subarray(0, 8),
      Buffer.from('<script>alert(1)</script>'),
    ]),
    'half a PNG': png.subarray(0, Math.floor(png.length / 2)),
    'half a JPEG': jpeg.subarray(0, Math.floor(jpeg.length / 2)),
    pdf: '%PDF-1.7\n',
    tiff: await flat(320, 240).tiff().toBuffer(),
    nothing: '',
  }
  for (const [name, bytes] of Object.entries(cases))
    expect([name, await readPicture(Buffer.from(bytes))]).toEqual([
      name,
      { ok: false, reason: 'notAPicture' },
    ])
  // A GIF that is a script as well begins with a comment of one.
  for (const [bytes, reason] of [
    [svg, 'drawing'],
    [`<?xml version="1.0"?>\n<!-- drawn -->${svg}`, 'drawing'],
    [await flat(320, 240).gif().toBuffer(), 'moving'],
    ['GIF89a/*\x00\x00*/=1;alert(1)', 'moving'],
  ] as const)
    expect(await readPicture(Buffer.from(bytes))).toEqual({ ok: false, reason })
})

test('a picture that is something else as well is only a picture afterwards', async () => {
  const png = await flat(320, 240).png().toBuffer()
  const behind = Buffer.from('PK\x03\x04<script>alert(1)</script>%PDF-1.7PK\x05\x06')
  for (const picture of [png, await aPhoto()])
    for (const { bytes } of (await pictureOf(Buffer.concat([picture, behind]))).variants)
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/script|%PDF/)
})

test('a flood of pixels is refused before it is unpacked', async () => {
  const spent = await processorTime(async () =>
    expect(await readPicture(pngOf(60_000, 60_000))).toEqual({ ok: false, reason: 'tooManyPixels' }),
  )
  expect(spent).toBeLessThan(1000)
})

test('a moving picture, a tiny one and a thin strip are refused', async () => {
  const frames = await Promise.all(['#0b5563', '#c98a2b'].map((background) => frame(background)))
  const moving = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
  expect(await readPicture(moving)).toEqual({ ok: false, reason: 'moving' })
  for (const [width, height] of [
    [40, 40],
    [2000, 200],
    [200, 2000],
  ] as const)
    expect(await readPicture(await flat(width, height).png().toBuffer())).toEqual({
      ok: false,
      reason: 'tooSmall',
    })
})

test('keys cannot be guessed and fit the address of a picture', () => {
  const keys = Array.from({ length: 100 }, newFileKey)
  expect(new Set(keys).size).toBe(100)
  for (const key of keys) expect(key).toMatch(/^[\w-]{32}$/)
})

test('the store gives back what was put, knows what is missing, and removes a folder whole', async () => {
  const store = aStore()
  const bytes = new Uint8Array([1, 2, 3])
  await store.put('some-key/480.webp', bytes, 'image/webp')
  await store.put('some-key/960.webp', bytes, 'image/webp')
  await store.put('other/480.webp', bytes, 'image/webp')
  expect(await store.get('some-key/480.webp')).toEqual(new Uint8Array(bytes))
  expect(await store.get('some-key/1.webp')).toBe(null)
  await store.remove('some-key')
  await store.remove('some-key')
  expect(store.names()).toEqual(['other/480.webp'])
  for (const folder of ['', '.', '..', 'a/b'])
    await expect(store.remove(folder)).rejects.toThrow('Not a folder')
  await expect(store.get('../../etc/passwd')).rejects.toThrow()
})

function frame(background: string): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .png()
    .toBuffer()
}

/** A valid PNG header with a little data behind it: what a bomb shows before it is unpacked. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const row = Buffer.alloc(1 + Math.ceil(width / 8))
  const some = deflateSync(Buffer.concat(Array.from({ length: 64 }, () => row)))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', some),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
