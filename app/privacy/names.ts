import type { Localized } from '#app/i18n/languages.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'
import type { Fact } from './chapter.ts'

type Known = { names: PersonNames; honorific: Localized; position: Localized }

/** Names in each script, title and position. */
export function nameFacts({ names, honorific, position }: Known): Fact[] {
  return [
    { label: 'honorific', value: honorific },
    { label: 'name', value: Object.values(names).flatMap((script) => script?.full ?? []) },
    { label: 'position', value: position },
  ]
}
