import { useLoaderData } from '@remix-run/react'
import { formatDayRange, formatTimeRange, isoDay } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { DateLeaf } from '#app/ui/date-leaf.tsx'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { ExhibitionWays } from '../site/exhibition-ways.tsx'
import { PagePath } from '../site/page-path.tsx'
import type { loader } from './route.tsx'

/** Which exhibition this is, when it is open and where. */
export function ExhibitionHead() {
  const { event, part } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="hero slim">
      <Lattice />
      <div className="wrap stack">
        <PagePath steps={[{ href: `/${language}/${event.slug}`, text: event.name }]} />
        <h1>{part ? <LocalizedText text={part.name} language={language} /> : t('site:event.exhibition')}</h1>
        {part && <OpenHours />}
        <ExhibitionWays event={event} here="list" />
      </div>
    </div>
  )
}

function OpenHours() {
  const { event, part } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!part) return null
  const { startsAt, endsAt, venue } = part
  const isOneDay = isoDay(startsAt, event.zone) === isoDay(endsAt, event.zone)
  return (
    <div className="hero-facts">
      <DateLeaf at={startsAt} zone={event.zone} />
      <dl className="when">
        <dt>{t('visitor:list.open')}</dt>
        <dd>
          {formatDayRange(startsAt, endsAt, language, event.zone)}
          <span className="block">
            {!isOneDay && `${t('site:event.daily')} `}
            <bdi>{formatTimeRange(startsAt, endsAt, language, event.zone)}</bdi>
          </span>
        </dd>
        {venue && (
          <>
            <dt>{t('common:where')}</dt>
            <dd>
              <LocalizedText text={venue.name} language={language} />
            </dd>
          </>
        )}
      </dl>
    </div>
  )
}
