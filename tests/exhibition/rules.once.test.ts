import { expect, test } from 'vitest'
import { boothCodes, exhibitSlugFrom, isAsOf, refuseExhibitSlug } from '#app/exhibition/rules.ts'

test('codes are read one by one, in lists and in runs', () => {
  const cases: [string, string[] | null][] = [
    ['A1', ['A1']],
    [' A1, A2 ،  B 7\nC1 ', ['A1', 'A2', 'B 7', 'C1']],
    ['A1-A4', ['A1', 'A2', 'A3', 'A4']],
    ['A1–4', ['A1', 'A2', 'A3', 'A4']],
    ['A08-A11', ['A08', 'A09', 'A10', 'A11']],
    ['1-3', ['1', '2', '3']],
    ['جناح 1–3', ['جناح 1', 'جناح 2', 'جناح 3']],
    ['A1, a1', ['a1']],
    ['12-3', ['12-3']],
    ['A1-B3', ['A1-B3']],
    ['', []],
    [' , ', []],
    ['A1-A200', Array.from({ length: 200 }, (_, n) => `A${n + 1}`)],
    ['A1-A9999', null],
    ['far too long for a booth', null],
  ]
  for (const [text, codes] of cases) expect([text, boothCodes(text)]).toEqual([text, codes])
})

test('a figure’s date is as exact as its source and exists', () => {
  for (const date of ['2015', '2015-10', '2015-10-03', '2024-02-29'])
    expect([date, isAsOf(date)]).toEqual([date, true])
  for (const date of [
    '',
    '15',
    '2015-13',
    '2015-02-29',
    '2015-1',
    '2015-10-03T00:00',
    '3015',
    'October 2015',
  ])
    expect([date, isAsOf(date)]).toEqual([date, false])
})

test('an address comes from the Latin title and never means another page', () => {
  expect(exhibitSlugFrom({ en: 'A street, repaired together!' })).toBe('a-street-repaired-together')
  expect(exhibitSlugFrom({ fr: 'Rentrer chez soi à l’été' })).toBe('rentrer-chez-soi-a-l-ete')
  for (const title of [{ ar: 'بذور' }, { en: 'Map' }, { en: 'New' }, { en: '!' }, {}])
    expect(exhibitSlugFrom(title)).toBe('')
  expect(refuseExhibitSlug('agenda')).toBe(null)
})
