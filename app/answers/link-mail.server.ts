import { displayName } from '#app/directory/names.ts'
import { readEventFacts, sender } from '#app/events/facts.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { answerLink, type Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { composeMail } from '#app/mail/compose.ts'
import { messageIdHost } from '#app/mail/outbox.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { ReadyMail } from './letters.server.ts'
import type { Standing } from './standing.server.ts'

/** Who holds an invitation, as one writes to them. */
export function holderOf({ invitation, people, organisation }: Standing) {
  const [person] = people
  const { language } = invitation
  if (invitation.organisationId)
    return { name: localize(organisation?.name, language), address: organisation?.email ?? null, phone: null }
  return {
    name: displayName(person?.names ?? {}, language),
    address: person?.email ?? null,
    phone: person?.phone ?? null,
  }
}

/** The mail that brings somebody their link once more; null where there is no address. */
export async function linkMail(read: Reader, standing: Standing, site: Site): Promise<ReadyMail | null> {
  const { invitation } = standing
  const { language } = invitation
  const { name, address } = holderOf(standing)
  const to = recipient(name, address ?? '')
  if (!to) return null
  const facts = await readEventFacts(read, invitation.eventId)
  const t = translator(language)
  const office = localize(facts.office.name, language)
  const composed = composeMail({
    language,
    subject: t('answer:mail.link.subject', { event: '{{ event.name }}' }),
    markdown: [
      t('answer:mail.greeting', { name: '{{ guest.name }}' }),
      t('answer:mail.link.text', { event: '{{ event.name }}' }),
    ].join('\n\n'),
    values: { 'guest.name': name, 'event.name': localize(facts.name, language), 'office.name': office },
    office: { name: office },
    action: { label: t('answer:mail.link.open'), url: answerLink(site, invitation) },
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return {
    ...{ subject, text, html },
    ...sender(facts, language),
    invitationId: invitation.id,
    kind: 'confirmation',
    to,
    language,
    state: 'queued',
    messageIdHost: messageIdHost(site.appUrl),
  }
}
