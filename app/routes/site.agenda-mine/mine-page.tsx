import { useLoaderData } from '@remix-run/react'
import { clockLocale, formatInstant, formatNumber, formatTimeRange, isoDay } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { PagePath } from '../site/page-path.tsx'
import { AgendaScript } from '../site.agenda/live.tsx'
import type { ShownItem } from '../site.agenda/shown-item.ts'
import type { loader } from './route.tsx'

/** One's own choice of the agenda: what, when and where, what clashes, and the ways to take it along. */
export function MinePage() {
  const { event, items, chosen, gone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  const zone = useZoneName(event.zone)
  const byDay = Map.groupBy(items, ({ startsAt }) => isoDay(startsAt, event.zone))
  return (
    <main
      id="content"
      tabIndex={-1}
      className="agenda-page"
      data-agenda={event.slug}
      data-locale={clockLocale(language)}
    >
      <EventNotices event={event} />
      <div className="wrap page stack item-page" data-chosen={chosen}>
        <PagePath
          steps={[
            { href: home, text: event.name },
            { href: `${home}/agenda`, text: t('agenda:site.title') },
          ]}
        />
        <header className="tight">
          <h1>{t('mine:title')}</h1>
          <p className="muted">{t('agenda:site.times', { zone })}</p>
        </header>
        {gone > 0 && (
          <Notice kind="warning">
            {t('mine:gone', { count: gone, number: formatNumber(gone, language) })}
          </Notice>
        )}
        <Clashes />
        {items.length === 0 && <p className="card empty">{t('mine:empty')}</p>}
        {[...byDay].map(([day, ofDay]) => (
          <Day key={day} items={ofDay} />
        ))}
        <Ways />
      </div>
      <AgendaScript />
    </main>
  )
}

function Clashes() {
  const { event, clashes } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (clashes.length === 0) return null
  return (
    <section className="notice warning stack" aria-labelledby="clashes">
      <h2 id="clashes">{t('mine:clashes')}</h2>
      <ul className="plain-list tight">
        {clashes.map(({ id, title, other, startsAt, endsAt }) => (
          <li key={id}>
            {t('mine:clash', {
              time: formatTimeRange(startsAt, endsAt, language, event.zone),
              title: localize(title, language),
              other: localize(other, language),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Day({ items }: { items: ShownItem[] }) {
  const { event } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const [first] = items
  if (!first) return null
  return (
    <section>
      <h2>{formatInstant(first.startsAt, 'day', language, event.zone)}</h2>
      <ol className="plain-list programme">
        {items.map((item) => (
          <li
            key={item.id}
            id={`item-${item.id}`}
            className="slot"
            data-from={item.startsAt.getTime()}
            data-to={item.endsAt.getTime()}
          >
            <p className="slot-time">
              <bdi>{formatTimeRange(item.startsAt, item.endsAt, language, event.zone)}</bdi>
            </p>
            <div className="tight">
              <h3>
                <a href={`/${language}/${event.slug}/agenda/items/${item.id}`}>
                  <LocalizedText text={item.title} language={language} />
                </a>
              </h3>
              <p className="muted">
                <LocalizedText text={item.room?.name ?? item.venue} language={language} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Ways() {
  const { event, chosen, items, calendar, print } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const agenda = `/${language}/${event.slug}/agenda`
  if (items.length === 0)
    return (
      <p>
        <a className="button" href={agenda}>
          {t('mine:toAgenda')}
        </a>
      </p>
    )
  return (
    <footer className="stack mine-ways">
      <p className="row">
        {event.state === 'published' && (
          <>
            <a className="button" href={calendar.subscription}>
              {t('mine:subscribe')}
            </a>
            <a className="button quiet" href={calendar.file}>
              {t('mine:file')}
            </a>
          </>
        )}
        <a className="button quiet" href={print}>
          {t('mine:print')}
        </a>
        <a className="button quiet" href={`${agenda}?items=${chosen}`}>
          {t('mine:change')}
        </a>
      </p>
      <p className="muted small">{t('mine:link')}</p>
      <p>
        <button type="button" className="button quiet keep-mine" hidden>
          {t('mine:keep')}
        </button>
        <span className="kept-mine" role="status" hidden>
          {t('mine:kept')}
        </span>
      </p>
    </footer>
  )
}
