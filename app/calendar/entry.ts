import { createEvents, type EventAttributes } from 'ics'
import type { Language } from '#app/i18n/languages.ts'
import type { WholeDays } from './days.ts'
import { fold, lines, parameterText, propertyText } from './lines.ts'

export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'
export type Participation = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'

/** One date for somebody's calendar. The file says all times in UTC, so that no zone can be missing. */
export type CalendarDate = {
  /** Stable for ever, one per attendee and part: `<attendee>.<part>@host`. */
  uid: string
  /** The part's; rises when time, place or cancellation changes (RFC 5545 §3.8.7.4). */
  sequence: number
  /** When this file is made; newer in each mail (RFC 5546 §2.1.5). */
  stampedAt: Date
  startsAt: Date
  endsAt: Date
  /** Told by whole days instead, see `wholeDays`. */
  days?: WholeDays | null
  summary: string
  description?: string
  location?: string
  url?: string
  organizer?: { name: string; address: string }
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  language: Language
}

/**
 * For one guest. REQUEST and CANCEL name the guest as the only ATTENDEE, so that buttons work and nobody's address is
 * shown to others; PUBLISH ("add to calendar", nobody reads replies) must name none (RFC 5546 §3.2.1).
 */
export type CalendarEntry = CalendarDate & {
  method: CalendarMethod
  attendee?: { name: string; address: string; partstat: Participation }
}

export const product = '-//Majlis//Majlis//EN'

/** A whole iCalendar object with one date, for a mail or a download. */
export function calendarEntry({ method, attendee, ...date }: CalendarEntry): string {
  if (method !== 'PUBLISH' && !attendee) throw new Error(`A calendar file for ${method} needs its attendee`)
  const named = method === 'PUBLISH' ? undefined : attendee
  const status = method === 'CANCEL' ? 'CANCELLED' : date.status
  const file = write([attributes({ ...date, status }, named)], { productId: product, method })
  // The package tells every file's readers to fetch it again hourly, which a mail has no use for.
  return fold(
    inLanguage(
      lines(file).filter((line) => !line.startsWith('X-PUBLISHED-TTL')),
      date.language,
    ),
  )
}

// The package's own types leave out `timestamp`, which its schema and its writer know.
type Attributes = EventAttributes & { timestamp: number }

/** How Outlook shows the time. */
export const busyStatus = { CONFIRMED: 'BUSY', TENTATIVE: 'TENTATIVE', CANCELLED: 'FREE' } as const

function attributes(date: CalendarDate, attendee?: CalendarEntry['attendee']): Attributes {
  const { organizer, status } = date
  return {
    uid: propertyText(date.uid),
    sequence: date.sequence,
    timestamp: date.stampedAt.getTime(),
    start: date.days ? dateOf(date.days.first) : date.startsAt.getTime(),
    end: date.days ? dateOf(date.days.end) : date.endsAt.getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    title: propertyText(date.summary),
    description: propertyText(date.description ?? '') || undefined,
    location: propertyText(date.location ?? '') || undefined,
    url: webAddress(date.url),
    status,
    busyStatus: busyStatus[status],
    organizer: organizer && {
      name: parameterText(organizer.name) || organizer.address,
      email: organizer.address,
    },
    attendees: attendee && [
      {
        name: parameterText(attendee.name) || attendee.address,
        email: attendee.address,
        cutype: 'INDIVIDUAL',
        role: 'REQ-PARTICIPANT',
        partstat: attendee.partstat,
        rsvp: attendee.partstat === 'NEEDS-ACTION',
      },
    ],
  }
}

function dateOf(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

/** An address the package's own rule lets through; another one (`http://[::1]/`) is left out rather than refused. */
export function webAddress(url: string | undefined): string | undefined {
  const href = url && URL.canParse(url) ? new URL(url).href : ''
  return /^https?:\/\/[a-z0-9]+(?:[.-]+[a-z0-9]+)*(?::\d{2,5})?(?:[/?#][!-~]*)?$/.test(href)
    ? href
    : undefined
}

/** Says in which language summary, description and place are. */
function inLanguage(contentLines: string[], language: Language): string[] {
  return contentLines.map((line) =>
    line.replace(/^(SUMMARY|DESCRIPTION|LOCATION):/, `$1;LANGUAGE=${language}:`),
  )
}

function write(dates: Attributes[], header: { productId: string; method: string }): string {
  const { error, value } = createEvents(dates, header)
  if (error || value === null) throw error ?? new Error('The calendar file came out empty')
  return value
}
