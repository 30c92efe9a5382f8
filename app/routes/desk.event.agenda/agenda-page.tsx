import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ReleaseNotice } from '../desk.event.agenda-release/release-notice.tsx'
import { DayGrid } from './day-grid.tsx'
import { ItemRow } from './item-row.tsx'
import { Prints } from './prints.tsx'
import type { action, loader } from './route.tsx'
import { Waiting } from './waiting.tsx'
import { Warnings } from './warnings.tsx'

const doings = ['saved', 'removed'] as const

/** The grid needs script, and a list serves those who prefer it; both show the same agenda. */
function Views() {
  const { day, board } = useLoaderData<typeof loader>()
  const t = useText()
  const to = (view: 'list' | 'grid') =>
    `?${new URLSearchParams({ ...(view === 'grid' && { view }), ...(day && { day }) })}`
  return (
    <nav className="filters" aria-label={t('planner:views')}>
      {(['list', 'grid'] as const).map((view) => (
        <Link
          key={view}
          to={to(view)}
          aria-current={(view === 'grid') === (board !== null) ? 'page' : undefined}
        >
          {t(`planner:view.${view}`)}
        </Link>
      ))}
    </nav>
  )
}

/** The agenda as its editors see it: a day at a time, in order, with what is missing and what clashes. */
export function DeskAgendaPage() {
  const { event, hasParts, day, days, board, release } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('desk:event.agenda')}</h1>
        {hasParts && (
          <span className="row">
            <Link className="button quiet" to="papers">
              {t('speakers:papers.title')}
            </Link>
            <Link className="button quiet" to={`paste${day ? `?day=${day}` : ''}`}>
              {t('planner:paste.short')}
            </Link>
            <Link className="button quiet" to="import">
              {t('exchange:short')}
            </Link>
            <Link className="button" to={`new${day ? `?day=${day}` : ''}`}>
              {t('agenda:desk.add')}
            </Link>
          </span>
        )}
      </div>
      {answer ? <Notice kind="error">{t(answer.refused)}</Notice> : <Done />}
      <ReleaseNotice state={release} slug={event.slug} zone={event.zone} />
      {!hasParts && <NoParts />}
      {day && <Views />}
      {days.length > 1 && <Days />}
      {board ? <DayGrid /> : <DayList />}
      <Prints />
      <PublicWays slug={event.slug} />
    </div>
  )
}

function Done() {
  const { done, added } = useLoaderData<typeof loader>()
  const t = useText()
  const said = doings.find((doing) => doing === done)
  if (done === 'pasted') return <Notice kind="success">{t('planner:paste.done', { count: added })}</Notice>
  return said ? <Notice kind="success">{t(`agenda:done.${said}`)}</Notice> : null
}

function DayList() {
  const { event, items, hasParts, day } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      <Warnings />
      {day && <DayHead />}
      {hasParts && items.length === 0 && <p className="card empty">{t('agenda:desk.none')}</p>}
      {items.length > 0 && (
        <ol className="plain-list agenda-rows">
          {items.map((item) => (
            <ItemRow key={item.id} item={item} zone={event.zone} />
          ))}
        </ol>
      )}
      {items.length > 1 && <p className="muted small">{t('agenda:desk.orderHint')}</p>}
      <Waiting />
    </>
  )
}

function NoParts() {
  const { canEditEvent } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="card empty stack">
      <p>{t('agenda:desk.noParts')}</p>
      {canEditEvent && (
        <p>
          <Link className="button quiet" to="../settings#parts" relative="path">
            {t('agenda:desk.toParts')}
          </Link>
        </p>
      )}
    </div>
  )
}

function DayHead() {
  const { event, day } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useZoneName(event.zone)
  return (
    <div>
      <h2>{formatInstant(new Date(`${day}T12:00Z`), 'day', language, 'UTC')}</h2>
      <p className="muted small">{t('agenda:site.times', { zone })}</p>
    </div>
  )
}

function Days() {
  const { days, day: shown, board } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <nav className="filters" aria-label={t('agenda:site.days')}>
      {days.map(({ day, count, isWarned }) => (
        <Link
          key={day}
          to={board ? `?view=grid&day=${day}` : `?day=${day}`}
          aria-current={day === shown ? 'page' : undefined}
          data-drop={board ? `day:${day}` : undefined}
        >
          {formatInstant(new Date(`${day}T12:00Z`), 'shortDay', language, 'UTC')}
          <span className="filter-count">{formatNumber(count, language)}</span>
          {isWarned && (
            <span className="warned">
              <span aria-hidden="true">!</span>
              <span className="visually-hidden">{t('agenda:desk.warned')}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}

function PublicWays({ slug }: { slug: string }) {
  const { event, day } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <p className="row">
      <a className="target" href={`/${language}/${slug}/agenda${day ? `/${day}` : ''}`}>
        {t('agenda:desk.public')}
      </a>
      {event.state === 'published' && (
        <a className="target" href={`/${slug}/agenda.ics?lang=${language}`}>
          {t('agenda:site.download')}
        </a>
      )}
      <a className="target" href={`/desk/events/${slug}/agenda/export/agenda.csv`}>
        {t('exchange:sheet.csv')}
      </a>
      <a className="target" href={`/desk/events/${slug}/agenda/export/agenda.xlsx`}>
        {t('exchange:sheet.xlsx')}
      </a>
    </p>
  )
}
