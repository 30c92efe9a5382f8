import { and, asc, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { chunked } from '#app/invitations/inviting.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'

const told = ['clearance.fill', 'clearance.withdraw', 'clearance.listed', 'clearance.unlisted'] as const

type GateDeed = 'filled' | 'changed' | 'withdrawn' | 'listed' | 'unlisted'

/**
 * What the gate was given about the people of an invitation, and on which access list they went: that it was, by whom
 * and when, never what. Nothing under the seal is read for it.
 */
export async function tellGate(read: Reader, { eventId }: EventScope, invitationId: string) {
  const rows = await read
    .select({
      id: auditEntries.id,
      action: auditEntries.action,
      after: auditEntries.after,
      at: auditEntries.at,
      by: users.name,
      attendeeId: attendees.id,
      names: attendees.names,
    })
    .from(attendees)
    .innerJoin(auditEntries, eq(auditEntries.subjectId, attendees.id))
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      and(
        eq(attendees.invitationId, invitationId),
        eq(attendees.eventId, eventId),
        eq(auditEntries.eventId, eventId),
        inArray(auditEntries.action, [...told]),
      ),
    )
    .orderBy(asc(auditEntries.at))
  const given = new Set<string>()
  return rows.map(({ action, after, attendeeId, ...row }) => {
    const what = deedOf(action, given.has(attendeeId))
    if (what === 'filled') given.add(attendeeId)
    if (what === 'withdrawn') given.delete(attendeeId)
    return { ...row, kind: 'gate' as const, what, list: numberIn(after) }
  })
}

function deedOf(action: string, isGiven: boolean): GateDeed {
  if (action === 'clearance.fill') return isGiven ? 'changed' : 'filled'
  if (action === 'clearance.withdraw') return 'withdrawn'
  return action === 'clearance.listed' ? 'listed' : 'unlisted'
}

function numberIn(after: unknown): number | null {
  const number = typeof after === 'object' && after !== null && 'number' in after ? after.number : null
  return typeof number === 'number' ? number : null
}

/** A line in the story of everybody who came onto a numbered list, or was on the one before and is no longer. */
export async function tellListed(
  tx: Tx,
  { officeId, eventId, actor }: EventScope,
  { number, listed, unlisted, now }: { number: number; listed: string[]; unlisted: string[]; now: Date },
): Promise<void> {
  const line = (action: (typeof told)[number]) => (subjectId: string) => ({
    ...{ id: newId(), officeId, eventId, actorKind: actor.kind, actorId: actor.id },
    ...{ action, subjectId, before: null, after: { number }, at: now },
  })
  const lines = [...listed.map(line('clearance.listed')), ...unlisted.map(line('clearance.unlisted'))]
  for (const some of chunked(lines)) await tx.insert(auditEntries).values(some)
}
