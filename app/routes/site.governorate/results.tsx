import { useLoaderData } from '@remix-run/react'
import { Origin } from '#app/exhibition/programmes/origin.tsx'
import { useNumbers } from '#app/exhibition/programmes/use-numbers.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** What programmes came to in this governorate. */
export function Results() {
  const { results } = useLoaderData<typeof loader>()
  const t = useText()
  if (results.length === 0) return null
  return (
    <section aria-labelledby="results" className="stack">
      <h2 id="results">{t('map:place.results')}</h2>
      <ul className="plain-list figures">
        {results.map((result) => (
          <Result key={result.id} result={result} />
        ))}
      </ul>
    </section>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['results'][number]

function Result({ result }: { result: Row }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { number } = useNumbers()
  const { programme, phase } = result
  return (
    <li className="figure">
      <p>
        {result.qualifier !== 'exactly' && (
          <span className="muted">{t(`site:figure.${result.qualifier}`)}</span>
        )}
        <b>
          <bdi>{number(result.value)}</bdi>
        </b>
        <LocalizedText text={result.unit} language={language} />{' '}
        <LocalizedText text={result.name} language={language} />
      </p>
      <p className="small">
        <a href={`/${language}/${event.slug}/exhibition/programmes/${programme.slug}`}>
          <LocalizedText
            text={localize(programme.acronym, language) ? programme.acronym : programme.name}
            language={language}
          />
        </a>
        {phase && ' · '}
        {phase && <LocalizedText text={phase} language={language} />}
      </p>
      <Origin of={result} />
    </li>
  )
}
