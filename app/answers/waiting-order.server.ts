import { and, asc, eq, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note as tell } from '#app/events/note.server.ts'
import type { Tx } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { organisationQuotas } from '#db/schema/waiting.server.ts'
import { isInLine, lineOrder } from './seating.server.ts'
import { tellLine } from './waiting.server.ts'

export const directions = ['up', 'down', 'first'] as const

type Moving = {
  partId: string
  attendeeId: string
  direction: (typeof directions)[number]
  note: string
  now: Date
}

/** Moves somebody on a part's waiting list; why is kept in their story. Refused: who does not wait there in line. */
export async function moveInLine(
  tx: Tx,
  scope: EventScope,
  { partId, attendeeId, direction, note, now }: Moving,
) {
  await lockEvent(tx, scope.eventId)
  const line = await tx
    .select({
      id: attendances.attendeeId,
      rank: attendances.waitingRank,
      invitationId: attendees.invitationId,
    })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(and(eq(attendances.partId, partId), eq(attendances.eventId, scope.eventId), isInLine))
    .orderBy(...lineOrder)
  const at = line.findIndex(({ id }) => id === attendeeId)
  const one = line[at]
  if (!one) return { ok: false, reason: 'notFound' } as const
  const to =
    direction === 'first' ? 0 : Math.max(0, Math.min(line.length - 1, at + (direction === 'up' ? -1 : 1)))
  if (to === at) return { ok: true } as const
  const after = line.toSpliced(at, 1).toSpliced(to, 0, one)
  // Down to the last who was ever moved the front has ranks; behind it the order in which answers came holds.
  const ranked =
    Math.max(
      at,
      to,
      line.findLastIndex(({ rank }) => rank < 0),
    ) + 1
  for (const [index, { id, rank }] of after.slice(0, ranked).entries())
    if (rank !== index - ranked)
      await tx
        .update(attendances)
        .set({ waitingRank: index - ranked })
        .where(and(eq(attendances.partId, partId), eq(attendances.attendeeId, id)))
  await tellLine(tx, scope, { why: 'lineMove', note, now, invited: [{ ...one, id: attendeeId }] })
  await tell(tx, scope, {
    action: 'waitingList.move',
    subjectId: partId,
    before: { attendeeId, place: at + 1 },
    after: { attendeeId, place: to + 1 },
    now,
  })
  return { ok: true } as const
}

/** Somebody who let an offer go by stands in line again, at its end. */
export async function putBackInLine(
  tx: Tx,
  scope: EventScope,
  { partId, attendeeId, note, now }: Omit<Moving, 'direction'>,
) {
  await lockEvent(tx, scope.eventId)
  const [back] = await tx
    .update(attendances)
    .set({ restsSince: null, waitingSince: now, waitingRank: 0 })
    .where(
      and(
        eq(attendances.partId, partId),
        eq(attendances.attendeeId, attendeeId),
        eq(attendances.eventId, scope.eventId),
        eq(attendances.status, 'waitlisted'),
        sql`${attendances.restsSince} is not null`,
      ),
    )
    .returning({ id: attendances.attendeeId })
  if (!back) return { ok: false, reason: 'notFound' } as const
  const invited = await tx
    .select({ id: attendees.id, invitationId: attendees.invitationId })
    .from(attendees)
    .where(eq(attendees.id, attendeeId))
  await tellLine(tx, scope, { why: 'lineBack', note, now, invited })
  await tell(tx, scope, { action: 'waitingList.back', subjectId: partId, after: { attendeeId }, now })
  return { ok: true } as const
}

/** How many seats of a part one organisation may hold; null: as many as the part's rule says. */
export async function setOrganisationQuota(
  tx: Tx,
  scope: EventScope,
  {
    partId,
    organisationId,
    seats,
    now,
  }: { partId: string; organisationId: string; seats: number | null; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const [part] = await tx
    .select({ id: parts.id })
    .from(parts)
    .where(and(eq(parts.id, partId), eq(parts.eventId, scope.eventId)))
  const [organisation] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), eq(organisations.officeId, scope.officeId)))
    .orderBy(asc(organisations.id))
  if (!part || !organisation) return { ok: false, reason: 'notFound' } as const
  const target = [organisationQuotas.partId, organisationQuotas.organisationId]
  if (seats === null)
    await tx
      .delete(organisationQuotas)
      .where(
        and(eq(organisationQuotas.partId, partId), eq(organisationQuotas.organisationId, organisationId)),
      )
  else
    await tx
      .insert(organisationQuotas)
      .values({ partId, organisationId, seats })
      .onConflictDoUpdate({ target, set: { seats } })
  const after = { organisationId, seats }
  await tell(tx, scope, { action: 'waitingList.quota', subjectId: partId, after, now })
  return { ok: true } as const
}
