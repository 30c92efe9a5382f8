import { useLoaderData } from '@remix-run/react'
import type { Measure } from '#app/exhibition/map/measure.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { mapAddress } from './address.ts'
import { FigureName } from './figure-name.tsx'
import type { loader } from './route.tsx'

/** What the map counts, of which programme and of which theme: links, each of which keeps the others' choice. */
export function MapChoices({ map }: { map: string }) {
  const { choice, offered, figures, programmes } = useLoaderData<typeof loader>()
  return (
    <div className="tight choices">
      {programmes.length > 0 && <Programmes map={map} />}
      {(offered.length > 1 || figures.length > 0) && <Measures map={map} />}
      {choice.measure !== 'figure' && <Themes map={map} />}
    </div>
  )
}

function Programmes({ map }: { map: string }) {
  const { choice, programmes } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  // Another programme has no such figure.
  const kept = choice.measure === 'figure' ? {} : { ...choice, figure: null }
  return (
    <nav className="filters" aria-label={t('map:choose.programme')}>
      <a
        href={mapAddress(map, { ...kept, programme: null })}
        aria-current={choice.programme ? undefined : 'true'}
      >
        {t('map:choose.everyProgramme')}
      </a>
      {programmes.map(({ id, slug, name, acronym }) => (
        <a
          key={id}
          href={mapAddress(map, { ...kept, programme: slug })}
          aria-current={slug === choice.programme ? 'true' : undefined}
        >
          <LocalizedText text={localize(acronym, language) ? acronym : name} language={language} />
        </a>
      ))}
    </nav>
  )
}

function Measures({ map }: { map: string }) {
  const { choice, offered, figures } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <nav className="filters" aria-label={t('map:choose.measure')}>
      {offered.map((measure) => (
        <a
          key={measure}
          href={mapAddress(map, { ...choice, measure, figure: null })}
          aria-current={measure === choice.measure ? 'true' : undefined}
        >
          {t(`map:measure.${measure as Exclude<Measure, 'figure'>}`)}
        </a>
      ))}
      {figures.map((figure) => (
        <a
          key={figure.key}
          href={mapAddress(map, { measure: 'figure', programme: choice.programme, figure: figure.key })}
          aria-current={figure.key === choice.figure ? 'true' : undefined}
        >
          <FigureName of={figure} />
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
