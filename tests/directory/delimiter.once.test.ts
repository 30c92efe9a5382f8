import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectDelimiter } from '#app/directory/import/delimiter.ts'

test('the separator is found though other separators stand in cells', () => {
  expect(detectDelimiter('Name;E-mail\nAziz, Shirin;a@b.example, c@d.example\n').delimiter).toBe(';')
  expect(detectDelimiter('Name,E-mail\n"Aziz; Shirin","a@b.example; c@d.example"\n').delimiter).toBe(',')
  expect(detectDelimiter('Name\tE-mail\nAziz, Shirin\ta@b.example; c@d.example\n').delimiter).toBe('\t')
})

test('a quote inside a cell quotes nothing', () => {
  expect(detectDelimiter('Name;Notes\nA;5" pipe, long\nB;6" pipe, long\nC;none, none\n').delimiter).toBe(';')
})

test('lines that end in CR alone are lines', () => {
  expect(detectDelimiter('Name;Position\rA;Head, Erbil, Iraq\rB;Adviser, Basra, Iraq\r').delimiter).toBe(';')
})

test('what Excel says in its own first line decides and is no row', () => {
  expect(detectDelimiter('sep=;\r\na,b,c;d')).toEqual({ delimiter: ';', start: 7 })
  expect(detectDelimiter('sep=\t\ra,b')).toEqual({ delimiter: '\t', start: 6 })
})

test('an even list is cut by its own separator, whatever its cells hold', () => {
  const cell = fc.string({ minLength: 0, maxLength: 12 })
  const rows = fc
    .integer({ min: 3, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 12 }),
    )
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (cells, by, end) => {
        const quoted = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(by))
        expect(detectDelimiter(quoted.join(end)).delimiter).toBe(by)
      },
    ),
  )
})
