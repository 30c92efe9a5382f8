import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { withdrawMessages } from '#app/mail/outbox.server.ts'
import { actionsFrom } from '#app/mail/rules.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { mailsFor, sendOut } from './answer.server.ts'
import { deskAnswering } from './behalf.server.ts'
import { saveChanges } from './history.server.ts'
import type { Letters } from './letters.server.ts'
import type { GivenAnswer } from './rules.ts'
import { readSeatings } from './seating.server.ts'
import { decide } from './seats.ts'
import { type Answering, readStanding } from './standing.server.ts'

/** What withdrawing an invitation would change: its people lose their seats, others move up. */
export async function planWithdrawal(read: Reader, answering: Answering, now: Date) {
  const standing = await readStanding(read, answering, now)
  if (!standing || standing.invitation.state === 'revoked') return { ok: false, reason: 'notFound' } as const
  const wishes = standing.attendances
    .filter(({ status }) => status !== 'cancelled')
    .map(({ attendeeId, partId, status }) => ({
      attendeeId,
      partId,
      from: status,
      wish: 'cancelled' as const,
    }))
  const seatings = await readSeatings(read, standing, wishes, now)
  return { ok: true, standing, changes: decide(seatings, wishes) } as const
}

/**
 * Takes an invitation back: its link is dead, unsent mails about it stay here, seats go to those who wait, and whoever
 * had said yes is told. Refused: another event's or one withdrawn before (`notFound`).
 */
export async function withdrawInvitation(
  tx: Tx,
  scope: EventScope,
  { invitationId, letters, now }: { invitationId: string; letters: Letters; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const plan = await planWithdrawal(tx, deskAnswering(scope, invitationId), now)
  if (!plan.ok) return plan
  const mails = mailsFor(plan.changes, letters)
  if (!mails) return { ok: false, reason: 'changed' } as const
  await withdrawUnsent(tx, scope, { invitationId, now })
  const given: GivenAnswer = { requestId: null, replies: [], language: plan.standing.invitation.language }
  const source = { via: 'in_person' as const, enteredBy: scope.actor.id, note: '' }
  await saveChanges(tx, scope.eventId, plan, { given, source, now, isOwnWord: false })
  await tx
    .update(invitations)
    .set({ state: 'revoked', updatedAt: now })
    .where(and(eq(invitations.id, invitationId), eq(invitations.eventId, scope.eventId)))
  await sendOut(tx, { mails, now })
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    eventId: scope.eventId,
    action: 'invitation.withdraw',
    subjectId: invitationId,
    before: { state: plan.standing.invitation.state },
    after: { state: 'revoked', changes: plan.changes },
    now,
  })
  return { ok: true } as const
}

/**
 * Mails that bear a link about to die must not leave any more; but what takes a date out of a calendar must, or the date
 * would stay there for good.
 */
export async function withdrawUnsent(
  tx: Tx,
  scope: EventScope,
  { invitationId, attendeeId, now }: { invitationId: string; attendeeId?: string; now: Date },
): Promise<void> {
  const unsent = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.invitationId, invitationId),
        attendeeId ? eq(messages.attendeeId, attendeeId) : undefined,
        inArray(messages.state, [...actionsFrom.withdraw]),
        or(isNull(messages.calendarMethod), ne(messages.calendarMethod, 'CANCEL')),
      ),
    )
  if (unsent.length) await withdrawMessages(tx, scope, { chosen: { ids: unsent.map(({ id }) => id) }, now })
}
