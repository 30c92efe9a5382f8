import { Link, useLoaderData } from '@remix-run/react'
import type { MissingText } from '#app/events/rules.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** Which texts readers will not find in their language, each with the way to write it. */
export function MissingTexts() {
  const { missing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (missing.length === 0)
    return (
      <p className="card">
        <span className="tag yes">{t('events:missing.complete')}</span> {t('events:missing.nothing')}
      </p>
    )
  return (
    <section className="card stack" aria-labelledby="missing">
      <h2 id="missing">{t('events:missing.title', { number: formatNumber(missing.length, language) })}</h2>
      <p className="muted">{t('events:missing.hint')}</p>
      <ul className="plain-list rows">
        {missing.map((text) => (
          <Missing key={`${text.id} ${text.field}`} text={text} />
        ))}
      </ul>
    </section>
  )
}

const ways = {
  event: () => '#texts',
  part: (id: string) => `../parts/${id}`,
  venue: (id: string) => `?venue=${id}#venues`,
}

function Missing({ text }: { text: MissingText }) {
  const t = useText()
  const language = useLanguage()
  return (
    <li className="row between">
      <Link to={ways[text.subject](text.id)} relative="path">
        {t(`events:field.${text.field}`)}
        {text.subject !== 'event' && (
          <>
            {' · '}
            <LocalizedText text={text.name} language={language} />
          </>
        )}
      </Link>
      <span className="row tags">
        {text.languages.map((missing) => (
          <span key={missing} className="tag wait" lang={missing}>
            {languageNames[missing]}
          </span>
        ))}
      </span>
    </li>
  )
}
