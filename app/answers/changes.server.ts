import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { tellCalendars } from '#app/calendar/told.server.ts'
import { displayName } from '#app/directory/names.ts'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readCalendars } from '#app/invitations/calendars.server.ts'
import { breathe } from '#app/invitations/inviting.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { enqueueMany, messageIdHost } from '#app/mail/outbox.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { changeLetter } from './change-letter.ts'
import { linkOf } from './letter-readers.server.ts'
import type { ReadyMail } from './letters.server.ts'

const isOutdated = and(
  eq(calendarEntries.method, 'REQUEST'),
  gt(parts.sequence, calendarEntries.partSequence),
)

/** Per part: how many people's calendars say what is true no more, since it moved or was called off. */
export async function readOutdatedCalendars(read: Reader, { eventId }: EventScope) {
  const rows = await read
    .select({ partId: parts.id, name: parts.name, state: events.state, count: count() })
    .from(calendarEntries)
    .innerJoin(parts, eq(parts.id, calendarEntries.partId))
    .innerJoin(events, eq(events.id, parts.eventId))
    .where(and(eq(calendarEntries.eventId, eventId), isOutdated))
    .groupBy(parts.id, parts.name, parts.position, events.state)
    .orderBy(asc(parts.position))
  return rows.map(({ state, ...row }) => ({
    ...row,
    count: Number(row.count),
    isCancelled: state === 'cancelled',
  }))
}

// A letter takes about a millisecond to write; nobody else's request shall wait longer than for this many.
const slice = 15

/**
 * Tells everybody whose calendar is out of date, once per change however often it is asked for: who was told has the
 * present sequence from then on. Letters are written before the transaction; one that met another change there is
 * written anew. Refused: a draft event, of which no calendar may know (`notPublished`).
 */
export async function submitChanges(
  database: Database,
  scope: EventScope,
  { site, now }: { site: Site; now: Date },
) {
  for (let attempt = 0; attempt < 10; attempt++) {
    const facts = await readEventFacts(database.read, scope.eventId)
    if (facts.state === 'draft') return { ok: false, reason: 'notPublished' } as const
    const mails = await writeChanges(database.read, facts, { site, now })
    const told = await database.write((tx) => tellChanges(tx, scope, { facts, mails, now }))
    if (told.ok) return told
  }
  throw new Error('A change met others at every attempt')
}

type Written = ReadyMail & { dedupeKey: string }

async function writeChanges(
  read: Reader,
  facts: EventFacts,
  { site, now }: { site: Site; now: Date },
): Promise<Written[]> {
  const readers = await readReaders(read, facts.eventId)
  const ids = [...new Set(readers.map(({ attendee }) => attendee.id))]
  const calendars = await readCalendars(read, ids, site)
  const mails: Written[] = []
  for (const [index, { attendee, invitation, status, told }] of readers.entries()) {
    if (index % slice === slice - 1) await breathe()
    const part = facts.parts.find(({ id }) => id === told.partId)
    const { language } = attendee
    const name = displayName(attendee.names, language)
    // The entry sits in the calendar it was mailed to, wherever the guest is written to since.
    const to = recipient(name, told.address)
    if (!part || !to) continue
    const letter = changeLetter({
      ...{ event: facts, part, status, told, calendars, now },
      reader: { attendeeId: attendee.id, name, address: to.address, language, organisation: '' },
      isCancelled: facts.state === 'cancelled',
      cancellationNote: localize(facts.cancellationNote, language),
      // Who has only been asked to keep the date free is not invited by the way.
      link: invitation.state === 'sent' ? linkOf(attendee, invitation)(site) : null,
    })
    mails.push({
      ...letter,
      ...sender(facts, language),
      ...{
        invitationId: invitation.id,
        attendeeId: attendee.id,
        kind: 'change',
        to,
        language,
        state: 'queued',
      },
      messageIdHost: messageIdHost(site.appUrl),
      dedupeKey: `change:${attendee.id}:${part.id}:${part.sequence}`,
    })
  }
  return mails
}

function readReaders(read: Reader, eventId: string) {
  return read
    .select({
      attendee: {
        id: attendees.id,
        names: attendees.names,
        language: attendees.language,
        source: attendees.source,
        seat: attendees.seat,
        tokenVersion: attendees.tokenVersion,
      },
      invitation: {
        id: invitations.id,
        state: invitations.state,
        tokenVersion: invitations.tokenVersion,
        organisationId: invitations.organisationId,
      },
      status: attendances.status,
      told: calendarEntries,
    })
    .from(calendarEntries)
    .innerJoin(parts, eq(parts.id, calendarEntries.partId))
    .innerJoin(attendees, eq(attendees.id, calendarEntries.attendeeId))
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .innerJoin(
      attendances,
      and(
        eq(attendances.attendeeId, calendarEntries.attendeeId),
        eq(attendances.partId, calendarEntries.partId),
      ),
    )
    .where(and(eq(calendarEntries.eventId, eventId), isOutdated))
    .orderBy(asc(calendarEntries.attendeeId))
}

async function tellChanges(
  tx: Tx,
  scope: EventScope,
  { facts, mails, now }: { facts: EventFacts; mails: readonly Written[]; now: Date },
) {
  const event = await lockEvent(tx, scope.eventId)
  const current = await tx
    .select({ id: parts.id, sequence: parts.sequence })
    .from(parts)
    .where(eq(parts.eventId, scope.eventId))
  const isAsWritten =
    event.state === facts.state &&
    current.every(({ id, sequence }) =>
      facts.parts.some((part) => part.id === id && part.sequence === sequence),
    )
  if (!isAsWritten) return { ok: false, reason: 'changed' } as const
  const outdated = new Set(
    (await readReaders(tx, scope.eventId)).map(({ told }) => `${told.attendeeId} ${told.partId}`),
  )
  const wanted = mails.filter(({ entry }) => entry && outdated.has(`${entry.attendeeId} ${entry.partId}`))
  const told = await tellCalendars(tx, wanted, { now })
  const count = await enqueueMany(
    tx,
    told.map((mail) => ({ ...mail, now })),
  )
  if (count) await note(tx, scope, { action: 'calendars.tell', after: { count }, now })
  return { ok: true, count } as const
}
