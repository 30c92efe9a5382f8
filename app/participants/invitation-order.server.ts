import { and, eq, inArray, min } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { institutionKey } from '#app/directory/precedence.ts'
import { readProtocol } from '#app/directory/precedence-facts.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'

/**
 * What an event's invitations are sorted by: the key of the first of their people; for an institution that has named
 * nobody, the one that its head would have.
 */
export async function readInvitationOrder(read: Reader, scope: EventScope): Promise<Map<string, string>> {
  const isSeated = inArray(attendees.seat, ['delegate', 'alternate'])
  const [people, institutions, protocol] = await Promise.all([
    read
      .select({ id: attendees.invitationId, key: min(attendees.precedenceKey) })
      .from(attendees)
      .where(and(eq(attendees.eventId, scope.eventId), isSeated))
      .groupBy(attendees.invitationId),
    read
      .select({
        id: invitations.id,
        organisation: {
          id: organisations.id,
          kind: organisations.kind,
          precedence: organisations.precedence,
          name: organisations.sortKey,
        },
      })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .where(eq(invitations.eventId, scope.eventId)),
    readProtocol(read, scope),
  ])
  const heads = institutions.map(({ id, organisation }): [string, string] => [
    id,
    institutionKey(id, organisation, protocol),
  ])
  return new Map([
    ...heads,
    ...people.flatMap(({ id, key }): [string, string][] => (id && key ? [[id, key]] : [])),
  ])
}
