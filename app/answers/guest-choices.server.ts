import { and, asc, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { parts } from '#db/schema/events.server.ts'

/** The parts a list of guests can be looked at by: those one is invited to first. */
export function readGuestParts(read: Reader, { eventId }: EventScope) {
  return read
    .select({ id: parts.id, name: parts.name, audience: parts.audience, capacity: parts.capacity })
    .from(parts)
    .where(eq(parts.eventId, eventId))
    .orderBy(asc(parts.audience), asc(parts.position))
}

/** The organisation an address names, if it is this office's. */
export async function readOrganisationName(read: Reader, { officeId }: EventScope, id: string | null) {
  if (!id) return null
  const [row] = await read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.id, id), eq(organisations.officeId, officeId)))
  return row ?? null
}
