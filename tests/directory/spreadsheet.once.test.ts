import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from '#app/directory/import/table.ts'
import { guardFormula, withoutGuard } from '#app/documents/formula-guard.ts'
import { writeCsv, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { unzipped } from '#tests/support/lists.ts'

const attacks = [
  '=HYPERLINK("http://evil.example","click")',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  ' =1+1',
  '＝1+1',
  '\r=1',
]

test('a text that a spreadsheet would carry out is led by an apostrophe, a phone number is not', () => {
  for (const attack of attacks) expect(guardFormula(attack)).toBe(`'${attack}`)
  for (const text of [
    '+964 770 000 0001',
    '+9647700000001',
    '+33 (0)6-00',
    'Al-Jubouri',
    'a=b',
    "O'Connor",
    '',
  ])
    expect(guardFormula(text)).toBe(text)
  expect(guardFormula('+964 770 +cmd')).toBe("'+964 770 +cmd")
})

test('the guard is undone without a trace, whatever it guarded', () => {
  const start = fc.constantFrom("'", "'=", '=', '+', '-', ' ', "''@", '')
  fc.assert(
    fc.property(start, fc.string({ unit: 'grapheme', maxLength: 20 }), (first, rest) => {
      expect(withoutGuard(guardFormula(first + rest))).toBe(first + rest)
    }),
  )
})

test('CSV opens in Excel by a double click: mark, commas, CRLF, quotes doubled', () => {
  const bytes = writeCsv([
    ['Name', 'Phone', 'Rank', 'Notes'],
    ['Bob "B", Ali', '+964 770 000 0001', 3, null],
    ['سارة', '=1+1', null, 'two\nlines'],
  ])
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toBe(
    'Name,Phone,Rank,Notes\r\n"Bob ""B"", Ali",+964 770 000 0001,3,\r\nسارة,\'=1+1,,"two\nlines"\r\n',
  )
})

test('a workbook holds texts as texts, from the right for Arabic, and no formula', async () => {
  const sheet = { name: 'Gäste/[1]: *?', headings: ['Name', 'Phone'], rightToLeft: true }
  const rows = [...attacks.map((text) => [text, '+9647700000001']), ['NUL\u0000\u0007 <b>&', '007']]
  const all = unzipped(await writeXlsx({ ...sheet, rows }))
  expect(all).not.toMatch(/<f[ >]/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold.
  expect(all).not.toMatch(/[\u0000-\u0008]/)
  expect(all).toContain('rightToLeft')
  const table = await readTable(await writeXlsx({ ...sheet, rows }))
  expect(table.ok && table.lines.at(-1)).toEqual(['NUL <b>&', '007'])
  expect(table.ok && table.lines[2]).toEqual(["'+cmd|calc", '+9647700000001'])
})

test('what we write in CSV we read again as it was', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\u0000', ''))
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const table = await readTable(writeCsv([['Name', 'Notes', 'Phone'], ...cells, ['end', 'end', 'end']]))
      expect(table.ok && table.lines.slice(1, -1).map((line) => line.map(withoutGuard))).toEqual(cells)
    }),
  )
})
