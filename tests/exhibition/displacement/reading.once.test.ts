import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateStyle, readDate } from '#app/exhibition/displacement/dates.ts'
import { readHeading, readPopulation } from '#app/exhibition/displacement/headings.ts'
import { recogniseLayout } from '#app/exhibition/displacement/layout.ts'
import { matchRounds } from '#app/exhibition/displacement/match-rounds.ts'
import { readCount } from '#app/exhibition/displacement/numbers.ts'
import { readPlace, suggestPlace } from '#app/exhibition/displacement/places.ts'
import { formatNumber, formatPartialDate } from '#app/i18n/format.ts'
import { languages } from '#app/i18n/languages.ts'

const today = '2026-11-26'
const dateOf = (cell: string, order: 'dmy' | 'mdy' | 'mixed' = 'dmy') => {
  const read = readDate(cell, order, today)
  return read.ok ? read.date : read.reason
}
const countOf = (cell: string) => {
  const read = readCount(cell)
  return read.ok ? read.value : read.reason
}

test('a number is read as it was meant, in whatever digits and groups it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000_000 }), (value) => {
      const written = [
        String(value),
        `${value}.0`,
        ...languages.map((language) => formatNumber(value, language)),
        ...[',', '.', ' ', "'", '\u00a0', '\u202f'].map((sign) =>
          formatNumber(value, 'en').replaceAll(',', sign),
        ),
      ]
      for (const text of written) expect([text, countOf(text)]).toEqual([text, value])
    }),
  )
})

test('what is no count of people is refused, and nothing is not zero', () => {
  expect(['', ' ', '-', 'n/a', '–', 'غير متوفر'].map(countOf)).toEqual([null, null, null, null, null, null])
  expect(['0', '٠', '-0'].map(countOf)).toEqual([0, 0, 0])
  expect(['-5', '(12)', '−1,200'].map(countOf)).toEqual(Array(3).fill('numberNegative'))
  expect(['12.5', '0,123', '1234,567'].map(countOf)).toEqual(Array(3).fill('numberFraction'))
  expect(['20,000,001', '9'.repeat(400)].map(countOf)).toEqual(Array(2).fill('numberAbsurd'))
  expect(['=1+1', '1.2E+05', 'many', '12 people', '<5', "1'2'3"].map(countOf)).toEqual(
    Array(6).fill('numberUnreadable'),
  )
})

test('a day is read as it was meant, in whatever form people write it', () => {
  const days = fc.date({ min: new Date('2003-01-01'), max: new Date(today), noInvalidDate: true })
  fc.assert(
    fc.property(days, (at) => {
      const iso = at.toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = iso.split('-')
      const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000)
      const dmy = [
        `${day}/${month}/${year}`,
        `${Number(day)}.${Number(month)}.${year}`,
        `${day}-${month}-${year} 14:30`,
      ]
      const clear = [
        iso,
        `${iso}T00:00:00`,
        `${iso} 12:30:00Z`,
        year + month + day,
        `${year}/${month}/${day}`,
      ]
      const said = languages.map((language) => formatPartialDate(iso, language))
      // Excel's day numbers are taken from the year 2000 on, where five digits are hardly anything else.
      for (const text of [...clear, ...said, ...dmy, String(serial)])
        expect([text, dateOf(text)]).toEqual([text, iso])
      expect(dateOf(`${month}/${day}/${year}`, 'mdy')).toBe(iso)
    }),
  )
})

test('a date is as exact as it is written, and refused where it cannot be', () => {
  expect(
    ['2016', '2016-04', 'Apr-24', 'نيسان ٢٠١٦', 'avril 2016', 'نیسانی ٢٠١٦', '4/2016'].map((cell) =>
      dateOf(cell),
    ),
  ).toEqual(['2016', '2016-04', '2024-04', '2016-04', '2016-04', '2016-04', '2016-04'])
  expect(['31/02/2016', 'soon', '2016-13-01', '12'].map((cell) => dateOf(cell))).toEqual(
    Array(4).fill('dateUnreadable'),
  )
  expect(['1999-12-31', '2031-01-01'].map((cell) => dateOf(cell))).toEqual(['dateAbsurd', 'dateAbsurd'])
  expect(dateOf('04/05/2016', 'mixed')).toBe('dateAmbiguous')
  expect(dateOf('25/05/2016', 'mixed')).toBe('2016-05-25')
})

test('the column tells whether the day or the month comes first', () => {
  expect(dateStyle(['04/05/2016', '25/05/2016'])).toEqual({ order: 'dmy', isGuess: false })
  expect(dateStyle(['04/05/2016', '05/25/2016'])).toEqual({ order: 'mdy', isGuess: false })
  expect(dateStyle(['25/05/2016', '05/25/2016'])).toEqual({ order: 'mixed', isGuess: false })
  // The column of months tells.
  expect(dateStyle(['04/05/2016', '04/06/2016'], ['5', '6'])).toEqual({ order: 'dmy', isGuess: false })
  expect(dateStyle(['04/05/2016'], ['April'])).toEqual({ order: 'mdy', isGuess: false })
  // Rounds are of one day of different months.
  expect(dateStyle(['01/04/2014', '01/05/2014', '01/06/2014'])).toEqual({ order: 'dmy', isGuess: true })
  expect(dateStyle(['4/1/2014', '5/1/2014', '6/1/2014'])).toEqual({ order: 'mdy', isGuess: true })
  expect(dateStyle(['2014-04-01'])).toEqual({ order: 'dmy', isGuess: false })
})

