import { formatNumber, formatPartialDate } from '../../i18n/format.ts'
import { direction } from '../../i18n/languages.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Trend } from './trend-line.server.ts'

type Round = { key: string; round: number; reportedOn: string; total: number | null }

type Given = {
  trend: Trend
  /** The rounds it is drawn from, oldest first. */
  rounds: readonly Round[]
  /** What is counted. */
  what: string
  /** The round that the page is about. */
  here?: string
}

/** How a number went on, as a line, and the same as a table below it. */
export function TrendChart({ trend, rounds, what, here }: Given) {
  const t = useText()
  const language = useLanguage()
  const date = (round: Round | undefined) => formatPartialDate(round?.reportedOn ?? '', language)
  const label = t('displacement:trend.label', { what, from: date(rounds[0]), to: date(rounds.at(-1)) })
  const at = rounds.findIndex(({ key }) => key === here)
  const place = trend.points[at]
  return (
    <div className="line-chart">
      <svg viewBox={`0 0 ${trend.width} ${trend.height}`} role="img" aria-label={label}>
        <Axes trend={trend} />
        <path className="line-chart-area" d={trend.area} />
        <path className="line-chart-line" d={trend.line} />
        {place && (
          <>
            <path className="line-chart-here" d={`M${place[0]} ${place[1]}V${trend.levels[0]?.y ?? 0}`} />
            <circle className="line-chart-dot" cx={place[0]} cy={place[1]} r="6" />
          </>
        )}
      </svg>
      <details className="unfolds">
        <summary>{t('displacement:trend.table')}</summary>
        <TrendTable {...{ rounds, what, here }} />
      </details>
    </div>
  )
}

function Axes({ trend }: { trend: Trend }) {
  const language = useLanguage()
  const isMirrored = direction(language) === 'rtl'
  const base = trend.levels[0]?.y ?? trend.height
  return (
    <>
      {trend.levels.map(({ y, value }) => (
        <g key={value}>
          <path className="line-chart-level" d={`M${trend.from} ${y}H${trend.to}`} />
          <text
            // An anchor follows the direction of the text: its end is towards the plot either way.
            x={isMirrored ? trend.to + 8 : trend.from - 8}
            y={y}
            dy="0.35em"
            textAnchor="end"
          >
            {formatNumber(value, language, { notation: 'compact' })}
          </text>
        </g>
      ))}
      {trend.years.map(({ x, year }, index) => (
        <text key={year} className={index % 2 ? 'minor' : undefined} x={x} y={base + 24} textAnchor="middle">
          {formatNumber(year, language, { useGrouping: false })}
        </text>
      ))}
    </>
  )
}

function TrendTable({ rounds, what, here }: Pick<Given, 'rounds' | 'what' | 'here'>) {
  const t = useText()
  const language = useLanguage()
  return (
    <table className="line-chart-table">
      <caption className="visually-hidden">{what}</caption>
      <thead>
        <tr>
          <th scope="col">{t('displacement:trend.date')}</th>
          <th scope="col" className="n">
            {t('displacement:trend.round')}
          </th>
          <th scope="col" className="n">
            {what}
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds.toReversed().map(({ key, round, reportedOn, total }) => (
          <tr key={key} aria-current={key === here ? 'true' : undefined}>
            <th scope="row">
              <bdi>{formatPartialDate(reportedOn, language)}</bdi>
            </th>
            <td className="n">{round ? formatNumber(round, language, { useGrouping: false }) : '–'}</td>
            <td className="n">
              <bdi>{total === null ? '–' : formatNumber(total, language)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
