import type { EventFacts } from '#app/events/facts.server.ts'
import { type Language, type Localized, languageNames, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { composeMail } from '#app/mail/compose.ts'
import { plainText } from './letter-facts.ts'

export type EnquiryWords = { name: string; email: string; phone: string; message: string; language: Language }

type EnquiryFacts = {
  event: Pick<EventFacts, 'name' | 'office'>
  exhibit: { title: Localized; booth: string | null }
  enquiry: EnquiryWords
  reader: { name: string; language: Language }
  /** Where it can be seen again and marked as answered. */
  page: string
  /** Whether that page is the reader's own, to be kept to themselves. */
  isTheirs: boolean
}

/** Tells a booth that a visitor wants to hear from it, who that is, and in which words they asked. */
export function enquiryLetter({ event, exhibit, enquiry, reader, page, isTheirs }: EnquiryFacts) {
  const { language } = reader
  const t = translator(language)
  const office = localize(event.office.name, language)
  const words = { name: '{{ guest.name }}', event: '{{ event.name }}' }
  const composed = composeMail({
    language,
    subject: t('voices:mail.subject', words),
    markdown: [
      t('answer:mail.greeting', { name: plainText(reader.name) }),
      t('voices:mail.text', words),
      `**${plainText(titleOf(exhibit, language))}**`,
      reachLines(enquiry, language),
      ...enquiry.message.split(/\n+/).map((line) => plainText(line.trim())),
      t(enquiry.email ? 'voices:mail.reply' : 'voices:mail.call'),
    ]
      .filter(Boolean)
      .join('\n\n'),
    values: {
      'guest.name': enquiry.name,
      'event.name': localize(event.name, language),
      'office.name': office,
    },
    office: { name: office },
    action: { label: t('voices:mail.open'), url: page },
    footer: t(isTheirs ? 'team:mail.footer' : 'voices:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return { subject, text, html }
}

function titleOf({ title, booth }: EnquiryFacts['exhibit'], language: Language): string {
  return [booth, localize(title, language)].filter(Boolean).join(' · ')
}

/** Who it is and how to reach them, a line each. */
function reachLines({ name, email, phone, ...enquiry }: EnquiryWords, language: Language): string {
  const t = translator(language)
  return [
    plainText(name),
    plainText(email),
    plainText(phone),
    t('voices:mail.language', { language: languageNames[enquiry.language] }),
  ]
    .filter(Boolean)
    .join('  \n')
}
