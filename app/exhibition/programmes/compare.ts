import { localize } from '../../i18n/languages.ts'
import type { Indicator, Programme, Result } from './read.server.ts'

/** A result and the indicator that it is of. */
export type Compared = { indicator: Indicator; result: Result }

/** Results without a place, which tiles show: the programme's own first, then each phase's. */
export function headlines({ results }: Indicator): Result[] {
  return results.filter(({ pcode }) => pcode === null)
}

/** One indicator over several phases; empty where there is only one to see. */
export function byPhase(indicator: Indicator): Compared[] {
  const some = headlines(indicator).filter(({ phaseId }) => phaseId !== null)
  return some.length > 1 ? some.map((result) => ({ indicator, result })) : []
}

/** One indicator in several governorates, highest first, for each phase that tells of them. */
export function byPlace(indicator: Indicator): Compared[][] {
  const placed = indicator.results.filter(({ pcode }) => pcode !== null)
  return [...Map.groupBy(placed, ({ phaseId }) => phaseId).values()].map((some) =>
    some.toSorted((a, b) => b.value - a.value).map((result) => ({ indicator, result })),
  )
}

/** What several components did in one phase, counted in the same unit. */
export function byComponent({ indicators }: Programme): Compared[][] {
  const all = indicators
    .filter(({ componentId }) => componentId !== null)
    .flatMap((indicator) => headlines(indicator).map((result) => ({ indicator, result })))
  const alike = Map.groupBy(
    all,
    ({ indicator, result }) => `${result.phaseId} ${localize(indicator.unit, 'en').toLowerCase()}`,
  )
  return [...alike.values()].filter(
    (some) => new Set(some.map(({ indicator }) => indicator.componentId)).size > 1,
  )
}
