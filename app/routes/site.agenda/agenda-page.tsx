import { useLoaderData } from '@remix-run/react'
import { clockLocale, formatInstant, formatNumber, isoDay, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { AgendaDay } from './agenda-day.tsx'
import { Blocks, Days, Filters } from './choices.tsx'
import { ChooseForm } from './choosing.tsx'
import { AgendaScript, News, ToNow } from './live.tsx'
import { OnPaper } from './on-paper.tsx'
import { Papers } from './papers.tsx'
import type { loader } from './route.tsx'
import { LanguageSigns } from './spoken.tsx'

/** What happens when, where, with whom and in which language; a day at a time, on a phone, a projector and on paper. */
export function AgendaPage() {
  const { event, kind, items, days, filter, release } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const byDay = Map.groupBy(items, ({ startsAt }) => isoDay(startsAt, event.zone))
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <main
      id="content"
      tabIndex={-1}
      className="agenda-page"
      data-agenda={event.slug}
      data-version={release?.number}
      data-locale={clockLocale(language)}
    >
      {kind !== 'draft' && <EventNotices event={event} />}
      <VersionNotice />
      <AgendaHead />
      <LanguageSigns />
      <div className="wrap page stack">
        {days.length === 0 && <p className="card empty">{t('agenda:site.empty')}</p>}
        {days.length > 1 && <Days />}
        <Filters />
        <Blocks />
        {isNarrowed && items.length === 0 && <p className="card empty">{t('programme:filter.none')}</p>}
        <ToNow />
        <ChooseForm>
          {[...byDay].map(([day, its]) => (
            <AgendaDay key={day} day={day} items={its} />
          ))}
        </ChooseForm>
        <Blocks />
        <Papers />
        <OnPaper />
        <VersionFoot />
      </div>
      <News />
      <AgendaScript />
    </main>
  )
}

function AgendaHead() {
  const { event, kind, calendar, days } = useLoaderData<typeof loader>()
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
        {days.length > 0 && kind === 'last' && event.state === 'published' && (
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

/** That this is not what holds: a draft that nobody else sees, or a version that a later one has replaced. */
function VersionNotice() {
  const { event, kind, release } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (kind === 'draft')
    return (
      <div className="wrap before-hero">
        <Notice kind="warning">
          {t('programme:site.draft')}{' '}
          <a href={`/desk/events/${event.slug}/agenda`}>{t('agenda:site.toDesk')}</a>
        </Notice>
      </div>
    )
  if (kind !== 'old' || !release) return null
  const at = isolate(formatInstant(release.releasedAt, 'dayAndTime', language, event.zone))
  return (
    <div className="wrap before-hero">
      <Notice kind="warning">
        {t('programme:site.old', { version: formatNumber(release.number, language), at })}{' '}
        <a href={`/${language}/${event.slug}/agenda`}>{t('programme:site.toPresent')}</a>
      </Notice>
    </div>
  )
}

/** Which version this is, since when, and the way to what has changed. */
function VersionFoot() {
  const { event, release } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!release) return null
  const at = isolate(formatInstant(release.releasedAt, 'dayAndTime', language, event.zone))
  return (
    <p className="muted small row">
      <span>{t('programme:site.version', { version: formatNumber(release.number, language), at })}</span>
      <a className="target" href={`/${language}/${event.slug}/agenda/versions`}>
        {t('programme:site.changes')}
      </a>
    </p>
  )
}
