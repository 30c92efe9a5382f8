import { withoutGuard } from '../../documents/formula-guard.ts'
import { westernDigits } from '../../i18n/digits.ts'
import { type DateStyle, readDate } from '../displacement/dates.ts'
import { isWholeCountry, looksLikeCode, readPlace, suggestPlace } from '../displacement/places.ts'
import type { CellRefusal } from './plan.ts'

export type Read<Value> = { ok: true; value: Value } | { ok: false; reason: CellRefusal; detail: string }

function refused(reason: CellRefusal, cell: string): { ok: false; reason: CellRefusal; detail: string } {
  return { ok: false, reason, detail: cell.slice(0, 100) }
}

/**
 * A text of at most `longest` characters. Refused as `formula` when a spreadsheet would take it for one; one that our
 * own sheets have guarded is the text that it was.
 */
export function readText(cell: string, longest: number): Read<string> {
  const trimmed = cell.trim()
  if (!trimmed) return { ok: true, value: '' }
  if (/^[=@＝＠]/.test(trimmed)) return refused('formula', trimmed)
  const value = withoutGuard(trimmed).replace(/\s+/g, ' ')
  return value.length > longest ? refused('tooLong', value) : { ok: true, value }
}

/** More than anything we count. */
const most = 1e12

/**
 * A number of zero or more, whole or not, from a cell: Western or Arabic digits, thousands in groups of three. One
 * comma or point before three digits groups them. Null for an empty cell.
 */
export function readNumber(cell: string): Read<number | null> {
  if (!cell) return { ok: true, value: null }
  const text = westernDigits(cell.normalize('NFKC').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, ''))
    .replace(/[\s'’٬]/g, '')
    .replace('٫', '.')
  if (!text || /^(?:[-–—]+|n\/?a)$/i.test(text)) return { ok: true, value: null }
  if (/^[-−–(]/.test(text)) return refused('numberNegative', cell)
  const digits = plainNumber(text.replace(/^\+/, ''))
  if (digits === null) return refused('numberUnreadable', cell)
  const value = Number(digits)
  return value > most ? refused('numberAbsurd', cell) : { ok: true, value }
}

function plainNumber(text: string): string | null {
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '')
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '')
  if (/^\d+(?:\.\d+)?$/.test(text)) return text
  return /^\d+,\d+$/.test(text) ? text.replace(',', '.') : null
}

/** A date as exact as it is given; see `readDate`. Refused when there is none. */
export function readDay(cell: string, order: DateStyle['order'], today: string): Read<string> {
  const read = readDate(cell, order, today)
  if (!read.ok) return refused(read.reason, cell)
  return read.date === null ? refused('dateMissing', cell) : { ok: true, value: read.date }
}

/** The p-code of a governorate, by its code of today or its name in any language and spelling; null for the whole country. */
export function readPlaceCell(cell: string): Read<string | null> {
  const text = cell.trim()
  if (!text || isWholeCountry(text)) return { ok: true, value: null }
  if (!looksLikeCode(text)) {
    const pcode = suggestPlace(text)
    return pcode ? { ok: true, value: pcode } : refused('placeUnknown', text)
  }
  const read = readPlace({ code: text, districtCode: '', name: '' })
  if (read.ok) return { ok: true, value: read.pcode }
  return refused(read.reason === 'codeOldScheme' ? 'codeOldScheme' : 'codeUnknown', text)
}

/** An address on the web; null for an empty cell. */
export function readAddress(cell: string): Read<string | null> {
  const text = cell.trim()
  if (!text) return { ok: true, value: null }
  const isAddress = text.length <= 1000 && URL.canParse(text) && /^https?:\/\//i.test(text)
  return isAddress ? { ok: true, value: text } : refused('addressUnreadable', text)
}
