import { displayName } from '../directory/names.ts'
import { type Language, type Localized, localize } from '../i18n/languages.ts'
import type { AgendaItem } from './read.server.ts'

type Given = {
  event: { name: Localized; state: 'draft' | 'published' | 'cancelled' }
  item: AgendaItem
  host: Localized | null
  url: string
  language: Language
}

/**
 * What search engines may list of an item (schema.org): only of a part that is open to everybody, never by invitation.
 * Null otherwise. Safe inside `<script type="application/ld+json">`, whatever the texts say.
 */
export function itemJsonLd({ event, item, host, url, language }: Given): string | null {
  if (item.part.audience !== 'open' || event.state === 'draft') return null
  const say = (text: Localized | null | undefined) => localize(text, language) || undefined
  const status = event.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'
  const speakers = item.roles.filter(({ role }) => role === 'speaker')
  const listing = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: say(item.title),
    startDate: item.startsAt.toISOString(),
    endDate: item.endsAt.toISOString(),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: item.venue && {
      '@type': 'Place',
      name: say(item.venue.name),
      address: say(item.venue.address),
    },
    performer: speakers.map(({ names }) => ({ '@type': 'Person', name: displayName(names, language) })),
    organizer: host && { '@type': 'Organization', name: say(host) },
    superEvent: { '@type': 'Event', name: say(event.name) },
    isAccessibleForFree: true,
    inLanguage: item.spokenLanguages.length ? item.spokenLanguages : language,
    url,
  }
  // `</script>` and `<!--` in a title would end or confuse the element; the rest of JSON is inert there.
  return JSON.stringify(listing).replaceAll('<', '\\u003c')
}
