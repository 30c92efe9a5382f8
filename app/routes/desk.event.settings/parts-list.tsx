import { Link, useLoaderData } from '@remix-run/react'
import { comma, formatDayRange, formatNumber, formatTimeRange } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import type { loader } from './route.tsx'

type Part = ReturnType<typeof useLoaderData<typeof loader>>['parts'][number]

/** The event's parts in their order, each a way to its own page. */
export function PartsList() {
  const { parts, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="parts">
      <div className="row between">
        <h2 id="parts">{t('events:parts.title')}</h2>
        <Link className="button quiet" to={`/desk/events/${event.slug}/parts/new`}>
          {t('events:parts.add')}
        </Link>
      </div>
      {parts.length === 0 && <p className="empty">{t('events:parts.none')}</p>}
      <ul className="plain-list rows">
        {parts.map((part, index) => (
          <li key={part.id} className="row between part-row">
            <PartFacts part={part} />
            <OrderButtons
              name="part"
              value={part.id}
              up={t('events:parts.up', { name: localize(part.name, language) })}
              down={t('events:parts.down', { name: localize(part.name, language) })}
              isFirst={index === 0}
              isLast={index === parts.length - 1}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PartFacts({ part }: { part: Part }) {
  const { event, venues } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const venue = venues.find(({ id }) => id === part.venueId)
  const { startsAt, endsAt, capacity } = part
  return (
    <div className="tight">
      <p>
        <Link className="strong" to={`/desk/events/${event.slug}/parts/${part.id}`}>
          <LocalizedText text={part.name} language={language} />
        </Link>{' '}
        <span className="tag">{t(`events:kind.${part.kind}`)}</span>{' '}
        <span className="tag quiet">{t(`events:audience.${part.audience}`)}</span>
      </p>
      <p className="muted">
        {formatDayRange(startsAt, endsAt, language, event.zone)}
        {comma(language)}
        <bdi>{formatTimeRange(startsAt, endsAt, language, event.zone)}</bdi>
      </p>
      <p className="muted small">
        {capacity === null
          ? t('events:parts.noLimit')
          : t('events:parts.seats', { count: capacity, number: formatNumber(capacity, language) })}
        {' · '}
        {venue ? <LocalizedText text={venue.name} language={language} /> : t('events:parts.noVenue')}
      </p>
    </div>
  )
}
