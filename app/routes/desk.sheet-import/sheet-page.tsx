import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { refusalText } from '#app/exhibition/sheets/report-text.ts'
import { isolate } from '#app/i18n/format.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ColumnsForm } from '#app/ui/columns-form.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TakenBefore } from '#app/ui/taken-before.tsx'
import { Counts, Notes, Oddities } from './contents.tsx'
import { ActivitiesReading, ResultsReading } from './reading.tsx'
import { Report } from './report.tsx'
import type { action, loader } from './route.tsx'
import { Rows } from './rows.tsx'

const notices = ['taken', 'read'] as const
const separators = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const

/** A sheet: what taking it would do, or what was taken. */
export function SheetPage() {
  const { kind, home, imports, fileName, preview, before, zone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  return (
    <div className="stack">
      <header className="tight stack">
        <p>
          <Link className="map-link" to={home}>
            {t(`sheets:${kind}.back`)}
          </Link>
        </p>
        <h1>
          <bdi className="wraps">{fileName}</bdi>
        </h1>
        {preview && <ReadAs />}
      </header>
      {answer?.refusal && <Notice kind="error">{refusalText(answer.refusal, t)}</Notice>}
      {done && !answer && <Notice kind="success">{t(`sheets:done.${done}`)}</Notice>}
      <TakenBefore of={before} zone={zone} to={imports} />
      {preview ? <Open /> : <Report />}
    </div>
  )
}

function Open() {
  const { preview, columns } = useLoaderData<typeof loader>()
  const t = useText()
  if (!preview) return null
  const { layout, samples, summary } = preview
  return (
    <>
      <Counts counts={summary.counts} />
      <Oddities of={summary.oddities} />
      <Notes of={summary.notes} />
      {preview.results && <ResultsReading chosen={preview.results} />}
      {preview.activities && <ActivitiesReading chosen={preview.activities} />}
      <ColumnsForm
        key={JSON.stringify(layout.mapping)}
        layout={layout}
        samples={samples}
        choices={columns}
        isDoubtful={layout.oddities.some(({ code }) => code !== 'headerNotFirst')}
      />
      <Rows />
      <Confirm intent="discard" title={t('sheets:discard')} effect={t('sheets:discardEffect')} />
    </>
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
