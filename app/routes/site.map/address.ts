import { isMeasure, type Measure } from '#app/exhibition/map/measure.ts'
import { isSector, type Sector } from '#app/exhibition/sectors.ts'

/** What a visitor has chosen to see on the map, as its address says it. */
export type MapChoice = { sector: Sector | null; measure: Measure }

/** The map's address for this choice; what is not chosen is not in it. */
export function mapAddress(map: string, { sector, measure }: Partial<MapChoice>): string {
  const query = new URLSearchParams()
  if (measure && measure !== 'exhibits') query.set('measure', measure)
  if (sector) query.set('sector', sector)
  return query.size ? `${map}?${query}` : map
}

/** Reads the choice from a query; what it cannot mean counts as not chosen. */
export function mapChoiceIn(query: URLSearchParams): MapChoice {
  const sector = query.get('sector')
  const measure = query.get('measure')
  return { sector: isSector(sector) ? sector : null, measure: isMeasure(measure) ? measure : 'exhibits' }
}
