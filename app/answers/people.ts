import { fold } from '#app/directory/fold.ts'
import { personKeys } from '#app/directory/keys.ts'
import { displayName } from '#app/directory/names.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'
import type { NamedPerson } from './rules.ts'

type Known = { names: PersonNames; position: Localized }

/** A name as it was typed into one box, kept under the script it is in; other scripts' spellings stay only if it is unchanged. */
function namesFrom(typed: string, known: PersonNames | undefined, language: Language): PersonNames {
  if (known && displayName(known, language) === typed) return known
  return /\p{Script=Arabic}/u.test(typed) ? { arabic: { full: typed } } : { latin: { full: typed } }
}

/** The columns of an attendee that an organisation's form fills. */
export function describe(
  person: NamedPerson,
  {
    known,
    organisationName,
    language,
    rank,
  }: { known: Known | undefined; organisationName: Localized; language: Language; rank: number },
) {
  const names = namesFrom(person.name, known?.names, language)
  const unchanged = known && localize(known.position, language) === person.position
  const position = unchanged ? known.position : person.position ? { [language]: person.position } : {}
  const addresses = person.email ? [person.email] : []
  const { searchKey, sortKey } = personKeys({
    ...{ names, position, addresses, phone: person.phone },
    ...{ honorific: {}, tags: [] },
  })
  return {
    seat: person.seat,
    names,
    position,
    email: person.email,
    phone: person.phone,
    rank,
    searchKey: [searchKey, fold(Object.values(organisationName).join(' '))].filter(Boolean).join(' '),
    sortKey,
  }
}
