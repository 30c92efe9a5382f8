import { dateFormat, listFormat, numberFormat } from './formatters.ts'
import type { Language } from './languages.ts'
import { soraniDate } from './sorani.ts'

/*
 * The one place that formats numbers, dates and times: by the reader's language, in the event's zone. Iraq's Arabic
 * names the months its own way (كانون الأول), hence `ar-IQ`; both it and `ckb` write Arabic-Indic digits by default.
 */
const locales: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-IQ', ckb: 'ckb-IQ' }

export function formatNumber(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions = {},
): string {
  // Browsers do not know Sorani; its numbers are written as Iraq's Arabic writes them.
  return numberFormat(language === 'ckb' ? locales.ar : locales[language], options).format(value)
}

/** The locale in which a page's own script writes the time; browsers do not know Sorani, whose digits are Arabic's. */
export function clockLocale(language: Language): string {
  return language === 'ckb' ? locales.ar : locales[language]
}

type Shape = 'day' | 'shortDay' | 'month' | 'time' | 'dayAndTime'

const shapes: Record<Shape, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dayAndTime: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
}

export function formatInstant(at: Date, shape: Shape, language: Language, zone: string): string {
  if (language === 'ckb') return soraniDate(at, shape, zone)
  return dateFormat(locales[language], shapes[shape], zone).format(at)
}

const dayNumber = { day: 'numeric' } as const

/** The number of the day alone, e.g. `14`, for a date leaf. */
export function formatDayNumber(at: Date, language: Language, zone: string): string {
  if (language === 'ckb') return soraniDate(at, 'dayNumber', zone)
  const part = dateFormat(locales[language], dayNumber, zone)
    .formatToParts(at)
    .find(({ type }) => type === 'day')
  return part?.value ?? ''
}

/** `09:00–15:30`. Put it in `<bdi>`: a range inside right-to-left text is otherwise torn apart. */
export function formatTimeRange(from: Date, to: Date, language: Language, zone: string): string {
  return `${formatInstant(from, 'time', language, zone)}–${formatInstant(to, 'time', language, zone)}`
}

const dayOfMonth = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** One day, or `14–15 December 2026` as the language writes a range. */
export function formatDayRange(from: Date, to: Date, language: Language, zone: string): string {
  if (isoDay(from, zone) === isoDay(to, zone)) return formatInstant(from, 'day', language, zone)
  if (language === 'ckb') {
    const isOneMonth = isoDay(from, zone).slice(0, 7) === isoDay(to, zone).slice(0, 7)
    return `${soraniDate(from, isOneMonth ? 'dayNumber' : 'date', zone)} – ${soraniDate(to, 'date', zone)}`
  }
  const range = dateFormat(locales[language], dayOfMonth, zone).formatRange(from, to)
  // Node's CLDR sets thin spaces around the dash, browsers plain ones; the page must read the same from both.
  return range.replaceAll('\u2009', ' ')
}

const partial = [{ year: 'numeric' }, { year: 'numeric', month: 'long' }] as const

/** A day known only as exactly as its source is: `2015`, `2015-10` or `2015-10-03`. Anything else is shown as it is. */
export function formatPartialDate(date: string, language: Language): string {
  const at = new Date(date)
  const exactness = /^\d{4}(-\d{2}){0,2}$/.test(date) ? date.split('-').length : 0
  if (exactness === 0 || Number.isNaN(at.getTime())) return date
  if (language === 'ckb')
    return soraniDate(at, exactness === 1 ? 'year' : exactness === 2 ? 'monthAndYear' : 'date', 'UTC')
  return dateFormat(locales[language], partial[exactness - 1] ?? dayOfMonth, 'UTC').format(at)
}

const inDigits = {}

/** `YYYY-MM-DD` of the instant in the zone. */
export function isoDay(at: Date, zone: string): string {
  return dateFormat('en-CA', inDigits, zone).format(at)
}

/** A list in words: “Erbil, Ninewa and Kirkuk”. */
export function formatList(words: string[], language: Language): string {
  if (language === 'ckb' && words.length > 1)
    return `${words.slice(0, -1).join(comma(language))} و ${words.at(-1)}`
  return listFormat(locales[language]).format(words)
}

/** What stands between a date and its time, or between things named one after the other. */
export function comma(language: Language): string {
  return language === 'ar' || language === 'ckb' ? '، ' : ', '
}

/** Sorts by the language's own alphabet, numbers by value. */
export function collator(language: Language): Intl.Collator {
  return new Intl.Collator(locales[language], { numeric: true, sensitivity: 'base' })
}

/** A first-strong isolate pair around text of unknown direction, for plain-text mail and titles. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
