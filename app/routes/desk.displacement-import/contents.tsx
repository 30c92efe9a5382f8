import type { ImportReport } from '#app/exhibition/displacement/report.ts'
import { oddityText } from '#app/exhibition/displacement/report-text.ts'
import { formatNumber, formatPartialDate, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'

export function Counts({ counts }: { counts: ImportReport['counts'] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list figures-row">
      {(['new', 'update', 'same', 'leave'] as const).map((outcome) => (
        <li key={outcome} className="figure">
          <b>{formatNumber(counts[outcome], language)}</b>
          <small>{t(`imports:count.${outcome}`)}</small>
        </li>
      ))}
    </ul>
  )
}

/** Which operations and rounds a file holds. */
export function Contents({ of }: { of: ImportReport['datasets'] }) {
  const t = useText()
  const language = useLanguage()
  const date = (value: string) => isolate(formatPartialDate(value, language))
  if (!of.length) return null
  return (
    <section className="card stack" aria-labelledby="what">
      <h2 id="what">{t('dtm:what.title')}</h2>
      <ul className="plain-list rows">
        {of.map(({ operation, population, rounds, from, to }) => (
          <li key={operation + population}>
            <bdi className="wraps strong">{operation}</bdi>
            <small className="muted block">
              {t(`dtm:population.${population}`)}
              {' · '}
              {t('dtm:what.rounds', { number: formatNumber(rounds, language) })}
              {' · '}
              {t('dtm:what.span', { from: date(from), to: date(to) })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is odd about the file as a whole. */
export function Oddities({ of }: { of: ImportReport['oddities'] }) {
  const t = useText()
  const language = useLanguage()
  if (!of.length) return null
  const sentences = of.map((oddity) => oddityText(oddity, { t, language }))
  return (
    <Notice kind="warning">
      <ul className="plain-list">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}
