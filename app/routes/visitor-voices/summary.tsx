import type { VisitorSummary } from '#app/exhibition/voices/summary.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ScoreCounts } from './score-counts.tsx'

type Given = { summary: VisitorSummary; to: { visits: string; enquiries: string; feedback: string } }

/** What visitors did with an exhibit in a few numbers, each the way to more. */
export function VisitorSummaryCard({ summary: { visits, enquiries, scores }, to }: Given) {
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => <bdi className="strong">{formatNumber(value, language)}</bdi>
  return (
    <section className="card stack" aria-labelledby="visitors">
      <h2 id="visitors">{t('voices:desk.title')}</h2>
      <dl className="voice-facts">
        <div>
          <dt>
            <a href={to.visits}>{t('visits:title')}</a>
          </dt>
          <dd>
            {number(visits.scanned + visits.browsed)}
            <span className="muted small">
              {t('voices:desk.byScan', {
                count: visits.scanned,
                number: formatNumber(visits.scanned, language),
              })}
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <a href={to.enquiries}>{t('voices:desk.enquiries')}</a>
          </dt>
          <dd>
            {number(enquiries.all)}
            <span className={enquiries.open ? 'tag sun' : 'muted small'}>
              {t('voices:desk.openOf', {
                count: enquiries.open,
                number: formatNumber(enquiries.open, language),
              })}
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <a href={to.feedback}>{t('voices:desk.feedback')}</a>
          </dt>
          <dd>
            <ScoreCounts scores={scores} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
