import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from '#app/directory/import/table.ts'
import { checkedZip } from '#app/directory/import/zip-check.ts'
import { aZip, workbookParts, xmlRow } from '#tests/support/lists.ts'

const megabyte = 1024 * 1024
const parts = () => workbookParts(xmlRow(1, ['Name']) + xmlRow(2, ['Shirin Aziz']))
const reasonFor = (bytes: Uint8Array) => {
  const checked = checkedZip(bytes)
  return checked.ok ? null : checked.reason
}

test('an honest archive passes and reads the same afterwards', async () => {
  const bytes = aZip(parts())
  const checked = checkedZip(bytes)
  expect(checked).toEqual({ ok: true, bytes: expect.anything() })
  if (checked.ok) expect(await readTable(checked.bytes)).toEqual(await readTable(bytes))
})

test('an archive that unpacks to far more than a list needs is refused', () => {
  expect(reasonFor(aZip([...parts(), { name: 'xl/a.xml', content: Buffer.alloc(40 * megabyte) }]))).toBe(
    'bomb',
  )
  const many = Array.from({ length: 501 }, (_, i) => ({ name: `xl/${i}.xml`, content: '' }))
  expect(reasonFor(aZip(many))).toBe('bomb')
  expect(reasonFor(aZip([{ name: 'a.xml', content: '', size: 0xffffffff }]))).toBe('bomb')
})

test('a directory that says less than an entry holds is found out', () => {
  const lie = { name: 'xl/a.xml', content: Buffer.alloc(4 * megabyte), size: 1000 }
  expect(reasonFor(aZip([...parts(), lie]))).toBe('bomb')
  expect(reasonFor(aZip([...parts(), { ...lie, method: 0 }]))).toBe('bomb')
})

test('what no directory names never reaches the reader', async () => {
  const [workbook, relations, sheet] = parts()
  if (!workbook || !relations || !sheet) throw new Error('a workbook has three parts')
  const hidden = {
    ...sheet,
    content: workbookParts(xmlRow(1, ['Hidden']))[2]?.content ?? '',
    isListed: false,
  }
  const bytes = aZip([
    workbook,
    relations,
    sheet,
    hidden,
    { ...hidden, name: 'xl/bomb.xml', size: 0xfffffff0 },
  ])
  expect(await readTable(bytes)).toEqual({
    ok: true,
    lines: [['Name'], ['Shirin Aziz']],
    source: { format: 'xlsx' },
  })
})

test('an encrypted entry, an unknown method, a missing or shortened directory are damage', () => {
  const extra = { name: 'xl/a.xml', content: 'x' }
  expect(reasonFor(aZip([{ ...extra, flags: 1 }]))).toBe('damaged')
  expect(reasonFor(aZip([{ ...extra, method: 99 }]))).toBe('damaged')
  expect(reasonFor(aZip([]))).toBe('damaged')
  expect(reasonFor(aZip(parts()).slice(0, -30))).toBe('damaged')
  expect(reasonFor(new Uint8Array())).toBe('damaged')
})

test('an archive with any bytes changed is read, or refused in words', async () => {
  const honest = aZip(parts())
  const place = fc.tuple(fc.nat(honest.length - 1), fc.integer({ min: 0, max: 255 }))
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = honest.slice()
      for (const [at, byte] of changes) bytes[at] = byte
      const table = await readTable(bytes)
      if (!table.ok) expect(['bomb', 'damaged', 'notSpreadsheet', 'empty']).toContain(table.reason)
    }),
    { numRuns: 300 },
  )
})
