import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TakenBefore } from '#app/ui/taken-before.tsx'
import { Columns } from './columns.tsx'
import { Oddities } from './oddities.tsx'
import { Report } from './report.tsx'
import type { action, loader } from './route.tsx'
import { Rows } from './rows.tsx'

const notices = ['taken', 'columns', 'choices'] as const
const separators = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const

export function ImportPage() {
  const { fileName, zone, before, preview, report } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  return (
    <div className="stack">
      <header className="tight stack">
        <p>
          <Link className="map-link" to="/desk/imports">
            {t('imports:title')}
          </Link>
        </p>
        <h1>
          <bdi className="wraps">{fileName}</bdi>
        </h1>
        <ReadAs />
      </header>
      {answer?.refusal && <Notice kind="error">{t(`imports:refused.${answer.refusal}`)}</Notice>}
      {done && !answer && <Notice kind="success">{t(`imports:done.${done}`)}</Notice>}
      <TakenBefore of={before} zone={zone} to="/desk/imports" />
      {preview ? (
        <>
          <Counts counts={preview.summary.counts} />
          <Oddities of={preview.summary.oddities} />
          <Columns />
          <Rows />
          <Confirm intent="discard" title={t('imports:discard')} effect={t('imports:discardEffect')} />
        </>
      ) : (
        <Report>{report && <Counts counts={report.counts} />}</Report>
      )}
    </div>
  )
}

function ReadAs() {
  const { source } = useLoaderData<typeof loader>()
  const t = useText()
  if (!source) return null
  const separator = separators[(source.delimiter ?? '') as keyof typeof separators]
  const how = [
    source.format?.toUpperCase(),
    source.encoding?.toUpperCase(),
    separator && t(`imports:separator.${separator}`),
    source.sheet && t('imports:sheet', { name: isolate(source.sheet) }),
  ]
  return <p className="muted">{t('imports:readAs', { how: how.filter(Boolean).join(', ') })}</p>
}

type CountsGiven = { new: number; update: number; same: number; leave: number }

function Counts({ counts }: { counts: CountsGiven }) {
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
