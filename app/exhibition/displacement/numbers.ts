import { westernDigits } from '../../i18n/digits.ts'

export type NumberRead = { ok: true; value: number | null } | { ok: false; reason: NumberRefusal }
export type NumberRefusal = 'numberUnreadable' | 'numberNegative' | 'numberFraction' | 'numberAbsurd'

/** More people than any governorate has: such a number is a slip of the hand. */
const mostPeople = 20_000_000

const nothing =
  /^(?:-+|–|—|\.+|n\/?a\.?|#n\/a|null|none|nil|no data|nd|غير متوفر|لا يوجد|لا توجد بيانات|نییە)$/i
/** `1,234,567`: a number that begins with 0 is a part of one instead. */
const grouped = /^[1-9]\d{0,2}([.,'’٬ ])\d{3}(?:\1\d{3})*$/
/** `443124.0`, as calculations leave it. Three zeros after three digits or fewer are a group. */
const ending = /^(.*\d)([.,٫])(?:0|00|0{4,}|(?<=\d{4}[.,٫])000)$/
const partial = /^[\d .,'’٬]*\d[.,٫]\d+$/

/**
 * A count of people or families from a cell: Western, Arabic or Persian digits, thousands in groups. Nothing, a dash or
 * “n/a” is no count, which is not zero. Refused: words, negative numbers, parts of people, more than 20 million, and
 * `1.2E+05`, whose last digits are lost.
 */
export function readCount(cell: string): NumberRead {
  const text = westernDigits(cell.normalize('NFKC').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, ''))
    .replace(/\s+/g, ' ')
    .trim()
  if (!text || nothing.test(text)) return { ok: true, value: null }
  const negative = /^(?:[-−–]\s?(.+)|\((.+)\))$/.exec(text)
  if (negative) {
    const digits = wholeNumber((negative[1] ?? negative[2] ?? '').trim())
    if (digits === null) return { ok: false, reason: 'numberUnreadable' }
    return Number(digits) === 0 ? { ok: true, value: 0 } : { ok: false, reason: 'numberNegative' }
  }
  const digits = wholeNumber(text.replace(/^\+/, ''))
  if (digits === null)
    return { ok: false, reason: partial.test(text) ? 'numberFraction' : 'numberUnreadable' }
  const value = Number(digits)
  return value > mostPeople ? { ok: false, reason: 'numberAbsurd' } : { ok: true, value }
}

/** The digits of a whole number without what groups them; null when it is none. */
function wholeNumber(text: string): string | null {
  const [, whole = text, point] = ending.exec(text) ?? []
  if (/^\d+$/.test(whole)) return whole
  const sign = grouped.exec(whole)?.[1]
  return sign && sign !== point ? whole.replace(/\D/g, '') : null
}
