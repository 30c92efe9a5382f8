import type { ReactNode } from 'react'
import type { Visits } from '#app/exhibition/visits/read.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

type Row = Visits & { key: string; name: ReactNode }

/** Visits as a table, with a bar in each row for who looks rather than reads. */
export function VisitTable({ title, of, rows }: { title: string; of: string; rows: readonly Row[] }) {
  const t = useText()
  const language = useLanguage()
  const most = Math.max(1, ...rows.map(({ scanned, browsed }) => scanned + browsed))
  return (
    <section className="card stack">
      <h2>{title}</h2>
      <table className="visit-table">
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{t('visits:scanned')}</th>
            <th scope="col">{t('visits:browsed')}</th>
            <td className="visit-bars" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, scanned, browsed }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{formatNumber(scanned, language)}</td>
              <td>{formatNumber(browsed, language)}</td>
              <td className="visit-bars">
                <Bar scanned={(scanned / most) * 100} browsed={(browsed / most) * 100} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Widths in hundredths of the longest bar. */
function Bar({ scanned, browsed }: Visits) {
  return (
    <svg className="visit-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="scanned" width={scanned} height="10" />
      <rect className="browsed" x={scanned} width={browsed} height="10" />
    </svg>
  )
}
