import { useLoaderData } from '@remix-run/react'
import type { ReportLine } from '#app/agenda/exchange/report.ts'
import { fieldList, remarkText } from '#app/agenda/exchange/report-text.ts'
import { formatInstant, formatTimeRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

const tags = { new: 'tag yes', changed: 'tag', same: 'tag quiet' }

/** Items of a file, each with what happens to it and what is remarked upon it. */
export function Lines({ of, none }: { of: ReportLine[]; none: string }) {
  if (of.length === 0) return <p className="card empty">{none}</p>
  return (
    <ul className="plain-list card exchange-lines">
      {of.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one item may be told twice in the same words.
        <Line key={index} line={line} />
      ))}
    </ul>
  )
}

function Line({ line }: { line: ReportLine }) {
  const { zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const [from, to] = [new Date(line.startsAt), new Date(line.endsAt)]
  return (
    <li>
      <p className="muted small">
        <bdi>{formatInstant(from, 'shortDay', language, zone)}</bdi>{' '}
        <bdi>{formatTimeRange(from, to, language, zone)}</bdi>
      </p>
      <div className="tight stack">
        <p className="strong">
          <LocalizedText text={line.title} language={language} />
        </p>
        {line.room && (
          <p className="muted small">
            <bdi>{line.room}</bdi>
          </p>
        )}
        {line.changed.length > 0 && (
          <p className="small">
            {t('exchange:changes', { fields: fieldList(line.changed, { t, language }) })}
          </p>
        )}
        {line.remarks.length > 0 && (
          <ul className="plain-list small remarks">
            {line.remarks.map((remark) => (
              <li key={`${remark.code} ${remark.detail}`}>{remarkText(remark, { t, language })}</li>
            ))}
          </ul>
        )}
      </div>
      <span className={tags[line.outcome]}>{t(`exchange:outcome.${line.outcome}`)}</span>
    </li>
  )
}
