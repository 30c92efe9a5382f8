import type { OrganisationKind } from '#db/schema/directory.server.ts'
import { languages } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { fold } from '../fold.ts'
import { organisationKinds } from '../rules.ts'
import { guessKind, saidKind } from './institution.ts'

type Said = { said: 'institution' | 'person' | null; organisationKind: OrganisationKind | null }

const known = new Map<string, OrganisationKind>()
for (const kind of organisationKinds) {
  known.set(fold(kind), kind)
  for (const language of languages) known.set(fold(translator(language)(`directory:kind.${kind}`)), kind)
}

/** What a column of kinds says: institution or person, or which kind of organisation, in any of the four languages. */
export function readKind(text: string): Said {
  if (!text) return { said: null, organisationKind: null }
  const kind = known.get(fold(text))
  if (kind) return { said: 'institution', organisationKind: kind }
  const said = saidKind(text)
  if (said) return { said, organisationKind: null }
  // "Government", "VIP": a column of another meaning says nothing about what the row is.
  const guess = guessKind([text])
  return { said: null, organisationKind: guess === 'other' ? null : guess }
}
