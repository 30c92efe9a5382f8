import { useLoaderData } from '@remix-run/react'
import type { AnswerPart } from '#app/answers/read.server.ts'
import { comma, formatDayRange, formatInstant, formatTimeRange } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { DateLeaf } from '#app/ui/date-leaf.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** When and where of what the reader is invited to first, and until when to answer. */
export function When() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useZoneName(page.event.zone)
  const part = page.parts.find(({ audience }) => audience === 'invited') ?? page.parts[0]
  if (!part) return null
  return (
    <div className="leafed">
      <DateLeaf at={part.startsAt} zone={page.event.zone} />
      <dl className="when">
        <dt>{t('common:when')}</dt>
        <dd>
          <PartTime part={part} /> <bdi className="muted small">({zone})</bdi>
        </dd>
        {part.venue && (
          <>
            <dt>{t('common:where')}</dt>
            <dd>
              <PartPlace part={part} />
            </dd>
          </>
        )}
        {part.isOpen && (
          <>
            <dt>{t('answer:replyBy')}</dt>
            <dd>{formatInstant(part.until, 'day', language, page.event.zone)}</dd>
          </>
        )}
      </dl>
    </div>
  )
}

export function PartTime({ part }: { part: Pick<AnswerPart, 'startsAt' | 'endsAt'> }) {
  const { page } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const { zone } = page.event
  return (
    <>
      {formatDayRange(part.startsAt, part.endsAt, language, zone)}
      {comma(language)}
      <bdi>{formatTimeRange(part.startsAt, part.endsAt, language, zone)}</bdi>
    </>
  )
}

export function PartPlace({ part }: { part: Pick<AnswerPart, 'venue'> }) {
  const t = useText()
  const language = useLanguage()
  const { venue } = part
  if (!venue) return null
  return (
    <>
      <LocalizedText text={venue.name} language={language} />
      {localize(venue.address, language) && (
        <span className="muted small block">
          <LocalizedText text={venue.address} language={language} />
        </span>
      )}
      {venue.mapUrl && (
        <>
          {' '}
          <a className="small" href={venue.mapUrl} rel="noopener noreferrer">
            {t('common:map')}
          </a>
        </>
      )}
    </>
  )
}
