import { displayName } from '#app/directory/names.ts'
import { readEventFacts, sender } from '#app/events/facts.server.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { answerLink, attendeeLink, type Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { composeMail } from '#app/mail/compose.ts'
import { messageIdHost } from '#app/mail/outbox.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { ReadyMail } from './letters.server.ts'
import type { Standing } from './standing.server.ts'
import { invitedPerson } from './wishes.ts'

type Held = Pick<Standing, 'invitation' | 'people' | 'organisation'>
type Holder = { name: string; address: string | null; phone: string | null; language: Language }

/** Who holds an invitation, as one writes to them. */
export function holderOf({ invitation, people, organisation }: Held): Holder {
  const person = invitedPerson({ people })
  const { language, focalPhone } = invitation
  if (invitation.organisationId)
    return {
      name: localize(organisation?.name, language),
      address: organisation?.email ?? null,
      phone: focalPhone || null,
      language,
    }
  return {
    name: displayName(person?.names ?? {}, language),
    address: person?.email ?? null,
    phone: person?.phone ?? null,
    language,
  }
}

/** The mail that brings whoever holds an invitation their link once more; null where there is no address. */
export function linkMail(read: Reader, standing: Standing, site: Site): Promise<ReadyMail | null> {
  const link = answerLink(site, standing.invitation)
  return write(read, { standing, site, link, reader: holderOf(standing) })
}

/** The same for the own link of one who was named; null where they have no address or no link. */
export async function attendeeLinkMail(
  read: Reader,
  standing: Standing,
  { attendeeId, site }: { attendeeId: string; site: Site },
): Promise<ReadyMail | null> {
  const person = standing.people.find(({ id, tokenHash }) => id === attendeeId && tokenHash)
  if (!person) return null
  const { language, email, phone } = person
  const reader = { name: displayName(person.names, language), address: email, phone, language }
  const mail = await write(read, { standing, site, link: attendeeLink(site, person), reader })
  return mail && { ...mail, attendeeId }
}

type Writing = { standing: Standing; site: Site; link: string; reader: Holder }

async function write(read: Reader, { standing, site, link, reader }: Writing): Promise<ReadyMail | null> {
  const { name, address, language } = reader
  const to = recipient(name, address ?? '')
  if (!to) return null
  const facts = await readEventFacts(read, standing.invitation.eventId)
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
    action: { label: t('answer:mail.link.open'), url: link },
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return {
    ...{ subject, text, html },
    ...sender(facts, language),
    invitationId: standing.invitation.id,
    kind: 'confirmation',
    to,
    language,
    state: 'queued',
    messageIdHost: messageIdHost(site.appUrl),
  }
}
