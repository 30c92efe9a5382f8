import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ReleaseNotice } from '../desk.event.agenda-release/release-notice.tsx'
import { ItemRow } from './item-row.tsx'
import { Prints } from './prints.tsx'
import type { action, loader } from './route.tsx'
import { Warnings } from './warnings.tsx'

const doings = ['saved', 'removed'] as const

/** The agenda as its editors see it: a day at a time, in order, with what is missing and what clashes. */
export function DeskAgendaPage() {
  const { event, items, hasParts, day, days, done, release } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const said = answer ? undefined : doings.find((doing) => doing === done)
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('desk:event.agenda')}</h1>
        {hasParts && (
          <span className="row">
            <Link className="button quiet" to="import">
              {t('exchange:short')}
            </Link>
            <Link className="button" to={`new${day ? `?day=${day}` : ''}`}>
              {t('agenda:desk.add')}
            </Link>
          </span>
        )}
      </div>
      {said && <Notice kind="success">{t(`agenda:done.${said}`)}</Notice>}
      {answer && <Notice kind="error">{t(`agenda:refused.${answer.refused}`)}</Notice>}
      <ReleaseNotice state={release} slug={event.slug} zone={event.zone} />
      {!hasParts && <NoParts />}
      {days.length > 1 && <Days />}
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
      <Prints />
      <PublicWays slug={event.slug} />
    </div>
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
  const { days, day: shown } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <nav className="filters" aria-label={t('agenda:site.days')}>
      {days.map(({ day, count, isWarned }) => (
        <Link key={day} to={`?day=${day}`} aria-current={day === shown ? 'page' : undefined}>
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
