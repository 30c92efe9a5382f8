import { Link } from '@remix-run/react'
import { type Language, languageNames } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { TextSource } from '#app/invitations/texts.server.ts'
import type { TemplateKind } from '#db/schema/templates.server.ts'

type Template = { kind: TemplateKind; sources: Record<Language, TextSource> }

/** Every kind of letter: what it is for, and whose text it has in each language. */
export function TemplateList({
  templates,
  among,
}: {
  templates: readonly Template[]
  among: readonly Language[]
}) {
  const t = useText()
  return (
    <ul className="plain-list card rows">
      {templates.map(({ kind, sources }) => (
        <li key={kind} className="row between">
          <div>
            <Link to={kind} className="strong target">
              {t(`templates:name.${kind}`)}
            </Link>
            <p className="muted small">{t(`templates:use.${kind}`)}</p>
          </div>
          <Sources sources={sources} among={among} />
        </li>
      ))}
    </ul>
  )
}

/** From where the text comes: in one word when that is the same in all languages. */
function Sources({ sources, among }: { sources: Template['sources']; among: readonly Language[] }) {
  const t = useText()
  const [only, ...others] = new Set(among.map((language) => sources[language]))
  if (only === 'majlis' && !others.length)
    return <span className="tag quiet">{t('templates:languageFrom.majlis')}</span>
  return (
    <p className="row tags small">
      {among.map((language) => (
        <span key={language} className={sources[language] === 'majlis' ? 'tag quiet' : 'tag yes'}>
          <span lang={language}>{languageNames[language]}</span>
          {': '}
          {t(`templates:languageFrom.${sources[language]}`)}
        </span>
      ))}
    </p>
  )
}
