import { useLoaderData } from '@remix-run/react'
import { governorates } from '#app/exhibition/governorates.ts'
import { GovernorateMap } from '#app/exhibition/map/governorate-map.tsx'
import { MapFoot } from '#app/exhibition/map/map-foot.tsx'
import { MapLegend } from '#app/exhibition/map/map-legend.tsx'
import { PlaceTable } from '#app/exhibition/map/place-table.tsx'
import { placesWith } from '#app/exhibition/map/places.ts'
import { stepsFor } from '#app/exhibition/map/shades.ts'
import { Origins } from '#app/exhibition/programmes/origin.tsx'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { FigureName } from './figure-name.tsx'
import type { loader } from './route.tsx'
import { useMeasured } from './use-measured.ts'

/** The choice as a map and as a table, with what was counted and how. */
export function ShadedMap({ map }: { map: string }) {
  const { choice, origins } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { values, what, number, exactly, say } = useMeasured()
  const places = placesWith({
    ...{ language, values, say, short: number },
    href: (pcode) => `${map}/${pcode}`,
  })
  const steps = stepsFor(places.map(({ value }) => value))
  return (
    <section className="map-sheet" aria-labelledby="shown">
      <header className="tight">
        <h2 id="shown">
          <Shown />
        </h2>
        <p className="muted">
          <Sum />
        </p>
      </header>
      <figure className="stack map-figure">
        <GovernorateMap places={places} steps={steps} label={t('map:drawing.label', { what })} />
        <MapLegend places={places} steps={steps} title={what} format={number} />
        <figcaption>
          <MapFoot places={places}>{t(`map:how.${choice.measure}`)}</MapFoot>
          <Origins of={origins} />
        </figcaption>
      </figure>
      <PlaceTable
        places={places}
        steps={steps}
        caption={t('map:table.caption', { what })}
        title={what}
        format={exactly}
      />
    </section>
  )
}

/** Of what the map is: a theme, a programme, or both; a figure by what it counts. */
function Shown() {
  const { choice, programmes, figure } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const programme = programmes.find(({ slug }) => slug === choice.programme)
  const theme = choice.sector ? t(`visitor:sector.${choice.sector}`) : null
  if (!programme) return <>{theme ?? t('map:choose.all')}</>
  return (
    <>
      <LocalizedText text={programme.name} language={language} />
      {theme && ` · ${theme}`}
      {figure && ' · '}
      {figure && <FigureName of={figure} />}
    </>
  )
}

function Sum() {
  const { choice, measured } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { measure } = choice
  const number = (value: number) => formatNumber(value, language)
  const places = number(Object.values(measured.values).filter(Boolean).length)
  const all = number(governorates.length)
  if (measure === 'figure') return t('map:sum.figure', { places: number(measured.total), all })
  if (measured.total === 0)
    return t(measure === 'activities' || measure === 'agencies' ? 'map:sum.noActivity' : 'map:sum.none')
  return t(`map:sum.${measure}`, { count: measured.total, number: number(measured.total), places, all })
}
