import type { Localized } from '../../i18n/languages.ts'
import type { Indicator, Programme, Result } from '../programmes/read.server.ts'

/** A figure of a programme that the map can show: one indicator in one phase, in the governorates of which it is known. */
export type PlacedFigure = {
  /** By which an address asks for it. */
  key: string
  name: Localized
  unit: Localized
  /** Null: in all phases to date. */
  phase: Localized | null
  results: Pick<Result, 'pcode' | 'value' | 'qualifier' | 'asOf' | 'source' | 'sourceUrl'>[]
}

/** Every figure of the programme that is known by governorate, in the order of its indicators, the latest phase first. */
export function placedFigures({ indicators, phases }: Programme): PlacedFigure[] {
  return indicators.flatMap((indicator) => {
    const placed = indicator.results.filter(({ pcode }) => pcode !== null)
    const byPhase = Map.groupBy(placed, ({ phaseId }) => phaseId)
    return [null, ...phases].toReversed().flatMap((phase): PlacedFigure[] => {
      const results = byPhase.get(phase?.id ?? null)
      return results ? [figureOf(indicator, phase, results)] : []
    })
  })
}

function figureOf(
  { id, name, unit }: Indicator,
  phase: Programme['phases'][number] | null,
  results: Result[],
): PlacedFigure {
  return {
    key: phase ? `${id}.${phase.id}` : id,
    ...{ name, unit, phase: phase?.name ?? null },
    results: results.map(({ pcode, value, qualifier, asOf, source, sourceUrl }) => ({
      ...{ pcode, value, qualifier, asOf, source, sourceUrl },
    })),
  }
}
