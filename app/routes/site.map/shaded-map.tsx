import { useLoaderData } from '@remix-run/react'
import { governorates } from '#app/exhibition/governorates.ts'
import { GovernorateMap } from '#app/exhibition/map/governorate-map.tsx'
import { MapFoot } from '#app/exhibition/map/map-foot.tsx'
import { MapLegend } from '#app/exhibition/map/map-legend.tsx'
import { PlaceTable } from '#app/exhibition/map/place-table.tsx'
import { placesWith } from '#app/exhibition/map/places.ts'
import { stepsFor } from '#app/exhibition/map/shades.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The choice as a map and as a table, with what was counted and how. */
export function ShadedMap({ map }: { map: string }) {
  const { choice, measured } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  const { measure, sector } = choice
  const places = placesWith({
    language,
    // What nobody shows there is none, and known.
    values: Object.fromEntries(governorates.map(({ pcode }) => [pcode, measured.values[pcode] ?? 0])),
    say: (value) => t(`map:said.${measure}`, { count: value ?? 0, number: number(value ?? 0) }),
    short: number,
    href: (pcode) => `${map}/${pcode}`,
  })
  const steps = stepsFor(places.map(({ value }) => value))
  const what = t(`map:measure.${measure}`)
  const theme = sector ? t(`visitor:sector.${sector}`) : t('map:choose.all')
  return (
    <section className="map-sheet" aria-labelledby="shown">
      <header className="tight">
        <h2 id="shown">{theme}</h2>
        <p className="muted">
          <Sum />
        </p>
      </header>
      <figure className="stack map-figure">
        <GovernorateMap places={places} steps={steps} label={t('map:drawing.label', { what })} />
        <MapLegend places={places} steps={steps} title={what} format={number} />
        <figcaption>
          <MapFoot places={places}>{t(`map:how.${measure}`)}</MapFoot>
        </figcaption>
      </figure>
      <PlaceTable
        places={places}
        steps={steps}
        caption={t('map:table.caption', { what })}
        title={what}
        format={number}
      />
    </section>
  )
}

function Sum() {
  const { choice, measured } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  if (measured.total === 0) return t('map:sum.none')
  return t(`map:sum.${choice.measure}`, {
    count: measured.total,
    number: number(measured.total),
    places: number(Object.values(measured.values).filter(Boolean).length),
    all: number(governorates.length),
  })
}
