import { useLoaderData } from '@remix-run/react'
import type { PublicPart } from '#app/events/public.server.ts'
import { formatDayRange, formatTimeRange, isoDay } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { DateLeaf } from '#app/ui/date-leaf.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** Each part with its own time, place and audience. Seats are the organiser's business and are not shown. */
export function PartCards() {
  const { parts, event } = useLoaderData<typeof loader>()
  const t = useText()
  if (parts.length === 0) return null
  const isInvited = parts.some(({ audience }) => audience === 'invited') && event.state === 'published'
  return (
    <section aria-labelledby="parts" className="stack">
      <h2 id="parts">{t('site:event.parts')}</h2>
      <ul className="plain-list part-cards">
        {parts.map((part) => (
          <PartCard key={part.id} part={part} />
        ))}
      </ul>
      {isInvited && <p className="muted">{t('site:event.invitedHint')}</p>}
    </section>
  )
}

function PartCard({ part }: { part: PublicPart }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useZoneName(event.zone)
  const { startsAt, endsAt, venue } = part
  const isOneDay = isoDay(startsAt, event.zone) === isoDay(endsAt, event.zone)
  const hours = <bdi>{formatTimeRange(startsAt, endsAt, language, event.zone)}</bdi>
  return (
    <li className="card part-card">
      <DateLeaf at={startsAt} zone={event.zone} />
      <div className="tight">
        <p className="row tags">
          <span className="tag">{t(`events:kind.${part.kind}`)}</span>
          <span className={part.audience === 'open' ? 'tag sun' : 'tag quiet'}>
            {t(`events:audience.${part.audience}`)}
          </span>
        </p>
        <h3>
          <LocalizedText text={part.name} language={language} />
        </h3>
        <p>{formatDayRange(startsAt, endsAt, language, event.zone)}</p>
        <p>
          {isOneDay ? hours : t('site:event.daily')} {!isOneDay && hours}{' '}
          <bdi className="muted small">({zone})</bdi>
        </p>
        {venue && <Place venue={venue} />}
      </div>
    </li>
  )
}

function Place({ venue }: { venue: NonNullable<PublicPart['venue']> }) {
  const t = useText()
  const language = useLanguage()
  return (
    <p>
      <LocalizedText text={venue.name} language={language} />
      {venue.mapUrl && (
        <>
          {' '}
          <a className="map-link" href={venue.mapUrl} rel="noopener">
            {t('common:map')}
          </a>
        </>
      )}
    </p>
  )
}
