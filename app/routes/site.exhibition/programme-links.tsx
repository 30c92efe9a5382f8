import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

type Given = { programmes: readonly { id: string; slug: string; name: Localized }[]; home: string }

/** The programmes whose results this exhibition tells of, each with a page of its own. */
export function ProgrammeLinks({ programmes, home }: Given) {
  const t = useText()
  const language = useLanguage()
  if (programmes.length === 0) return null
  return (
    <nav className="stack" aria-labelledby="programmes">
      <h2 id="programmes">{t('programmes:site.links')}</h2>
      <ul className="plain-list">
        {programmes.map(({ id, slug, name }) => (
          <li key={id}>
            <a className="more" href={`${home}/programmes/${slug}`}>
              <LocalizedText text={name} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
