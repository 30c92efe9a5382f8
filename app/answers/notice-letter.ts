import { displayName } from '#app/directory/names.ts'
import type { EventFacts } from '#app/events/facts.server.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { composeMail } from '#app/mail/compose.ts'
import { plainText } from './letter-facts.ts'
import type { Notice } from './notices.ts'

type NoticeFacts = {
  notice: Notice
  reader: string
  language: Language
  facts: Pick<EventFacts, 'name' | 'office'>
  link: string
}

/** Tells whoever holds an invitation what has become of somebody they named, with the way to their page. */
export function noticeLetter({ notice, reader, language, facts, link }: NoticeFacts) {
  const t = translator(language)
  // Names go in as values, so that neither a subject nor a text ever reads them as its own words.
  const words = { name: '{{ guest.name }}', event: '{{ event.name }}' }
  const office = localize(facts.office.name, language)
  const composed = composeMail({
    language,
    subject: t(`delegation:notice.${notice.kind}.subject`, words),
    markdown: [
      t('answer:mail.greeting', { name: '{{ guest.salutation }}' }),
      t(`delegation:notice.${notice.kind}.text`, words),
      notice.note && t('delegation:notice.note', { note: plainText(notice.note) }),
    ]
      .filter(Boolean)
      .join('\n\n'),
    values: {
      'guest.salutation': reader,
      'guest.name': displayName(notice.names, language),
      'event.name': localize(facts.name, language),
      'office.name': office,
    },
    office: { name: office },
    action: { label: t('answer:mail.open'), url: link },
    footer: t('answer:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  return { subject: composed.subject, text: composed.text, html: composed.html }
}
