import { and, eq, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { clearanceSettings } from '#db/schema/clearance.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import type { StoredMessage } from './mime.ts'
import { blanked } from './outbox.server.ts'

/** How the key of a reminder begins that asks for the gate's form. */
export const gateReminder = 'clearance:'

/**
 * Of messages about to be handed over, those that still have a reason to go. A reminder has one as long as some part it
 * is about waits for its reader's answer: who has answered, was withdrawn or asked for no more reminders since it was
 * prepared gets none, nor whoever waits for the organiser's word on a substitute. What the gate asks for is no answer:
 * its reminder goes as long as somebody comes whom it is about. The others are withdrawn.
 */
export async function withdrawStale(
  tx: Tx,
  claimed: readonly StoredMessage[],
  now: Date,
): Promise<StoredMessage[]> {
  const reminders = claimed.filter(({ kind, invitationId }) => kind === 'reminder' && invitationId !== null)
  const ofMailings = reminders.filter(({ mailingId }) => mailingId !== null)
  const ofGates = reminders.filter(({ dedupeKey }) => dedupeKey.startsWith(gateReminder))
  if (!ofMailings.length && !ofGates.length) return [...claimed]
  const due = new Set([
    ...(ofMailings.length ? await readUnanswered(tx, ofMailings) : []),
    ...(ofGates.length ? await readExpected(tx, ofGates) : []),
  ])
  const stale = [...ofMailings, ...ofGates].filter(({ id }) => !due.has(id))
  if (stale.length) await withdraw(tx, stale, now)
  return claimed.filter((message) => !stale.includes(message))
}

/** Beside whoever is written to, who may be an attendee too. */
const substitutes = alias(attendees, 'substitutes')

/** For a query of invitations: who would come in their guest's place, and waits for the organiser's word. */
export function awaitedSubstitutes(read: Reader | Tx) {
  return read
    .select({ id: substitutes.id })
    .from(substitutes)
    .where(
      and(
        eq(substitutes.invitationId, invitations.id),
        eq(substitutes.source, 'substitute'),
        eq(substitutes.seat, 'requested'),
      ),
    )
}

async function readUnanswered(tx: Tx, reminders: readonly StoredMessage[]): Promise<string[]> {
  const aboutPart = sql`coalesce(${mailings.audience} ->> 'partId', '')`
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .leftJoin(mailings, eq(mailings.id, messages.mailingId))
    .leftJoin(
      attendances,
      and(eq(attendances.attendeeId, messages.attendeeId), eq(attendances.status, 'invited')),
    )
    .leftJoin(
      invitationParts,
      and(
        isNull(messages.attendeeId),
        eq(invitationParts.invitationId, invitations.id),
        eq(invitationParts.status, 'invited'),
      ),
    )
    .where(
      and(
        inArray(
          messages.id,
          reminders.map(({ id }) => id),
        ),
        ne(invitations.state, 'revoked'),
        isNull(invitations.remindersStoppedAt),
        notExists(awaitedSubstitutes(tx)),
        or(
          sql`${attendances.partId} is not null and (${aboutPart} = '' or ${aboutPart} = ${attendances.partId})`,
          sql`${invitationParts.partId} is not null and (${aboutPart} = '' or ${aboutPart} = ${invitationParts.partId})`,
        ),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Of the gates' reminders, those about somebody who comes: their reader, or those for whom an institution fills in. */
async function readExpected(tx: Tx, reminders: readonly StoredMessage[]): Promise<string[]> {
  const rows = await tx
    .select({ id: messages.id, partId: attendances.partId, asked: clearanceSettings.partIds })
    .from(messages)
    .innerJoin(clearanceSettings, eq(clearanceSettings.eventId, messages.eventId))
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(
      attendees,
      or(
        eq(attendees.id, messages.attendeeId),
        and(
          isNull(messages.attendeeId),
          eq(attendees.invitationId, invitations.id),
          or(isNull(attendees.tokenHash), isNull(attendees.email)),
        ),
      ),
    )
    .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
    .where(
      and(
        inArray(
          messages.id,
          reminders.map(({ id }) => id),
        ),
        ne(invitations.state, 'revoked'),
        eq(clearanceSettings.isOn, true),
        inArray(attendances.status, ['accepted', 'attended']),
      ),
    )
  return rows.filter(({ partId, asked }) => asked.includes(partId)).map(({ id }) => id)
}

async function withdraw(tx: Tx, stale: readonly StoredMessage[], now: Date): Promise<void> {
  await tx
    .update(messages)
    .set({ state: 'withdrawn', settledAt: now, leasedBy: null, leasedUntil: null, ...blanked })
    .where(
      inArray(
        messages.id,
        stale.map(({ id }) => id),
      ),
    )
  for (const { id, officeId, eventId } of stale)
    await audit(
      tx,
      { kind: 'worker', id: null },
      { officeId, eventId, action: 'message.answered', subjectId: id, now },
    )
}
