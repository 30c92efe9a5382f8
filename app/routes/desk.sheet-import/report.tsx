import { Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Counts, Notes, Oddities } from './contents.tsx'
import type { loader } from './route.tsx'
import { RowList } from './row-list.tsx'

/** What became of a sheet that is closed. */
export function Report() {
  const { report, kind, home } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!report) return <p className="card empty">{t('sheets:discarded')}</p>
  const more = report.remarked - report.lines.length
  return (
    <>
      <section className="stack" aria-labelledby="report">
        <h2 id="report">{t('imports:report.title')}</h2>
        <Counts counts={report.counts} />
        <Oddities of={report.oddities} />
        <Notes of={report.notes} />
        <p>
          <Link className="button quiet" to={home}>
            {t(`sheets:${kind}.back`)}
          </Link>
        </p>
      </section>
      <section className="card stack" aria-labelledby="remarks">
        <h2 id="remarks">{t('imports:report.lines')}</h2>
        {report.lines.length === 0 && <p className="muted">{t('imports:report.noRemarks')}</p>}
        <RowList rows={report.lines} />
        {more > 0 && (
          <p className="muted">
            {t('imports:report.more', { count: more, shown: formatNumber(more, language) })}
          </p>
        )}
      </section>
    </>
  )
}
