import { formatNumber, formatPartialDate, isolate } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { governorateName } from '../governorates.ts'
import { Swatch } from '../map/map-legend.tsx'
import { shadeOf } from '../map/shades.ts'
import type { PlacePoint } from './series.ts'
import type { DisplacementView } from './view.server.ts'
import { formatChange, formatShare, roundName, whatIsCounted } from './words.ts'

/** All governorates of a round with their numbers, shares and changes: what the map says, in words. */
export function PlaceChanges({ view, exhibition }: { view: DisplacementView; exhibition: string }) {
  const t = useText()
  const language = useLanguage()
  const { now, before, places } = view
  const what = whatIsCounted(view, { t })
  const since = before && isolate(formatPartialDate(before.reportedOn, language))
  return (
    <table className="place-table">
      <caption className="visually-hidden">
        {t('displacement:table.caption', { what, round: roundName(now, { t, language }) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('displacement:table.governorate')}</th>
          <th scope="col" className="n">
            {t('displacement:table.number')}
          </th>
          <th scope="col" className="n wide-only">
            {t('displacement:table.share')}
          </th>
          {since && (
            <th scope="col" className="n">
              {t('displacement:table.change', { date: since })}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <Line key={place.pcode} place={place} view={view} exhibition={exhibition} />
        ))}
      </tbody>
      <Total view={view} />
    </table>
  )
}

type LineGiven = { place: PlacePoint; view: DisplacementView; exhibition: string }

function Line({ place: { pcode, value, share, isSum, ...place }, view, exhibition }: LineGiven) {
  const t = useText()
  const language = useLanguage()
  const change = value !== null && place.before !== null ? value - place.before : null
  return (
    <tr>
      <th scope="row">
        <Swatch shade={shadeOf(value, view.steps)} />
        <a href={`${exhibition}/map/${pcode}`}>{governorateName(pcode, language)}</a>
      </th>
      <td className="n">
        {value === null ? (
          <span className="muted">{t('displacement:map.noFigure')}</span>
        ) : (
          <bdi>{formatNumber(value, language)}</bdi>
        )}
        {isSum && '*'}
      </td>
      <td className="n wide-only">
        <bdi>{share === null ? '–' : formatShare(share, language)}</bdi>
      </td>
      {view.before && (
        <td className="n">
          <bdi>{change === null ? '–' : formatChange(change, language)}</bdi>
        </td>
      )}
    </tr>
  )
}

function Total({ view: { now, changes, before } }: { view: DisplacementView }) {
  const t = useText()
  const language = useLanguage()
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('displacement:table.total')}</th>
        <td className="n">
          <bdi>{now.total === null ? '–' : formatNumber(now.total, language)}</bdi>
        </td>
        <td className="wide-only" />
        {before && (
          <td className="n">
            <bdi>{changes.sinceBefore ? formatChange(changes.sinceBefore.by, language) : '–'}</bdi>
          </td>
        )}
      </tr>
    </tfoot>
  )
}
