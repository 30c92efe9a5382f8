import { isGovernorate } from '#app/exhibition/governorates.ts'
import { isSector, type Sector } from '#app/exhibition/sectors.ts'
import { readKept } from '#app/exhibition/visits/kept.ts'

/** What a visitor has chosen to see of the exhibition, as its address says it. */
export type Choice = {
  sector: Sector | null
  governorate: string | null
  search: string
  /** The codes of exhibits that somebody keeps, taken along from page to page. */
  keep: string[]
}

/** The list's address for this choice; what is not chosen is not in it. */
export function listAddress(home: string, choice: Partial<Choice> & { page?: number }): string {
  const { sector, governorate, search, keep = [], page = 1 } = choice
  const query = new URLSearchParams()
  if (governorate) query.set('governorate', governorate)
  if (keep.length) query.set('keep', keep.join())
  if (page > 1) query.set('page', String(page))
  if (search) query.set('q', search)
  if (sector) query.set('sector', sector)
  return query.size ? `${home}?${query}` : home
}

/** Whether less than the whole exhibition is looked at. */
export function isNarrowed({ sector, governorate, search }: Choice): boolean {
  return Boolean(sector || governorate || search)
}

const longestSearch = 80

/** Reads the choice from a query; what it cannot mean counts as not chosen. */
export function choiceIn(query: URLSearchParams): Choice & { page: number } {
  const sector = query.get('sector')
  const governorate = query.get('governorate')
  const page = Number(query.get('page') ?? 1)
  return {
    sector: isSector(sector) ? sector : null,
    governorate: isGovernorate(governorate) ? governorate : null,
    search: (query.get('q') ?? '').trim().slice(0, longestSearch),
    keep: readKept(query),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}
