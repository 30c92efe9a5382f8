import type { CalendarMethod } from '#app/calendar/entry.ts'
import type { EntryFacts } from '#app/calendar/told.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { translator } from '#app/i18n/translator.ts'
import { type Calendars, contactText } from '#app/invitations/calendar-part.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { type MailingTexts, textFor } from '#app/invitations/rules.ts'
import { composeMail } from '#app/mail/compose.ts'
import { calendarChange } from './calendar-change.ts'
import { type LetterEvent, type LetterLine, type LetterReader, partText, plainText } from './letter-facts.ts'
import { answersUntil, comes } from './rules.ts'

export type Letter = {
  subject: string
  text: string
  html: string
  calendar?: string
  calendarMethod?: CalendarMethod
  /** What the calendar file tells, to be kept when it is sent. */
  entry?: EntryFacts
}
/**
 * Why it is written: to whom answered, whose turn on the waiting list came, whom an organisation named or left out, who
 * comes in somebody's place, in whose place somebody comes, and who was taken off a part but not the others.
 */
export type LetterCause =
  | 'answered'
  | 'movedUp'
  | 'named'
  | 'withdrawn'
  | 'substitute'
  | 'replaced'
  | 'left'
  | LineCause
/** What happens on the waiting list alone: a seat is offered, its time is over, the organiser takes it back. */
type LineCause = 'offered' | 'offerLapsed' | 'offerWithdrawn'

export type LetterFacts = {
  event: LetterEvent
  reader: LetterReader
  cause: LetterCause
  /** Of a substitute's letter, whom they come in place of; of theirs, the substitute. */
  other: string
  lines: readonly LetterLine[]
  /** The confirmation as office and event write it (`readTexts`). */
  texts: MailingTexts
  /** By when the gate wants to know who they are; null when it does not, or does already. */
  gateDueAt: Date | null
  /** The reader's own page; none for whoever is off the list. */
  link: string | null
  calendars: Calendars
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

function mainLetter(facts: LetterFacts): Letter {
  const { event, reader, cause, other, lines, texts, gateDueAt, link } = facts
  const { language } = reader
  const t = translator(language)
  const open = lines.filter(({ to }) => to !== 'cancelled').map(({ part }) => answersUntil(part).getTime())
  const until = new Date(Math.max(0, ...open))
  const office = { name: localize(event.office.name, language) }
  const gate =
    link && gateDueAt
      ? [t('clearance:mail.also', { date: formatInstant(gateDueAt, 'dayAndTime', language, event.zone) })]
      : []
  const mail = {
    language,
    values: {
      'guest.name': reader.name,
      'guest.salutation': t('answer:mail.greeting', { name: reader.name }),
      'organisation.name': reader.organisation,
      'event.name': localize(event.name, language),
      'office.name': office.name,
      'answer.headline': t(`templates:headline.${subjectOf(cause, lines)}`),
      ...(link && { 'answer.link': link }),
    },
    blocks: {
      'answer.reason': introOf(t, cause, other),
      'answer.status': [...lines.map((line) => partText(t, event, line, language)), ...gate].join('\n\n'),
      'answer.next': nextText(
        t,
        facts,
        open.length ? formatInstant(until, 'dayAndTime', language, event.zone) : null,
      ),
    },
    office,
    ...(link && {
      action: { label: t(offersSeat(lines) ? 'waiting:mail.open' : 'answer:mail.open'), url: link },
    }),
    footer: t('answer:mail.footer'),
  }
  const composed = compose(mail, texts) ?? compose(mail, defaultTexts('confirmation'))
  if (!composed) throw new Error('A letter of ours cannot be merged')
  const { subject, text, html } = composed
  return { subject, text, html }
}

function introOf(t: Translator, cause: LetterCause, other: string): string {
  const words = {
    event: '{{ event.name }}',
    organisation: '{{ organisation.name }}',
    other: plainText(other),
  }
  return isLineCause(cause) ? t(`waiting:mail.intro.${cause}`, words) : t(`answer:mail.intro.${cause}`, words)
}

function isLineCause(cause: LetterCause): cause is LineCause {
  return cause === 'offered' || cause === 'offerLapsed' || cause === 'offerWithdrawn'
}

/** What can be done next, and until when; `until` is null where nothing is asked. */
function nextText(t: Translator, { event, link, lines }: LetterFacts, until: string | null): string {
  if (link && offersSeat(lines)) return t('waiting:mail.take')
  if (link && lines.some(({ ended }) => ended === 'lapsed')) return t('waiting:mail.again')
  if (link && until) return t('answer:mail.change', { date: until })
  return t('answer:mail.contact', { contact: plainText(contactText(event)) })
}

function offersSeat(lines: readonly LetterLine[]): boolean {
  return lines.some(({ to }) => to === 'offered')
}

/** Null when there is no such text, or it cannot be merged: an answer is confirmed whatever somebody has written. */
function compose(mail: Omit<Parameters<typeof composeMail>[0], 'subject' | 'markdown'>, texts: MailingTexts) {
  const text = textFor(texts, mail.language)
  // Its parts are written in the reader's language, and a letter is in one language.
  if (text?.language !== mail.language) return null
  const composed = composeMail({ ...mail, subject: text.subject, markdown: text.body })
  return composed.ok ? composed : null
}

type Subject = 'movedUp' | 'coming' | 'waiting' | 'withdrawn' | 'answered' | 'replaced' | LineCause

function subjectOf(cause: LetterCause, lines: readonly LetterLine[]): Subject {
  if (cause === 'left') return 'withdrawn'
  if (cause === 'movedUp' || cause === 'withdrawn' || cause === 'replaced' || isLineCause(cause)) return cause
  if (offersSeat(lines)) return 'offered'
  if (lines.some(({ to }) => comes(to))) return 'coming'
  return lines.some(({ to }) => to === 'waitlisted') ? 'waiting' : 'answered'
}
