import { useLoaderData } from '@remix-run/react'
import { formatInstant, isoDay } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AgendaDay } from './agenda-day.tsx'
import type { loader } from './route.tsx'

/** What happens when, where, with whom and in which language; a day at a time, on a phone, a projector and on paper. */
export function AgendaPage() {
  const { event, items, days } = useLoaderData<typeof loader>()
  const t = useText()
  const byDay = Map.groupBy(items, ({ startsAt }) => isoDay(startsAt, event.zone))
  return (
    <main id="content" tabIndex={-1} className="agenda-page">
      {event.state !== 'published' && (
        <div className="wrap before-hero">
          <State />
        </div>
      )}
      <AgendaHead />
      <div className="wrap page stack">
        {days.length === 0 && <p className="card empty">{t('agenda:site.empty')}</p>}
        {days.length > 1 && <Days />}
        {[...byDay].map(([day, its]) => (
          <AgendaDay key={day} day={day} items={its} />
        ))}
      </div>
    </main>
  )
}

function AgendaHead() {
  const { event, calendar, days } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useZoneName(event.zone)
  return (
    <div className="hero">
      <Lattice />
      <div className="wrap stack">
        <p className="kicker">
          <a className="target" href={`/${language}/${event.slug}`}>
            <LocalizedText text={event.name} language={language} />
          </a>
        </p>
        <h1>{t('agenda:site.title')}</h1>
        <p className="lead">{t('agenda:site.times', { zone })}</p>
        {days.length > 0 && event.state === 'published' && (
          <div className="stack calendar-ways">
            <p className="row">
              <a className="button" href={calendar.subscription}>
                {t('agenda:site.subscribe')}
              </a>
              <a className="button quiet" href={calendar.file}>
                {t('agenda:site.download')}
              </a>
            </p>
            <p className="muted small">{t('agenda:site.subscribeHint')}</p>
          </div>
        )}
      </div>
    </div>
  )
}

function State() {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (event.state === 'draft')
    return (
      <Notice kind="warning">
        {t('site:event.preview')} <a href={`/desk/events/${event.slug}/agenda`}>{t('agenda:site.toDesk')}</a>
      </Notice>
    )
  return (
    <div className="notice error stack" role="status">
      <p className="strong">{t('site:event.cancelled')}</p>
      <Markdown text={event.cancellationNote} language={language} />
    </div>
  )
}

function Days() {
  const { event, days, shown } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}/agenda`
  const links = [
    // Noon of the day in UTC is that day wherever it is only named.
    ...days.map((day) => ({
      day,
      label: formatInstant(new Date(`${day}T12:00Z`), 'shortDay', language, 'UTC'),
    })),
    { day: 'all', label: t('agenda:site.allDays') },
  ]
  return (
    <nav className="filters" aria-label={t('agenda:site.days')}>
      {links.map(({ day, label }) => (
        <a key={day} href={`${home}/${day}`} aria-current={day === shown ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
