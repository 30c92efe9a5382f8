import type { EventFacts } from '#app/events/facts.server.ts'
import type { Exhibit } from '#app/exhibition/read.server.ts'
import { type Tasks, tasksOf } from '#app/exhibition/team/tasks.ts'
import type { Member } from '#app/exhibition/team/team.server.ts'
import { formatInstant, formatList } from '#app/i18n/format.ts'
import { type Language, languageNames, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { translator } from '#app/i18n/translator.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { letterValues } from '#app/invitations/letter.ts'
import { type MailingTexts, textFor } from '#app/invitations/rules.ts'
import { composeMail } from '#app/mail/compose.ts'
import type { BoothTemplateKind } from '#db/schema/templates.server.ts'
import { plainText } from './letter-facts.ts'

export type BoothLetterKind = 'ask' | 'remind' | 'overdue' | 'changes'

/** Whose words each letter is made of. */
export const boothTemplateOf = {
  ask: 'booth_request',
  remind: 'booth_reminder',
  overdue: 'booth_overdue',
  changes: 'booth_changes',
} as const satisfies Record<BoothLetterKind, BoothTemplateKind>

type BoothFacts = {
  kind: BoothLetterKind
  /** As office and event write it (`readTexts`). */
  texts: MailingTexts
  event: EventFacts
  exhibit: Pick<Exhibit, 'content' | 'dueAt' | 'booth'>
  member: Pick<Member, 'name' | 'language'>
  /** What the organiser adds. */
  word: string
  /** The member's own page. */
  link: string
  /** Where the reader takes themselves off the list, in letters that may be stopped so. */
  leave: string | null
}

/** Asks one of an exhibit's team to write it, reminds them of what is missing, or tells what is to be changed. */
export function boothLetter({ kind, texts, link, leave, ...facts }: BoothFacts) {
  const { event, member } = facts
  const { language } = member
  const t = translator(language)
  const mail = {
    ...{ language, office: { name: localize(event.office.name, language) }, values: valuesOf(facts, link) },
    ...{ blocks: blocksOf(t, facts), footer: t('team:mail.footer') },
    action: { label: t('team:mail.open'), url: link },
    ...(leave && { leave: { label: t('invitations:mail.leave'), url: leave } }),
  }
  const composed = compose(mail, texts) ?? compose(mail, defaultTexts(boothTemplateOf[kind]))
  if (!composed) throw new Error('A letter of ours cannot be merged')
  const { subject, text, html } = composed
  return { subject, text, html }
}

type Facts = Omit<BoothFacts, 'kind' | 'texts' | 'link' | 'leave'>

function valuesOf({ event, exhibit, member }: Facts, link: string) {
  const { language } = member
  const person = { names: { latin: { full: member.name } }, honorific: {}, position: {} }
  const organisationName = exhibit.content.organisationName
  const partIds = event.parts.filter(({ kind }) => kind === 'exhibition').map(({ id }) => id)
  const guest = { language, person, organisationName, seats: 1, partIds }
  // When a part's invitations are to be answered says nothing to a team.
  const { 'answer.deadline': _, ...values } = letterValues(event, guest, language)
  const due = exhibit.dueAt && formatInstant(exhibit.dueAt, 'dayAndTime', language, event.zone)
  return { ...values, 'answer.link': link, ...(due && { 'answer.deadline': due }) }
}

function blocksOf(t: Translator, { event, exhibit, member, word }: Facts) {
  const { language } = member
  const { content, dueAt, booth } = exhibit
  const due =
    dueAt &&
    t('team:due.until', {
      at: `${formatInstant(dueAt, 'dayAndTime', language, event.zone)} (${zoneName(t, event.zone)})`,
    })
  const facts = [booth?.code && t('team:mail.booth', { code: booth.code }), due].filter(Boolean).join(' · ')
  const title = `**${plainText(localize(content.title, language) || t('team:untitled'))}**`
  return {
    'booth.exhibit': facts ? `${title}  \n${plainText(facts)}` : title,
    'booth.tasks': taskLines(t, tasksOf(content, event.languages), language),
    'booth.word': word && `${t('team:mail.word')}  \n${plainText(word)}`,
  }
}

/** What is missing, a line each; a kind of thing that several blocks lack is said once. */
function taskLines(t: Translator, { needs, lacking }: Tasks, language: Language): string {
  const lines = [...new Set(needs.map(({ need }) => t(`exhibit:need.${need}`)))]
  const names = formatList(
    lacking.map((one) => languageNames[one]),
    language,
  )
  if (lacking.length) lines.push(t('team:tasks.lacking', { languages: names }))
  return lines.map((line) => `- ${plainText(line)}`).join('\n')
}

/** Null when it has no text in the reader's language, or one that cannot be merged: a team is written to all the same. */
function compose(mail: Omit<Parameters<typeof composeMail>[0], 'subject' | 'markdown'>, texts: MailingTexts) {
  const text = textFor(texts, mail.language)
  if (text?.language !== mail.language) return null
  const composed = composeMail({ ...mail, subject: text.subject, markdown: text.body })
  return composed.ok ? composed : null
}
