import { Link } from '@remix-run/react'
import type { ImportReport } from '#app/exhibition/displacement/report.ts'
import { governorateName } from '#app/exhibition/governorates.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Contents, Counts, Oddities } from './contents.tsx'
import { RowList } from './row-list.tsx'

/** What became of a file that is closed. */
export function Report({ report }: { report: ImportReport | null }) {
  const t = useText()
  const language = useLanguage()
  if (!report) return <p className="card empty">{t('dtm:discarded')}</p>
  const more = report.remarked - report.lines.length
  return (
    <>
      <section className="stack" aria-labelledby="report">
        <h2 id="report">{t('imports:report.title')}</h2>
        <Counts counts={report.counts} />
        <Contents of={report.datasets} />
        <Oddities of={report.oddities} />
        <Unjoined of={report.places.filter(({ pcode }) => !pcode)} />
        <p>
          <Link className="button quiet" to="/desk/displacement">
            {t('dtm:datasets.back')}
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

function Unjoined({ of }: { of: ImportReport['places'] }) {
  const t = useText()
  const language = useLanguage()
  if (!of.length) return null
  return (
    <section className="card stack" aria-labelledby="unjoined">
      <h3 id="unjoined">{t('dtm:places.title')}</h3>
      <ul className="plain-list rows">
        {of.map(({ key, code, name, rows, suggestion }) => (
          <li key={key}>
            <bdi className="wraps">{[code, name].filter(Boolean).join(' · ')}</bdi>{' '}
            <small className="muted">
              {t('dtm:places.rows', { number: formatNumber(rows, language) })}
              {suggestion &&
                ` · ${t('dtm:places.suggested', { name: governorateName(suggestion, language) })}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
