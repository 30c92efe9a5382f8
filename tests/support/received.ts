import ICAL from 'ical.js'
import { type ParsedMail, simpleParser } from 'mailparser'
import { expect } from 'vitest'
import type { SmtpSink } from './smtp.ts'

/** The mails that came for one address, once there are as many as `count`. */
export async function mailsTo(sink: SmtpSink, address: string, count: number): Promise<ParsedMail[]> {
  const came = () => sink.received.filter(({ to }) => to === address)
  await expect.poll(() => came().length, { timeout: 20_000, interval: 20 }).toBe(count)
  return Promise.all(came().map(({ raw }) => simpleParser(raw)))
}

/** What the calendar of one address was sent, in order, once there are as many as `count`. */
export async function datesTo(sink: SmtpSink, address: string, count: number): Promise<ReceivedDate[]> {
  const dated = () =>
    sink.received.filter(({ to, raw }) => to === address && /^Content-Type: text\/calendar/im.test(raw))
  await expect.poll(() => dated().length, { timeout: 20_000, interval: 20 }).toBe(count)
  return Promise.all(dated().map(async ({ raw }) => dateIn(await simpleParser(raw))))
}

/** The guest's own link as it stands in a mail's text. */
export function answerLinkIn(mail: ParsedMail | undefined): string {
  return /https?:\/\/\S+\/[ro]\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
}

export type ReceivedDate = {
  uid: string
  method: unknown
  status: unknown
  startsAt: string
  endsAt: string
  attendees: { name: unknown; address: string; parameters: string[] }[]
  /** The address that calendars answer to. */
  organizer: string
  summary: string
  location: string
  sequence: number
}

/**
 * The one date in a mail, read by a parser that is not ours; on the way it must be what every calendar takes: CRLF, no
 * line over 75 octets (RFC 5545 §3.1), one VEVENT, times in UTC.
 */
export function dateIn(mail: ParsedMail | undefined): ReceivedDate {
  const file = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar')
  const text = file?.content.toString() ?? ''
  const lines = text.split('\r\n')
  expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([])
  const calendar = new ICAL.Component(ICAL.parse(text))
  const [event, ...others] = calendar.getAllSubcomponents('vevent')
  if (!event || others.length) throw new Error(`Not one date in: ${text}`)
  const at = (name: string) => event.getFirstPropertyValue(name) as ICAL.Time
  expect([at('dtstart').zone?.tzid, at('dtend').zone?.tzid, at('dtstamp').zone?.tzid]).toEqual([
    'UTC',
    'UTC',
    'UTC',
  ])
  return {
    uid: String(event.getFirstPropertyValue('uid')),
    method: calendar.getFirstPropertyValue('method'),
    status: event.getFirstPropertyValue('status'),
    startsAt: at('dtstart').toString(),
    endsAt: at('dtend').toString(),
    attendees: event.getAllProperties('attendee').map((attendee) => ({
      name: attendee.getParameter('cn'),
      address: String(attendee.getFirstValue()),
      parameters: Object.keys((attendee.toJSON() as [string, object])[1]).sort(),
    })),
    organizer: String(event.getFirstPropertyValue('organizer')).replace(/^mailto:/i, ''),
    summary: String(event.getFirstPropertyValue('summary')),
    location: String(event.getFirstPropertyValue('location')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
  }
}
