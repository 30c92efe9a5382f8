import { displayName } from '#app/directory/names.ts'
import {
  comma,
  formatDayRange,
  formatInstant,
  formatList,
  formatNumber,
  formatTimeRange,
} from '#app/i18n/format.ts'
import { direction, type Language, type Localized, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import {
  type ComposedMail,
  type ComposeRefusal,
  composeFrom,
  fieldsKnown,
  readSheet,
  type Sheet,
} from '#app/mail/compose.ts'
import { type MergeRefusal, merge } from '#app/mail/merge.ts'
import type { MergeValues } from '#app/mail/merge-fields.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'
import type { MailingKind } from '#db/schema/mail.server.ts'
import { asksForAnswer, type MailingTexts, textFor } from './rules.ts'

export type LetterPart = {
  id: string
  name: Localized
  startsAt: Date
  endsAt: Date
  answerBy: Date | null
  audience: 'invited' | 'open'
  venue: { name: Localized; address: Localized } | null
}
export type LetterEvent = {
  name: Localized
  zone: string
  office: { name: Localized }
  contact: { name: string; email: string; phone: string }
  cancellationNote: Localized
  parts: readonly LetterPart[]
}
/** Whom a letter is for: a person, or an institution, which has seats and no name of its own. */
export type LetterGuest = {
  language: Language
  person: { names: PersonNames; honorific: Localized; position: Localized } | null
  organisationName: Localized
  seats: number
  partIds: readonly string[]
}
export type WrittenLetter = ComposedMail & { language: Language }

/**
 * Writes one mailing's letters: each in the language of its guest, or in the nearest that the mailing has, all of it
 * in that one language. Null when the mailing has no text. `link` is the guest's own page, where they have one, `leave`
 * where they unsubscribe: for letters that bear such a line (`leaveOf`).
 */
export function letterWriter(event: LetterEvent, texts: MailingTexts, kind: MailingKind) {
  // Dates and places are the same for all who are invited to the same parts, and formatting them is half the work.
  const known = new Map<string, MergeValues>()
  const facts = (partIds: readonly string[], language: Language) => {
    const key = [language, ...partIds].join(' ')
    const found = known.get(key) ?? eventValues(event, partIds, language)
    known.set(key, found)
    return found
  }
  // Reading the Markdown is the other half, and is the same for all of whom the same is known.
  const sheets = new Map<string, Sheet | ComposeRefusal>()
  const sheetFor = (text: NonNullable<ReturnType<typeof textFor>>, values: MergeValues) => {
    const key = `${text.language} ${fieldsKnown(values)}`
    const found = sheets.get(key) ?? readSheet({ subject: text.subject, markdown: text.body, values })
    sheets.set(key, found)
    return found
  }
  return (
    guest: LetterGuest,
    link: string | null,
    leave: string | null = null,
  ): WrittenLetter | ComposeRefusal | null => {
    const text = textFor(texts, guest.language)
    if (!text) return null
    const { language } = text
    const values = {
      ...facts(guest.partIds, language),
      ...guestValues(guest, language),
      ...(link && { 'answer.link': link }),
    }
    const sheet = sheetFor(text, values)
    if (!sheet.ok) return sheet
    const t = translator(language)
    const office = { name: localize(event.office.name, language) }
    const hasButton = link !== null && asksForAnswer(kind)
    const isPrivate = hasButton || text.body.includes('answer.link')
    const why = t(isPrivate ? 'invitations:mail.footer' : 'invitations:mail.footerPlain', {
      office: office.name,
    })
    const letter = composeFrom(sheet, {
      language,
      values,
      office,
      ...(hasButton && { action: { label: t('invitations:mail.answer'), url: link } }),
      footer: [why, contactLine(event)].join('\n'),
      ...(leave && { leave: { label: t('invitations:mail.leave'), url: leave } }),
    })
    return { ...letter, language }
  }
}

/** What merge fields say to this guest, all but the link: for letters on paper, which abbreviate nothing. */
export function letterValues(event: LetterEvent, guest: LetterGuest, language: Language): MergeValues {
  const parts = partsToTell(event.parts, guest.partIds)
  return {
    ...eventValues(event, guest.partIds, language),
    ...(parts.length && { 'answer.deadline': fullDeadline(deadlineOf(parts), language, event.zone) }),
    ...guestValues(guest, language),
  }
}

function guestValues(guest: LetterGuest, language: Language): MergeValues {
  const t = translator(language)
  const organisation = localize(guest.organisationName, language)
  if (!guest.person)
    return {
      'guest.salutation': t('invitations:mail.salutation.organisation', { name: organisation }),
      'organisation.name': organisation,
      seats: formatNumber(guest.seats, language),
    }
  const { names, position } = guest.person
  const name = displayName(names, language)
  const honorific = localize(guest.person.honorific, language)
  return {
    'guest.salutation': honorific
      ? t('invitations:mail.salutation.titled', { name: `${honorific} ${name}` })
      : t('invitations:mail.salutation.person', { name }),
    'guest.name': name,
    'guest.honorific': honorific,
    'guest.position': localize(position, language),
    'organisation.name': organisation,
  }
}

function eventValues(event: LetterEvent, partIds: readonly string[], language: Language): MergeValues {
  const shared = {
    'event.name': localize(event.name, language),
    'office.name': localize(event.office.name, language),
    'cancellation.note': localize(event.cancellationNote, language),
  }
  const parts = partsToTell(event.parts, partIds)
  if (!parts.length) return shared
  const starts = Math.min(...parts.map(({ startsAt }) => startsAt.getTime()))
  const ends = Math.max(...parts.map(({ endsAt }) => endsAt.getTime()))
  return {
    ...shared,
    'event.date': formatDayRange(new Date(starts), new Date(ends), language, event.zone),
    'event.time': timesOf(parts, event.zone, language),
    'event.place': formatList(distinct(parts.map((part) => placeOf(part, language))), language),
    'answer.deadline': formatInstant(deadlineOf(parts), 'dayAndTime', language, event.zone),
  }
}

function deadlineOf(parts: readonly LetterPart[]): Date {
  return new Date(Math.min(...parts.map((part) => (part.answerBy ?? part.startsAt).getTime())))
}

/** The day, and its hour unless it is the day's last minute. */
function fullDeadline(at: Date, language: Language, zone: string): string {
  const day = formatInstant(at, 'day', language, zone)
  const isWholeDay = formatInstant(at, 'time', 'en', zone) === '23:59'
  return isWholeDay ? day : `${day}${comma(language)}${formatInstant(at, 'time', language, zone)}`
}

/** The parts one comes to by invitation; those open to everyone only where there is nothing else. */
function partsToTell(parts: readonly LetterPart[], partIds: readonly string[]): LetterPart[] {
  const theirs = parts.filter(({ id }) => partIds.includes(id))
  const invited = theirs.filter(({ audience }) => audience === 'invited')
  return invited.length ? invited : theirs
}

function timesOf(parts: readonly LetterPart[], zone: string, language: Language): string {
  const range = ({ startsAt, endsAt }: LetterPart) => formatTimeRange(startsAt, endsAt, language, zone)
  const times = distinct(parts.map(range))
  const named = () => parts.map((part) => `${localize(part.name, language)} ${range(part)}`)
  return `${times.length === 1 ? times[0] : formatList(named(), language)} (${zoneName(translator(language), zone)})`
}

function placeOf({ venue }: LetterPart, language: Language): string {
  const comma = direction(language) === 'rtl' ? '، ' : ', '
  return [localize(venue?.name, language), localize(venue?.address, language)].filter(Boolean).join(comma)
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter(Boolean))]
}

function contactLine({ contact }: LetterEvent): string {
  return [contact.name, contact.email, contact.phone].filter(Boolean).join(' · ')
}

export type TextMistake = MergeRefusal & { path: `${'subject' | 'body'}.${Language}` }

/** What a writer has to mend before anybody can be written to: unknown fields and mistakes between braces. */
export function textMistakes(texts: MailingTexts): TextMistake[] {
  return (['subject', 'body'] as const).flatMap((part) =>
    (Object.entries(texts[part]) as [Language, string][]).flatMap(([language, text]) => {
      const merged = merge(text, {})
      return merged.ok ? [] : { ...merged, path: `${part}.${language}` as const }
    }),
  )
}
