import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Oddities } from './oddities.tsx'
import { Remarks } from './remarks.tsx'
import type { loader } from './route.tsx'

/** What became of a list that is closed. `children` are its counts. */
export function Report({ children }: { children: ReactNode }) {
  const { report } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const shown = (value: number) => formatNumber(value, language)
  if (!report) return <p className="card empty">{t('imports:report.discarded')}</p>
  const more = report.remarked - report.lines.length
  return (
    <>
      <section className="stack" aria-labelledby="report">
        <h2 id="report">{t('imports:report.title')}</h2>
        {children}
        {report.organisations > 0 && (
          <p className="muted">
            {t('imports:report.organisations', {
              count: report.organisations,
              shown: shown(report.organisations),
            })}
          </p>
        )}
        <Oddities of={report.oddities} />
        <p>
          <Link className="button quiet" to="/desk/persons">
            {t('imports:toPersons')}
          </Link>
        </p>
      </section>
      <section className="card stack" aria-labelledby="remarks">
        <h2 id="remarks">{t('imports:report.lines')}</h2>
        {report.lines.length === 0 && <p className="muted">{t('imports:report.noRemarks')}</p>}
        <ul className="plain-list import-rows">
          {report.lines.map((row) => (
            <li key={row.line}>
              <span className="line-number muted">
                <span className="visually-hidden">{t('imports:row')} </span>
                {formatNumber(row.line + 1, language, { useGrouping: false })}
              </span>
              <div className="tight stack">
                <p className="strong">
                  <bdi className="wraps">{row.name || row.organisation || '–'}</bdi>
                </p>
                <Remarks of={row.findings} />
              </div>
              <span className={row.outcome === 'leave' ? 'tag wait' : 'tag quiet'}>
                {t(`imports:outcome.${row.outcome}`)}
              </span>
            </li>
          ))}
        </ul>
        {more > 0 && <p className="muted">{t('imports:report.more', { count: more, shown: shown(more) })}</p>}
      </section>
    </>
  )
}
