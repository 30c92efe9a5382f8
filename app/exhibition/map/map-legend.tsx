import { useText } from '../../i18n/use-text.ts'
import type { Place } from './places.ts'
import { legendOf, type Shade } from './shades.ts'

type Given = {
  places: readonly Place[]
  steps: readonly number[]
  /** What is counted, such as “Exhibits”. */
  title: string
  format: (value: number) => string
  /** What it means that a governorate has no value. */
  none?: string
}

/** What each shade of the map means, lowest first. */
export function MapLegend({ places, steps, title, format, none }: Given) {
  const t = useText()
  const entries = legendOf(
    places.map(({ value }) => value),
    steps,
  )
  return (
    <dl className="map-legend">
      <dt>{title}</dt>
      {entries.map(({ shade, from, to }) => (
        <dd key={shade}>
          <Swatch shade={shade} />
          <bdi>
            {from === to ? format(from) : t('map:legend.range', { from: format(from), to: format(to) })}
          </bdi>
        </dd>
      ))}
      {places.some(({ value }) => value === null) && (
        <dd>
          <Swatch shade="none" />
          {none ?? t('map:legend.none')}
        </dd>
      )}
    </dl>
  )
}

/** A piece of the map's colour, to be found again in legend and table. */
export function Swatch({ shade }: { shade: Shade }) {
  return (
    <svg className="shade-sample" viewBox="0 0 28 18" aria-hidden="true" focusable="false">
      <rect className={`area shade-${shade}`} fill="url(#hatching)" width="28" height="18" />
    </svg>
  )
}
