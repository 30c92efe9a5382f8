import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { SpeakerScope } from '#app/accounts/speaker-scope.server.ts'
import { tokenHash } from '#app/accounts/token.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import type { InvitedCounts } from './invite.server.ts'
import type { Policy } from './rules.ts'
import { answerToken } from './token.server.ts'

/* What inviting persons and inviting organisations have in common. */

/** Who brings an invitation about: an organiser, or a speaker who takes part by confirming. */
export type Inviter = EventScope | SpeakerScope

/** Slices that stay under SQLite's 32,766 values in one statement and under 50 ms of building it. */
export function chunked<Item>(items: readonly Item[], size = 150): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}

/** SQLite answers at once, so only this lets requests of others in between two slices of a long transaction. */
export const breathe = () => setImmediate()

/** Those of the ids that are parts of this event, in its order. */
export async function partsWithin(tx: Tx, scope: Inviter, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await tx
    .select({ id: parts.id })
    .from(parts)
    .where(and(eq(parts.eventId, scope.eventId), inArray(parts.id, [...ids])))
    .orderBy(parts.position)
  return rows.map(({ id }) => id)
}

type Whom = { personIds: readonly string[] } | { organisationIds: readonly string[] }

/** Invitations of this event to these persons or organisations, withdrawn ones too. */
export function knownInvitations(tx: Tx, scope: Inviter, whom: Whom) {
  const them =
    'personIds' in whom
      ? inArray(invitations.personId, [...whom.personIds])
      : inArray(invitations.organisationId, [...whom.organisationIds])
  return tx
    .select({
      id: invitations.id,
      eventId: invitations.eventId,
      personId: invitations.personId,
      organisationId: invitations.organisationId,
      state: invitations.state,
      tokenVersion: invitations.tokenVersion,
      attendeeId: attendees.id,
    })
    .from(invitations)
    .leftJoin(attendees, and(eq(attendees.invitationId, invitations.id), eq(attendees.source, 'invitation')))
    .where(and(eq(invitations.eventId, scope.eventId), them))
}

export type Known = Awaited<ReturnType<typeof knownInvitations>>[number]

type Restoring = { policy: Policy; secret: string; seats: number; alternates: number; now: Date }

/** Brings a withdrawn invitation back as if it were new: not written to, not answered, under a link of its own. */
export async function restore(
  tx: Tx,
  { id, tokenVersion }: Known,
  { policy, seats, alternates, secret, now }: Restoring,
): Promise<void> {
  const version = tokenVersion + 1
  await tx
    .update(invitations)
    .set({
      policy,
      seats,
      alternates,
      state: 'draft',
      tokenVersion: version,
      tokenHash: tokenHash(answerToken(secret, id, version)),
      answeredAt: null,
      message: '',
      wrongRecipientAt: null,
      updatedAt: now,
    })
    .where(eq(invitations.id, id))
}

type Told = {
  what: 'persons' | 'organisations'
  ids: string[]
  counts: InvitedCounts
  partIds: string[]
  now: Date
}

/** One line for all: who was invited stands in the invitations, when in their `createdAt`. */
export function tell(tx: Tx, scope: Inviter, { what, ids, counts, partIds, now }: Told): Promise<void> {
  return audit(tx, scope.actor, {
    officeId: scope.officeId,
    eventId: scope.eventId,
    action: 'invitation.invite',
    subjectId: ids.length === 1 ? ids[0] : null,
    after: { [what]: counts, partIds },
    now,
  })
}
