import { and, asc, count, eq, isNotNull } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { parts, venues } from '#db/schema/events.server.ts'
import { booths } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { attendances, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { lockEvent } from './lock.server.ts'
import { note } from './note.server.ts'
import { type Direction, moved } from './order.ts'
import { keepUnseen, movesInCalendars, type PartContent, refusePartTimes } from './rules.ts'
import { raiseAgendaSequence } from './sequence.server.ts'

/** Adds a part as the last one; once, however often its form is sent. */
export async function addPart(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content, now }: { id?: string; content: PartContent; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, parts, { id, ours: eq(parts.eventId, scope.eventId) })
  if (before) return before
  const refusal = refusePartTimes(content) ?? (await refuseVenue(tx, scope, content.venueId))
  if (refusal) return { ok: false, reason: refusal } as const
  const [last] = await tx.select({ n: count() }).from(parts).where(eq(parts.eventId, scope.eventId))
  await tx.insert(parts).values({ ...content, id, eventId: scope.eventId, position: Number(last?.n ?? 0) })
  await note(tx, scope, { action: 'part.add', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

/**
 * Changes a part. Its calendar sequence rises when its time or place changes, and only then. With fewer seats than are
 * taken nobody loses theirs: only no further one is given.
 */
export async function editPart(
  tx: Tx,
  scope: EventScope,
  { partId, content, now }: { partId: string; content: PartContent; now: Date },
) {
  const event = await lockEvent(tx, scope.eventId)
  const before = await findPart(tx, scope, partId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const refusal = refusePartTimes(content) ?? (await refuseVenue(tx, scope, content.venueId))
  if (refusal) return { ok: false, reason: refusal } as const
  const sequence = before.sequence + (movesInCalendars(before, content) ? 1 : 0)
  const name = keepUnseen(before.name, content.name, event.languages)
  await tx
    .update(parts)
    .set({ ...content, name, sequence })
    .where(eq(parts.id, before.id))
  const ofParts = eq(parts.id, before.id)
  if (before.venueId !== content.venueId) await raiseAgendaSequence(tx, { eventId: scope.eventId, ofParts })
  await note(tx, scope, { action: 'part.edit', subjectId: partId, before, after: content, now })
  return { ok: true, id: partId } as const
}

/** Moves a part one place up or down; at the end of the list nothing happens. */
export async function movePart(
  tx: Tx,
  scope: EventScope,
  { partId, direction, now }: { partId: string; direction: Direction; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const rows = await tx
    .select({ id: parts.id })
    .from(parts)
    .where(eq(parts.eventId, scope.eventId))
    .orderBy(asc(parts.position), asc(parts.id))
  const order = moved(rows, partId, direction)
  if (!order) return { ok: false, reason: 'notFound' } as const
  for (const [position, { id }] of order.entries())
    await tx.update(parts).set({ position }).where(eq(parts.id, id))
  await note(tx, scope, { action: 'part.move', subjectId: partId, after: { direction }, now })
  return { ok: true } as const
}

/** Removes a part. Refused while somebody was invited to it or answered for it, or while it holds agenda, halls or booths. */
export async function removePart(tx: Tx, scope: EventScope, { partId, now }: { partId: string; now: Date }) {
  await lockEvent(tx, scope.eventId)
  const before = await findPart(tx, scope, partId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const refusal = await refuseRemoval(tx, partId)
  if (refusal) return { ok: false, reason: refusal } as const
  await tx.delete(parts).where(eq(parts.id, before.id))
  await note(tx, scope, { action: 'part.remove', subjectId: partId, before, now })
  return { ok: true } as const
}

async function refuseRemoval(tx: Tx, partId: string) {
  const answered = and(eq(attendances.partId, partId), isNotNull(attendances.answeredAt))
  if (await tx.$count(attendances, answered)) return 'partAnswered'
  const [invited] = await tx
    .select({ id: invitations.id })
    .from(invitationParts)
    .innerJoin(invitations, eq(invitations.id, invitationParts.invitationId))
    .where(and(eq(invitationParts.partId, partId), eq(invitations.state, 'sent')))
    .limit(1)
  if (invited) return 'partInvited'
  const holds =
    (await tx.$count(agendaItems, eq(agendaItems.partId, partId))) ||
    (await tx.$count(booths, eq(booths.partId, partId))) ||
    (await tx.$count(halls, eq(halls.partId, partId)))
  return holds ? 'partInUse' : null
}

async function refuseVenue(tx: Tx, scope: EventScope, venueId: string | null) {
  if (!venueId) return null
  const ours = and(eq(venues.id, venueId), eq(venues.eventId, scope.eventId))
  return (await tx.$count(venues, ours)) ? null : 'notFound'
}

async function findPart(tx: Tx, scope: EventScope, partId: string) {
  const [part] = await tx
    .select()
    .from(parts)
    .where(and(eq(parts.id, partId), eq(parts.eventId, scope.eventId)))
  return part ?? null
}
