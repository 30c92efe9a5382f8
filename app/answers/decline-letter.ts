import { displayName } from '#app/directory/names.ts'
import type { EventFacts } from '#app/events/facts.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { translator } from '#app/i18n/translator.ts'
import { composeMail } from '#app/mail/compose.ts'
import type { agendaRoles } from '#db/schema/agenda.server.ts'
import { plainText } from './letter-facts.ts'

type Role = typeof agendaRoles.$inferSelect

/** A role that its speaker has just declined, as it stood before. */
export type DeclinedRole = { role: Role; title: Localized; startsAt: Date; reason: string }

type DeclineFacts = {
  event: Pick<EventFacts, 'name' | 'office' | 'zone'>
  declined: readonly [DeclinedRole, ...DeclinedRole[]]
  reader: { name: string; language: Language }
  /** The speakers at the desk: whoever has no account there learns nothing by it. */
  desk: string
}

/** Tells an organiser which roles a speaker declined, which of them they had confirmed, and why. */
export function declineLetter({ event, declined, reader, desk }: DeclineFacts) {
  const { language, name } = reader
  const t = translator(language)
  const office = localize(event.office.name, language)
  const [{ role: first }] = declined
  const words = { name: '{{ guest.name }}', event: '{{ event.name }}' }
  const composed = composeMail({
    language,
    subject: t('speakers:declined.subject', words),
    markdown: [
      t('answer:mail.greeting', { name: plainText(name) }),
      t('speakers:declined.text', words),
      ...declined.map((one) => roleText(t, one, { language, zone: event.zone })),
      t('speakers:declined.next'),
    ].join('\n\n'),
    values: {
      'guest.name': [localize(first.honorific, language), displayName(first.names, language)]
        .filter(Boolean)
        .join(' '),
      'event.name': localize(event.name, language),
      'office.name': office,
    },
    office: { name: office },
    action: { label: t('speakers:declined.open'), url: desk },
    footer: t('speakers:declined.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return { subject, text, html }
}

function roleText(
  t: Translator,
  { role, title, startsAt, reason }: DeclinedRole,
  { language, zone }: { language: Language; zone: string },
): string {
  const facts = [t(`agenda:role.${role.role}`), formatInstant(startsAt, 'dayAndTime', language, zone)]
  return [
    `**${plainText(localize(title, language))}**`,
    plainText(facts.join(' · ')),
    role.confirmation === 'confirmed' && t('speakers:declined.hadConfirmed'),
    reason && t('speakers:declined.why', { reason: plainText(reason.replace(/\s+/g, ' ')) }),
  ]
    .filter(Boolean)
    .join('  \n')
}
