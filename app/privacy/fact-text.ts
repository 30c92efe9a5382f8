import { formatInstant } from '#app/i18n/format.ts'
import { type Language, type Localized, languageNames, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import type { Coded, Fact, FactValue } from './chapter.ts'

type Reading = { t: Translator; language: Language; zone: string }

/** Whether there is anything in it. */
export function isSaid(value: FactValue): boolean {
  if (typeof value === 'string') return value !== ''
  if (value instanceof Date || isCoded(value)) return true
  return isList(value) ? value.some(isSaid) : Object.values(value).some(Boolean)
}

/** A fact as its reader reads it. */
export function factText(fact: Fact, reading: Reading): { label: string; value: string; at: string } {
  const { t, language, zone } = reading
  const { label, value, at } = fact
  return {
    label: typeof label === 'string' ? t(`privacy:fact.${label}`) : localize(label, language),
    value: valueText(value, reading),
    at: at ? formatInstant(at, 'dayAndTime', language, zone) : '',
  }
}

function valueText(value: FactValue, reading: Reading): string {
  if (typeof value === 'string') return value
  if (value instanceof Date) return formatInstant(value, 'dayAndTime', reading.language, reading.zone)
  if (isCoded(value)) return codedText(value, reading.t)
  if (isList(value))
    return value
      .filter(isSaid)
      .map((one) => valueText(one, reading))
      .join(' · ')
  return localize(value, reading.language)
}

function codedText(value: Coded, t: Translator): string {
  if ('status' in value) return t(`answer:status.${value.status as 'accepted'}`)
  if ('channel' in value) return t(`guests:via.${value.channel as 'phone'}`)
  if ('language' in value) return languageNames[value.language]
  if ('listing' in value) return t(`privacy:listing.${value.listing ? 'agrees' : 'silent'}`)
  return t(`mail:state.${value.message as 'sent'}`)
}

const codes = ['status', 'channel', 'language', 'listing', 'message']

function isCoded(value: Exclude<FactValue, string | Date>): value is Coded {
  return !isList(value) && Object.keys(value).some((key) => codes.includes(key))
}

function isList(value: FactValue): value is readonly FactValue[] {
  return Array.isArray(value)
}

/** A value as a file for machines has it: texts in every language, instants as ISO 8601, codes as they are stored. */
export function plainValue(value: FactValue): unknown {
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (isCoded(value)) return Object.values(value)[0]
  return isList(value) ? value.filter(isSaid).map(plainValue) : (value satisfies Localized)
}
