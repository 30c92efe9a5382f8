import { expect, test } from 'vitest'
import { formatDayRange, formatInstant, formatNumber, formatPartialDate } from '#app/i18n/format.ts'

const zone = 'Asia/Baghdad'
const morning = new Date('2026-12-14T06:05:00Z')
const nextAfternoon = new Date('2026-12-15T13:00:00Z')

test('Sorani dates and numbers need nothing from the browser', () => {
  expect(formatInstant(morning, 'day', 'ckb', zone)).toBe('دووشەممە، ١٤ی کانوونی یەکەمی ٢٠٢٦')
  expect(formatInstant(morning, 'shortDay', 'ckb', zone)).toBe('دووشەممە، ١٤ی کانوونی یەکەم')
  expect(formatInstant(morning, 'time', 'ckb', zone)).toBe('٠٩:٠٥')
  expect(formatDayRange(morning, nextAfternoon, 'ckb', zone)).toBe('١٤ – ١٥ی کانوونی یەکەمی ٢٠٢٦')
  expect(formatNumber(3_100_000, 'ckb')).toBe('٣٬١٠٠٬٠٠٠')
})

test('a range over two months names both', () => {
  expect(formatDayRange(morning, new Date('2027-01-02T06:00:00Z'), 'ckb', zone)).toBe(
    '١٤ی کانوونی یەکەمی ٢٠٢٦ – ٢ی کانوونی دووەمی ٢٠٢٧',
  )
})

test('a date is told as exactly as it is known', () => {
  expect(
    ['2015', '2015-10', '2015-10-03', 'autumn 2015', '2015-13'].map((date) => formatPartialDate(date, 'en')),
  ).toEqual(['2015', 'October 2015', '3 October 2015', 'autumn 2015', '2015-13'])
  expect(formatPartialDate('2015-10', 'ckb')).toBe('تشرینی یەکەمی ٢٠١٥')
  expect(formatPartialDate('2015', 'ar')).toBe('٢٠١٥')
})

test('a day range has no thin spaces, which Node writes and browsers do not', () => {
  expect(formatDayRange(morning, nextAfternoon, 'en', zone)).toBe('14 – 15 December 2026')
})
