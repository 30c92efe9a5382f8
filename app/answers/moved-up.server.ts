import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { displayName } from '#app/directory/names.ts'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import type { Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { composeMail } from '#app/mail/compose.ts'
import { enqueueMany, messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { agendaItems, agendaSignUps } from '#db/schema/agenda.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { plainText } from './letter-facts.ts'
import { linkOf } from './letter-readers.server.ts'

const atOnce = 100

/**
 * Writes to those who were given a seat in an item that came free; how many. What is to be told stands in the rows, so it
 * may be killed at any moment and several may run at once: each is told once.
 */
export async function tellMovedUp(
  database: Database,
  { site, now }: { site: Site; now: Date },
): Promise<number> {
  const rows = await readUntold(database.read)
  let told = 0
  for (const [eventId, those] of Map.groupBy(rows, ({ item }) => item.eventId)) {
    const facts = await readEventFacts(database.read, eventId)
    const mails = those.flatMap((row) => writeNotice(facts, row, { site, now }) ?? [])
    const ids = those.map(({ id }) => id)
    told += await database.write(async (tx) => {
      await lockEvent(tx, eventId)
      await tx.update(agendaSignUps).set({ movedUpAt: null }).where(inArray(agendaSignUps.id, ids))
      return enqueueMany(tx, mails)
    })
  }
  return told
}

function readUntold(read: Reader) {
  return read
    .select({
      id: agendaSignUps.id,
      item: {
        eventId: agendaItems.eventId,
        title: agendaItems.title,
        startsAt: agendaItems.startsAt,
      },
      attendee: attendees,
      invitation: {
        id: invitations.id,
        tokenVersion: invitations.tokenVersion,
        organisationId: invitations.organisationId,
      },
    })
    .from(agendaSignUps)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaSignUps.itemId))
    .innerJoin(attendees, eq(attendees.id, agendaSignUps.attendeeId))
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(and(isNotNull(agendaSignUps.movedUpAt), eq(agendaSignUps.state, 'seated')))
    .orderBy(asc(agendaSignUps.movedUpAt), asc(agendaSignUps.id))
    .limit(atOnce)
}

type Untold = Awaited<ReturnType<typeof readUntold>>[number]

function writeNotice(
  facts: EventFacts,
  { id, item, attendee, invitation }: Untold,
  { site, now }: { site: Site; now: Date },
): OutgoingMessage | null {
  const { language } = attendee
  const name = displayName(attendee.names, language)
  const to = recipient(name, attendee.email ?? '')
  if (!to) return null
  const t = translator(language)
  const office = localize(facts.office.name, language)
  const at = `${formatInstant(item.startsAt, 'dayAndTime', language, facts.zone)} (${zoneName(t, facts.zone)})`
  const link = linkOf(attendee, invitation)(site)
  const composed = composeMail({
    language,
    subject: t('speakers:movedUp.subject', { event: '{{ event.name }}' }),
    markdown: [
      t('answer:mail.greeting', { name: '{{ guest.name }}' }),
      t('speakers:movedUp.text'),
      `**${plainText(localize(item.title, language))}**  \n${plainText(at)}`,
      t('speakers:movedUp.giveUp'),
    ].join('\n\n'),
    values: { 'guest.name': name, 'event.name': localize(facts.name, language), 'office.name': office },
    office: { name: office },
    ...(link && { action: { label: t('answer:mail.open'), url: link } }),
    footer: t('answer:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A letter of ours cannot be merged: ${composed.reason}`)
  const { subject, text, html } = composed
  return {
    ...{ subject, text, html, to, language, now },
    ...sender(facts, language),
    ...{ kind: 'confirmation', state: 'queued', attendeeId: attendee.id },
    ...(invitation && { invitationId: invitation.id }),
    dedupeKey: `movedUp:${id}`,
    messageIdHost: messageIdHost(site.appUrl),
  }
}
