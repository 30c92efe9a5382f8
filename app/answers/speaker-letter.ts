import type { ListedSpeaker } from '#app/agenda/speakers.server.ts'
import type { EventFacts } from '#app/events/facts.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { translator } from '#app/i18n/translator.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { letterValues } from '#app/invitations/letter.ts'
import { type MailingTexts, textFor } from '#app/invitations/rules.ts'
import { composeMail } from '#app/mail/compose.ts'
import type { SpeakerTemplateKind } from '#db/schema/templates.server.ts'
import { plainText } from './letter-facts.ts'

export type SpeakerLetterKind = 'ask' | 'remind' | 'thank'

/** Whose words each letter is made of. */
export const templateOf = {
  ask: 'speaker_request',
  remind: 'speaker_reminder',
  thank: 'speaker_thanks',
} as const satisfies Record<SpeakerLetterKind, SpeakerTemplateKind>

type SpeakerFacts = {
  kind: SpeakerLetterKind
  /** As office and event write it (`readTexts`). */
  texts: MailingTexts
  event: EventFacts
  speaker: Pick<ListedSpeaker, 'holder' | 'roles'>
  language: Language
  /** What the organiser adds. */
  word: Localized
  /** The speaker's own page; whoever is thanked is asked for nothing more. */
  link: string | null
  /** Where the reader takes themselves off the list, in letters that may be stopped so. */
  leave: string | null
}

/** Asks somebody to confirm their roles and to send what is printed of them, reminds them of it, or thanks them. */
export function speakerLetter({ kind, texts, link, leave, ...facts }: SpeakerFacts) {
  const { event, language } = facts
  const t = translator(language)
  const office = { name: localize(event.office.name, language) }
  const why = link ? t('speakers:mail.footer') : t('invitations:mail.footerPlain', { office: office.name })
  const mail = {
    ...{ language, office, values: valuesOf(facts, link), blocks: blocksOf(t, facts), footer: why },
    ...(link && { action: { label: t('speakers:mail.open'), url: link } }),
    ...(leave && { leave: { label: t('invitations:mail.leave'), url: leave } }),
  }
  const composed = compose(mail, texts) ?? compose(mail, defaultTexts(templateOf[kind]))
  if (!composed) throw new Error('A letter of ours cannot be merged')
  const { subject, text, html } = composed
  return { subject, text, html }
}

type Facts = Omit<SpeakerFacts, 'kind' | 'texts' | 'link' | 'leave'>

function valuesOf({ event, speaker: { holder, roles }, language }: Facts, link: string | null) {
  const partIds = [...new Set(roles.map(({ partId }) => partId))]
  const { organisationName, ...person } = holder
  const guest = { language, person, organisationName, seats: 1, partIds }
  // When a part's invitations are to be answered says nothing to a speaker.
  const { 'answer.deadline': _, ...values } = letterValues(event, guest, language)
  return { ...values, ...(link && { 'answer.link': link }) }
}

function blocksOf(t: Translator, { event, speaker, language, word }: Facts) {
  const wordText = localize(word, language)
  const roles = speaker.roles.map(({ role, title, startsAt }) => {
    const at = formatInstant(startsAt, 'dayAndTime', language, event.zone)
    const facts = `${t(`agenda:role.${role}`)} · ${at} (${zoneName(t, event.zone)})`
    return `**${plainText(localize(title, language))}**  \n${plainText(facts)}`
  })
  return {
    'speaker.roles': roles.join('\n\n'),
    'speaker.word': wordText && `${t('speakers:mail.word')}  \n${plainText(wordText)}`,
  }
}

/** Null when it has no text in the reader's language, or one that cannot be merged: a speaker is written to all the same. */
function compose(mail: Omit<Parameters<typeof composeMail>[0], 'subject' | 'markdown'>, texts: MailingTexts) {
  const text = textFor(texts, mail.language)
  // Roles are told in the reader's language, and a letter is in one language.
  if (text?.language !== mail.language) return null
  const composed = composeMail({ ...mail, subject: text.subject, markdown: text.body })
  return composed.ok ? composed : null
}
