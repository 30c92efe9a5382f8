import { displayName } from '#app/directory/names.ts'
import type { Sheet } from '#app/documents/spreadsheet.server.ts'
import { direction, type Language, type Localized, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { localFromInstant } from '#app/i18n/zoned.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'

type SignedUp = {
  state: 'seated' | 'waiting'
  createdAt: Date
  honorific: Localized
  names: PersonNames
  position: Localized
  organisationName: Localized
}

/** Who signed up for one item, a person to a row, those with a seat first. */
export function signUpSheet({
  title,
  people,
  zone,
  language,
}: {
  title: Localized
  people: readonly SignedUp[]
  zone: string
  language: Language
}): Sheet {
  const t = translator(language)
  return {
    name: t('speakers:item.signUps'),
    lead: [localize(title, language)],
    rightToLeft: direction(language) === 'rtl',
    headings: [
      t('speakers:sheet.state'),
      t('speakers:sheet.name'),
      t('agenda:field.position'),
      t('agenda:field.organisationName'),
      t('speakers:sheet.at'),
    ],
    rows: people.map(({ state, createdAt, honorific, names, position, organisationName }) => [
      t(state === 'seated' ? 'speakers:signUps.withSeat' : 'speakers:signUps.inLine'),
      [localize(honorific, language), displayName(names, language)].filter(Boolean).join(' '),
      localize(position, language),
      localize(organisationName, language),
      localFromInstant(createdAt, zone).replace('T', ' '),
    ]),
  }
}
