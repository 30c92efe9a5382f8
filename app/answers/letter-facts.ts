import { formatDayRange, formatInstant, formatTimeRange, isolate } from '#app/i18n/format.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import type { SeatGiving } from '#db/schema/events.server.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import type { Change } from './seats.ts'
import { ruleText } from './waiting-text.ts'

export type LetterPart = {
  id: string
  name: Localized
  startsAt: Date
  endsAt: Date
  answerBy: Date | null
  audience: 'invited' | 'open'
  seatsGiven: SeatGiving
  offerHours: number
  sequence: number
  venue: { name: Localized; address: Localized; mapUrl: string | null } | null
}
export type LetterEvent = {
  name: Localized
  zone: string
  eventId: string
  office: { name: Localized; senderName: Localized; senderAddress: string; replyTo: string | null }
  contact: { name: string; email: string; phone: string }
}
/** What has become of the reader in one part. */
export type LetterLine = {
  part: LetterPart
  from: AttendanceStatus | null
  to: AttendanceStatus
} & Pick<Change, 'offerUntil' | 'isBeyondQuota' | 'ended'>
export type LetterReader = {
  attendeeId: string
  name: string
  address: string
  language: Language
  organisation: string
}

/** One part with how its reader stands, and when and where it is for those who may come. */
export function partText(t: Translator, event: LetterEvent, line: LetterLine, language: Language): string {
  const { part, to } = line
  const facts = [
    `**${plainText(localize(part.name, language))}**: ${statusText(t, event, line, language)}`,
    ...(to === 'declined' || to === 'cancelled' ? [] : timeAndPlace(t, event, part, language)),
  ]
  return facts.filter(Boolean).join('  \n')
}

function statusText(
  t: Translator,
  { zone }: LetterEvent,
  { part, to, offerUntil, isBeyondQuota, ended }: LetterLine,
  language: Language,
): string {
  if (to === 'offered')
    return t('waiting:mail.offered', {
      date: offerUntil ? formatInstant(offerUntil, 'dayAndTime', language, zone) : '',
    })
  if (to !== 'waitlisted') return t(`answer:mail.status.${to}`)
  if (ended) return t('waiting:mail.rests')
  const why = t(isBeyondQuota ? 'waiting:mail.beyondQuota' : 'waiting:mail.waits')
  return `${why} ${ruleText(t, part)}`
}

/** When and where, a line each. */
export function timeAndPlace(
  t: Translator,
  event: LetterEvent,
  part: LetterPart,
  language: Language,
): string[] {
  const when = `${formatDayRange(part.startsAt, part.endsAt, language, event.zone)}, ${isolate(
    formatTimeRange(part.startsAt, part.endsAt, language, event.zone),
  )} (${zoneName(t, event.zone)})`
  return [when, plainText(placeText(part, language))]
}

export function placeText({ venue }: LetterPart, language: Language): string {
  return [localize(venue?.name, language), localize(venue?.address, language)].filter(Boolean).join(', ')
}

export function contactText({ contact, office }: LetterEvent): string {
  return [contact.name, contact.email || office.senderAddress, contact.phone].filter(Boolean).join(', ')
}

/** Names and places as Markdown: nothing in them acts, be it emphasis, a merge field or an address to link. */
export function plainText(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}
