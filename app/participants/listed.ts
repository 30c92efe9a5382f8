import { displayName, isArabicScript } from '#app/directory/names.ts'
import { breakable } from '#app/documents/breakable.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { OrganisationKind, PersonNames } from '#db/schema/directory.server.ts'

/** Somebody as papers show them. */
export type Listed = {
  id: string
  honorific: Localized
  names: PersonNames
  position: Localized
  organisationId: string | null
  organisationName: Localized
  kind: OrganisationKind | null
  isHead: boolean
  seat: string
  source: string
}

/** The name as a reader of `language` expects it, with the honorific that goes with its script. */
export function titledName(
  { honorific, names }: Pick<Listed, 'honorific' | 'names'>,
  language: Language,
): string {
  const name = displayName(names, language)
  const scripts: readonly Language[] = isArabicScript(name) ? ['ar', 'ckb'] : ['en', 'fr']
  const title = [language, ...scripts].find((one) => scripts.includes(one) && honorific[one]?.trim())
  // An article keeps to its name: no line ends with “Al-”.
  const whole = name.replace(/\b([ae]l)-(?=\p{L})/giu, '$1\u2011')
  return breakable([title && honorific[title]?.trim(), whole].filter(Boolean).join(' '))
}

/** The text for a reader of `language` as paper can bear it. */
export function onPaper(text: Localized, language: Language): string {
  return breakable(localize(text, language))
}

/** What keeps people together: the organisation, or its name where it is in no directory. */
export function delegationOf({ organisationId, organisationName }: Listed): string {
  return organisationId ?? JSON.stringify(organisationName)
}

/** What somebody is in their delegation, where that is to be said. */
export function markOf({ isHead, seat, source }: Pick<Listed, 'isHead' | 'seat' | 'source'>) {
  if (isHead) return 'head' as const
  if (seat === 'alternate') return 'alternate' as const
  return source === 'substitute' ? ('substitute' as const) : null
}
