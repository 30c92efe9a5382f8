import { eq } from 'drizzle-orm'
import { plainText } from '#app/answers/letter-facts.ts'
import type { ReadyMail } from '#app/answers/letters.server.ts'
import { displayName } from '#app/directory/names.ts'
import { readEventFacts, sender } from '#app/events/facts.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { recipient } from '#app/mail/address.ts'
import { composeMail } from '#app/mail/compose.ts'
import { messageIdHost } from '#app/mail/outbox.server.ts'
import type { Reader } from '#db/client.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import type { PrivacyKind } from '#db/schema/privacy.server.ts'

type Decided = {
  attendeeId: string
  eventId: string
  kind: PrivacyKind
  state: 'granted' | 'refused'
  answer: string
  appUrl: string
}

/** The mail that tells somebody what became of their request, in their language; null where there is no address. */
export async function decisionMail(
  read: Reader,
  { attendeeId, eventId, kind, state, answer, appUrl }: Decided,
): Promise<ReadyMail | null> {
  const [person] = await read.select().from(attendees).where(eq(attendees.id, attendeeId))
  if (!person) return null
  const { language } = person
  const name = displayName(person.names, language)
  const to = recipient(name, person.email ?? '')
  if (!to) return null
  const facts = await readEventFacts(read, eventId)
  const t = translator(language)
  const office = localize(facts.office.name, language)
  const contact = facts.contact.email || facts.office.replyTo || facts.office.senderAddress
  const composed = composeMail({
    language,
    subject: t(`privacy:mail.subject.${state}`, { event: '{{ event.name }}' }),
    markdown: [
      t('answer:mail.greeting', { name: '{{ guest.name }}' }),
      t(`privacy:mail.${state}.${kind}`, { office: '{{ office.name }}', event: '{{ event.name }}' }),
      ...(answer ? [plainText(answer)] : []),
      t('answer:mail.contact', { contact: plainText(contact) }),
    ].join('\n\n'),
    values: { 'guest.name': name, 'event.name': localize(facts.name, language), 'office.name': office },
    office: { name: office },
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return {
    ...{ subject, text, html, kind: 'confirmation', to, language, state: 'queued' },
    ...sender(facts, language),
    messageIdHost: messageIdHost(appUrl),
  }
}
