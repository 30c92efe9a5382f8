import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { changeAttendees } from '#app/invitations/attendees.server.ts'
import { answerToken, attendeeToken, tokenHash } from '#app/invitations/token.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import type { ReadyMail } from './letters.server.ts'
import type { GuestScope } from './scope.server.ts'
import { withdrawUnsent } from './withdraw.server.ts'

type Target = { invitationId: string; now: Date }

/** Makes a new link; the old one is dead from this moment, also in mails that have not left. Refused: `notFound`. */
export async function renewLink(
  tx: Tx,
  scope: EventScope,
  { invitationId, secret, now }: Target & { secret: string },
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
  await tell(tx, scope, { action: 'renewLink', invitationId, after: { tokenVersion }, now })
  return { ok: true } as const
}

/** The same for the own link of somebody who was named. Refused: whoever has none (`notFound`). */
export async function renewAttendeeLink(
  tx: Tx,
  scope: EventScope,
  { invitationId, attendeeId, secret, now }: Target & { attendeeId: string; secret: string },
) {
  await lockEvent(tx, scope.eventId)
  const isTheirs = and(
    eq(attendees.id, attendeeId),
    eq(attendees.invitationId, invitationId),
    eq(attendees.eventId, scope.eventId),
    isNotNull(attendees.tokenHash),
  )
  const [attendee] = await tx
    .select({ version: attendees.tokenVersion })
    .from(attendees)
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(and(isTheirs, ne(invitations.state, 'revoked')))
  if (!attendee) return { ok: false, reason: 'notFound' } as const
  const tokenVersion = attendee.version + 1
  const hash = tokenHash(attendeeToken(secret, attendeeId, tokenVersion))
  await changeAttendees(tx, {
    which: isTheirs,
    set: { tokenVersion, tokenHash: hash, wrongRecipientAt: null, updatedAt: now },
  })
  await withdrawUnsent(tx, scope, { invitationId, attendeeId, now })
  await tell(tx, scope, { action: 'renewLink', invitationId, after: { attendeeId, tokenVersion }, now })
  return { ok: true } as const
}

/** Puts a mail with the link into the outbox, to go at once. It was written before, by `linkMail`. */
export async function sendLink(
  tx: Tx,
  scope: EventScope,
  { invitationId, mail, now }: Target & { mail: ReadyMail },
): Promise<void> {
  await enqueue(tx, { ...mail, dedupeKey: `link:${newId()}`, now })
  await tell(tx, scope, { action: 'sendLink', invitationId, after: { attendeeId: mail.attendeeId }, now })
}

/** Somebody holds a link that is not meant for them, and says so to the organisers. */
export async function reportWrongRecipient(
  tx: Tx,
  scope: GuestScope,
  { note, now }: { note: string; now: Date },
): Promise<void> {
  const { eventId, invitationId, attendeeId } = scope
  await lockEvent(tx, eventId)
  const reported = { wrongRecipientAt: now, updatedAt: now }
  if (attendeeId)
    await changeAttendees(tx, {
      which: and(eq(attendees.id, attendeeId), eq(attendees.invitationId, invitationId)),
      set: reported,
    })
  else await tx.update(invitations).set(reported).where(isLive(eventId, invitationId))
  await tell(tx, scope, { action: 'wrongRecipient', invitationId, after: { note, attendeeId }, now })
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
  { action, invitationId, after, now }: Target & { action: string; after: unknown },
) {
  const about = { officeId, eventId, action: `invitation.${action}`, subjectId: invitationId }
  return audit(tx, actor, { ...about, after, now })
}
