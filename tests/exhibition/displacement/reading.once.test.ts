import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateStyle, readDate } from '#app/exhibition/displacement/dates.ts'
import { readHeading, readPopulation } from '#app/exhibition/displacement/headings.ts'
import { recogniseLayout } from '#app/exhibition/displacement/layout.ts'
import { matchRounds } from '#app/exhibition/displacement/match-rounds.ts'
import { readCount } from '#app/exhibition/displacement/numbers.ts'
import { readPlace, suggestPlace } from '#app/exhibition/displacement/places.ts'
import { rowReader } from '#app/exhibition/displacement/rows.ts'
import { unfold } from '#app/exhibition/displacement/unfold.ts'
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

const ninewa = ['Ninewa', 'IQG15']
/** The figures of a table as it is read: date, round, place, people and families of each. */
async function figuresIn(lines: string[][]) {
  const { headerLine, mapping, oddities } = recogniseLayout(lines)
  const table = await unfold({ lines, headerLine, mapping }, () => undefined)
  if (!table) throw new Error('too wide')
  const choices = {
    operation: 'x',
    population: 'idps',
    date: '',
    round: 0,
    order: null,
    doubles: 'last',
  } as const
  const given = { ...choices, headerLine: table.headerLine, mapping: table.mapping, places: {} }
  const reader = rowReader(table.lines, given, today)
  const read = table.lines.slice(reader.first).flatMap((_, at) => reader.read(reader.first + at) ?? [])
  const told = read.map((row) => {
    if (!('reading' in row)) return row.refusal
    const { date, round, pcode, districtCode, population, individuals, households } = row.reading
    const kept = [date, round || '', districtCode || pcode, population === 'idps' ? '' : population]
    return [...kept, individuals, households].filter((it) => it !== '' && it !== null).join(' ')
  })
  return { told, oddities: oddities.map(({ code }) => code) }
}

test('a column for each round or date is read as a row for each, whatever stands over it', async () => {
  const expected = ['2023-12 130 IQG15 1200', '2024-04 131 IQG15 1000']
  const head = ['Governorate', 'P-code']
  const tables = [
    [
      [...head, 'Round 130 (Dec 2023)', 'Round 131 (Apr 2024)'],
      [...ninewa, '1,200', '1000'],
    ],
    // Merged cells, in two languages and in Excel's own numbers of days.
    [
      [...head, 'Round 130', 'Round 131'],
      ['', '', 'Dec-23', 'Apr-24'],
      [...ninewa, '1 200', '1.000'],
    ],
    [
      ['DTM'],
      [],
      [...head, 'R130', 'R131', 'Total'],
      ['', '', '12/2023', '04/2024', ''],
      [...ninewa, '1200', '1000', '2200'],
    ],
    [
      ['المحافظة', 'رمز المحافظة', 'الجولة ١٣٠ (كانون الأول ٢٠٢٣)', 'الجولة ١٣١ (نيسان ٢٠٢٤)'],
      ['نينوى', 'IQG15', '١٬٢٠٠', '١٬٠٠٠'],
    ],
    [
      ['Gouvernorat', 'Code', 'Cycle 130, décembre 2023', 'Cycle 131, avril 2024'],
      ['#adm1+name', '#adm1+code', '#affected+idps+ind', '#affected+idps+ind'],
      [...ninewa, '1200', '1000'],
    ],
  ]
  for (const lines of tables) expect((await figuresIn(lines)).told).toEqual(expected)
  const serials = [
    [...head, '45291', '45412'],
    [...ninewa, '12000', '10000'],
    ['Erbil', 'IQG11', '-', 'n/a'],
  ]
  expect((await figuresIn(serials)).told).toEqual([
    ...['2023-12-31 IQG15 12000', '2024-04-30 IQG15 10000', 'numberMissing'],
  ])
  const years = [
    [...head, '2023', '', '2024'],
    ['', '', 'Nov', 'Dec', 'Jan'],
    [...ninewa, '1', '2', '3'],
  ]
  expect((await figuresIn(years)).told).toEqual(['2023-11 IQG15 1', '2023-12 IQG15 2', '2024-01 IQG15 3'])
})

test('people and families, groups of people and districts stand in columns as well; parts and sums are no figures', async () => {
  const both = [
    [
      'Governorate',
      'P-code',
      'Round 130 (Dec 2023)',
      '',
      'Round 131 (Apr 2024)',
      '',
      'Change since Round 130',
      '% of Round 131',
    ],
    ['', '', 'IDPs', 'Families', 'IDPs', 'Families', '', ''],
    [...ninewa, '12', '2', '10', '1', '-2', '40'],
    ['Grand total', '', '12', '2', '10', '1', '-2', '100'],
  ]
  expect((await figuresIn(both)).told).toEqual([
    ...['2023-12 130 IQG15 12 2', '2024-04 131 IQG15 10 1', 'total', 'total'],
  ])
  const groups = [
    ['District', 'District code', 'IDPs Apr-24', 'Returnees Apr-24'],
    ['Mosul', 'IQG15Q01', '5', '6'],
  ]
  expect((await figuresIn(groups)).told).toEqual(['2024-04 IQG15Q01 5', '2024-04 IQG15Q01 returnees 6'])
  const turned = [
    ['Date', 'Round', 'IQG15', 'IRQ-G11', 'IQG09', 'IQG99', 'Total'],
    ['31/12/2023', '130', '1', '2', '3', '', '6'],
    ['المجموع', '', '1', '2', '3', '', '6'],
  ]
  const { told, oddities } = await figuresIn(turned)
  expect(told.slice(0, 3)).toEqual(['IQG15 1', 'IQG11 2', 'IQG09 3'].map((it) => `2023-12-31 130 ${it}`))
  expect([new Set(told.slice(3)), oddities]).toEqual([
    new Set(['total']),
    ['columnBeside', 'wide', 'columnUnknown'],
  ])
  // Where governorates are rows, governorates over columns are where people came from.
  const origins = [
    ['Governorate', 'P-code', 'Date', 'Anbar', 'Babil', 'Erbil', 'IDPs'],
    [...ninewa, '30/04/2024', '1', '2', '3', '6'],
  ]
  expect((await figuresIn(origins)).told).toEqual(['2024-04-30 IQG15 6'])
  // More than anybody has: nothing is taken rather than half of it.
  const wide = [['P-code', ...Array.from({ length: 70 }, (_, n) => `Round ${n + 1}`)]]
  const long = Array.from({ length: 1000 }, () => [
    'IQG15',
    ...Array.from({ length: 70 }, (_, n) => String(n + 1)),
  ])
  const { headerLine, mapping } = recogniseLayout([...wide, ...long])
  expect(await unfold({ lines: [...wide, ...long], headerLine, mapping }, () => undefined)).toBe(null)
})
