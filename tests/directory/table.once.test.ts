import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { parseFile } from '#app/directory/import/parse.server.ts'
import { readTable } from '#app/directory/import/table.ts'
import { aZip, utf16, workbookParts, xmlRow } from '#tests/support/lists.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const linesOf = async (bytes: Uint8Array) => {
  const table = await readTable(bytes)
  return table.ok ? table.lines : table.reason
}

test('every usual separator, encoding and line end gives the same cells', async () => {
  const rows = [
    ['Name', 'Notes'],
    ['محمد علي', 'says "hello",\nthen leaves'],
    ['Zeynep Çelik', ''],
  ]
  const csv = (by: string, end: string) =>
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(by)).join(end)
  for (const by of [';', ',', '\t'])
    for (const end of ['\n', '\r\n', '\r']) {
      const text = csv(by, end)
      expect(await linesOf(encode(text))).toEqual(rows)
      expect(await linesOf(encode(`\ufeff${text}`))).toEqual(rows)
      expect(await linesOf(utf16(`\ufeff${text}`, true))).toEqual(rows)
      expect(await linesOf(utf16(`\ufeff${text}`, false))).toEqual(rows)
    }
})

test('line ends of two kinds, ragged rows and quotes inside cells are read as they are meant', async () => {
  expect(await linesOf(encode('Name;Notes;Phone\r\nA;5" pipe\nB;x;1;2\r\n\r\nC\n'))).toEqual([
    ['Name', 'Notes', 'Phone'],
    ['A', '5" pipe'],
    ['B', 'x', '1', '2'],
    [''],
    ['C'],
  ])
})

test('a file without rows is said to be empty', async () => {
  for (const text of ['', '\ufeff', '\r\n \r\n', ';;;\n;;;'])
    expect(await linesOf(encode(text))).toBe('empty')
})

test('a cell of a megabyte is cut, a stray NUL goes, and the rest of the list is read', async () => {
  const lines = await linesOf(
    encode(`Name;E-mail\n${'x'.repeat(1_100_000)};a@b.example\nB\u0000ob;b@b.example\n`),
  )
  expect(lines).toEqual([
    ['Name', 'E-mail'],
    ['x'.repeat(5000), 'a@b.example'],
    ['Bob', 'b@b.example'],
  ])
})

test('a quote that is never closed, a picture, a page and an old Excel file are refused in words', async () => {
  expect(await linesOf(encode('Name;E-mail\n"Shirin;s@jcc.example\n'))).toBe('damaged')
  expect(await linesOf(encode(`Name\n"${'x'.repeat(5_000_000)}`))).toBe('damaged')
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  expect(await linesOf(new Uint8Array(picture))).toBe('notSpreadsheet')
  expect(await linesOf(encode('<html><table><tr><td>Name</td></tr></table></html>'))).toBe('notSpreadsheet')
  expect(await linesOf(encode('%PDF-1.7\n1 0 obj\n'))).toBe('notSpreadsheet')
  expect(await linesOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('oldExcel')
})

test('a list longer than we take is refused', async () => {
  expect(await linesOf(encode('Name\n'.repeat(50_001)))).toBe('tooManyLines')
})

test('a workbook keeps numbers as their digits and dates as days', async () => {
  const bytes = await writeXlsxFile([
    [{ value: 'Name' }, { value: 'Phone' }, { value: 'Date' }, { value: 'Rank' }, { value: 'VIP' }],
    [
      { value: 'Shirin Aziz' },
      { value: 9647700000001, type: Number },
      { value: new Date('2026-12-14T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
      { value: 3, type: Number },
      { value: true, type: Boolean },
    ],
    [{ value: '  سارة  ' }, { value: '0770 000 0002' }, null, null, null],
  ]).toBuffer()
  expect(await readTable(new Uint8Array(bytes))).toEqual({
    ok: true,
    lines: [
      ['Name', 'Phone', 'Date', 'Rank', 'VIP'],
      ['Shirin Aziz', '9647700000001', '2026-12-14', '3', 'true'],
      ['  سارة  ', '0770 000 0002', '', '', ''],
    ],
    source: { format: 'xlsx' },
  })
})

test('of several sheets the one with a guest list is read, and is named', async () => {
  const text = (value: string) => ({ value })
  const bytes = await writeXlsxFile([
    { sheet: 'Read me', data: [[text('Please fill in the next sheet')]] },
    {
      sheet: 'Guests',
      data: [
        [text('Name'), text('E-mail')],
        [text('Shirin Aziz'), text('s@jcc.example')],
      ],
    },
  ]).toBuffer()
  expect(await readTable(new Uint8Array(bytes))).toEqual({
    ok: true,
    lines: [
      ['Name', 'E-mail'],
      ['Shirin Aziz', 's@jcc.example'],
    ],
    source: { format: 'xlsx', sheet: 'Guests', others: ['Read me'] },
  })
})

test('a workbook without sheets of cells, or that is none, is refused', async () => {
  expect(await linesOf(aZip(workbookParts('')))).toBe('empty')
  expect(await linesOf(aZip([{ name: 'word/document.xml', content: '<w/>' }]))).toBe('damaged')
  expect(await linesOf(encode('PK\u0003\u0004 and nothing else'))).toBe('damaged')
})

test('the thread that serves people reads a file in another, and gives the same', async () => {
  const bytes = aZip(workbookParts(xmlRow(1, ['Name', 'E-mail']) + xmlRow(2, ['A', 'a@b.example'])))
  expect(await parseFile(bytes)).toEqual(await readTable(bytes))
  const long = encode(`Name\n${Array.from({ length: 1999 }, (_, i) => `Guest ${i}\n`).join('')}`)
  expect(await parseFile(long)).toEqual(await readTable(long))
  expect(await parseFile(encode(''))).toEqual({ ok: false, reason: 'empty' })
})

test('a sheet that claims a row four thousand million down is given up, and the process lives', async () => {
  const bytes = aZip(workbookParts(xmlRow(1, ['Name']) + xmlRow(4_000_000_000, ['A'])))
  expect(await parseFile(bytes)).toEqual({ ok: false, reason: 'tooLarge' })
}, 60_000)

test('entities that multiply are not expanded', async () => {
  const parts = workbookParts(xmlRow(1, ['Name', '&b;']))
  const sheet = parts[2]
  if (sheet)
    sheet.content = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${sheet.content}`
  const lines = await linesOf(aZip(parts))
  expect(JSON.stringify(lines).length).toBeLessThan(100)
})
