import { fold } from '#app/directory/fold.ts'
import { type Language, type Localized, languages } from '#app/i18n/languages.ts'
import type { OrganisationKind } from '#db/schema/directory.server.ts'
import type { Formula, LetterKind, LetterLayout } from '#db/schema/letters.server.ts'

export const letterKinds = ['formal', 'verbale'] as const satisfies readonly LetterKind[]
export const letterLayouts = ['single', 'side', 'after'] as const satisfies readonly LetterLayout[]
export const letterStates = ['open', 'signed', 'answered', 'void', 'incoming'] as const
export type LetterState = (typeof letterStates)[number]

export const usualPattern = '{year}/{number:3}'
export const usualIncomingPattern = 'IN/{year}/{number:3}'

const place = /\{(year|number)(?::([1-9]))?\}/g

/**
 * Whether a pattern gives every letter of every year another number: it names both year and number, each once, and
 * nothing else stands between braces. `{number:3}` has at least three digits.
 */
export function isNumberPattern(pattern: string): boolean {
  const names = [...pattern.matchAll(place)].map(([, name]) => name).sort()
  return names.join() === 'number,year' && !/[{}\p{C}]/u.test(pattern.replace(place, ''))
}

/** The number as it is written: `IOM-IQ/2026/014`. */
export function writeReference(pattern: string, { year, number }: { year: number; number: number }): string {
  return pattern.replace(place, (_, name: string, digits = '1') =>
    String(name === 'year' ? year : number).padStart(Number(digits), '0'),
  )
}

/** Who reads a letter, as far as formulas care. */
export type FormulaReader = {
  isPerson: boolean
  organisationKind: OrganisationKind | null
  honorific: Localized
}

/**
 * How a letter to this reader begins and ends: of the formulas that fit the one that says most about its reader, and
 * of two alike the first. Null when none fits.
 */
export function formulaFor(
  formulas: readonly Formula[],
  kind: LetterKind,
  reader: FormulaReader,
): Formula | null {
  const fitting = formulas
    .filter((formula) => formula.kind === kind && fits(formula, reader))
    .map((formula, order) => ({ formula, order, weight: weightOf(formula) }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  return fitting[0]?.formula ?? null
}

function fits({ side, organisationKind, honorifics }: Formula, reader: FormulaReader): boolean {
  if (side && (side === 'person') !== reader.isPerson) return false
  if (organisationKind && organisationKind !== reader.organisationKind) return false
  if (!honorifics) return true
  const known = new Set(honorifics.split(/[,،]/).map(fold).filter(Boolean))
  return Object.values(reader.honorific).some((word) => known.has(fold(word)))
}

function weightOf({ side, organisationKind, honorifics }: Formula): number {
  return (honorifics ? 4 : 0) + (organisationKind ? 2 : 0) + (side ? 1 : 0)
}

/** The languages of a letter in the order in which it shows them: of two beside each other, left to right first. */
export function paperOrder(layout: LetterLayout, chosen: readonly Language[]): Language[] {
  const kept = chosen.slice(0, layout === 'single' ? 1 : 2)
  if (layout !== 'side') return [...kept]
  return languages.filter((language) => kept.includes(language))
}

/** Where a letter stands, in one word. */
export function stateOf(letter: {
  way: 'out' | 'in'
  voidedAt: Date | null
  scanId: string | null
  isAnswered: boolean
}): LetterState {
  if (letter.voidedAt) return 'void'
  if (letter.way === 'in') return 'incoming'
  if (letter.isAnswered) return 'answered'
  return letter.scanId ? 'signed' : 'open'
}

/** `YYYY-MM-DD` that is a day. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
