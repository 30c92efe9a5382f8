import { and, asc, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { privacyRequests } from '#db/schema/privacy.server.ts'

/** What the people of an invitation asked about their data, what became of it, and whether they may be listed. */
export async function tellRights(read: Reader, { eventId }: EventScope, invitationId: string) {
  const theirs = and(eq(attendees.invitationId, invitationId), eq(attendees.eventId, eventId))
  const [requests, consents] = await Promise.all([
    read
      .select({
        id: privacyRequests.id,
        request: privacyRequests.kind,
        state: privacyRequests.state,
        at: privacyRequests.createdAt,
        decidedAt: privacyRequests.decidedAt,
        by: users.name,
        names: attendees.names,
      })
      .from(privacyRequests)
      .innerJoin(attendees, eq(attendees.id, privacyRequests.attendeeId))
      .leftJoin(users, eq(users.id, privacyRequests.decidedBy))
      .where(and(theirs, eq(privacyRequests.eventId, eventId)))
      .orderBy(asc(privacyRequests.createdAt)),
    read
      .select({
        id: auditEntries.id,
        after: auditEntries.after,
        at: auditEntries.at,
        by: users.name,
        names: attendees.names,
      })
      .from(attendees)
      .innerJoin(auditEntries, eq(auditEntries.subjectId, attendees.id))
      .leftJoin(users, eq(users.id, auditEntries.actorId))
      .where(and(theirs, eq(auditEntries.eventId, eventId), eq(auditEntries.action, 'privacy.listing'))),
  ])
  const asked = requests.map(({ by: _, state: __, decidedAt: ___, ...row }) => ({
    ...{ ...row, kind: 'rights' as const, what: 'asked' as const, by: null },
  }))
  const decided = requests.flatMap(({ decidedAt, state, ...row }) =>
    decidedAt && state !== 'open'
      ? [{ ...row, id: `${row.id}-decided`, kind: 'rights' as const, what: state, at: decidedAt }]
      : [],
  )
  const listing = consents.flatMap(({ after, ...row }) => {
    const agrees = agreesIn(after)
    const what = agrees ? ('mayBeListed' as const) : ('mayNotBeListed' as const)
    return agrees === null ? [] : [{ ...row, kind: 'rights' as const, what, request: null }]
  })
  return [...asked, ...decided, ...listing]
}

function agreesIn(after: unknown): boolean | null {
  const agrees = typeof after === 'object' && after !== null && 'agrees' in after ? after.agrees : null
  return typeof agrees === 'boolean' ? agrees : null
}