test('a place is joined by a code of today and by nothing else', () => {
  const place = (code: string, name = '', districtCode = '') => {
    const read = readPlace({ code, name, districtCode })
    return read.ok ? read.pcode : `${read.reason} ${read.suggestion}`
  }
  expect(['IQG15', 'IRQ-G15', ' irq-g15 ', 'IRQG15'].map((code) => place(code))).toEqual(
    Array(4).fill('IQG15'),
  )
  expect([place('IRQ-G5'), place('', '', 'IQG15Q01'), place('', 'Ninewa', 'IQG15Q03')]).toEqual([
    'IQG05',
    'IQG15',
    'IQG15',
  ])
  // Sulaymaniyah by the old numbers, Qadissiya by today's: such a code says nothing, and neither does its name.
  expect([place('IQ-G05', 'Sulaymaniyah'), place('IQ-G15')]).toEqual([
    'codeOldScheme IQG06',
    'codeOldScheme null',
  ])
  expect(place('IQG05', 'Sulaymaniyah')).toBe('nameContradicts IQG06')
  expect([place('IQG19', 'Halabja'), place('SYR07'), place('15', 'Nineveh')]).toEqual([
    'codeUnknown null',
    'codeUnknown null',
    'codeUnknown IQG15',
  ])
  expect([place('', 'Dahuk'), place('', '')]).toEqual(['codeMissing IQG09', 'placeMissing null'])
  expect(
    ['Nineveh', 'نينوى', 'محافظة نينوى', 'نەینەوا', 'Ninive', 'NINEWA Governorate'].map(suggestPlace),
  ).toEqual(Array(6).fill('IQG15'))
})

test('columns are known by their headings in four languages, by HXL tags, and by what is in them', () => {
  const mapping = (...lines: string[][]) => recogniseLayout(lines).mapping
  expect(mapping(['admin1Name', 'admin1Pcode', 'numPresentIdpInd', 'reportingDate', 'roundNumber'])).toEqual([
    'admin1Name',
    'admin1Code',
    'individuals',
    'date',
    'round',
  ])
  expect(mapping(['المحافظة', 'رمز المحافظة', 'عدد النازحين', 'التاريخ', 'الجولة', 'عدد الأسر'])).toEqual([
    'admin1Name',
    'admin1Code',
    'individuals',
    'date',
    'round',
    'households',
  ])
  expect(mapping(['پارێزگا', 'کۆدی پارێزگا', 'ژمارەی ئاوارەکان', 'بەروار', 'گەڕ'])).toEqual([
    'admin1Name',
    'admin1Code',
    'individuals',
    'date',
    'round',
  ])
  const tagged = recogniseLayout([
    ['Province', 'Code', 'Women', 'All', 'When', 'From'],
    [
      '#adm1+name',
      '#adm1+code',
      '#affected+f+idps+ind',
      '#affected+idps+ind',
      '#date+reported',
      '#adm1+origin+code',
    ],
    ['Erbil', 'IQG11', '5', '10', '2024-04-30', 'IQG15'],
  ])
  expect(tagged).toMatchObject({
    headerLine: 1,
    mapping: ['admin1Name', 'admin1Code', null, 'individuals', 'date', 'breakdown'],
    population: 'idps',
    oddities: [],
  })
  // A number that says whom it counts is meant, not the number of the row.
  expect(mapping(['Number', 'Governorate', 'Date', 'IDPs'], ['1', 'IQG11', '2024-04-30', '10'])).toEqual([
    null,
    'admin1Code',
    'date',
    'individuals',
  ])
  expect(['idpOriginAdmin1Pcode', 'Governorate of origin', 'displacementReason'].map(readHeading)).toEqual(
    Array(3).fill({ field: 'breakdown' }),
  )
  expect(readPopulation('IDPs and returnees')).toBe(null)
})

test('a round that was mended is the same round; one of the same number years later is another', () => {
  const known = [
    { id: 'a', round: 48, date: '2016-04-01' },
    { id: 'b', round: 48, date: '2016-06-01' },
    { id: 'c', round: 132, date: '2024-04-30' },
  ]
  const given = [
    { round: 44, date: '2016-04-01' },
    { round: 48, date: '2016-06-01' },
    { round: 132, date: '2024-05-02' },
    { round: 1, date: '2025-01-01' },
  ]
  const matched = matchRounds(given, known)
  expect(given.map((round) => matched.get(round)?.id ?? null)).toEqual(['a', 'b', 'c', null])
})
