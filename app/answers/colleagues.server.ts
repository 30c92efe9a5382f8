import { and, eq, isNotNull, or } from 'drizzle-orm'
import { type EventPermission, eventPermissions } from '#app/accounts/permission.ts'
import type { Reader } from '#db/client.server.ts'
import { memberships, users } from '#db/schema/accounts.server.ts'
import { assignments } from '#db/schema/events.server.ts'

/** Everybody who may do something in an event, and whether that is for the event's own sake or by their rank in the office. */
export async function readColleagues(
  read: Reader,
  { officeId, eventId }: { officeId: string; eventId: string },
  permission: EventPermission,
) {
  const rows = await read
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      language: users.language,
      officeRole: memberships.role,
      eventRole: assignments.role,
    })
    .from(users)
    .leftJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.officeId, officeId)))
    .leftJoin(assignments, and(eq(assignments.userId, users.id), eq(assignments.eventId, eventId)))
    .where(or(isNotNull(memberships.id), isNotNull(assignments.id)))
    .orderBy(users.email)
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((theirs) => {
    const [user] = theirs
    const roles = theirs.flatMap(({ eventRole }) => eventRole ?? [])
    if (!user || !eventPermissions(user.officeRole, roles).has(permission)) return []
    return [{ ...user, isAssigned: eventPermissions(null, roles).has(permission) }]
  })
}

/** Of them those whom it concerns; where there is nobody such, all. */
export function concernedAmong<Colleague>(
  colleagues: readonly Colleague[],
  isConcerned: (colleague: Colleague) => boolean,
): readonly Colleague[] {
  const concerned = colleagues.filter(isConcerned)
  return concerned.length ? concerned : colleagues
}
