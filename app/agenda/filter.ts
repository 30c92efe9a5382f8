import { isLanguage, type Language, type Localized, languages } from '../i18n/languages.ts'
import { type ItemKind, itemKinds } from './rules.ts'

type Filtered = {
  kind: ItemKind
  room: { id: string; name: Localized; position: number } | null
  track: { id: string; name: Localized } | null
  spokenLanguages: Language[]
  interpretedLanguages: Language[]
}

/** What readers of an agenda may narrow it to, one of each. */
export const filterNames = ['track', 'room', 'language', 'kind'] as const
export type FilterName = (typeof filterNames)[number]
export type AgendaFilter = Partial<Record<FilterName, string>>

/** What of an address is a filter; what is none is left out. */
export function readFilter(search: URLSearchParams): AgendaFilter {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search.get(name)
      return value ? [[name, value.slice(0, 60)]] : []
    }),
  )
}

/** What is of a track, in a room, of a kind, and can be followed in a language, spoken or interpreted. */
export function filtered<Item extends Filtered>(items: readonly Item[], filter: AgendaFilter): Item[] {
  return items.filter((item) => filterNames.every((name) => isOf(item, name, filter[name])))
}

function isOf(item: Filtered, name: FilterName, value: string | undefined): boolean {
  if (!value) return true
  switch (name) {
    case 'track':
      return item.track?.id === value
    case 'room':
      return item.room?.id === value
    case 'language':
      return isLanguage(value) && languagesOf(item).includes(value)
    case 'kind':
      return item.kind === value
  }
}

function languagesOf({ spokenLanguages, interpretedLanguages }: Filtered): Language[] {
  return [...spokenLanguages, ...interpretedLanguages]
}

/** What there is to choose from among these items, in its order; only where there is a choice. */
export function choicesIn(items: readonly Filtered[]) {
  const rooms = unique(items.flatMap(({ room }) => room ?? [])).toSorted((a, b) => a.position - b.position)
  const spoken = new Set(items.flatMap(languagesOf))
  const kinds = new Set(items.map(({ kind }) => kind))
  const several = <Value>(values: Value[]) => (values.length > 1 ? values : [])
  return {
    track: several(unique(items.flatMap(({ track }) => track ?? []))),
    room: several(rooms),
    language: several(languages.filter((language) => spoken.has(language))),
    kind: several(itemKinds.filter((kind) => kinds.has(kind))),
  }
}

function unique<Value extends { id: string }>(values: Value[]): Value[] {
  return [...new Map(values.map((value) => [value.id, value])).values()]
}
