import { and, desc, eq, like, ne, or } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'

/**
 * Who of those at the desk changed an item last, and when: told to the editor whose form came later. `by` is null for
 * Majlis itself. Guests who sign up change no item.
 */
export async function lastEditOf(read: Reader, scope: EventScope, itemId: string) {
  const [entry] = await read
    .select({ by: users.name, at: auditEntries.at })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      and(
        eq(auditEntries.subjectId, itemId),
        eq(auditEntries.eventId, scope.eventId),
        or(like(auditEntries.action, 'agenda.item.%'), eq(auditEntries.action, 'agenda.outcome.text')),
        ne(auditEntries.actorKind, 'token'),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1)
  return entry ?? null
}
