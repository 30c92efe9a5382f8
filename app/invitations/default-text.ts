import { type Language, languages } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { type MergeField, mergeFields } from '#app/mail/merge-fields.ts'
import type { TemplateKind } from '#db/schema/templates.server.ts'
import { fieldCode, type MailingTexts } from './rules.ts'

const code = Object.fromEntries(mergeFields.map((field) => [field, fieldCode(field)])) as Record<
  MergeField,
  string
>

/** A formal letter in each of the languages that reads right to persons and to institutions. */
export function defaultTexts(kind: TemplateKind, among: readonly Language[] = languages): MailingTexts {
  const values = {
    salutation: code['guest.salutation'],
    office: code['office.name'],
    eventName: code['event.name'],
    eventDate: code['event.date'],
    eventTime: code['event.time'],
    eventPlace: code['event.place'],
    deadline: code['answer.deadline'],
    seats: code.seats,
    headline: code['answer.headline'],
    reason: code['answer.reason'],
    status: code['answer.status'],
    next: code['answer.next'],
    summary: code['change.summary'],
    note: code['cancellation.note'],
    roles: code['speaker.roles'],
    word: code[kind.startsWith('booth_') ? 'booth.word' : 'speaker.word'],
    exhibit: code['booth.exhibit'],
    tasks: code['booth.tasks'],
  }
  const inEach = (part: 'subject' | 'body') =>
    Object.fromEntries(
      among.map((language) => [language, translator(language)(`templates:text.${kind}.${part}`, values)]),
    )
  return { subject: inEach('subject'), body: inEach('body') }
}
