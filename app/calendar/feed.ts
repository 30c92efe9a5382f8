import { busyStatus, type CalendarDate, product, webAddress } from './entry.ts'
import { escapeText, fold, parameterText, propertyText } from './lines.ts'

/** An agenda to subscribe to: many dates, nobody invited. */
export type CalendarFeed = {
  name: string
  prodId?: string
  url?: string
  entries: Iterable<CalendarDate>
  /** Lets other work pass between two dates. */
  pause?: () => Promise<void> | undefined
}

/**
 * A whole iCalendar object to subscribe to; its readers are asked to come back hourly. Written here and not by the
 * package, which checks each date against its schema and folds long texts in time that grows with their square: for
 * the agenda of a conference that is seconds. A test holds the two to the same words.
 */
export async function calendarFeed(feed: CalendarFeed): Promise<string> {
  const { name, prodId = product, url, entries, pause } = feed
  const page = webAddress(url)
  const head = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'],
    ...(page ? [`SOURCE;VALUE=URI:${page}`] : []),
    ...['CALSCALE:GREGORIAN', `PRODID:${escapeText(prodId)}`, 'METHOD:PUBLISH'],
    ...text('X-WR-CALNAME', name),
    'X-PUBLISHED-TTL:PT1H',
  ]
  const pieces = [fold(head)]
  for (const date of entries) {
    pieces.push(fold(linesOf(date)))
    await pause?.()
  }
  return [...pieces, fold(['END:VCALENDAR'])].join('')
}

function linesOf(date: CalendarDate): string[] {
  const { language, organizer, status } = date
  const page = webAddress(date.url)
  return [
    ...['BEGIN:VEVENT', `UID:${oneLine(date.uid)}`],
    ...text('SUMMARY', date.summary, language),
    `DTSTAMP:${utc(date.stampedAt)}`,
    ...(date.days
      ? [`DTSTART;VALUE=DATE:${plain(date.days.first)}`, `DTEND;VALUE=DATE:${plain(date.days.end)}`]
      : [`DTSTART:${utc(date.startsAt)}`, `DTEND:${utc(date.endsAt)}`]),
    `SEQUENCE:${date.sequence}`,
    ...text('DESCRIPTION', date.description, language),
    ...(page ? [`URL:${page}`] : []),
    ...text('LOCATION', date.location, language),
    `STATUS:${status}`,
    ...(organizer ? [organizerLine(organizer)] : []),
    ...[`X-MICROSOFT-CDO-BUSYSTATUS:${busyStatus[status]}`, 'END:VEVENT'],
  ]
}

/** A text's line; none for an empty one. */
function text(name: string, said = '', language?: string): string[] {
  const value = escapeText(said)
  return value ? [`${name}${language ? `;LANGUAGE=${language}` : ''}:${value}`] : []
}

function organizerLine({ name, address }: NonNullable<CalendarDate['organizer']>): string {
  return `ORGANIZER;CN="${parameterText(name) || parameterText(address)}":MAILTO:${oneLine(address)}`
}

function oneLine(value: string): string {
  return propertyText(value).replaceAll('\n', ' ')
}

/** `20261214T060000Z`. */
function utc(at: Date): string {
  return `${plain(at.toISOString().slice(0, 19)).replaceAll(':', '')}Z`
}

function plain(date: string): string {
  return date.replaceAll('-', '')
}
