import { changeWords } from '#app/agenda/change-words.ts'
import type { AgendaChange } from '#app/agenda/changes.ts'
import type { EventFacts } from '#app/events/facts.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { composeMail } from '#app/mail/compose.ts'
import { plainText } from './letter-facts.ts'

type ReleaseFacts = {
  event: Pick<EventFacts, 'name' | 'office' | 'zone'>
  note: Localized
  changes: readonly AgendaChange[]
  reader: { name: string; language: Language }
  /** The public agenda: whoever reads over the shoulder learns nothing they could not. */
  agenda: string
}

/** A mail is read on a phone; who is concerned by more looks at the agenda. */
const most = 30

/** Tells one reader what a new version of the agenda changes for them, and nothing else. */
export function releaseLetter({ event, note, changes, reader: { name, language }, agenda }: ReleaseFacts) {
  const t = translator(language)
  const office = localize(event.office.name, language)
  const rest = changes.length - most
  const word = localize(note, language)
  const composed = composeMail({
    language,
    subject: t('programme:mail.subject', { event: '{{ event.name }}' }),
    markdown: [
      t('answer:mail.greeting', { name: '{{ guest.name }}' }),
      t('programme:mail.intro', { event: '{{ event.name }}' }),
      word && `${t('programme:mail.note')}  \n${plainText(word)}`,
      ...changes.slice(0, most).map((change) => changeText(change, { t, language, zone: event.zone })),
      rest > 0 && t('programme:mail.more', { count: rest, number: formatNumber(rest, language) }),
    ]
      .filter(Boolean)
      .join('\n\n'),
    values: { 'guest.name': name, 'event.name': localize(event.name, language), 'office.name': office },
    office: { name: office },
    action: { label: t('programme:mail.open'), url: agenda },
    footer: t('programme:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return { subject, text, html }
}

function changeText(change: AgendaChange, reader: Parameters<typeof changeWords>[1]): string {
  const title = `**${plainText(localize(change.item.title, reader.language))}**`
  return [title, ...changeWords(change, reader).map(plainText)].join('  \n')
}
