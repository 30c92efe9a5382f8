import { useLoaderData } from '@remix-run/react'
import { sectors } from '#app/exhibition/sectors.ts'
import type { Tour } from '#app/exhibition/tours/read.server.ts'
import { alongRoute } from '#app/exhibition/tours/route-in.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { planAddress } from '../site.plan/address.ts'
import { listAddress } from './address.ts'
import type { loader } from './route.tsx'

/** For whoever has chosen nothing yet: where to begin. */
export function Starts({ home }: { home: string }) {
  return (
    <>
      <Tours home={home} />
      <ThemeTiles home={home} />
    </>
  )
}

function Tours({ home }: { home: string }) {
  const { tours } = useLoaderData<typeof loader>()
  const t = useText()
  if (tours.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="tours">
      <h2 id="tours">{t('tours:title')}</h2>
      <ul className="plain-list starts">
        {tours.map((tour) => (
          <li key={tour.slug} className="card tour-start">
            <TourStart tour={tour} home={home} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TourStart({ tour: { slug, name, stops }, home }: { tour: Tour; home: string }) {
  const { hasPlan } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const [first] = stops
  const count = stops.length
  return (
    <>
      <a className="strong target" href={alongRoute(`${home}/${first?.slug}`, slug)}>
        <LocalizedText text={name} language={language} />
      </a>
      <p className="muted small">
        <span className="apart">{t('tours:stops', { count, number: formatNumber(count, language) })}</span>
        {hasPlan && (
          <a className="apart" href={planAddress(`${home}/plan`, { route: slug })}>
            {t('tours:onPlan')}
          </a>
        )}
      </p>
    </>
  )
}

/** Every theme of the exhibition with how many exhibits there are of it, large enough for a thumb. */
function ThemeTiles({ home }: { home: string }) {
  const { exhibition, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const offered = sectors.filter((sector) => exhibition.bySector[sector])
  if (offered.length === 0) return null
  return (
    <nav className="stack tight" aria-labelledby="themes">
      <h2 id="themes">{t('visitor:list.themes')}</h2>
      <ul className="plain-list starts">
        {offered.map((sector) => (
          <li key={sector}>
            <a className="card tour-start theme-tile" href={listAddress(home, { ...choice, sector })}>
              <span>{t(`visitor:sector.${sector}`)}</span>
              <bdi>{formatNumber(exhibition.bySector[sector] ?? 0, language)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
