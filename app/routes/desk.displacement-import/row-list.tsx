import type { PlanLine } from '#app/exhibition/displacement/plan.ts'
import { findingText, placeInFile } from '#app/exhibition/displacement/report-text.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

const outcomeTags = { new: 'tag yes', update: 'tag', same: 'tag quiet', leave: 'tag wait' }

/** Rows of a file with what becomes of each and why. */
export function RowList({ rows }: { rows: readonly PlanLine[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list import-rows">
      {rows.map(({ line, column = null, name, outcome, findings }) => (
        <li key={`${line} ${column}`}>
          <span className="line-number muted">
            <span className="visually-hidden">{column === null ? t('imports:row') : t('dtm:cell')} </span>
            {placeInFile({ line, column }, language)}
          </span>
          <div className="tight stack">
            <p>
              <bdi className="wraps">{name || '–'}</bdi>
            </p>
            {findings.length > 0 && (
              <ul className="plain-list small remarks">
                {findings.map((finding) => (
                  <li key={finding.code}>{findingText(finding, { t, language })}</li>
                ))}
              </ul>
            )}
          </div>
          <span className={outcomeTags[outcome]}>{t(`imports:outcome.${outcome}`)}</span>
        </li>
      ))}
    </ul>
  )
}
