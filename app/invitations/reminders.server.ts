import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { audit } from '#db/audit.server.ts'
import { checked } from '#db/checked.server.ts'
import type { Tx } from '#db/client.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { chunked } from './inviting.server.ts'

type Stopping = { invitationIds: readonly string[]; isStopped: boolean; now: Date }

/**
 * Stops reminders to these guests, or lets them go again; those already written are withdrawn when their turn comes.
 * Ids from elsewhere are passed over. How many changed.
 */
export async function stopReminders(
  tx: Tx,
  scope: EventScope,
  { invitationIds, isStopped, now }: Stopping,
): Promise<number> {
  const changed: string[] = []
  const isOther = isStopped
    ? isNull(invitations.remindersStoppedAt)
    : isNotNull(invitations.remindersStoppedAt)
  for (const ids of chunked(invitationIds, 500)) {
    const rows = await tx
      .update(invitations)
      .set({ remindersStoppedAt: isStopped ? now : null, updatedAt: now })
      .where(and(checked(eq(invitations.eventId, scope.eventId)), inArray(invitations.id, ids), isOther))
      .returning({ id: invitations.id })
    changed.push(...rows.map(({ id }) => id))
  }
  if (changed.length)
    await audit(tx, scope.actor, {
      officeId: scope.officeId,
      eventId: scope.eventId,
      action: isStopped ? 'invitation.stopReminders' : 'invitation.allowReminders',
      subjectId: changed.length === 1 ? changed[0] : null,
      after: { guests: changed.length },
      now,
    })
  return changed.length
}
