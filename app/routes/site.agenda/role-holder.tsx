import { displayName } from '#app/directory/names.ts'
import { type Localized, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { PersonNames } from '#db/schema/directory.server.ts'

type Holder = { honorific: Localized; names: PersonNames; position: Localized; organisationName: Localized }

/** Who somebody is, as protocol writes it: honorific and name, then position and organisation, in the reader's language. */
export function RoleHolder({ holder }: { holder: Holder }) {
  const language = useLanguage()
  const { honorific, names, position, organisationName } = holder
  const comma = language === 'ar' || language === 'ckb' ? '، ' : ', '
  return (
    <>
      <span className="strong">
        {localize(honorific, language) && (
          <>
            <LocalizedText text={honorific} language={language} />{' '}
          </>
        )}
        <span dir="auto">{displayName(names, language)}</span>
      </span>
      {[position, organisationName]
        .filter((text) => localize(text, language))
        .map((text) => (
          <span key={localize(text, language)} className="muted">
            {comma}
            <LocalizedText text={text} language={language} />
          </span>
        ))}
    </>
  )
}
