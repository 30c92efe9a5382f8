import { formatDayRange, formatInstant, formatTimeRange, isolate } from '#app/i18n/format.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import {
  type DatedEvent,
  type DatedPart,
  type DatedReader,
  placeText,
} from '#app/invitations/calendar-part.ts'
import type { SeatGiving } from '#db/schema/events.server.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import type { Change } from './seats.ts'
import { ruleText } from './waiting-text.ts'

export type LetterPart = DatedPart & {
  answerBy: Date | null
  audience: 'invited' | 'open'
  seatsGiven: SeatGiving
  offerHours: number
}
export type LetterEvent = DatedEvent
/** What has become of the reader in one part. */
export type LetterLine = {
  part: LetterPart
  from: AttendanceStatus | null
  to: AttendanceStatus
} & Pick<Change, 'offerUntil' | 'isBeyondQuota' | 'ended'>
export type LetterReader = DatedReader & { organisation: string }

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

/** Names and places as Markdown: nothing in them acts, be it emphasis, a merge field or an address to link. */
export function plainText(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}
