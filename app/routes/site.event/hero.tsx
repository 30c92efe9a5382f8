import { useLoaderData } from '@remix-run/react'
import { formatDayRange } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { DateLeaf } from '#app/ui/date-leaf.tsx'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** What, when, where and by whom, on the first screen of a phone. */
export function Hero() {
  const { event, parts, host } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const first = earliest(parts)
  return (
    <div className="hero">
      <Lattice />
      <div className="wrap stack">
        {host && (
          <p className="kicker">
            <LocalizedText text={host} language={language} />
          </p>
        )}
        <h1>
          <LocalizedText text={event.name} language={language} />
        </h1>
        <p className="lead">
          <LocalizedText text={event.summary} language={language} />
        </p>
        {first && (
          <div className="hero-facts">
            <DateLeaf at={first} zone={event.zone} />
            <dl className="when">
              <dt>{t('common:when')}</dt>
              <dd>{formatDayRange(first, latest(parts), language, event.zone)}</dd>
              <Where />
            </dl>
          </div>
        )}
        <Ways />
      </div>
    </div>
  )
}

function Where() {
  const { parts } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const places = new Map<string, Localized>()
  for (const { venue } of parts) if (venue) places.set(venue.id, venue.name)
  if (places.size === 0) return null
  return (
    <>
      <dt>{t('common:where')}</dt>
      {[...places].map(([id, name]) => (
        <dd key={id}>
          <LocalizedText text={name} language={language} />
        </dd>
      ))}
    </>
  )
}

function Ways() {
  const { event, agenda, exhibition } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  if (agenda.length === 0 && exhibition.total === 0) return null
  return (
    <p className="row hero-ways">
      {agenda.length > 0 && (
        <a className="button" href={`${home}/agenda`}>
          {t('site:event.seeAgenda')}
        </a>
      )}
      {exhibition.total > 0 && (
        <a className={agenda.length > 0 ? 'button quiet' : 'button'} href={`${home}/exhibition`}>
          {t('site:event.seeExhibition')}
        </a>
      )}
    </p>
  )
}

function earliest(parts: { startsAt: Date }[]): Date | null {
  return parts.length ? new Date(Math.min(...parts.map(({ startsAt }) => startsAt.getTime()))) : null
}

function latest(parts: { endsAt: Date }[]): Date {
  return new Date(Math.max(...parts.map(({ endsAt }) => endsAt.getTime())))
}
