import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { GovernorateMap } from '../map/governorate-map.tsx'
import { MapFoot } from '../map/map-foot.tsx'
import { MapLegend } from '../map/map-legend.tsx'
import { placesWith } from '../map/places.ts'
import { SourceLine } from './source-line.tsx'
import type { DisplacementView } from './view.server.ts'
import { roundName, whatIsCounted } from './words.ts'

/** Where people are in one round: each governorate shaded alike in every round, and a link to its page. */
export function RoundMap({ view, exhibition }: { view: DisplacementView; exhibition: string }) {
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  const what = whatIsCounted(view, { t })
  const places = placesWith({
    language,
    values: Object.fromEntries(view.places.map(({ pcode, value }) => [pcode, value])),
    say: (value) => (value === null ? t('displacement:map.noFigure') : `${number(value)} ${what}`),
    short: number,
    href: (pcode) => `${exhibition}/map/${pcode}`,
  })
  return (
    <figure className="stack map-figure">
      <GovernorateMap
        places={places}
        steps={view.steps}
        label={t('displacement:map.label', { what, round: roundName(view.now, { t, language }) })}
      />
      <MapLegend places={places} steps={view.steps} title={what} format={number} />
      <figcaption>
        <SourceLine dataset={view.dataset} round={view.now} />
        <MapFoot places={places}>{t('displacement:map.same')}</MapFoot>
      </figcaption>
    </figure>
  )
}
