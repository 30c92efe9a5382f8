import type { EventContact } from '#db/schema/events.server.ts'
import type { CalendarDate } from '../calendar/entry.ts'
import { calendarFeed } from '../calendar/feed.ts'
import { displayName } from '../directory/names.ts'
import { comma, formatList } from '../i18n/format.ts'
import { type Language, type Localized, localize, localizeWithLanguage } from '../i18n/languages.ts'
import type { Translator } from '../i18n/options.ts'
import { translator } from '../i18n/translator.ts'
import { plainText } from './plain-text.ts'
import type { AgendaItem } from './read.server.ts'
import { inRuns } from './rules.ts'

type FeedEvent = {
  slug: string
  name: Localized
  state: 'draft' | 'published' | 'cancelled'
  contact: EventContact
  updatedAt: Date
}
type Feed = {
  event: FeedEvent
  items: readonly AgendaItem[]
  /** What earlier versions had and the present one has no more. */
  takenOut?: readonly { item: AgendaItem; takenOutAt: Date }[]
  language: Language
  appUrl: string
  /** The right-hand side of every UID, for ever. */
  calendarHost: string
  /** The ids that somebody chose, where it is of these alone. */
  chosen?: readonly string[]
  /** Lets other work pass between two dates. */
  pause?: () => Promise<void> | undefined
}

/**
 * An agenda as a calendar to subscribe to, in one language. What was taken out and the dates of a cancelled event are
 * cancelled, not gone.
 */
export function agendaFeed(feed: Feed): Promise<string> {
  const { event, language, appUrl, chosen, pause } = feed
  const query = new URLSearchParams({ lang: language, ...(chosen && { items: chosen.join(',') }) })
  return calendarFeed({
    name: localize(event.name, language),
    url: `${appUrl}/${event.slug}/agenda.ics?${query}`,
    entries: datesOf(feed),
    pause,
  })
}

/** Each made when it is asked for: a description takes a while. */
function* datesOf({
  event,
  items,
  takenOut = [],
  language,
  appUrl,
  calendarHost,
}: Feed): Iterable<CalendarDate> {
  const t = translator(language)
  const agenda = `${appUrl}/${language}/${event.slug}/agenda`
  const texts = (item: AgendaItem) => ({
    uid: `${item.id}@${calendarHost}`,
    summary: localize(item.title, language),
    description: description(t, item, language),
    organizer: organizer(event, language),
    // A text that is missing is shown in another language, and says so.
    language: localizeWithLanguage(item.title, language).language,
  })
  for (const item of items)
    yield { ...texts(item), ...whenAndWhere(event, item, language), url: `${agenda}/items/${item.id}` }
  for (const { item, takenOutAt } of takenOut)
    yield {
      ...texts(item),
      ...whenAndWhere(event, { ...item, updatedAt: takenOutAt }, language),
      status: 'CANCELLED',
      url: `${agenda}/versions`,
    }
}

type WhenAndWhere = Pick<
  CalendarDate,
  'sequence' | 'stampedAt' | 'startsAt' | 'endsAt' | 'location' | 'status'
>

function whenAndWhere(event: FeedEvent, item: AgendaItem, language: Language): WhenAndWhere {
  const { startsAt, endsAt, sequence, room, venue } = item
  const places = [room?.name, venue?.name, venue?.address].map((place) => localize(place, language))
  return {
    startsAt,
    endsAt,
    sequence,
    // Of the last change rather than of this reading, so that calendars hear of nothing while nothing changes.
    stampedAt: new Date(Math.max(item.updatedAt.getTime(), event.updatedAt.getTime())),
    location: places.filter(Boolean).join(comma(language)),
    status: event.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  }
}

function organizer({ contact, name }: FeedEvent, language: Language): CalendarDate['organizer'] {
  if (!contact.email) return undefined
  return { name: contact.name || localize(name, language), address: contact.email }
}

function description(t: Translator, item: AgendaItem, language: Language): string {
  const names = (spoken: readonly Language[]) =>
    formatList(
      spoken.map((one) => t(`agenda:language.${one}`)),
      language,
    )
  const { spokenLanguages: spoken, interpretedLanguages: interpreted } = item
  const facts = [
    ...inRuns(item.roles).map((run) => {
      const label = t(`agenda:${run.length > 1 ? 'roles' : 'role'}.${run[0]?.role ?? 'speaker'}`)
      return `${label}: ${run.map((role) => personText(role, language)).join('; ')}`
    }),
    spoken.length && t('agenda:spoken', { languages: names(spoken) }),
    interpreted.length && t('agenda:interpreted', { languages: names(interpreted) }),
  ]
  const abstract = plainText(localize(item.abstract, language))
  return [facts.filter(Boolean).join('\n'), abstract].filter(Boolean).join('\n\n')
}

/** “Dr Noor Hassan, Director General, Ministry of Planning”. */
function personText(role: AgendaItem['roles'][number], language: Language): string {
  const name = [localize(role.honorific, language), displayName(role.names, language)]
  const rest = [role.position, role.organisationName].map((text) => localize(text, language))
  return [name.filter(Boolean).join(' '), ...rest].filter(Boolean).join(comma(language))
}
