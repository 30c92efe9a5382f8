import { useLoaderData } from '@remix-run/react'
import { alongRoute } from '#app/exhibition/tours/route-in.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { planAddress } from '../site.plan/address.ts'
import type { loader } from './route.tsx'

/** To the booths before and after, as one walks: along a suggested route where one follows it, else as they stand. */
export function Walk() {
  const { previous, next, tour } = useLoaderData<typeof loader>()
  const t = useText()
  if (tour) return <AlongRoute />
  if (!previous && !next) return null
  return (
    <nav className="walk" aria-label={t('visitor:exhibit.around')}>
      {previous && <Step to={previous} rel="prev" word={t('visitor:exhibit.previous')} />}
      {next && <Step to={next} rel="next" word={t('visitor:exhibit.next')} />}
    </nav>
  )
}

function AlongRoute() {
  const { event, exhibit, tour } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!tour) return null
  const { slug, name, stops } = tour
  const at = stops.findIndex(({ code }) => code === exhibit.booth)
  const steps = [stops[at - 1], stops[at + 1]].map((stop) => stop && { ...stop, booth: stop.code })
  const [previous, next] = steps
  const home = `/${language}/${event.slug}/exhibition`
  return (
    <nav className="stack" aria-labelledby="along">
      <div className="tight">
        <h2 id="along">
          {t('tours:one')} <LocalizedText text={name} language={language} />
        </h2>
        <p className="muted">
          {t('tours:stopOf', {
            number: formatNumber(at + 1, language),
            all: formatNumber(stops.length, language),
          })}
          {!next && ` ${t('tours:last')}`}
        </p>
      </div>
      <div className="walk">
        {previous && <Step to={previous} rel="prev" word={t('tours:previous')} route={slug} />}
        {next && <Step to={next} rel="next" word={t('tours:next')} route={slug} />}
      </div>
      <p className="row">
        <a className="more" href={planAddress(`${home}/plan`, { at: exhibit.booth ?? '', route: slug })}>
          {t('tours:onPlan')}
        </a>
        {!next && (
          <a className="more" href={`/${language}/${event.slug}/feedback`}>
            {t('voices:feedback.ofWhole')}
          </a>
        )}
        <a className="more" href={`${home}/${exhibit.slug}`}>
          {t('tours:leave')}
        </a>
      </p>
    </nav>
  )
}

type Neighbour = { slug: string; title: Localized; booth: string | null }
type StepGiven = { to: Neighbour; rel: 'prev' | 'next'; word: string; route?: string }

function Step({ to, rel, word, route }: StepGiven) {
  const { event } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const page = `/${language}/${event.slug}/exhibition/${to.slug}`
  return (
    <a className={`card ${rel}`} rel={rel} href={alongRoute(page, route)}>
      <span className="small muted">
        {word}
        {to.booth && (
          <>
            {' · '}
            <bdi>{to.booth}</bdi>
          </>
        )}
      </span>
      <span className="strong block">
        <LocalizedText text={to.title} language={language} />
      </span>
    </a>
  )
}
