import { isSector, type Sector } from '#app/exhibition/sectors.ts'
import { routeIn } from '#app/exhibition/tours/route-in.ts'
import { readKept } from '#app/exhibition/visits/kept.ts'

/** What a visitor wants to see of the plan, as its address says it. */
export type PlanChoice = {
  /** Counted from 1, as the tabs stand. */
  hall: number | null
  area: number | null
  search: string
  sector: Sector | null
  /** Where the visitor stands: a booth's code, or what its QR says. */
  at: string
  /** A suggested route by its address, `shown` for the way past all booths; empty for none. */
  route: string
  /** The codes of exhibits that somebody keeps, for those whose browser runs no script. */
  keep: string[]
}

const longestSearch = 80

/** Reads the choice from a query; what it cannot mean counts as not chosen. */
export function planChoiceIn(query: URLSearchParams): PlanChoice {
  const sector = query.get('sector')
  return {
    hall: countIn(query.get('hall')),
    area: countIn(query.get('area')),
    search: (query.get('q') ?? '').trim().slice(0, longestSearch),
    sector: isSector(sector) ? sector : null,
    at: (query.get('at') ?? '').trim().slice(0, 40),
    route: routeIn(query),
    keep: readKept(query),
  }
}

/** The plan's address for this choice; what is not chosen is not in it. */
export function planAddress(plan: string, choice: Partial<PlanChoice>): string {
  const { hall, area, search, sector, at, route, keep = [] } = choice
  const query = new URLSearchParams()
  if (area) query.set('area', String(area))
  if (at) query.set('at', at)
  if (hall) query.set('hall', String(hall))
  if (keep.length) query.set('keep', keep.join())
  if (search) query.set('q', search)
  if (route) query.set('route', route)
  if (sector) query.set('sector', sector)
  return query.size ? `${plan}?${query}` : plan
}

function countIn(given: string | null): number | null {
  const number = Number(given ?? Number.NaN)
  return Number.isSafeInteger(number) && number > 0 && number < 1000 ? number : null
}
