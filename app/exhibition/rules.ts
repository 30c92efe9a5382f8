import { refuseSlug, slugFrom } from '../events/rules.ts'
import { type Localized, languages, missingLanguages } from '../i18n/languages.ts'
import { longestCode } from './plan/numbering.ts'

export const exhibitStates = ['draft', 'submitted', 'published'] as const
export type ExhibitState = (typeof exhibitStates)[number]

/** How exact a figure is, as its source says it. */
export const figureQualifiers = ['exactly', 'about', 'nearly', 'more_than'] as const
export type FigureQualifier = (typeof figureQualifiers)[number]

/** Second steps below `/{lang}/{event}/exhibition/` that mean something else than an exhibit. */
const reservedSlugs = new Set(['plan', 'map', 'displacement', 'programmes', 'kept', 'new', 'qr'])

/** Why an exhibit cannot live at this address; null when it can. */
export function refuseExhibitSlug(slug: string): 'slugShape' | 'slugReserved' | null {
  if (reservedSlugs.has(slug)) return 'slugReserved'
  // Words that only the event's own address may not use are free here.
  return refuseSlug(slug) === 'slugShape' ? 'slugShape' : null
}

/** The title as an address; `''` when it has no Latin letters, or one that means something else. */
export function exhibitSlugFrom(title: Localized): string {
  const slug = slugFrom(title)
  return refuseExhibitSlug(slug) ? '' : slug
}

/** Whether a text is missing in every language there is. */
export function saysNothing(text: Localized): boolean {
  return missingLanguages(text, languages).length === languages.length
}

/** A date as exact as a source is: `2015`, `2015-10` or `2015-10-03`, and one that exists. */
export function isAsOf(date: string): boolean {
  if (!/^(19|20)\d{2}(-\d{2}){0,2}$/.test(date)) return false
  const at = new Date(date)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

const mostBoothsAtOnce = 200

/**
 * The codes in what an organiser typed: one, several after commas, or a run such as `A1–A12`. Null when one is too long
 * or they are more than 200.
 */
export function boothCodes(text: string): string[] | null {
  const codes = text
    .split(/[,،;؛\n]/)
    .map((code) => code.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .flatMap(runOf)
  const distinct = [...new Map(codes.map((code) => [code.toLowerCase(), code])).values()]
  const isTooMuch = distinct.length > mostBoothsAtOnce || distinct.some((code) => code.length > longestCode)
  return isTooMuch ? null : distinct
}

function runOf(code: string): string[] {
  const [, before, first = '', again, last = ''] = /^(\D*)(\d{1,4}) ?[-–] ?(\D*)(\d{1,4})$/.exec(code) ?? []
  const [from, to] = [Number(first), Number(last)]
  // `12-3` is the third booth of hall 12, not a run.
  if (!first || to < from || (again && again !== before)) return [code]
  return Array.from({ length: Math.min(to - from, mostBoothsAtOnce) + 1 }, (_, n) => {
    const number = String(from + n)
    return before + (first.startsWith('0') ? number.padStart(first.length, '0') : number)
  })
}
