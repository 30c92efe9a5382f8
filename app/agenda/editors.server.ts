import { and, desc, eq, like } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'

/** Who changed an item last, and when: told to the editor whose form came later. `by` is null for Majlis itself. */
export async function lastEditOf(read: Reader, scope: EventScope, itemId: string) {
  const [entry] = await read
    .select({ by: users.name, at: auditEntries.at })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      and(
        eq(auditEntries.subjectId, itemId),
        eq(auditEntries.eventId, scope.eventId),
        like(auditEntries.action, 'agenda.item.%'),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1)
  return entry ?? null
}
