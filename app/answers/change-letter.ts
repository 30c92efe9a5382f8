import { formatDayRange, formatTimeRange, isolate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { type Calendars, calendarAttachment, contactText } from '#app/invitations/calendar-part.ts'
import { composeMail } from '#app/mail/compose.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import {
  type LetterEvent,
  type LetterPart,
  type LetterReader,
  plainText,
  timeAndPlace,
} from './letter-facts.ts'

type ChangeFacts = {
  event: LetterEvent
  part: LetterPart
  reader: LetterReader
  status: AttendanceStatus
  /** What the reader's calendar says until now. */
  told: { startsAt: Date; endsAt: Date; location: string }
  isCancelled: boolean
  cancellationNote: string
  /** The reader's own page. */
  link: string | null
  calendars: Calendars
  now: Date
}

/** The mail that tells whoever has a date in their calendar that it moved, or that it will not take place. */
export function changeLetter(facts: ChangeFacts) {
  const { event, part, reader, status, isCancelled, cancellationNote, link } = facts
  const { language } = reader
  const t = translator(language)
  const kind = isCancelled ? 'cancelled' : 'changed'
  const body = [
    t('answer:mail.greeting', { name: '{{ guest.name }}' }),
    t(`calendar:mail.intro.${kind}`, { event: '{{ event.name }}' }),
    [`**${plainText(localize(part.name, language))}**`, ...timeAndPlace(t, event, part, language)]
      .filter(Boolean)
      .join('  \n'),
    ...(isCancelled ? [plainText(cancellationNote)] : [beforeText(facts)]),
    t(`calendar:mail.calendar.${kind}`),
    t('answer:mail.contact', { contact: plainText(contactText(event)) }),
  ]
  const composed = composeMail({
    language,
    subject: t(`calendar:mail.subject.${kind}`, { event: '{{ event.name }}' }),
    markdown: body.filter(Boolean).join('\n\n'),
    values: {
      'guest.name': reader.name,
      'event.name': localize(event.name, language),
      'office.name': localize(event.office.name, language),
    },
    office: { name: localize(event.office.name, language) },
    ...(link && !isCancelled && { action: { label: t('answer:mail.open'), url: link } }),
    footer: t('answer:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  const method = isCancelled ? ('CANCEL' as const) : ('REQUEST' as const)
  return { subject, text, html, ...calendarAttachment(facts, { part, method, status }) }
}

function beforeText({ event, told, reader: { language } }: ChangeFacts): string {
  const { startsAt, endsAt, location } = told
  const when = `${formatDayRange(startsAt, endsAt, language, event.zone)}, ${isolate(
    formatTimeRange(startsAt, endsAt, language, event.zone),
  )}`
  const before = [when, plainText(location)].filter(Boolean).join('  \n')
  return `${translator(language)('calendar:mail.before')}  \n${before}`
}
