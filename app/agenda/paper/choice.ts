import { isoDay } from '../../i18n/format.ts'
import { isLanguage, type Language } from '../../i18n/languages.ts'
import { chosenFrom, readChosen } from '../chosen.ts'
import type { AgendaItem } from '../read.server.ts'

/** One page with everything; all that is said, in one language or two side by side; a sheet for each room's door. */
export const paperLayouts = ['overview', 'full', 'doors'] as const
export type PaperLayout = (typeof paperLayouts)[number]

export type PaperChoice = {
  layout: PaperLayout
  languages: [Language, Language | null]
  /** `YYYY-MM-DD` in the event's zone; null for all days. */
  day: string | null
  room: string | null
  /** What somebody chose for themselves; null for everything. */
  items: string[] | null
}

/** What an address asks to be printed; what it does not know is left out. */
export function paperChoice(search: URLSearchParams, usual: Language): PaperChoice {
  const [lang, second] = [search.get('lang'), search.get('second')]
  const chosen = readChosen(search)
  const first = isLanguage(lang) ? lang : usual
  return {
    layout: paperLayouts.find((layout) => layout === search.get('layout')) ?? 'full',
    languages: [first, isLanguage(second) && second !== first ? second : null],
    day: search.get('day')?.slice(0, 10) || null,
    room: search.get('room')?.slice(0, 40) || null,
    items: chosen.length > 0 ? chosen : null,
  }
}

/** What of an agenda goes on paper; on doors only what has a room. */
export function itemsToPrint(
  items: readonly AgendaItem[],
  { layout, day, room, items: chosen }: PaperChoice,
  zone: string,
): AgendaItem[] {
  return (chosen ? chosenFrom(items, chosen) : [...items]).filter(
    (item) =>
      (!day || isoDay(item.startsAt, zone) === day) &&
      (!room || item.room?.id === room) &&
      (layout !== 'doors' || item.room),
  )
}
