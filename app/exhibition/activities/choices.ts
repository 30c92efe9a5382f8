import type { Localized } from '../../i18n/languages.ts'
import { isAsOf, saysNothing } from '../rules.ts'
import { isSector, type Sector } from '../sectors.ts'

/** What a list of activities does not say itself. */
export type ActivityChoices = {
  /** By which it is known when it comes again. */
  name: string
  asOf: string
  source: Localized
  sourceUrl: string | null
  /** Which sector a field of work is, by its folded name, where somebody said so; empty for none of ours. */
  sectors: Record<string, Sector | ''>
}

export const longestListName = 120

/** Choices as the database keeps them. What is not one of ours counts as not chosen. */
export function activityChoices(kept: unknown): ActivityChoices {
  const given = (kept ?? {}) as Partial<Record<keyof ActivityChoices, unknown>>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const sectors = Object.entries((given.sectors ?? {}) as Record<string, unknown>).flatMap(
    ([key, sector]): [string, Sector | ''][] => (sector === '' || isSector(sector) ? [[key, sector]] : []),
  )
  return {
    name: text(given.name),
    asOf: text(given.asOf),
    source: (given.source ?? {}) as Localized,
    sourceUrl: text(given.sourceUrl) || null,
    sectors: Object.fromEntries(sectors),
  }
}

/** Why a list cannot be taken as it is: nothing is shown without its date and its source. */
export function refuseList({ name, asOf, source }: ActivityChoices): 'sourceNeeded' | null {
  return !name.trim() || !isAsOf(asOf) || saysNothing(source) ? 'sourceNeeded' : null
}
