import { Link } from '@remix-run/react'
import { formatDayRange } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { DateLeaf } from '#app/ui/date-leaf.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { EventState } from '../desk.event/event-state.tsx'

type Listed = {
  slug: string
  name: Localized
  state: 'draft' | 'published' | 'cancelled'
  zone: string
  startsAt: Date | null
  endsAt: Date | null
}

/** One event in the list: when, what, and how far it is. */
export function EventCard({ event }: { event: Listed }) {
  const t = useText()
  const language = useLanguage()
  const { startsAt, endsAt, zone } = event
  return (
    <li className="card event-card">
      <DateLeaf at={startsAt} zone={zone} />
      <div className="tight">
        <h2>
          <Link to={`/desk/events/${event.slug}`}>
            <LocalizedText text={event.name} language={language} />
          </Link>
        </h2>
        <p className="row tags muted">
          <EventState state={event.state} />
          {startsAt && endsAt ? formatDayRange(startsAt, endsAt, language, zone) : t('events:home.noDate')}
        </p>
      </div>
    </li>
  )
}
