import type { ListedEvent } from '#app/events/public.server.ts'
import { formatDayRange, formatList } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { DateLeaf } from '#app/ui/date-leaf.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'

/** One event of the public list: day, name, place. */
export function ListedCard({ event }: { event: ListedEvent }) {
  const t = useText()
  const language = useLanguage()
  const { startsAt, endsAt, zone, places } = event
  return (
    <li className="card event-card">
      <DateLeaf at={startsAt} zone={zone} />
      <div className="tight">
        {event.state === 'cancelled' && <span className="tag no">{t('events:state.cancelled')}</span>}
        <h3>
          <a href={`/${language}/${event.slug}`}>
            <LocalizedText text={event.name} language={language} />
          </a>
        </h3>
        <p className="muted">
          {startsAt && endsAt && formatDayRange(startsAt, endsAt, language, zone)}
          {places.length > 0 &&
            ` · ${formatList(
              places.map((name) => localize(name, language)),
              language,
            )}`}
        </p>
        <p>
          <LocalizedText text={event.summary} language={language} />
        </p>
      </div>
    </li>
  )
}
