import { wholeDays } from '#app/calendar/days.ts'
import { type CalendarMethod, calendarEntry, type Participation } from '#app/calendar/entry.ts'
import type { CalendarEntryRow, EntryFacts } from '#app/calendar/told.server.ts'
import { formatDayRange, formatTimeRange } from '#app/i18n/format.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import type { LetterFacts } from './letter.ts'
import {
  contactText,
  type LetterEvent,
  type LetterLine,
  type LetterPart,
  type LetterReader,
  placeText,
} from './letter-facts.ts'
import { holdsSeat } from './rules.ts'

/** What stands around every calendar file: the UIDs' host, what readers' calendars know, where their replies go. */
export type Calendars = {
  host: string
  told(of: { attendeeId: string; partId: string }): CalendarEntryRow | undefined
  /** The address that reads the replies to one entry; null where nobody does. */
  replyAddress(replyId: string): string | null
  newId(): string
}

const participations: Partial<Record<AttendanceStatus, Participation>> = {
  invited: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  attended: 'ACCEPTED',
  tentative: 'TENTATIVE',
  // Kept for them until they say so: by their calendar's buttons, if they like.
  offered: 'NEEDS-ACTION',
}

/** Whether somebody with this status wants the date in their calendar. */
function keepsDate(status: AttendanceStatus | null): boolean {
  return status === 'tentative' || holdsSeat(status)
}

/**
 * What a calendar is told of a change, if anything: of parts one is invited to, of dates that are to be kept and, where
 * it knows of one, of dates given up.
 */
export function calendarChange(facts: LetterFacts, line: LetterLine) {
  const { part, from, to } = line
  if (part.audience === 'open') return null
  const before = facts.calendars.told({ attendeeId: facts.reader.attendeeId, partId: part.id })
  const holds = before ? before.method === 'REQUEST' : keepsDate(from)
  const method = keepsDate(to)
    ? holds && from !== null && participations[from] === participations[to]
      ? null
      : 'REQUEST'
    : holds && (to === 'declined' || to === 'cancelled' || to === 'proposed' || from === 'offered')
      ? 'CANCEL'
      : null
  return method && { line, attachment: calendarAttachment(facts, { part, method, status: to }) }
}

type Attachment = { calendar: string; calendarMethod: CalendarMethod; entry: EntryFacts }

/** The file that tells one reader's calendar of one part, with what is to be kept of it. */
export function calendarAttachment(
  {
    event,
    reader,
    calendars,
    now,
  }: { event: LetterEvent; reader: LetterReader; calendars: Calendars; now: Date },
  { part, method, status }: { part: LetterPart; method: 'REQUEST' | 'CANCEL'; status: AttendanceStatus },
): Attachment {
  const { attendeeId, language, address } = reader
  const before = calendars.told({ attendeeId, partId: part.id })
  // Whoever had the seat before must not be able to answer for whoever has it now.
  const isSameReader = before?.address.toLowerCase() === address.toLowerCase()
  const replyId = before && isSameReader ? before.replyId : calendars.newId()
  const date = calendarDate({ event, part, attendeeId, language, calendarHost: calendars.host, now })
  const { senderName, senderAddress, replyTo, name } = event.office
  const calendar = calendarEntry({
    ...date,
    ...(status === 'offered' && { status: 'TENTATIVE' as const }),
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
    entry: { ...entry, partSequence: part.sequence, startsAt, endsAt, location },
  }
}

/** The hours of what the calendar shows as whole days. */
function hoursText({ zone }: LetterEvent, { startsAt, endsAt }: LetterPart, language: Language): string {
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
  event: LetterEvent
  part: LetterPart
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
