import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { leftOutText, noteText } from '#app/agenda/exchange/report-text.ts'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TakenBefore } from '#app/ui/taken-before.tsx'
import { Choices } from './choices.tsx'
import { Lines } from './lines.tsx'
import { Planned } from './planned.tsx'
import type { action, loader } from './route.tsx'

const notices = ['taken', 'choices'] as const

/** One schedule that was sent: what it would do, or what became of it. */
export function AgendaImportPage() {
  const { fileName, slug, zone, before, preview } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  return (
    <div className="stack">
      <header className="tight stack">
        <p>
          <Link className="map-link" to={`/desk/events/${slug}/agenda/import`}>
            {t('exchange:title')}
          </Link>
        </p>
        <h1>
          <bdi className="wraps">{fileName}</bdi>
        </h1>
        <ReadAs />
      </header>
      {answer?.refusal && <Notice kind="error">{t(`exchange:refused.${answer.refusal}`)}</Notice>}
      {done && !answer && <Notice kind="success">{t(`exchange:done.${done}`)}</Notice>}
      <TakenBefore of={before} zone={zone} to={`/desk/events/${slug}/agenda/import`} />
      {preview && !preview.planned && <Notice kind="warning">{t('exchange:refused.noParts')}</Notice>}
      {preview?.planned && (
        <>
          <Counts counts={{ ...preview.planned.summary.counts, gone: preview.planned.gone.length }} />
          <Facts of={preview.planned.summary} />
          <Choices />
          <Planned />
        </>
      )}
      {preview && <LeftOut of={preview.leftOut} />}
      {preview && (
        <Confirm intent="discard" title={t('exchange:discard')} effect={t('exchange:discardEffect')} />
      )}
      {!preview && <Report />}
    </div>
  )
}

function ReadAs() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  if (!preview) return null
  const { format, source, version } = preview
  const name = [source && isolate(source), version && t('exchange:version', { version: isolate(version) })]
  return (
    <p className="muted">
      {t('exchange:readAs', {
        format: isolate(format.toUpperCase()),
        name: name.filter(Boolean).join(' · ') || '–',
      })}
    </p>
  )
}

const outcomes = ['new', 'changed', 'same', 'gone', 'removed', 'leftOut'] as const

/** What is gone is counted before, what is removed afterwards. */
function Counts({ counts }: { counts: Partial<Record<(typeof outcomes)[number], number>> }) {
  const t = useText()
  const language = useLanguage()
  const shown = outcomes.filter((outcome) => outcome !== ('gone' in counts ? 'removed' : 'gone'))
  return (
    <ul className="plain-list figures-row">
      {shown.map((outcome) => (
        <li key={outcome} className="figure">
          <b>{formatNumber(counts[outcome] ?? 0, language)}</b>
          <small>{t(`exchange:count.${outcome}`)}</small>
        </li>
      ))}
    </ul>
  )
}

type Summary = NonNullable<
  NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['preview']>['planned']
>['summary']

/** What is told about the file as a whole, and what it adds besides items. */
function Facts({ of: { notes, rooms, tracks } }: { of: Pick<Summary, 'notes' | 'rooms' | 'tracks'> }) {
  const t = useText()
  const language = useLanguage()
  const shown = (count: number) => ({ count, shown: formatNumber(count, language) })
  const sentences = [
    ...notes.map((note) => noteText(note, t)),
    ...(rooms ? [t('exchange:places.rooms', shown(rooms))] : []),
    ...(tracks ? [t('exchange:places.tracks', shown(tracks))] : []),
  ]
  if (!sentences.length) return null
  return (
    <Notice kind="info">
      <ul className="plain-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}

function LeftOut({
  of,
}: {
  of: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['preview']>['leftOut']
}) {
  const t = useText()
  if (!of.length) return null
  return (
    <section className="card stack" aria-labelledby="left-out">
      <h2 id="left-out">{t('exchange:leftOut.title')}</h2>
      <ul className="plain-list rows">
        {of.slice(0, 300).map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of them may read alike.
          <li key={index}>{leftOutText(one, t)}</li>
        ))}
      </ul>
    </section>
  )
}

function Report() {
  const { report, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!report) return <p className="card empty">{t('exchange:report.discarded')}</p>
  const more = report.remarked - report.lines.length
  return (
    <>
      <section className="stack" aria-labelledby="report">
        <h2 id="report">{t('exchange:report.title')}</h2>
        <Counts counts={report.counts} />
        <Facts of={report} />
        <p>
          <Link className="button quiet" to={`/desk/events/${slug}/agenda`}>
            {t('exchange:toAgenda')}
          </Link>
        </p>
      </section>
      <section className="stack" aria-labelledby="remarks">
        <h2 id="remarks">{t('exchange:report.remarks')}</h2>
        <Lines of={report.lines} none={t('exchange:report.noRemarks')} />
        {more > 0 && (
          <p className="muted">
            {t('exchange:report.more', { count: more, shown: formatNumber(more, language) })}
          </p>
        )}
      </section>
      <LeftOut of={report.leftOut} />
    </>
  )
}
