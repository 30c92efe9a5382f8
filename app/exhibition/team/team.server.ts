import { and, asc, eq, inArray, max } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { exhibitEdits } from '#db/schema/exhibit-content.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { linkToken, tokenHash } from '../../accounts/token.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import type { Language } from '../../i18n/languages.ts'

export const mostMembers = 20

type Which = { exhibitId: string; memberId: string; now: Date }
type NewMember = {
  id?: string
  exhibitId: string
  name: string
  email: string
  language: Language
  secret: string
  now: Date
}

/**
 * Adds somebody to an exhibit's team and makes their link; once, however often the form is sent. Refused: `notFound`,
 * `known` when the address is on the team already, `full` beyond `mostMembers`.
 */
export async function addMember(
  tx: Tx,
  scope: EventScope,
  { id = newId(), exhibitId, name, language, secret, now, ...given }: NewMember,
) {
  const { eventId } = scope
  await lockEvent(tx, eventId)
  const before = await madeBefore(tx, exhibitTeams, { id, ours: eq(exhibitTeams.exhibitId, exhibitId) })
  if (before) return before
  const isOurs = and(eq(exhibits.id, exhibitId), eq(exhibits.eventId, eventId))
  if (!(await tx.$count(exhibits, isOurs))) return { ok: false, reason: 'notFound' } as const
  const email = given.email.toLowerCase()
  const team = await readMembers(tx, scope, exhibitId)
  if (team.some((member) => member.email === email)) return { ok: false, reason: 'known' } as const
  if (team.length >= mostMembers) return { ok: false, reason: 'full' } as const
  const hash = tokenHash(linkToken(secret, 'booth', id, 1))
  await tx.insert(exhibitTeams).values({
    ...{ id, eventId, exhibitId, name, email, language, tokenHash: hash, createdAt: now, updatedAt: now },
  })
  await note(tx, scope, {
    ...{ action: 'exhibit.team.add', subjectId: exhibitId, after: { memberId: id, language }, now },
  })
  return { ok: true, id } as const
}

/** Takes somebody off a team: their link is dead from this moment; what they wrote stays. Refused: `notFound`. */
export async function removeMember(tx: Tx, scope: EventScope, { exhibitId, memberId, now }: Which) {
  await lockEvent(tx, scope.eventId)
  const gone = await tx
    .delete(exhibitTeams)
    .where(isMember(scope, { exhibitId, memberId }))
    .returning({ id: exhibitTeams.id })
  if (!gone.length) return { ok: false, reason: 'notFound' } as const
  await note(tx, scope, {
    ...{ action: 'exhibit.team.remove', subjectId: exhibitId, before: { memberId }, now },
  })
  return { ok: true } as const
}

/** Makes a new link for somebody; the old one is dead from this moment. Refused: `notFound`. */
export async function renewMemberLink(
  tx: Tx,
  scope: EventScope,
  { exhibitId, memberId, secret, now }: Which & { secret: string },
) {
  await lockEvent(tx, scope.eventId)
  const which = isMember(scope, { exhibitId, memberId })
  const [member] = await tx.select().from(exhibitTeams).where(which)
  if (!member) return { ok: false, reason: 'notFound' } as const
  const tokenVersion = member.tokenVersion + 1
  const hash = tokenHash(linkToken(secret, 'booth', memberId, tokenVersion))
  await tx.update(exhibitTeams).set({ tokenVersion, tokenHash: hash, updatedAt: now }).where(which)
  await note(tx, scope, {
    ...{ action: 'exhibit.team.renewLink', subjectId: exhibitId, after: { memberId, tokenVersion }, now },
  })
  return { ok: true } as const
}

/** By when a team is to hand in, or that it is not to by any time; of one exhibit, or of all of the event. Refused: `notFound`. */
export async function setDeadline(
  tx: Tx,
  scope: EventScope,
  { exhibitId, dueAt, all, now }: { exhibitId: string; dueAt: Date | null; all: boolean; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const ofEvent = eq(exhibits.eventId, scope.eventId)
  const set = await tx
    .update(exhibits)
    .set({ dueAt })
    .where(all ? ofEvent : and(ofEvent, eq(exhibits.id, exhibitId)))
    .returning({ id: exhibits.id })
  if (!set.some(({ id }) => id === exhibitId)) return { ok: false, reason: 'notFound' } as const
  const ids = set.map(({ id }) => id)
  await note(tx, scope, {
    ...{ action: 'exhibit.deadline', subjectId: exhibitId, after: { dueAt, ids }, now },
  })
  return { ok: true } as const
}

/** The team of an exhibit, in the order in which they were added, each with when they last wrote. */
export async function readMembers(read: Reader, { eventId }: EventScope, exhibitId: string) {
  const members = await read
    .select()
    .from(exhibitTeams)
    .where(and(eq(exhibitTeams.exhibitId, exhibitId), eq(exhibitTeams.eventId, eventId)))
    .orderBy(asc(exhibitTeams.createdAt), asc(exhibitTeams.id))
  const wrote = await readLastEdits(
    read,
    exhibitId,
    members.map(({ id }) => id),
  )
  return members.map((member) => ({ ...member, wroteAt: wrote.get(member.id) ?? null }))
}

export type Member = Awaited<ReturnType<typeof readMembers>>[number]

async function readLastEdits(read: Reader, exhibitId: string, ids: string[]) {
  if (!ids.length) return new Map<string | null, Date>()
  const rows = await read
    .select({ id: exhibitEdits.actorId, at: max(exhibitEdits.at) })
    .from(exhibitEdits)
    .where(
      and(
        eq(exhibitEdits.exhibitId, exhibitId),
        eq(exhibitEdits.actorKind, 'token'),
        inArray(exhibitEdits.actorId, ids),
      ),
    )
    .groupBy(exhibitEdits.actorId)
  return new Map(rows.flatMap(({ id, at }): [string | null, Date][] => (at ? [[id, at]] : [])))
}

function isMember({ eventId }: EventScope, { exhibitId, memberId }: Omit<Which, 'now'>) {
  return and(
    eq(exhibitTeams.id, memberId),
    eq(exhibitTeams.exhibitId, exhibitId),
    eq(exhibitTeams.eventId, eventId),
  )
}
