import { Link } from '@remix-run/react'
import { type MissingText, missingTexts } from '#app/exhibition/content/needs.ts'
import { formatList } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useEditor } from './editor.ts'
import { usePartName } from './part-name.ts'
import { wayTo } from './way-to.ts'

/** What readers of each language would miss; the texts of one form are one line of the list. */
export function MissingTexts() {
  const { content, languages } = useEditor()
  const t = useText()
  const missing = missingTexts(content, languages)
  if (missing.length === 0)
    return (
      <p>
        <span className="tag yes">{t('exhibition:missing.complete')}</span> {t('exhibition:missing.nothing')}
      </p>
    )
  return (
    <div className="tight">
      <h3>{t('exhibition:missing.title')}</h3>
      <p className="muted">{t('exhibition:missing.hint')}</p>
      <ul className="plain-list rows">
        {[...Map.groupBy(missing, ({ path }) => wayTo(path))].map(([way, texts]) => (
          <li key={way} className="row between">
            <Link to={way}>
              <What texts={texts} />
            </Link>
            <span className="row tags">
              {languages
                .filter((language) => texts.some((text) => text.languages.includes(language)))
                .map((language) => (
                  <span key={language} className="tag wait" lang={language}>
                    {languageNames[language]}
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is missing: the head's texts by name, a block or a picture as a whole. */
function What({ texts }: { texts: MissingText[] }) {
  const language = useLanguage()
  const nameOf = usePartName()
  const names = texts.map(({ path }) => {
    const [list, id] = path.split('/')
    return nameOf(list === 'blocks' || list === 'pictures' ? `${list}/${id}` : path)
  })
  return formatList([...new Set(names)], language)
}
