import ICAL from 'ical.js'
import type { ReceivedReply } from '#db/schema/inbox.server.ts'
import { propertyText } from './lines.ts'

/**
 * What a calendar answers; null for a file that answers nothing (RFC 5546 §3.2.3, §3.2.7). ORGANIZER is not asked for:
 * Exchange leaves it out.
 */
export function readReply(file: string, methodOfPart = ''): ReceivedReply | null {
  const calendar = parsed(file)
  const event = calendar?.getFirstSubcomponent('vevent')
  if (!calendar || !event) return null
  const method = (text(calendar, 'method') || methodOfPart).toUpperCase()
  if (method !== 'REPLY' && method !== 'COUNTER') return null
  const attendee = event.getFirstProperty('attendee')
  const parameter = (name: string) => String([attendee?.getParameter(name) ?? ''].flat()[0] ?? '')
  return {
    method,
    uid: ownUid(text(event, 'uid')),
    participation: participation(parameter('partstat')),
    attendee: address(attendee?.getFirstValue()?.toString() ?? ''),
    comment: propertyText(
      event
        .getAllProperties('comment')
        .map((one) => String(one.getFirstValue() ?? ''))
        .join('\n'),
    ).slice(0, 2000),
    sequence: whole(event.getFirstPropertyValue('sequence')),
    stampedAt: instant(event, 'dtstamp'),
    startsAt: instant(event, 'dtstart'),
    endsAt: instant(event, 'dtend'),
    delegatedTo: address(parameter('delegated-to')),
  }
}

function parsed(file: string): ICAL.Component | null {
  try {
    // Some hosts double the CR, which no reader takes for a line's end.
    const root = ICAL.parse(file.replace(/\r+\n/g, '\r\n').trim())
    const first = Array.isArray(root[0]) ? root[0] : root
    return first.length === 3 ? new ICAL.Component(first) : null
  } catch {
    return null
  }
}

function text(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '').trim()
}

function participation(given: string): ReceivedReply['participation'] {
  const known = given.toLowerCase()
  return known === 'accepted' || known === 'declined' || known === 'tentative' || known === 'delegated'
    ? known
    : 'other'
}

function address(uri: string): string {
  return uri
    .replace(/^mailto:/i, '')
    .trim()
    .slice(0, 254)
    .toLowerCase()
}

function whole(value: unknown): number {
  const number = Number(value)
  return Number.isSafeInteger(number) && number >= 0 && number < 2 ** 31 ? number : 0
}

function instant(event: ICAL.Component, name: string): string | null {
  try {
    const value = event.getFirstPropertyValue(name)
    if (!(value instanceof ICAL.Time)) return null
    const at = value.isDate ? new Date(`${value.toString()}T00:00:00Z`) : value.toJSDate()
    return Number.isNaN(at.getTime()) ? null : at.toISOString()
  } catch {
    return null
  }
}

const exchangeId = /^040000008200E00074C5B7101A82E008[0-9A-F]*7643616C2D55696401000000([0-9A-F]+)$/i

/** Outlook may wrap a UID that is not its own; ours is then inside, in hexadecimal (MS-OXCICAL §2.1.3.1.1.20.26). */
function ownUid(uid: string): string {
  const [, wrapped] = exchangeId.exec(uid) ?? []
  if (!wrapped) return uid.slice(0, 500)
  return Buffer.from(wrapped, 'hex').toString('latin1').replace(/\0.*$/s, '').slice(0, 500)
}

const ours = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:@|$)/i

/** Whose date of which part a UID of ours is; null for another's. */
export function readUid(uid: string): { attendeeId: string; partId: string } | null {
  const [, attendeeId, partId] = ours.exec(uid) ?? []
  return attendeeId && partId ? { attendeeId: attendeeId.toLowerCase(), partId: partId.toLowerCase() } : null
}
