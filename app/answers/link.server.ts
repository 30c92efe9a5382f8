import { and, eq, ne } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { answerToken, tokenHash } from '#app/invitations/token.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import type { ReadyMail } from './letters.server.ts'
import type { GuestScope } from './scope.server.ts'
import { withdrawUnsent } from './withdraw.server.ts'

/** Makes a new link; the old one is dead from this moment, also in mails that have not left. Refused: `notFound`. */
export async function renewLink(
  tx: Tx,
  scope: EventScope,
  { invitationId, secret, now }: { invitationId: string; secret: string; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const [invitation] = await tx
    .select({ version: invitations.tokenVersion })
    .from(invitations)
    .where(isLive(scope.eventId, invitationId))
  if (!invitation) return { ok: false, reason: 'notFound' } as const
  const tokenVersion = invitation.version + 1
  await tx
    .update(invitations)
    .set({
      tokenVersion,
      tokenHash: tokenHash(answerToken(secret, invitationId, tokenVersion)),
      wrongRecipientAt: null,
      updatedAt: now,
    })
    .where(isLive(scope.eventId, invitationId))
  await withdrawUnsent(tx, scope, { invitationId, now })
  await tell(tx, scope, 'invitation.renewLink', invitationId, { tokenVersion }, now)
  return { ok: true } as const
}

/** Puts a mail with the link into the outbox, to go at once. It was written before, by `linkMail`. */
export async function sendLink(
  tx: Tx,
  scope: EventScope,
  { invitationId, mail, now }: { invitationId: string; mail: ReadyMail; now: Date },
): Promise<void> {
  await enqueue(tx, { ...mail, dedupeKey: `link:${newId()}`, now })
  await tell(tx, scope, 'invitation.sendLink', invitationId, undefined, now)
}

/** Somebody holds a link that is not meant for them, and says so to the organisers. */
export async function reportWrongRecipient(
  tx: Tx,
  scope: GuestScope,
  { note, now }: { note: string; now: Date },
): Promise<void> {
  await lockEvent(tx, scope.eventId)
  await tx
    .update(invitations)
    .set({ wrongRecipientAt: now, updatedAt: now })
    .where(isLive(scope.eventId, scope.invitationId))
  await tell(tx, scope, 'invitation.wrongRecipient', scope.invitationId, { note }, now)
}

function isLive(eventId: string, invitationId: string) {
  return and(
    eq(invitations.id, invitationId),
    eq(invitations.eventId, eventId),
    ne(invitations.state, 'revoked'),
  )
}

function tell(
  tx: Tx,
  { officeId, eventId, actor }: EventScope | GuestScope,
  action: string,
  subjectId: string,
  after: unknown,
  now: Date,
) {
  return audit(tx, actor, { officeId, eventId, action, subjectId, after, now })
}
