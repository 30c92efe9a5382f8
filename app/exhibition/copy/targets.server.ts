import { and, desc, eq, ne } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { memberships } from '#db/schema/accounts.server.ts'
import { assignments, events } from '#db/schema/events.server.ts'
import { eventPermissions } from '../../accounts/permission.ts'
import type { EventScope } from '../../accounts/scope.server.ts'

/** The office's other events whose exhibition this user may write, latest first. */
export async function eventsToCopyTo(read: Reader, { officeId, eventId }: EventScope, userId: string) {
  const rows = await read
    .select({
      ...{ slug: events.slug, name: events.name },
      ...{ rank: memberships.role, role: assignments.role },
    })
    .from(events)
    .leftJoin(memberships, and(eq(memberships.officeId, events.officeId), eq(memberships.userId, userId)))
    .leftJoin(assignments, and(eq(assignments.eventId, events.id), eq(assignments.userId, userId)))
    .where(and(eq(events.officeId, officeId), ne(events.id, eventId), ne(events.state, 'cancelled')))
    .orderBy(desc(events.createdAt), desc(events.id))
  const bySlug = [...Map.groupBy(rows, ({ slug }) => slug).values()]
  return bySlug.flatMap((its) => {
    const [first] = its
    const can = eventPermissions(
      first?.rank ?? null,
      its.flatMap(({ role }) => role ?? []),
    )
    return first && can.has('exhibition.edit') ? [{ slug: first.slug, name: first.name }] : []
  })
}
