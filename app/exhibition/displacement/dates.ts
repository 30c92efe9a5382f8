import { westernDigits } from '../../i18n/digits.ts'
import { namedMonth } from './month-names.ts'

/** Which comes first where a column writes dates as `04/05/2016`. */
export type DateOrder = 'dmy' | 'mdy'
export type DateRefusal = 'dateUnreadable' | 'dateAbsurd' | 'dateAmbiguous'
/** A date as exact as it is given: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for an empty cell. */
export type DateRead = { ok: true; date: string | null } | { ok: false; reason: DateRefusal }

/** How a column writes its dates. `mixed`: its cells contradict each other, so that only the clear ones can be read. */
export type DateStyle = { order: DateOrder | 'mixed'; isGuess: boolean }

/** Nobody was counted before; a later date is a slip of the hand. */
const earliest = '2003-01-01'
const numeric = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/

/**
 * How a column writes days and months, by its own cells: 25/04 and 04/25 tell. Where none tells, the months of another
 * column (`months`, aligned), else the part that changes from round to round, which is the month, else the day first.
 */
export function dateStyle(cells: readonly string[], months: readonly string[] = []): DateStyle {
  const pairs = cells.flatMap((cell, index) => {
    const [, first = '', , second = ''] = numeric.exec(plain(cell)) ?? []
    return first ? [{ first: Number(first), second: Number(second), month: monthIn(months[index]) }] : []
  })
  const dayFirst = pairs.some(({ first }) => first > 12)
  const monthFirst = pairs.some(({ second }) => second > 12)
  if (dayFirst && monthFirst) return { order: 'mixed', isGuess: false }
  if (dayFirst !== monthFirst) return { order: dayFirst ? 'dmy' : 'mdy', isGuess: false }
  const unequal = pairs.filter(({ first, second }) => first !== second)
  if (unequal.length && unequal.every(({ month, second }) => month === second))
    return { order: 'dmy', isGuess: false }
  if (unequal.length && unequal.every(({ month, first }) => month === first))
    return { order: 'mdy', isGuess: false }
  const kinds = (part: 'first' | 'second') => new Set(unequal.map((pair) => pair[part])).size
  return { order: kinds('first') > kinds('second') ? 'mdy' : 'dmy', isGuess: unequal.length > 0 }
}

function monthIn(cell: string | undefined): number | null {
  const month = Number(plain(cell ?? ''))
  return Number.isInteger(month) && month >= 1 && month <= 12
    ? month
    : (namedMonth(cell ?? '')?.month ?? null)
}

/**
 * A date from a cell: ISO 8601, Excel's day number, day/month/year as the column has it, with a month's name, in any
 * digits; a time after it does not count. Refused when it is none, does not exist, or lies before 2003 or after `today`.
 */
export function readDate(cell: string, order: DateStyle['order'], today: string): DateRead {
  const text = plain(cell)
  if (!text || /^(?:-+|–|—|n\/?a)$/i.test(text)) return { ok: true, date: null }
  const read = isoDate(text) ?? serialDate(text) ?? numericDate(text, order) ?? wordedDate(cell)
  if (read === null) return { ok: false, reason: 'dateUnreadable' }
  if (read === 'ambiguous') return { ok: false, reason: 'dateAmbiguous' }
  if (!exists(read)) return { ok: false, reason: 'dateUnreadable' }
  const isPlausible = read >= earliest.slice(0, read.length) && read <= today.slice(0, read.length)
  return isPlausible ? { ok: true, date: read } : { ok: false, reason: 'dateAbsurd' }
}

/** The date of a row that gives year and month in cells of their own. */
export function dateFromParts(year: string, month: string, today: string): DateRead {
  const [ofYear, ofMonth] = [plain(year), monthIn(month)]
  if (!ofYear) return { ok: true, date: null }
  return readDate(ofMonth ? `${ofYear}-${String(ofMonth).padStart(2, '0')}` : ofYear, 'dmy', today)
}

function plain(cell: string): string {
  return westernDigits(cell.normalize('NFKC').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, ''))
    .trim()
    .replace(
      /(?<=\d)[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i,
      '',
    )
}

function isoDate(text: string): string | null {
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? /^(20\d{2})(\d{2})(\d{2})$/.exec(text) ?? []
  if (year) return dated(year, month, day)
  return /^(?:19|20)\d{2}$/.test(text) ? text : null
}

/** Excel counts days from 1900, with a 29 February that there was not. */
function serialDate(text: string): string | null {
  const days = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0
  if (days < 36_526 || days > 73_050) return null
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

function numericDate(text: string, order: DateStyle['order']): string | 'ambiguous' | null {
  const [, month, ofYear] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  if (month) return dated(ofYear ?? '', month)
  const [, first = '', , second = '', year = ''] = numeric.exec(text) ?? []
  if (!first) return null
  const isClear = Number(first) > 12 || Number(second) > 12 || first === second
  if (order === 'mixed' && !isClear) return 'ambiguous'
  const isDayFirst = order === 'mixed' ? Number(first) > 12 : order === 'dmy'
  return isDayFirst ? dated(year, second, first) : dated(year, first, second)
}

/** `30 April 2024`, `Apr-24`, `April 30, 2024`, `٣٠ نيسان ٢٠٢٤`. */
function wordedDate(cell: string): string | null {
  const named = namedMonth(plain(cell))
  if (!named) return null
  const month = String(named.month)
  const parts = named.rest
    .replace(/(\d) ?(?:st|nd|rd|th|er|ي)(?!\p{L})/gu, '$1')
    .trim()
    .split(/\s+/)
  const [one = '', two] = parts
  if (parts.length === 1) return /^(\d{2}|\d{4})$/.test(one) ? dated(one, month) : null
  if (parts.length !== 2 || !two) return null
  const [day, year] = /^\d{4}$/.test(one) ? [two, one] : [one, two]
  return /^\d{1,2}$/.test(day) && /^(\d{2}|\d{4})$/.test(year) ? dated(year, month, day) : null
}

function dated(year: string, ...rest: (string | undefined)[]): string {
  const full = year.length === 2 ? `20${year}` : year
  return [full, ...rest.flatMap((part) => (part ? [part.padStart(2, '0')] : []))].join('-')
}

function exists(date: string): boolean {
  const at = new Date(date)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}
