import { useLoaderData } from '@remix-run/react'
import { measures } from '#app/exhibition/map/measure.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { mapAddress } from './address.ts'
import type { loader } from './route.tsx'

/** What the map counts and of which theme: links, each of which keeps the other's choice. */
export function MapChoices({ map }: { map: string }) {
  const { isByOrganisation } = useLoaderData<typeof loader>()
  return (
    <div className="tight choices">
      {isByOrganisation && <Measures map={map} />}
      <Themes map={map} />
    </div>
  )
}

function Measures({ map }: { map: string }) {
  const { choice } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <nav className="filters" aria-label={t('map:choose.measure')}>
      {measures.map((measure) => (
        <a
          key={measure}
          href={mapAddress(map, { ...choice, measure })}
          aria-current={measure === choice.measure ? 'true' : undefined}
        >
          {t(`map:measure.${measure}`)}
        </a>
      ))}
    </nav>
  )
}

function Themes({ map }: { map: string }) {
  const { choice, bySector } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const offered = sectors.filter((sector) => bySector[sector] || sector === choice.sector)
  if (offered.length === 0) return null
  return (
    <nav className="filters themes" aria-label={t('map:choose.themes')}>
      <a
        href={mapAddress(map, { ...choice, sector: null })}
        aria-current={choice.sector ? undefined : 'true'}
      >
        {t('map:choose.all')}
      </a>
      {offered.map((sector) => (
        <a
          key={sector}
          href={mapAddress(map, { ...choice, sector })}
          aria-current={choice.sector === sector ? 'true' : undefined}
        >
          {t(`visitor:sector.${sector}`)}
          <span className="filter-count">
            <bdi>{formatNumber(bySector[sector] ?? 0, language)}</bdi>
          </span>
        </a>
      ))}
    </nav>
  )
}
