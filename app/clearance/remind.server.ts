import { and, asc, eq, inArray, like, type SQL } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { displayName } from '#app/directory/names.ts'
import { readEventFacts, sender } from '#app/events/facts.server.ts'
import { note } from '#app/events/note.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { answerLink, attendeeLink, type Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { composeMail } from '#app/mail/compose.ts'
import { blanked, enqueueMany, messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import { gateReminder } from '#app/mail/stale.server.ts'
import { type Actor, audit } from '#db/audit.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { clearanceForms } from '#db/schema/clearance.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { expectedHere, isTheirs, isWanting } from './read.server.ts'
import { type ClearanceSettings, isGateOpen, type OpenGate, readGate } from './settings.server.ts'

/**
 * Writes a reminder to everybody whose form is missing or incomplete, into the outbox as drafts: to the guest, or to the
 * institution that fills in for those it sends. Once a day at most to each. How many were new; refused as `closed`.
 */
export async function remindMissing(
  database: Database,
  scope: EventScope,
  { site, now }: { site: Site; now: Date },
) {
  const gate = await readGate(database.read, scope.eventId)
  if (!isGateOpen(gate, { now })) return { ok: false, reason: 'closed' } as const
  const wanting = await readWanting(database.read, scope, gate.settings)
  const facts = await readEventFacts(database.read, scope.eventId)
  const mails = [...Map.groupBy(wanting, readerOf).values()].flatMap(
    (people) => reminder(gate, facts, people, { site, now }) ?? [],
  )
  const written = await database.write(async (tx) => {
    const count = await enqueueMany(tx, mails)
    await note(tx, scope, { action: 'clearance.remind', subjectId: scope.eventId, after: { count }, now })
    return count
  })
  return { ok: true, written } as const
}

function readWanting(
  read: Reader,
  scope: Pick<EventScope, 'eventId'>,
  settings: ClearanceSettings,
  among?: SQL,
) {
  return read
    .select({
      attendeeId: attendees.id,
      ownLink: { hash: attendees.tokenHash, version: attendees.tokenVersion },
      names: attendees.names,
      email: attendees.email,
      invitationId: invitations.id,
      tokenVersion: invitations.tokenVersion,
      language: invitations.language,
      ownLanguage: attendees.language,
      organisationId: invitations.organisationId,
      organisation: { name: organisations.name, email: organisations.email },
    })
    .from(attendees)
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(clearanceForms, isTheirs)
    .where(and(...expectedHere(read, scope, settings), isWanting(settings), among))
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
}

type Filled = { officeId: string; eventId: string; actor: Actor; attendeeId: string; now: Date }

/** Reminders that have not left, to a reader of whom nothing is wanted any more since a form is there, stay here. */
export async function withdrawReminders(
  tx: Tx,
  settings: ClearanceSettings,
  { officeId, eventId, actor, attendeeId, now }: Filled,
): Promise<void> {
  const [person] = await tx
    .select({ invitationId: attendees.invitationId })
    .from(attendees)
    .where(eq(attendees.id, attendeeId))
  if (!person?.invitationId) return
  const { invitationId } = person
  const wanting = await readWanting(tx, { eventId }, settings, eq(attendees.invitationId, invitationId))
  const readers = new Set(wanting.map(readerOf))
  const unsent = await tx
    .select({ id: messages.id, attendeeId: messages.attendeeId })
    .from(messages)
    .where(
      and(
        eq(messages.invitationId, invitationId),
        like(messages.dedupeKey, `${gateReminder}%`),
        inArray(messages.state, ['draft', 'approved', 'held', 'queued']),
      ),
    )
  const moot = unsent.filter((message) => !readers.has(message.attendeeId ?? invitationId))
  if (!moot.length) return
  const ids = moot.map(({ id }) => id)
  await tx
    .update(messages)
    .set({ state: 'withdrawn', settledAt: now, ...blanked })
    .where(inArray(messages.id, ids))
  const fact = { officeId, eventId, action: 'message.withdraw', after: { count: ids.length }, now }
  await audit(tx, actor, fact)
}

type Wanting = Awaited<ReturnType<typeof readWanting>>[number]
type Facts = Awaited<ReturnType<typeof readEventFacts>>

/** Whoever can fill the form by a link of their own is written to; for the others, whoever named them. */
function readerOf({ invitationId, attendeeId, ...person }: Wanting): string {
  return hasOwnMail(person) ? attendeeId : invitationId
}

function hasOwnMail({
  organisationId,
  ownLink,
  email,
}: Pick<Wanting, 'organisationId' | 'ownLink' | 'email'>) {
  return !organisationId || Boolean(ownLink.hash && email)
}

/** One mail for those with the same reader; null where nobody could be written to, or nobody there may fill the form. */
function reminder(
  { event, settings }: OpenGate,
  facts: Facts,
  people: readonly Wanting[],
  { site, now }: { site: Site; now: Date },
): OutgoingMessage | null {
  const [first] = people
  if (!first) return null
  const isTheirOwn = hasOwnMail(first)
  if (!isTheirOwn && !settings.institutionFills) return null
  const language = isTheirOwn ? first.ownLanguage : first.language
  const name = isTheirOwn ? displayName(first.names, language) : localize(first.organisation?.name, language)
  const to = recipient(name, (isTheirOwn ? first.email : first.organisation?.email) ?? '')
  if (!to) return null
  const t = translator(language)
  const said = {
    event: '{{ event.name }}',
    date: formatInstant(settings.dueAt, 'dayAndTime', language, event.zone),
  }
  const ask = isTheirOwn
    ? t('clearance:mail.ask', said)
    : t('clearance:mail.askOrganisation', { ...said, count: people.length })
  const composed = composeMail({
    language,
    subject: t('clearance:mail.subject', { event: '{{ event.name }}' }),
    markdown: [
      t('clearance:mail.greeting', { name: '{{ guest.name }}' }),
      ask,
      t('clearance:mail.safe'),
    ].join('\n\n'),
    values: {
      'guest.name': name,
      'event.name': localize(event.name, language),
      'office.name': localize(event.office.name, language),
    },
    office: { name: localize(event.office.name, language) },
    action: {
      label: t('clearance:mail.open'),
      url: `${linkOf(first, site, isTheirOwn)}/clearance`,
    },
    footer: t('clearance:mail.footer'),
  })
  if (!composed.ok) throw new Error(`A reminder of ours cannot be merged: ${composed.reason}`)
  return {
    ...{ subject: composed.subject, text: composed.text, html: composed.html },
    ...sender(facts, language),
    invitationId: first.invitationId,
    ...(isTheirOwn ? { attendeeId: first.attendeeId } : {}),
    kind: 'reminder',
    dedupeKey: `${gateReminder}${readerOf(first)}:${now.toISOString().slice(0, 10)}`,
    to,
    language,
    state: 'draft',
    messageIdHost: messageIdHost(site.appUrl),
    now,
  }
}

function linkOf(
  { attendeeId, ownLink, invitationId, tokenVersion, organisationId }: Wanting,
  site: Site,
  isTheirOwn: boolean,
): string {
  return isTheirOwn && ownLink.hash
    ? attendeeLink(site, { id: attendeeId, tokenVersion: ownLink.version })
    : answerLink(site, { id: invitationId, tokenVersion, organisationId })
}
