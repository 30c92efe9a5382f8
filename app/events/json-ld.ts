import { type Language, type Localized, localize } from '../i18n/languages.ts'

type Given = {
  event: { name: Localized; summary: Localized; state: 'draft' | 'published' | 'cancelled' }
  parts: {
    kind: string
    name: Localized
    startsAt: Date
    endsAt: Date
    audience: 'invited' | 'open'
    venue: { name: Localized; address: Localized } | null
  }[]
  host: Localized | null
  url: string
  language: Language
}

/**
 * What search engines may list (schema.org): the parts open to everybody, never those by invitation. Null when there are
 * none. Safe inside `<script type="application/ld+json">`, whatever the texts say.
 */
export function jsonLd({ event, parts, host, url, language }: Given): string | null {
  const open = parts.filter((part) => part.audience === 'open')
  if (open.length === 0 || event.state === 'draft') return null
  const say = (text: Localized | null) => localize(text, language) || undefined
  const status = event.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'
  const listings = open.map((part) => ({
    '@context': 'https://schema.org',
    '@type': part.kind === 'exhibition' ? 'ExhibitionEvent' : 'Event',
    name: open.length === parts.length ? say(event.name) : `${say(event.name)}: ${say(part.name)}`,
    description: say(event.summary),
    startDate: part.startsAt.toISOString(),
    endDate: part.endsAt.toISOString(),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: part.venue && {
      '@type': 'Place',
      name: say(part.venue.name),
      address: say(part.venue.address),
    },
    organizer: host && { '@type': 'Organization', name: say(host) },
    isAccessibleForFree: true,
    inLanguage: language,
    url,
  }))
  // `</script>` and `<!--` in a title would end or confuse the element; the rest of JSON is inert there.
  return JSON.stringify(listings.length === 1 ? listings[0] : listings).replaceAll('<', '\\u003c')
}
