import { useLoaderData } from '@remix-run/react'
import { formatNumber, formatPartialDate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** Some figures and the first booths, and the way to all of them. */
export function ExhibitionTeaser() {
  const { exhibition, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}/exhibition`
  if (exhibition.total === 0) return null
  return (
    <section aria-labelledby="exhibition" className="stack">
      <div className="row between">
        <h2 id="exhibition">{t('site:event.exhibition')}</h2>
        <a className="more" href={home}>
          {t('site:event.allExhibits', {
            count: exhibition.total,
            number: formatNumber(exhibition.total, language),
          })}
        </a>
      </div>
      <Figures />
      <div className="grid">
        {exhibition.exhibits.map((exhibit) => (
          <article key={exhibit.slug} className="card booth">
            {exhibit.booth && (
              <span className="no">
                <bdi>{exhibit.booth}</bdi>
              </span>
            )}
            <h3>
              <a href={`${home}/${exhibit.slug}`}>
                <LocalizedText text={exhibit.title} language={language} />
              </a>
            </h3>
            <p className="muted">
              <LocalizedText text={exhibit.summary} language={language} />
            </p>
            <p className="small muted">
              <LocalizedText text={exhibit.organisationName} language={language} />
            </p>
          </article>
        ))}
      </div>
    </section>
  )
}

function Figures() {
  const { exhibition } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="figures">
      {exhibition.figures.map(({ id, value, qualifier, label, unit, asOf, source }) => (
        <p key={id} className="figure">
          {qualifier !== 'exactly' && <span className="muted">{t(`site:figure.${qualifier}`)}</span>}
          <b>{formatNumber(value, language)}</b>
          <LocalizedText text={unit} language={language} />
          <small>
            <LocalizedText text={label} language={language} />
          </small>
          <small>
            <LocalizedText text={source} language={language} />,{' '}
            <bdi>{formatPartialDate(asOf, language)}</bdi>
          </small>
        </p>
      ))}
    </div>
  )
}
