import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { tokenHash } from '#app/accounts/token.server.ts'
import { type EventRow, lockEvent } from '#app/events/lock.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { invitationParts, invitations } from '#db/schema/invitations.server.ts'
import type { InvitedCounts, Inviting, InvitingResult } from './invite.server.ts'
import {
  breathe,
  chunked,
  type Known,
  knownInvitations,
  partsWithin,
  restore,
  tell,
} from './inviting.server.ts'
import { answerToken } from './token.server.ts'

type Seats = { id: string; seats: number; alternates: number }

/**
 * Invites organisations to name so many delegates and alternates. Nobody attends by it until they are named. Who has
 * an invitation keeps it with its seats and is given the parts it lacks; one that was withdrawn lives again with the
 * seats given here. Ids from elsewhere are passed over.
 */
export async function inviteOrganisations(
  tx: Tx,
  scope: EventScope,
  { organisations: wanted, ...inviting }: Inviting & { organisations: readonly Seats[] },
): Promise<InvitingResult> {
  const event = await lockEvent(tx, scope.eventId)
  if (event.state === 'cancelled') return { ok: false, reason: 'cancelled' }
  const partIds = await partsWithin(tx, scope, inviting.partIds)
  if (!partIds.length) return { ok: false, reason: 'noParts' }
  const counts = { invited: 0, extended: 0, already: 0 }
  const ids: string[] = []
  const seats = new Map(wanted.map((one) => [one.id, one]))
  for (const some of chunked([...seats.keys()])) {
    const ours = await readOrganisations(tx, scope, some)
    const known = await knownInvitations(tx, scope, { organisationIds: ours.map(({ id }) => id) })
    const strangers = ours.filter(({ id }) => !known.some(({ organisationId }) => organisationId === id))
    ids.push(...(await insertInvited(tx, { event, strangers, seats, partIds, inviting })))
    counts.invited += strangers.length
    await extendKnown(tx, { known, seats, partIds, inviting, counts })
    await breathe()
  }
  await tell(tx, scope, { what: 'organisations', ids, counts, partIds, now: inviting.now })
  return { ok: true, ...counts }
}

function readOrganisations(tx: Tx, scope: EventScope, ids: readonly string[]) {
  return tx
    .select({ id: organisations.id, language: organisations.language })
    .from(organisations)
    .where(and(eq(organisations.officeId, scope.officeId), inArray(organisations.id, [...ids])))
}

type Insertion = {
  event: EventRow
  strangers: Awaited<ReturnType<typeof readOrganisations>>
  seats: ReadonlyMap<string, Seats>
  partIds: string[]
  inviting: Inviting
}

async function insertInvited(tx: Tx, { event, strangers, seats, partIds, inviting }: Insertion) {
  if (!strangers.length) return []
  const { policy, secret, now } = inviting
  const rows = strangers.map((organisation) => {
    const id = newId()
    return {
      id,
      eventId: event.id,
      organisationId: organisation.id,
      language: organisation.language ?? event.languages[0] ?? 'en',
      policy,
      seats: seats.get(organisation.id)?.seats ?? 1,
      alternates: seats.get(organisation.id)?.alternates ?? 0,
      state: 'draft' as const,
      tokenHash: tokenHash(answerToken(secret, id, 1)),
      createdAt: now,
      updatedAt: now,
    }
  })
  await tx.insert(invitations).values(rows)
  const invited = rows.flatMap(({ id }) => partIds.map((partId) => ({ invitationId: id, partId })))
  for (const some of chunked(invited)) await tx.insert(invitationParts).values(some)
  return rows.map(({ id }) => id)
}

type Extension = {
  known: Known[]
  seats: ReadonlyMap<string, Seats>
  partIds: string[]
  inviting: Inviting
  counts: InvitedCounts
}

async function extendKnown(tx: Tx, { known, seats, partIds, inviting, counts }: Extension): Promise<void> {
  for (const invitation of known) {
    const wasWithdrawn = invitation.state === 'revoked'
    if (wasWithdrawn) {
      const { seats: delegates = 1, alternates = 0 } = seats.get(invitation.organisationId ?? '') ?? {}
      await restore(tx, invitation, { ...inviting, seats: delegates, alternates })
      await forgetParts(tx, invitation.id, partIds)
    }
    const added = await tx
      .insert(invitationParts)
      .values(partIds.map((partId) => ({ invitationId: invitation.id, partId })))
      .onConflictDoNothing()
      .returning({ partId: invitationParts.partId })
    if (wasWithdrawn) counts.invited++
    else if (added.length) counts.extended++
    else counts.already++
  }
}

/** A withdrawn invitation comes back to the parts chosen now, unanswered. */
async function forgetParts(tx: Tx, invitationId: string, partIds: readonly string[]): Promise<void> {
  const itsParts = eq(invitationParts.invitationId, invitationId)
  await tx.delete(invitationParts).where(and(itsParts, notInArray(invitationParts.partId, [...partIds])))
  await tx.update(invitationParts).set({ status: 'invited', reason: '' }).where(itsParts)
}
