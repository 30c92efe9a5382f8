import { useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** Answers a day, as columns for the eye and as a table for whoever wants the figures. */
export function Trend() {
  const { trend, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const total = trend.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const day = (at: Date) => formatInstant(at, 'shortDay', language, event.zone)
  return (
    <section className="card stack" aria-labelledby="trend">
      <h2 id="trend">{t('outlook:trend.title')}</h2>
      <p className="muted">{t('outlook:trend.total', { count: total })}</p>
      <Columns />
      <details className="trend-table">
        <summary>{t('outlook:trend.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('outlook:trend.day')}</th>
              <th scope="col" className="n">
                {t('outlook:trend.answers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {trend.map(({ at, count }) => (
              <tr key={at.getTime()}>
                <td>{day(at)}</td>
                <td className="n">{formatNumber(count, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

function Columns() {
  const { trend, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const most = Math.max(1, ...trend.map(({ count }) => count))
  const [first, last] = [trend[0], trend.at(-1)]
  const day = (at: Date) => formatInstant(at, 'shortDay', language, event.zone)
  return (
    <figure className="trend">
      <svg
        viewBox={`0 0 ${trend.length * 10} 40`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('outlook:trend.title')}
      >
        <rect y="39.5" width={trend.length * 10} height="0.5" className="ground" />
        {trend.map(({ at, count }, i) => (
          <rect
            key={at.getTime()}
            x={i * 10 + 1}
            width="8"
            y={39.5 - (count / most) * 38}
            height={(count / most) * 38}
          />
        ))}
      </svg>
      <figcaption className="row between small muted">
        <span>{first && day(first.at)}</span>
        <span>{last && day(last.at)}</span>
      </figcaption>
    </figure>
  )
}
