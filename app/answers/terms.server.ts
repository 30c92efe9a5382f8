import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Policy } from '#app/invitations/rules.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { deskAnswering } from './behalf.server.ts'
import { placesLeft } from './delegation.ts'
import { readStanding } from './standing.server.ts'

export type Terms = { policy: Policy; seats: number; alternates: number }

/**
 * Changes on which terms somebody is invited: who may come in a guest's place, how many an institution may send. Seats
 * it gains do not seat those it asked for; the desk does. Refused: another event's invitation or a withdrawn one
 * (`notFound`), fewer places than people who hold them (`fewerThanNamed`).
 */
export async function changeTerms(
  tx: Tx,
  scope: EventScope,
  { invitationId, terms, now }: { invitationId: string; terms: Terms; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const standing = await readStanding(tx, deskAnswering(scope, invitationId), now)
  if (!standing || standing.invitation.state === 'revoked') return { ok: false, reason: 'notFound' } as const
  const { seats, alternates, policy, organisationId } = standing.invitation
  const asked = organisationId ? terms : { policy: terms.policy, seats, alternates }
  const left = placesLeft(standing)
  const isLess = (had: number, gets: number, free: number) => gets < had && gets < had - free
  if (isLess(seats, asked.seats, left.delegate) || isLess(alternates, asked.alternates, left.alternate))
    return { ok: false, reason: 'fewerThanNamed' } as const
  await tx
    .update(invitations)
    .set({ ...asked, updatedAt: now })
    .where(and(eq(invitations.id, invitationId), eq(invitations.eventId, scope.eventId)))
  await audit(tx, scope.actor, {
    ...{
      officeId: scope.officeId,
      eventId: scope.eventId,
      action: 'invitation.terms',
      subjectId: invitationId,
    },
    before: { policy, seats, alternates },
    after: asked,
    now,
  })
  return { ok: true } as const
}
