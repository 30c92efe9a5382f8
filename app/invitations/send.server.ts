import { and, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { approveMessages, queueMessages } from '#app/mail/outbox.server.ts'
import type { Tx } from '#db/client.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import { refuseApproval } from './approval.server.ts'
import { lockMailing, tell, userOf } from './mailing.server.ts'
import { refuseWhile } from './rules.ts'

type Change = { mailingId: string; now: Date }

/**
 * Allows the prepared messages to go. Refused: `notFound`, when nothing waits for approval (`notPrepared`), and to whom
 * the office does not leave it (`secondPerson`).
 */
export async function approveMailing(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  if (mailing.state !== 'draft') return { ok: false, reason: 'notPrepared' } as const
  const refusal = await refuseApproval(tx, scope, mailing)
  if (refusal) return { ok: false, reason: refusal } as const
  const chosen = { filter: { mailingId } }
  const approved = await approveMessages(tx, scope, { chosen, now })
  if (!approved) return { ok: false, reason: 'notPrepared' } as const
  await tx
    .update(mailings)
    .set({ state: 'approved', approvedBy: userOf(scope), approvedAt: now, updatedAt: now })
    .where(eq(mailings.id, mailingId))
  await tell(tx, scope, { action: 'mailing.approve', id: mailingId, after: { approved }, now })
  return { ok: true, approved } as const
}

/**
 * Sends what was approved: the messages go to the worker (wake it afterwards) and their invitations count as sent.
 * Refused: `notFound`, `notApproved`, and an event that guests could not see (`notPublished`, `cancelled`).
 */
export async function sendMailing(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const event = await lockEvent(tx, scope.eventId)
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  if (mailing.state !== 'approved') return { ok: false, reason: 'notApproved' } as const
  const refusal = refuseWhile(event.state, mailing)
  if (refusal) return { ok: false, reason: refusal } as const
  const chosen = { filter: { mailingId, state: 'approved' as const } }
  const queued = await queueMessages(tx, scope, { chosen, now })
  await markSent(tx, scope, now)
  await tx
    .update(mailings)
    .set({ state: 'sent', sentAt: now, updatedAt: now })
    .where(eq(mailings.id, mailingId))
  await tell(tx, scope, { action: 'mailing.send', id: mailingId, after: { queued }, now })
  return { ok: true, queued } as const
}

/** Mails that bear the invitation: whoever has one can answer. */
const bearsInvitation = ['invitation', 'reminder', 'confirmation', 'change'] as const

/** Counts as sent every invitation that a message with its link has left for, however it was released. */
export async function markSent(tx: Tx, scope: EventScope, now: Date): Promise<void> {
  const written = tx
    .select({ id: messages.invitationId })
    .from(messages)
    .where(
      and(
        eq(messages.eventId, scope.eventId),
        inArray(messages.kind, [...bearsInvitation]),
        inArray(messages.state, ['queued', 'sending', 'sent', 'unknown']),
      ),
    )
  await tx
    .update(invitations)
    .set({ state: 'sent', updatedAt: now })
    .where(
      and(
        eq(invitations.eventId, scope.eventId),
        eq(invitations.state, 'draft'),
        inArray(invitations.id, written),
      ),
    )
}
