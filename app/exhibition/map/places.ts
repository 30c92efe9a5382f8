import { collator } from '../../i18n/format.ts'
import { direction, type Language } from '../../i18n/languages.ts'
import { type Governorate, governorates } from '../governorates.ts'
import type { Area } from './area.ts'
import { boundaries } from './boundaries.ts'

/** A governorate with what a map and its table say of it, in the reader's language. */
export type Place = {
  pcode: string
  name: string
  value: number | null
  /** The value with what it counts, as it is read out: “7 exhibits”. */
  said: string
  /** The value as short as it goes, for its place on the map: “7”, “1.2 M”; empty for none. */
  short: string
  /** Where its area and its line in the table lead. */
  href: string
}

type Told = {
  language: Language
  /** By p-code; a governorate that is not in it has no value, which is not the same as zero. */
  values: Readonly<Record<string, number | null>>
  say: (value: number | null, pcode: string) => string
  short: (value: number) => string
  href: (pcode: string) => string
}

/** Every governorate there is, by name. `all` is there for tests of what more there may be one day. */
export function placesWith(
  { language, values, say, short, href }: Told,
  all: readonly Governorate[] = governorates,
): Place[] {
  const places = all.map(({ pcode, name }) => {
    const value = values[pcode] ?? null
    return {
      ...{ pcode, name: name[language], value, said: say(value, pcode), href: href(pcode) },
      short: value === null ? '' : short(value),
    }
  })
  return places.toSorted((a, b) => collator(language).compare(a.name, b.name))
}

/** Highest value first, those without one last, equal ones as they came. */
export function byValue<Valued extends { value: number | null }>(places: readonly Valued[]): Valued[] {
  return places.toSorted(
    (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) || 0,
  )
}

export type DrawnPlace = Place & { area: Area }

/** How far apart names may stand to be on one line to the eye, in units of the drawing. */
const lineHeight = 90

/** The places that are drawn, in the order in which the eye meets their names: line by line, from where reading begins. */
export function drawnInOrder(
  places: readonly Place[],
  language: Language,
  areas: readonly Area[] = boundaries,
): DrawnPlace[] {
  const side = direction(language) === 'rtl' ? -1 : 1
  const line = ({ area }: DrawnPlace) => Math.floor(area.at[1] / lineHeight)
  return places
    .flatMap((place) => {
      const area = areas.find(({ pcode }) => pcode === place.pcode)
      return area ? [{ ...place, area }] : []
    })
    .sort((a, b) => line(a) - line(b) || side * (a.area.at[0] - b.area.at[0]))
}

/** The places for which there is no outline yet. */
export function undrawn(places: readonly Place[], areas: readonly Area[] = boundaries): Place[] {
  return places.filter((place) => !areas.some(({ pcode }) => pcode === place.pcode))
}
