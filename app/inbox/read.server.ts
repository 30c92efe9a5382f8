import { and, asc, count, desc, eq, isNull, like, or, type SQL } from 'drizzle-orm'
import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import { fold } from '#app/directory/fold.ts'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { type InboxState, inboxMails } from '#db/schema/inbox.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { inboxStates } from './rules.ts'

/** Whose inbox: an event's, or what of an office no event has. */
export type InboxScope = EventScope | OfficeScope

function within(scope: InboxScope): SQL | undefined {
  const isOffice = eq(inboxMails.officeId, scope.officeId)
  return 'eventId' in scope
    ? and(isOffice, eq(inboxMails.eventId, scope.eventId))
    : and(isOffice, isNull(inboxMails.eventId))
}

export const inboxPageSize = 30

/** One page of an inbox, the newest first. `page` counts from 1. */
export function readInbox(
  read: Reader,
  scope: InboxScope,
  { state, page }: { state: InboxState; page: number },
) {
  return read
    .select({
      id: inboxMails.id,
      kind: inboxMails.kind,
      state: inboxMails.state,
      reason: inboxMails.reason,
      reply: inboxMails.reply,
      fromName: inboxMails.fromName,
      fromAddress: inboxMails.fromAddress,
      subject: inboxMails.subject,
      receivedAt: inboxMails.receivedAt,
      guest: attendees.names,
      invitationId: inboxMails.invitationId,
    })
    .from(inboxMails)
    .leftJoin(attendees, eq(attendees.id, inboxMails.attendeeId))
    .where(and(within(scope), eq(inboxMails.state, state)))
    .orderBy(desc(inboxMails.receivedAt), desc(inboxMails.id))
    .limit(inboxPageSize)
    .offset((page - 1) * inboxPageSize)
}

/** How many mails of an inbox are in each state. */
export async function countInbox(read: Reader, scope: InboxScope): Promise<Record<InboxState, number>> {
  const rows = await read
    .select({ state: inboxMails.state, count: count() })
    .from(inboxMails)
    .where(within(scope))
    .groupBy(inboxMails.state)
  const counts = Object.fromEntries(inboxStates.map((state) => [state, 0])) as Record<InboxState, number>
  for (const row of rows) counts[row.state] = Number(row.count)
  return counts
}

/** How many mails of this inbox wait for somebody. */
export function countWaiting(read: Reader, scope: InboxScope): Promise<number> {
  return read.$count(inboxMails, and(within(scope), eq(inboxMails.state, 'waiting')))
}

/** One mail of this inbox with whom it is about; null when it is not there. */
export async function readInboxMail(read: Reader, scope: InboxScope, id: string | undefined) {
  const [found] = await read
    .select({
      mail: inboxMails,
      attendee: {
        names: attendees.names,
        email: attendees.email,
        organisationName: attendees.organisationName,
      },
      organisationId: invitations.organisationId,
      invitationState: invitations.state,
      part: parts.name,
      message: { id: messages.id, subject: messages.subject },
      settledBy: users.name,
    })
    .from(inboxMails)
    .leftJoin(attendees, eq(attendees.id, inboxMails.attendeeId))
    .leftJoin(invitations, eq(invitations.id, inboxMails.invitationId))
    .leftJoin(parts, eq(parts.id, inboxMails.partId))
    .leftJoin(messages, eq(messages.id, inboxMails.messageId))
    .leftJoin(users, eq(users.id, inboxMails.settledBy))
    .where(and(eq(inboxMails.id, id ?? ''), within(scope)))
  return found ?? null
}

export type InboxMail = NonNullable<Awaited<ReturnType<typeof readInboxMail>>>

/** The parts a guest may answer to, with how they stand: what a mail can be recorded as. */
export function readAnswerable(read: Reader, { eventId }: EventScope, attendeeId: string) {
  return read
    .select({ id: parts.id, name: parts.name, status: attendances.status })
    .from(attendances)
    .innerJoin(parts, eq(parts.id, attendances.partId))
    .where(and(eq(attendances.attendeeId, attendeeId), eq(attendances.eventId, eventId)))
    .orderBy(asc(parts.position))
}

/** Guests of the event whose name, organisation or address has these words, the first few. */
export function findGuests(read: Reader, { eventId }: EventScope, search: string) {
  const folded = `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`
  const address = `%${search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
  return read
    .select({
      attendeeId: attendees.id,
      names: attendees.names,
      organisationName: attendees.organisationName,
      email: attendees.email,
    })
    .from(attendees)
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(
      and(
        eq(attendees.eventId, eventId),
        or(like(attendees.searchKey, folded), like(attendees.email, address)),
      ),
    )
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
    .limit(10)
}

/** What came in from or about the people of one invitation, in its order. */
export function readGuestMails(read: Reader, { eventId }: EventScope, invitationId: string) {
  return read
    .select({
      id: inboxMails.id,
      kind: inboxMails.kind,
      state: inboxMails.state,
      reason: inboxMails.reason,
      reply: inboxMails.reply,
      subject: inboxMails.subject,
      receivedAt: inboxMails.receivedAt,
    })
    .from(inboxMails)
    .where(and(eq(inboxMails.eventId, eventId), eq(inboxMails.invitationId, invitationId)))
    .orderBy(desc(inboxMails.receivedAt), desc(inboxMails.id))
    .limit(20)
}

/** The office's events that a mail could be about. */
export function readPlaces(read: Reader, { officeId }: OfficeScope) {
  return read
    .select({ id: events.id, name: events.name })
    .from(events)
    .where(eq(events.officeId, officeId))
    .orderBy(desc(events.createdAt))
    .limit(50)
}
