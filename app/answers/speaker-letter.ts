import type { ListedSpeaker } from '#app/agenda/speakers.server.ts'
import { displayName } from '#app/directory/names.ts'
import type { EventFacts } from '#app/events/facts.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import { composeMail } from '#app/mail/compose.ts'
import { plainText } from './letter-facts.ts'

export type SpeakerLetterKind = 'ask' | 'remind'

type SpeakerFacts = {
  kind: SpeakerLetterKind
  event: Pick<EventFacts, 'name' | 'office' | 'zone'>
  speaker: Pick<ListedSpeaker, 'holder' | 'roles'>
  language: Language
  /** What the organiser adds. */
  word: Localized
  link: string
}

/** Asks somebody to confirm their roles and to send what is printed of them, or reminds them of it. */
export function speakerLetter({ kind, event, speaker, language, word, link }: SpeakerFacts) {
  const t = translator(language)
  const { honorific, names } = speaker.holder
  const office = localize(event.office.name, language)
  const name = [localize(honorific, language), displayName(names, language)].filter(Boolean).join(' ')
  const wordText = localize(word, language)
  const composed = composeMail({
    language,
    subject: t(`speakers:mail.${kind}.subject`, { event: '{{ event.name }}' }),
    markdown: [
      t('answer:mail.greeting', { name: '{{ guest.name }}' }),
      t(`speakers:mail.${kind}.intro`, { event: '{{ event.name }}' }),
      ...speaker.roles.map(({ role, title, startsAt }) => {
        const at = formatInstant(startsAt, 'dayAndTime', language, event.zone)
        const facts = `${t(`agenda:role.${role}`)} · ${at} (${zoneName(t, event.zone)})`
        return `**${plainText(localize(title, language))}**  \n${plainText(facts)}`
      }),
      t('speakers:mail.wanted'),
      wordText && `${t('speakers:mail.word')}  \n${plainText(wordText)}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    values: { 'guest.name': name, 'event.name': localize(event.name, language), 'office.name': office },
    office: { name: office },
    action: { label: t('speakers:mail.open'), url: link },
    footer: t('speakers:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return { subject, text, html }
}
