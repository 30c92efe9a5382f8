import type { PlanLine } from '#app/exhibition/sheets/plan.ts'
import { findingText } from '#app/exhibition/sheets/report-text.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

const outcomeTags = { new: 'tag yes', update: 'tag', same: 'tag quiet', leave: 'tag wait' }

/** Rows of a sheet with what becomes of each and why. */
export function RowList({ rows }: { rows: readonly PlanLine[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list import-rows">
      {rows.map(({ line, name, outcome, findings }) => (
        <li key={line}>
          <span className="line-number muted">
            <span className="visually-hidden">{t('imports:row')} </span>
            {formatNumber(line + 1, language, { useGrouping: false })}
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
