import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldNames, plainFields, textFields } from '#app/directory/import/field-names.ts'
import { readHeading } from '#app/directory/import/fields.ts'
import { mappingOddities, recogniseLayout } from '#app/directory/import/header.ts'
import { languages } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'

const mappingOf = (...lines: string[][]) => recogniseLayout(lines).mapping

test('headings are known in four languages, whatever their case, signs and spaces', () => {
  const guest = ['Shirin Aziz', 'JCC', 'Head', 's@jcc.example', '0770 000 0001', 'Arabic']
  const fields = ['name', 'organisation', 'position', 'email', 'phone', 'language']
  const headings = [
    ['FULL NAME', 'Organization', 'Job title', 'E-Mail', 'Mobile', 'Preferred language'],
    ['Nom et prénom', 'Organisme', 'Fonction', 'Courriel', 'Téléphone', 'Langue'],
    ['الاسم الكامل', 'الجهة', 'المنصب', 'البريد الالكتروني', 'الهاتف', 'اللغة'],
    ['ناوی تەواو', 'دامەزراوە', 'پۆست', 'ئیمەیڵ', 'مۆبایل', 'زمان'],
    [' full  name: ', 'ORGANISATION *', 'position', 'Email address', 'Phone no.', 'LANGUAGE'],
  ]
  for (const line of headings) expect(mappingOf(line, guest)).toEqual(fields)
})

test('every heading our export writes is known again, in every language', () => {
  for (const language of languages)
    for (const field of [...plainFields, ...textFields]) {
      const heading = translator(language)(`directory:field.${field}`)
      expect([heading, readHeading(heading)]).toEqual([heading, { meaning: field, language: null }])
    }
})

test('a heading may say the language of its texts', () => {
  const headings = ['Name (English)', 'Name (Arabic)', 'Position (fr)', 'المنصب بالعربية', 'ناو (کوردی)']
  expect(mappingOf(headings, ['A B', 'أ ب', 'chef', 'مدير', 'ئا ب'])).toEqual([
    'name.en',
    'arabicName',
    'position.fr',
    'position.ar',
    'name.ckb',
  ])
})

test('titles above the headings are passed over, and of three lines of headings the fullest counts', () => {
  const title = ['Guest list – CRP partner meeting', '', '']
  const headings = ['Name', 'Organisation', 'E-mail']
  const layout = recogniseLayout([title, ['', '', ''], headings, ['A B', 'UNDP', 'a@undp.example']])
  expect(layout).toMatchObject({
    headerLine: 2,
    mapping: ['name', 'organisation', 'email'],
    oddities: [{ code: 'headerNotFirst', line: 2 }],
  })
  const three = recogniseLayout([
    ['Person', '', 'Contact', ''],
    ['Name', 'Organisation', 'E-mail', 'Mobile'],
    ['required', '', '', 'with country code'],
    ['A B', 'UNDP', 'a@undp.example', '0770 000 0001'],
  ])
  expect(three).toMatchObject({ headerLine: 1, mapping: ['name', 'organisation', 'email', 'phone'] })
})

test('a list of headings alone, and one without any, are told', () => {
  expect(recogniseLayout([['Name', 'E-mail']])).toMatchObject({ headerLine: 0, mapping: ['name', 'email'] })
  const bare = recogniseLayout([
    ['Mr', 'Shirin Aziz', 's@jcc.example', '+964 770 000 0001', 'Arabic'],
    ['Dr', 'Karwan Ali', 'k@jcc.example', '0770 000 0002', 'Kurdish'],
  ])
  expect(bare).toMatchObject({
    headerLine: null,
    mapping: ['honorific', 'name', 'email', 'phone', 'language'],
    oddities: [{ code: 'headerMissing' }],
  })
})

test('a heading twice, one unknown and a list without names are told', () => {
  const { oddities } = recogniseLayout([
    ['Position', 'Position', 'Shoe size', 'E-mail', 'E-mail 2'],
    ['Head', 'Deputy', '43', 'a@b.example', 'c@d.example'],
  ])
  expect(oddities).toEqual([
    { code: 'columnTwice', field: 'position' },
    { code: 'columnUnknown', heading: 'Shoe size' },
    { code: 'noName' },
  ])
  expect(mappingOddities(['name', null], ['x', ''])).toEqual([])
})

test('a missing heading shifts the others to where their cells fit', () => {
  const layout = recogniseLayout([
    ['Name', 'E-mail', 'Mobile'],
    ['Shirin Aziz', 'UNDP', 'a@undp.example', '0770 000 0001'],
    ['Karwan Ali', 'ACTED', 'c@acted.example', '0770 000 0002'],
  ])
  expect(layout).toMatchObject({ mapping: ['name', null, 'email', 'phone'], oddities: [{ column: 1 }] })
})

test('a column ID that only counts is passed over; Title is a post or a form of address by its cells', () => {
  expect(mappingOf(['ID', 'Name'], ['1', 'A B'], ['2', 'C D'])).toEqual([null, 'name'])
  const id = '0190a0b0-1111-7222-8333-444455556666'
  expect(mappingOf(['ID', 'Name'], [id, 'A B'])).toEqual(['id', 'name'])
  expect(mappingOf(['Title', 'Name'], ['Dr.', 'A B'], ['Mr', 'C D'])).toEqual(['honorific', 'name'])
  expect(mappingOf(['Title', 'Name'], ['Head of Office', 'A B'])).toEqual(['position', 'name'])
  expect(mappingOf(['Organisation type', 'Organisation'], ['NGO', 'ACTED'])).toEqual(['kind', 'organisation'])
})

test('whatever stands in a list, each column has a field we know or none', () => {
  const cells = fc.array(fc.array(fc.string({ maxLength: 20 }), { maxLength: 6 }), { maxLength: 8 })
  fc.assert(
    fc.property(cells, (lines) => {
      const { mapping, headings } = recogniseLayout(lines)
      expect(mapping).toHaveLength(headings.length)
      for (const field of mapping) expect([null, ...fieldNames]).toContain(field)
    }),
  )
})
