import { isGovernorate } from '../governorates.ts'
import type { DateOrder } from './dates.ts'
import { isField } from './headings.ts'
import type { Mapping } from './layout.ts'
import { isPopulation, type Population } from './rules.ts'

export const doubleRules = ['last', 'first', 'none'] as const
/** Which of two different figures for one place and round counts. */
export type DoubleRule = (typeof doubleRules)[number]

/** How a file is to be read: as recognised, and as somebody corrected it. */
export type Choices = {
  /** Counted from 0; null when there are no headings. */
  headerLine: number | null
  mapping: Mapping
  /** For rows that name none. */
  operation: string
  population: Population
  /** For rows that give no date: as exact as it is known, empty for none. */
  date: string
  /** For rows that name no round; 0 for none. */
  round: number
  /** Null: as the column itself tells. */
  order: DateOrder | null
  doubles: DoubleRule
  /** What somebody said a place is (`placeKey`): the p-code of a governorate. */
  places: Record<string, string>
}

export const longestOperation = 120

/** Choices as the database keeps them. What is not one of ours counts as not chosen. */
export function choicesFrom(kept: unknown): Choices {
  const given = (kept ?? {}) as Partial<Record<keyof Choices, unknown>>
  const places = Object.entries((given.places ?? {}) as Record<string, unknown>).flatMap(
    ([key, pcode]): [string, string][] => (isGovernorate(pcode) ? [[key, pcode]] : []),
  )
  return {
    headerLine: typeof given.headerLine === 'number' ? given.headerLine : null,
    mapping: Array.isArray(given.mapping)
      ? given.mapping.map((field) => (isField(field) ? field : null))
      : [],
    operation: typeof given.operation === 'string' ? given.operation : '',
    population: isPopulation(given.population) ? given.population : 'idps',
    date: typeof given.date === 'string' ? given.date : '',
    round: typeof given.round === 'number' ? given.round : 0,
    order: given.order === 'dmy' || given.order === 'mdy' ? given.order : null,
    doubles: doubleRules.find((rule) => rule === given.doubles) ?? 'last',
    places: Object.fromEntries(places),
  }
}
