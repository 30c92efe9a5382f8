import { type CalendarMethod, calendarEntry } from '#app/calendar/entry.ts'
import { formatDayRange, formatInstant, formatTimeRange, isolate } from '#app/i18n/format.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { translator } from '#app/i18n/translator.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import { composeMail } from '#app/mail/compose.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import { answersUntil, holdsSeat } from './rules.ts'

export type LetterPart = {
  id: string
  name: Localized
  startsAt: Date
  endsAt: Date
  answerBy: Date | null
  audience: 'invited' | 'open'
  sequence: number
  venue: { name: Localized; address: Localized; mapUrl: string | null } | null
}
export type LetterEvent = {
  name: Localized
  zone: string
  office: { name: Localized; senderName: Localized; senderAddress: string }
  contact: { name: string; email: string; phone: string }
}
/** What has become of the reader in one part. */
export type LetterLine = { part: LetterPart; from: AttendanceStatus | null; to: AttendanceStatus }
export type Letter = {
  subject: string
  text: string
  html: string
  calendar?: string
  calendarMethod?: CalendarMethod
}
/** Why it is written: to whom answered, whose turn on the waiting list came, whom an organisation named or left out. */
export type LetterCause = 'answered' | 'movedUp' | 'named' | 'withdrawn'

type LetterFacts = {
  event: LetterEvent
  reader: { attendeeId: string; name: string; address: string; language: Language; organisation: string }
  cause: LetterCause
  lines: readonly LetterLine[]
  /** By when the gate wants to know who they are; null when it does not, or does already. */
  gateDueAt: Date | null
  /** The reader's own page; a delegate has none. */
  link: string | null
  calendarHost: string
  now: Date
}

/**
 * The mails that tell one reader how they stand: the first says everything and bears the first calendar change, each
 * further one bears one more, since calendars take one date per mail (RFC 5546, and all mail readers).
 */
export function confirmationLetters(facts: LetterFacts): Letter[] {
  const [first, ...others] = facts.lines.flatMap((line) => calendarChange(facts, line) ?? [])
  return [
    { ...mainLetter(facts), ...first?.attachment },
    ...others.map(({ line, attachment }) => ({
      ...mainLetter({ ...facts, lines: [line], gateDueAt: null }),
      ...attachment,
    })),
  ]
}

function mainLetter({ event, reader, cause, lines, gateDueAt, link }: LetterFacts): Letter {
  const { language } = reader
  const t = translator(language)
  const open = lines.filter(({ to }) => to !== 'cancelled').map(({ part }) => answersUntil(part).getTime())
  const until = new Date(Math.max(0, ...open))
  const body = [
    t('answer:mail.greeting', { name: '{{ guest.name }}' }),
    t(`answer:mail.intro.${cause}`, { event: '{{ event.name }}', organisation: '{{ organisation.name }}' }),
    ...lines.map((line) => partText(t, event, line, language)),
    ...(link && gateDueAt
      ? [t('clearance:mail.also', { date: formatInstant(gateDueAt, 'dayAndTime', language, event.zone) })]
      : []),
    link && open.length
      ? t('answer:mail.change', { date: formatInstant(until, 'dayAndTime', language, event.zone) })
      : t('answer:mail.contact', { contact: plainText(contactText(event)) }),
  ]
  const composed = composeMail({
    language,
    subject: t(`answer:mail.subject.${subjectOf(cause, lines)}`, { event: '{{ event.name }}' }),
    markdown: body.join('\n\n'),
    values: {
      'guest.name': reader.name,
      'organisation.name': reader.organisation,
      'event.name': localize(event.name, language),
      'office.name': localize(event.office.name, language),
    },
    office: { name: localize(event.office.name, language) },
    ...(link && { action: { label: t('answer:mail.open'), url: link } }),
    footer: t('answer:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return { subject, text, html }
}

type Subject = 'movedUp' | 'coming' | 'waiting' | 'withdrawn' | 'answered'

function subjectOf(cause: LetterCause, lines: readonly LetterLine[]): Subject {
  if (cause === 'movedUp' || cause === 'withdrawn') return cause
  if (lines.some(({ to }) => holdsSeat(to))) return 'coming'
  return lines.some(({ to }) => to === 'waitlisted') ? 'waiting' : 'answered'
}

function partText(t: Translator, event: LetterEvent, { part, to }: LetterLine, language: Language): string {
  const when = `${formatDayRange(part.startsAt, part.endsAt, language, event.zone)}, ${isolate(
    formatTimeRange(part.startsAt, part.endsAt, language, event.zone),
  )} (${zoneName(t, event.zone)})`
  const facts = [
    `**${plainText(localize(part.name, language))}**: ${t(`answer:mail.status.${to}`)}`,
    ...(to === 'declined' || to === 'cancelled' ? [] : [when, plainText(placeText(part, language))]),
  ]
  return facts.filter(Boolean).join('  \n')
}

function placeText({ venue }: LetterPart, language: Language): string {
  return [localize(venue?.name, language), localize(venue?.address, language)].filter(Boolean).join(', ')
}

function contactText({ contact, office }: LetterEvent): string {
  return [contact.name, contact.email || office.senderAddress, contact.phone].filter(Boolean).join(', ')
}

/** Names and places as Markdown: nothing in them acts, be it emphasis, a merge field or an address to link. */
export function plainText(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

/** What a calendar is told, if anything: only of parts one is invited to, and only of seats won and given up. */
function calendarChange(facts: LetterFacts, line: LetterLine) {
  const { part, from, to } = line
  if (part.audience === 'open') return null
  const [had, has] = [from !== null && holdsSeat(from), holdsSeat(to)]
  if (had === has) return null
  const method: CalendarMethod = has ? 'REQUEST' : 'CANCEL'
  return { line, attachment: { calendar: calendarFile(facts, part, method), calendarMethod: method } }
}

function calendarFile(
  { event, reader, calendarHost, now }: LetterFacts,
  part: LetterPart,
  method: CalendarMethod,
): string {
  const { senderName, senderAddress, name } = event.office
  return calendarEntry({
    ...calendarDate({
      event,
      part,
      attendeeId: reader.attendeeId,
      language: reader.language,
      calendarHost,
      now,
    }),
    method,
    // Never the guest's own link: calendars are shared with whole offices.
    description: [contactText(event), part.venue?.mapUrl].filter(Boolean).join('\n'),
    organizer: {
      name: localize(senderName, reader.language) || localize(name, reader.language),
      address: senderAddress,
    },
    attendee: {
      name: reader.name,
      address: reader.address,
      partstat: method === 'REQUEST' ? 'ACCEPTED' : 'DECLINED',
    },
  })
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
    summary: partName && partName !== eventName ? `${partName} – ${eventName}` : eventName,
    location: placeText(part, language),
    status: 'CONFIRMED' as const,
    language,
  }
}
