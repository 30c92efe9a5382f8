import sharp from 'sharp'
import { expect, test } from 'vitest'
import { discardHallPicture, uploadHallPicture } from '#app/exhibition/plan/picture.server.ts'
import { readHall } from '#app/exhibition/plan/read.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPhoto, aStore } from '#tests/support/exhibition.ts'
import { aHall } from '#tests/support/plan.ts'

const place = {
  ...{ pictureX: 0, pictureY: 0, pictureWidth: 2400, pictureOpacity: 40, isPicturePublic: false },
}

/** A PDF of two pages, as PDF 1.4 writes it: the first all green, the second red with a blue right half. */
function aPdf({ trailer = '' } = {}): Uint8Array {
  const page = (contents: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents ${contents} 0 R >>`
  const stream = (drawing: string) => `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    page(5),
    page(6),
    stream('0 1 0 rg 0 0 400 200 re f'),
    stream('1 0 0 rg 0 0 400 200 re f 0 0 1 rg 200 0 200 200 re f'),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF`
  return new TextEncoder().encode(file + table + end)
}

async function aPlan() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const hallId = await aHall(database, event)
  const files = aStore()
  const stores = { database, files }
  const lay = (bytes: Uint8Array, page = 1) =>
    uploadHallPicture(stores, event.scope, { hallId, place, bytes, page, now })
  const laid = () => readHall(database.read, event.id, hallId)
  return { event, hallId, files, stores, lay, laid }
}

test('a page of a PDF lies under the hall as a picture of what it shows', async () => {
  const { files, lay, laid } = await aPlan()
  expect(await lay(aPdf(), 2)).toMatchObject({ ok: true })
  expect((await laid())?.pictureId).toBeTruthy()
  const [largest = ''] = files.names().filter((name) => name.includes('/1600.'))
  const { data, info } = await sharp((await files.get(largest)) ?? new Uint8Array())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info.width / info.height).toBeCloseTo(2, 1)
  const colourAt = (x: number) => {
    const at = (Math.floor(info.height / 2) * info.width + Math.floor(x * info.width)) * info.channels
    return [...data.subarray(at, at + 3)].map((value) => (value > 127 ? 1 : 0))
  }
  expect([colourAt(0.25), colourAt(0.75)]).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ])
})

test('a PDF that cannot be drawn is refused by its reason, and nothing of it is kept', async () => {
  const { files, lay, laid } = await aPlan()
  const locked = aPdf({
    trailer: `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
  })
  expect(await lay(aPdf(), 3)).toEqual({ ok: false, reason: 'noSuchPage', pages: 2 })
  expect(await lay(locked)).toEqual({ ok: false, reason: 'lockedPdf' })
  expect(await lay(aPdf().subarray(0, 40))).toEqual({ ok: false, reason: 'notAPdf' })
  expect(await lay(new TextEncoder().encode('%PDF-1.7\n<script>alert(1)</script>'))).toEqual({
    ...{ ok: false, reason: 'notAPdf' },
  })
  expect([(await laid())?.pictureId, files.names()]).toEqual([null, []])
})

test('another picture takes the place of the one before, and none is left when it is removed', async () => {
  const { event, hallId, files, stores, lay } = await aPlan()
  await lay(aPdf())
  const before = files.names()
  expect(await lay(await aPhoto())).toMatchObject({ ok: true })
  expect(files.names().filter((name) => before.includes(name))).toEqual([])
  expect(files.names()).not.toEqual([])
  expect(await discardHallPicture(stores, event.scope, { hallId, now })).toMatchObject({ ok: true })
  expect(files.names()).toEqual([])
})
