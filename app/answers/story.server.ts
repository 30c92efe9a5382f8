import { and, asc, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readMessagesTo } from '#app/mail/read.server.ts'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import { guestNotes } from '#db/schema/desk.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { answers, attendees, invitations } from '#db/schema/invitations.server.ts'

/*
 * What happened to one invitation, as chapters of its story. Each reader tells one kind, of this event's invitation
 * alone; where they are put together (routes/desk.event.guest/chapters.server.ts) other modules add theirs.
 */

/** The invitation was made. */
export async function tellMaking(read: Reader, { eventId }: EventScope, invitationId: string) {
  const rows = await read
    .select({ id: invitations.id, at: invitations.createdAt })
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), eq(invitations.eventId, eventId)))
  return rows.map((row) => ({ ...row, kind: 'made' as const, by: null }))
}

/** Every mail, with what became of it; a mail that came back is told when it did. */
export async function tellMails(read: Reader, scope: EventScope, invitationId: string) {
  const rows = await readMessagesTo(read, scope, invitationId)
  return rows.map(({ kind: purpose, at, settledAt, ...mail }) => ({
    ...{ ...mail, purpose },
    ...{ kind: 'mail' as const, at: settledAt ?? at, by: null },
  }))
}

/** Every answer and change of one, with its channel and who entered it. */
export async function tellAnswers(read: Reader, { eventId }: EventScope, invitationId: string) {
  const rows = await read
    .select({
      id: answers.id,
      attendeeId: answers.attendeeId,
      status: answers.status,
      reason: answers.reason,
      note: answers.note,
      via: answers.via,
      at: answers.at,
      part: parts.name,
      names: attendees.names,
      by: users.name,
    })
    .from(answers)
    .innerJoin(parts, eq(parts.id, answers.partId))
    .leftJoin(attendees, eq(attendees.id, answers.attendeeId))
    .leftJoin(users, eq(users.id, answers.enteredBy))
    .where(and(eq(answers.invitationId, invitationId), eq(answers.eventId, eventId)))
    .orderBy(asc(answers.at), asc(answers.id))
  return rows.map((row) => ({ ...row, kind: 'answer' as const }))
}

const told = [
  'invitation.renewLink',
  'invitation.sendLink',
  'invitation.wrongRecipient',
  'invitation.withdraw',
  'invitation.requestSeat',
  'invitation.requestAlternate',
  'invitation.requestRefuse',
  'invitation.nameSubstitute',
  'invitation.withdrawSubstitute',
  'invitation.terms',
  'invitation.offerLapsed',
  'invitation.offerWithdrawn',
  'invitation.lineMove',
  'invitation.lineBack',
  'invitation.stopReminders',
  'invitation.allowReminders',
  'guest.language',
  'guest.policy',
  'guest.addTag',
  'guest.removeTag',
  'guest.invite',
  'guest.stopReminders',
  'guest.allowReminders',
  'guest.leavePart',
  'guest.undo',
] as const
export type Deed = (typeof told)[number]

/** What was done to the invitation, and changes of its data, by whom. */
export async function tellDeeds(read: Reader, { eventId }: EventScope, invitationId: string) {
  const rows = await read
    .select({
      id: auditEntries.id,
      action: auditEntries.action,
      before: auditEntries.before,
      after: auditEntries.after,
      at: auditEntries.at,
      by: users.name,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      and(
        eq(auditEntries.subjectId, invitationId),
        eq(auditEntries.eventId, eventId),
        inArray(auditEntries.action, [...told]),
      ),
    )
    .orderBy(asc(auditEntries.at))
  return rows.map(({ id, at, by, action, before, after }) => ({
    ...{ kind: 'deed' as const, id, at, by, action: action as Deed },
    ...{ note: textIn(after, 'note'), from: textIn(before, 'value'), to: textIn(after, 'value') },
  }))
}

/** What the desk noted. */
export async function tellNotes(read: Reader, { eventId }: EventScope, invitationId: string) {
  const rows = await read
    .select({
      id: guestNotes.id,
      what: guestNotes.kind,
      text: guestNotes.text,
      at: guestNotes.at,
      by: users.name,
    })
    .from(guestNotes)
    .leftJoin(users, eq(users.id, guestNotes.userId))
    .where(and(eq(guestNotes.invitationId, invitationId), eq(guestNotes.eventId, eventId)))
    .orderBy(asc(guestNotes.at))
  return rows.map((row) => ({ ...row, kind: 'note' as const }))
}

function textIn(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null || !(name in value)) return ''
  const found = (value as Record<string, unknown>)[name]
  return typeof found === 'string' ? found : ''
}
