import { wholeDays } from '#app/calendar/days.ts'
import { type CalendarMethod, calendarEntry, type Participation } from '#app/calendar/entry.ts'
import type { CalendarEntryRow, EntryFacts } from '#app/calendar/told.server.ts'
import { formatDayRange, formatTimeRange } from '#app/i18n/format.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'

/** What calendar files say of an event, of one of its parts, and whom they are for. */
export type DatedEvent = {
  name: Localized
  zone: string
  eventId: string
  office: { name: Localized; senderName: Localized; senderAddress: string; replyTo: string | null }
  contact: { name: string; email: string; phone: string }
}
export type DatedPart = {
  id: string
  name: Localized
  startsAt: Date
  endsAt: Date
  sequence: number
  venue: { name: Localized; address: Localized; mapUrl: string | null } | null
}
export type DatedReader = { attendeeId: string; name: string; address: string; language: Language }

/** What stands around every calendar file: the UIDs' host, what readers' calendars know, where their replies go. */
export type Calendars = {
  host: string
  told(of: { attendeeId: string; partId: string }): CalendarEntryRow | undefined
  /** The address that reads the replies to one entry; null where nobody does. */
  replyAddress(replyId: string): string | null
  newId(): string
}

/** How somebody takes part, as calendars say it; whoever has not answered is asked (NEEDS-ACTION). */
export const participations: Partial<Record<AttendanceStatus, Participation>> = {
  invited: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  attended: 'ACCEPTED',
  tentative: 'TENTATIVE',
  // A seat is kept for them until they say so: by their calendar's buttons, if they like.
  offered: 'NEEDS-ACTION',
}

/** Whether somebody with this status wants the date in their calendar. */
export function keepsDate(status: AttendanceStatus | null): boolean {
  return status === 'accepted' || status === 'attended' || status === 'tentative'
}

type Attachment = { calendar: string; calendarMethod: CalendarMethod; entry: EntryFacts }

/**
 * The file that tells one reader's calendar of one part, with what is to be kept of it. Who has not answered yes is shown
 * the date as TENTATIVE: it keeps the time free, and the answer makes it CONFIRMED under the same UID (RFC 5546 §3.2.2).
 */
export function calendarAttachment(
  {
    event,
    reader,
    calendars,
    now,
  }: { event: DatedEvent; reader: DatedReader; calendars: Calendars; now: Date },
  { part, method, status }: { part: DatedPart; method: 'REQUEST' | 'CANCEL'; status: AttendanceStatus },
): Attachment {
  const { attendeeId, language, address } = reader
  const before = calendars.told({ attendeeId, partId: part.id })
  // Whoever had the seat before must not be able to answer for whoever has it now.
  const isSameReader = before?.address.toLowerCase() === address.toLowerCase()
  const replyId = before && isSameReader ? before.replyId : calendars.newId()
  const date = calendarDate({ event, part, attendeeId, language, calendarHost: calendars.host, now })
  const isTentative = method === 'REQUEST' && !keepsDate(status)
  const { senderName, senderAddress, replyTo, name } = event.office
  const calendar = calendarEntry({
    ...date,
    status: isTentative ? 'TENTATIVE' : 'CONFIRMED',
    method,
    // Never the guest's own link: calendars are shared with whole offices.
    description: [hoursText(event, part, language), contactText(event), part.venue?.mapUrl]
      .filter(Boolean)
      .join('\n'),
    organizer: {
      name: localize(senderName, language) || localize(name, language),
      address: calendars.replyAddress(replyId) ?? replyTo ?? senderAddress,
    },
    attendee: {
      name: reader.name,
      address,
      partstat: method === 'CANCEL' ? 'DECLINED' : (participations[status] ?? 'NEEDS-ACTION'),
    },
  })
  const { startsAt, endsAt, location } = date
  const entry = { attendeeId, partId: part.id, eventId: event.eventId, address, replyId }
  return {
    calendar,
    calendarMethod: method,
    entry: { ...entry, isTentative, partSequence: part.sequence, startsAt, endsAt, location },
  }
}

/** The hours of what the calendar shows as whole days. */
function hoursText({ zone }: DatedEvent, { startsAt, endsAt }: DatedPart, language: Language): string {
  if (!wholeDays(startsAt, endsAt, zone)) return ''
  return `${formatDayRange(startsAt, endsAt, language, zone)}, ${formatTimeRange(startsAt, endsAt, language, zone)}`
}

/** One part as a calendar date of one attendee, for a mail or for the page's download. */
export function calendarDate({
  event,
  part,
  attendeeId,
  language,
  calendarHost,
  now,
}: {
  event: DatedEvent
  part: DatedPart
  attendeeId: string
  language: Language
  calendarHost: string
  now: Date
}) {
  const [eventName, partName] = [localize(event.name, language), localize(part.name, language)]
  return {
    uid: `${attendeeId}.${part.id}@${calendarHost}`,
    sequence: part.sequence,
    stampedAt: now,
    startsAt: part.startsAt,
    endsAt: part.endsAt,
    days: wholeDays(part.startsAt, part.endsAt, event.zone),
    summary: partName && partName !== eventName ? `${partName} – ${eventName}` : eventName,
    location: placeText(part, language),
    status: 'CONFIRMED' as const,
    language,
  }
}

export function placeText({ venue }: Pick<DatedPart, 'venue'>, language: Language): string {
  return [localize(venue?.name, language), localize(venue?.address, language)].filter(Boolean).join(', ')
}

export function contactText({ contact, office }: Pick<DatedEvent, 'contact' | 'office'>): string {
  return [contact.name, contact.email || office.senderAddress, contact.phone].filter(Boolean).join(', ')
}
