import { and, eq, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import type { StoredMessage } from './mime.ts'
import { blanked } from './outbox.server.ts'

/**
 * Of messages about to be handed over, those that still have a reason to go. A reminder has one as long as some part it
 * is about waits for its reader's answer: who has answered, was withdrawn or asked for no more reminders since it was
 * prepared gets none, nor whoever waits for the organiser's word on a substitute. The others are withdrawn.
 */
export async function withdrawStale(
  tx: Tx,
  claimed: readonly StoredMessage[],
  now: Date,
): Promise<StoredMessage[]> {
  const reminders = claimed.filter(
    // What the gate asks for is no answer: such a reminder belongs to no mailing.
    ({ kind, invitationId, mailingId }) => kind === 'reminder' && invitationId !== null && mailingId !== null,
  )
  if (!reminders.length) return [...claimed]
  const due = new Set(await readUnanswered(tx, reminders))
  const stale = reminders.filter(({ id }) => !due.has(id))
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
