import { useLoaderData } from '@remix-run/react'
import { alongRoute } from '#app/exhibition/tours/route-in.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { planAddress } from './address.ts'
import type { loader } from './route.tsx'

/** The suggested routes to choose from, and where the chosen one begins. */
export function Tours() {
  const { event, tours, tour, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (tours.length === 0) return null
  const home = `/${language}/${event.slug}/exhibition`
  const plan = `${home}/plan`
  const first = tour?.stops[0]
  return (
    <section className="stack plan-tours" aria-labelledby="tours">
      <h2 id="tours">{t('tours:title')}</h2>
      <nav className="filters" aria-labelledby="tours">
        {tours.map(({ slug, name }) => (
          <a
            key={slug}
            href={planAddress(plan, { at: choice.at, route: slug === tour?.slug ? '' : slug })}
            aria-current={slug === tour?.slug ? 'true' : undefined}
          >
            <LocalizedText text={name} language={language} />
          </a>
        ))}
      </nav>
      {first && (
        <p>
          <a className="button" href={alongRoute(`${home}/${first.slug}`, tour?.slug)}>
            {t('tours:begin')}
          </a>
        </p>
      )}
    </section>
  )
}

/** The chosen route stop by stop: what line and numbers of the drawing say, in words. */
export function Stops() {
  const { event, tour, halls } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!tour) return null
  const home = `/${language}/${event.slug}/exhibition`
  const hallOf = new Map(halls.map((hall) => [hall.id, hall.name]))
  return (
    <section className="stack" aria-labelledby="stops">
      <h2 id="stops">
        {t('tours:one')} <LocalizedText text={tour.name} language={language} />
      </h2>
      <ol className="tour-stops">
        {tour.stops.map(({ boothId, code, slug, title, hallId }, at) => (
          <li key={boothId}>
            <bdi className="booth-code">{code}</bdi>{' '}
            <a href={alongRoute(`${home}/${slug}`, tour.slug)}>
              <LocalizedText text={title} language={language} />
            </a>
            {hallId && hallId !== tour.stops[at - 1]?.hallId && halls.length > 1 && (
              <span className="muted small">
                {' · '}
                <LocalizedText text={hallOf.get(hallId) ?? {}} language={language} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
