import { isMeasure, type Measure } from '#app/exhibition/map/measure.ts'
import { isSector, type Sector } from '#app/exhibition/sectors.ts'

/** What a visitor has chosen to see on the map, as its address says it. */
export type MapChoice = {
  sector: Sector | null
  measure: Measure
  /** A programme by its name in addresses; null for all of them. */
  programme: string | null
  /** Which figure of that programme, where the measure is one. */
  figure: string | null
}

/** The map's address for this choice; what is not chosen is not in it. */
export function mapAddress(map: string, { sector, measure, programme, figure }: Partial<MapChoice>): string {
  const query = new URLSearchParams()
  if (measure && measure !== 'exhibits') query.set('measure', measure)
  if (sector) query.set('sector', sector)
  if (programme) query.set('programme', programme)
  if (figure) query.set('figure', figure)
  return query.size ? `${map}?${query}` : map
}

/** Reads the choice from a query; what it cannot mean counts as not chosen. */
export function mapChoiceIn(query: URLSearchParams): MapChoice {
  const sector = query.get('sector')
  const measure = query.get('measure')
  return {
    sector: isSector(sector) ? sector : null,
    measure: isMeasure(measure) ? measure : 'exhibits',
    programme: query.get('programme') || null,
    figure: query.get('figure') || null,
  }
}
