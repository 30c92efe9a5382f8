import type { SeatGiving } from '#db/schema/events.server.ts'
import { type Language, type Localized, languages, missingLanguages } from '../i18n/languages.ts'

/** First steps of addresses that mean something else: `/{slug}/agenda.ics` and `/door/{slug}` must not meet them. */
const reservedSlugs = new Set<string>([
  ...languages,
  ...['assets', 'files', 'public', 'static', 'favicon', 'robots', 'sitemap', 'healthz', 'metrics', 'api'],
  ...['desk', 'door', 'events', 'event', 'new', 'language', 'setup', 'sign-in', 'sign-out', 'reset'],
  ...['q', 'r', 'o', 'b', 'u', 'agenda', 'exhibition', 'news', 'majlis', 'well-known'],
])

const longestSlug = 60

/** The name as an address: Latin letters without their accents, digits, hyphens. `''` when nothing of it is Latin. */
export function slugFrom(name: Localized | undefined): string {
  const latin = name?.en || name?.fr || ''
  return latin
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
}

/** Why an event cannot live at this address; null when it can. */
export function refuseSlug(slug: string): 'slugShape' | 'slugReserved' | null {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length < 2 || slug.length > longestSlug)
    return 'slugShape'
  return reservedSlugs.has(slug) ? 'slugReserved' : null
}

/** How the desk sorts its events. */
export const eventShelves = ['upcoming', 'past', 'drafts'] as const
export type EventShelf = (typeof eventShelves)[number]

export const partKinds = ['meeting', 'exhibition', 'reception', 'visit'] as const
export const audiences = ['invited', 'open'] as const
export const seatGivings = ['atOnce', 'offer', 'byHand'] as const satisfies readonly SeatGiving[]

/** How many hours an organiser may give for taking an offered seat. */
export const offerHours = { least: 1, most: 336, usual: 24 }

export type PartContent = {
  kind: (typeof partKinds)[number]
  name: Localized
  startsAt: Date
  endsAt: Date
  audience: (typeof audiences)[number]
  capacity: number | null
  /** How seats that become free are given; left out, as before, and at once in a new part. */
  seatsGiven?: SeatGiving
  offerHours?: number
  organisationQuota?: number | null
  answerBy: Date | null
  venueId: string | null
}

/** What is wrong with a part's times; null when they can be. */
export function refusePartTimes(
  part: Pick<PartContent, 'startsAt' | 'endsAt' | 'answerBy'>,
): 'endsBeforeStart' | 'tooManyDays' | 'answerByTooLate' | null {
  if (part.endsAt <= part.startsAt) return 'endsBeforeStart'
  // A slip in the year would otherwise make a meeting of thirteen months.
  if (part.endsAt.getTime() - part.startsAt.getTime() > 62 * 24 * 60 * 60 * 1000) return 'tooManyDays'
  if (part.answerBy && part.answerBy > part.endsAt) return 'answerByTooLate'
  return null
}

type TimeAndPlace = Pick<PartContent, 'startsAt' | 'endsAt' | 'venueId'>

/** Whether guests' calendars must learn of the change (RFC 5546 §2.1.4: SEQUENCE rises with time and place). */
export function movesInCalendars(before: TimeAndPlace, after: TimeAndPlace): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.venueId !== after.venueId
  )
}

export type PublishingNeed = 'name' | 'part' | 'partName' | 'contact'

/** Without these an event is not fit to be seen. Missing translations only warn (`missingTexts`). */
export function publishingNeeds({
  event,
  parts,
}: {
  event: { name: Localized; contact: { email: string; phone: string } }
  parts: { name: Localized }[]
}): PublishingNeed[] {
  const isEmpty = (text: Localized) => missingLanguages(text, languages).length === languages.length
  const needs: PublishingNeed[] = []
  if (isEmpty(event.name)) needs.push('name')
  if (!parts.length) needs.push('part')
  if (parts.some((part) => isEmpty(part.name))) needs.push('partName')
  if (!event.contact.email && !event.contact.phone) needs.push('contact')
  return needs
}

export type MissingText = {
  subject: 'event' | 'part' | 'venue'
  id: string
  name: Localized
  field: 'name' | 'summary' | 'description' | 'address' | 'directions'
  languages: Language[]
}

type Named = { id: string; name: Localized }
type Place = Named & { address: Localized; directions: Localized }

/** Which texts the event's readers would miss, and in which of its languages. */
export function missingTexts({
  event,
  parts,
  venues,
}: {
  event: Named & { summary: Localized; description: Localized; languages: readonly Language[] }
  parts: Named[]
  venues: Place[]
}): MissingText[] {
  const all = [
    ...(['name', 'summary', 'description'] as const).map((field) => gap('event', event, field, event[field])),
    ...parts.map((part) => gap('part', part, 'name', part.name)),
    ...venues.flatMap((venue) =>
      (['name', 'address', 'directions'] as const).map((field) => gap('venue', venue, field, venue[field])),
    ),
  ]
  return all.filter((text) => text.languages.length > 0)

  function gap(subject: MissingText['subject'], of: Named, field: MissingText['field'], text: Localized) {
    return { subject, id: of.id, name: of.name, field, languages: missingLanguages(text, event.languages) }
  }
}

/** What was written for languages the form did not show outlives the form. */
export function keepUnseen(before: Localized, written: Localized, seen: readonly Language[]): Localized {
  const unseen = Object.entries(before).filter(([language]) => !seen.includes(language as Language))
  return { ...Object.fromEntries(unseen), ...written }
}
