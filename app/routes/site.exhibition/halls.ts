import type { Localized } from '#app/i18n/languages.ts'

type Placed = { id: string; hall: Localized | null }

/** Neighbours of one hall together, in the order they come; a hall without a name is none. */
export function byHall<Exhibit extends Placed>(
  exhibits: Exhibit[],
): { id: string; hall: Localized | null; exhibits: Exhibit[] }[] {
  const halls: { id: string; name: string; hall: Localized | null; exhibits: Exhibit[] }[] = []
  for (const exhibit of exhibits) {
    const hall = exhibit.hall && Object.values(exhibit.hall).some(Boolean) ? exhibit.hall : null
    const name = Object.entries(hall ?? {})
      .sort()
      .join()
    const last = halls.at(-1)
    if (last?.name === name) last.exhibits.push(exhibit)
    else halls.push({ id: exhibit.id, name, hall, exhibits: [exhibit] })
  }
  return halls
}
