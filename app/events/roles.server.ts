import { and, eq } from 'drizzle-orm'
import type { EventRole } from '#app/accounts/permission.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { assignments } from '#db/schema/events.server.ts'
import { lockEvent } from './lock.server.ts'

/** Gives an account a role in this event alone; whoever has it already keeps it. Refused when there is no such account. */
export async function assignRole(
  tx: Tx,
  scope: EventScope,
  { email, role, now }: { email: string; role: EventRole; now: Date },
) {
  const { officeId, eventId, actor } = scope
  await lockEvent(tx, eventId)
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email.trim().toLowerCase()))
  if (!user) return { ok: false, reason: 'noAccount' } as const
  const [made] = await tx
    .insert(assignments)
    .values({ id: newId(), eventId, userId: user.id, role, createdAt: now })
    .onConflictDoNothing()
    .returning()
  if (made)
    await audit(tx, actor, { officeId, eventId, action: 'role.assign', subjectId: made.id, after: made, now })
  return { ok: true } as const
}

/** Takes a role in this event away. */
export async function removeRole(
  tx: Tx,
  scope: EventScope,
  { assignmentId, now }: { assignmentId: string; now: Date },
) {
  const { officeId, eventId, actor } = scope
  await lockEvent(tx, eventId)
  const [before] = await tx
    .delete(assignments)
    .where(and(eq(assignments.id, assignmentId), eq(assignments.eventId, eventId)))
    .returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  await audit(tx, actor, { officeId, eventId, action: 'role.remove', subjectId: before.id, before, now })
  return { ok: true } as const
}
