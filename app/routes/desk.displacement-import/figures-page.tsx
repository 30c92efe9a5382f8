import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { refusalText } from '#app/exhibition/displacement/report-text.ts'
import { isolate } from '#app/i18n/format.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TakenBefore } from '#app/ui/taken-before.tsx'
import { Columns } from './columns.tsx'
import { Contents, Counts, Oddities } from './contents.tsx'
import { Places } from './places.tsx'
import { Reading } from './reading.tsx'
import { Report } from './report.tsx'
import type { action, loader } from './route.tsx'
import { Rows } from './rows.tsx'

const notices = ['taken', 'read'] as const
const separators = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const

/** A file of figures: what taking it would do, or what was taken. */
export function FiguresPage() {
  const { fileName, preview, report, before, zone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  return (
    <div className="stack">
      <header className="tight stack">
        <p>
          <Link className="map-link" to="/desk/displacement">
            {t('dtm:datasets.back')}
          </Link>
        </p>
        <h1>
          <bdi className="wraps">{fileName}</bdi>
        </h1>
        {preview && <ReadAs />}
      </header>
      {answer?.refusal && <Notice kind="error">{refusalText(answer.refusal, t)}</Notice>}
      {done && !answer && <Notice kind="success">{t(`dtm:done.${done}`)}</Notice>}
      <TakenBefore of={before} zone={zone} to="/desk/displacement/imports" />
      {preview ? (
        <>
          <Counts counts={preview.summary.counts} />
          <Contents of={preview.summary.datasets} />
          <Oddities of={preview.summary.oddities} />
          <Places />
          <Columns />
          <Reading />
          <Rows />
          <Confirm intent="discard" title={t('dtm:discard')} effect={t('dtm:discardEffect')} />
        </>
      ) : (
        <Report report={report} />
      )}
    </div>
  )
}

function ReadAs() {
  const { source } = useLoaderData<typeof loader>()
  const t = useText()
  const separator = separators[(source?.delimiter ?? '') as keyof typeof separators]
  const how = [
    source?.format?.toUpperCase(),
    source?.encoding?.toUpperCase(),
    separator && t(`imports:separator.${separator}`),
    source?.sheet && t('imports:sheet', { name: isolate(source.sheet) }),
  ]
  return <p className="muted">{t('imports:readAs', { how: how.filter(Boolean).join(', ') })}</p>
}
