import { fold } from '#app/directory/fold.ts'
import { personKeys } from '#app/directory/keys.ts'
import { inItsLanguage, isArabicScript } from '#app/directory/names.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'
import type { Described } from './rules.ts'

export type KnownPerson = {
  names: PersonNames
  honorific: Localized
  position: Localized
  email: string | null
  phone: string | null
  language: Language
}

/** Each name under its own script, whichever box it was typed into. */
function namesFrom({ latin, arabic }: Described): PersonNames {
  const swapped = isArabicScript(latin) || (arabic !== '' && !isArabicScript(arabic))
  const [inLatin, inArabic] = swapped && (!latin || !arabic) ? [arabic, latin] : [latin, arabic]
  return { ...(inLatin && { latin: { full: inLatin } }), ...(inArabic && { arabic: { full: inArabic } }) }
}

/** A person as a form in `language` shows them. */
export function describedAs(person: KnownPerson, language: Language): Described {
  return {
    latin: person.names.latin?.full ?? '',
    arabic: person.names.arabic?.full ?? '',
    honorific: localize(person.honorific, language),
    position: localize(person.position, language),
    email: person.email ?? '',
    phone: person.phone ?? '',
    language: person.language,
  }
}

/** What a form that was filled in `language` says about a person; texts they had in other languages stay if unchanged. */
export function personFrom(
  described: Described,
  { known, language, fallback }: { known: KnownPerson | null; language: Language; fallback: Language },
): KnownPerson {
  const text = (before: Localized | undefined, typed: string) =>
    before && localize(before, language) === typed ? before : inItsLanguage(typed, language)
  return {
    names: namesFrom(described),
    honorific: text(known?.honorific, described.honorific),
    position: text(known?.position, described.position),
    email: described.email || null,
    phone: described.phone || null,
    language: described.language || fallback,
  }
}

/** The keys by which an attendee is searched for and sorted. */
export function attendeeKeys(person: KnownPerson, organisationName: Localized) {
  const { names, honorific, position, email, phone } = person
  const { searchKey, sortKey } = personKeys({
    ...{ names, honorific, position, phone, addresses: email ? [email] : [], tags: [] },
  })
  const organisation = fold(Object.values(organisationName).join(' '))
  return { searchKey: [searchKey, organisation].filter(Boolean).join(' '), sortKey }
}
