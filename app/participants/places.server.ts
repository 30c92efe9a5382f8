import { and, eq, max } from 'drizzle-orm'
import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import { type Place, usualKinds } from '#app/directory/precedence.ts'
import { readOfficeOrder, readProtocol } from '#app/directory/precedence-facts.server.ts'
import { askOfficeRecount, askRecount, keepPrecedence } from '#app/directory/precedence-keys.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { type Direction, moved } from '#app/events/order.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { eventPrecedence, officePrecedence, precedencePlaces } from '#db/schema/precedence.server.ts'
import { leadsTo, type Subject } from './rules.ts'

type Placing = Subject & { place: Place['place']; anchorId: string | null; now: Date }

/**
 * Places a delegation or a person first, last, or beside another of its sort. Refused as `notFound`; as `circle` when the
 * other one stands where it does only because of this one.
 */
export async function placeSubject(
  tx: Tx,
  scope: EventScope,
  { subject, id, place, anchorId, now }: Placing,
) {
  await lockEvent(tx, scope.eventId)
  const needsAnchor = place === 'before' || place === 'after'
  if (needsAnchor !== (anchorId !== null) || !(await isHere(tx, scope, { subject, id })))
    return { ok: false, reason: 'notFound' } as const
  if (anchorId && !(await isHere(tx, scope, { subject, id: anchorId })))
    return { ok: false, reason: 'notFound' } as const
  const places = await placesOf(tx, scope, subject)
  if (anchorId && (anchorId === id || leadsTo(places, anchorId, id)))
    return { ok: false, reason: 'circle' } as const
  await savePlace(tx, scope, { subject, id }, { place, anchorId })
  const after = { subject, place, anchorId }
  await note(tx, scope, {
    action: 'precedence.place',
    subjectId: id,
    before: places.get(id) ?? null,
    after,
    now,
  })
  await renew(tx, scope, { subject, id }, now)
  return { ok: true } as const
}

/** Lets a delegation or a person stand where the order has it again. */
export async function unplaceSubject(
  tx: Tx,
  scope: EventScope,
  { subject, id, now }: Subject & { now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const [before] = await tx.delete(precedencePlaces).where(isIt(scope, { subject, id })).returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  await note(tx, scope, { action: 'precedence.unplace', subjectId: id, before, now })
  await renew(tx, scope, { subject, id }, now)
  return { ok: true } as const
}

/**
 * Lets two neighbours of a list change places: `id` goes before (or after) `neighbourId`. Where the neighbour only stands
 * there because of `id`, it is the neighbour that goes to the other side.
 */
export async function passNeighbour(
  tx: Tx,
  scope: EventScope,
  {
    subject,
    id,
    neighbourId,
    direction,
    now,
  }: Subject & { neighbourId: string; direction: Direction; now: Date },
) {
  const side = direction === 'up' ? ('before' as const) : ('after' as const)
  const placed = await placeSubject(tx, scope, { subject, id, place: side, anchorId: neighbourId, now })
  if (placed.ok || placed.reason !== 'circle') return placed
  const otherSide = direction === 'up' ? ('after' as const) : ('before' as const)
  return placeSubject(tx, scope, { subject, id: neighbourId, place: otherSide, anchorId: id, now })
}

/** Moves a kind of organisation one place in the event's own order, which begins as the office's. */
export async function moveEventKind(
  tx: Tx,
  scope: EventScope,
  { kind, direction, now }: { kind: string; direction: Direction; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const { kinds: before } = await readProtocol(tx, scope)
  const kinds = movedKinds(before, kind, direction)
  if (!kinds) return { ok: false, reason: 'notFound' } as const
  await tx
    .insert(eventPrecedence)
    .values({ eventId: scope.eventId, kinds })
    .onConflictDoUpdate({ target: eventPrecedence.eventId, set: { kinds } })
  await note(tx, scope, { action: 'precedence.kinds', before, after: kinds, now })
  await askRecount(tx, [scope.eventId], now)
  return { ok: true } as const
}

/** Gives the event the office's order of kinds again. */
export async function resetEventKinds(tx: Tx, scope: EventScope, { now }: { now: Date }): Promise<void> {
  await lockEvent(tx, scope.eventId)
  const [before] = await tx
    .delete(eventPrecedence)
    .where(eq(eventPrecedence.eventId, scope.eventId))
    .returning()
  if (!before) return
  await note(tx, scope, { action: 'precedence.kinds', before: before.kinds, after: null, now })
  await askRecount(tx, [scope.eventId], now)
}

type OfficeChange = { kind: string; direction: Direction } | { substitutes: 'own' | 'place' } | 'usual'

/** Changes how the office orders its guests: one kind by one place, where substitutes sit, or all as usage has it. */
export async function editOfficeOrder(
  tx: Tx,
  scope: OfficeScope,
  { change, now }: { change: OfficeChange; now: Date },
) {
  const { officeId } = scope
  const before = await readOfficeOrder(tx, officeId)
  const after = changed(before, change)
  if (!after) return { ok: false, reason: 'notFound' } as const
  await tx
    .insert(officePrecedence)
    .values({ officeId, ...after })
    .onConflictDoUpdate({ target: officePrecedence.officeId, set: after })
  await audit(tx, scope.actor, { officeId, action: 'precedence.office', before, after, now })
  await askOfficeRecount(tx, officeId, now)
  return { ok: true } as const
}

function changed(before: Awaited<ReturnType<typeof readOfficeOrder>>, change: OfficeChange) {
  if (change === 'usual') return { kinds: [...usualKinds], substitutes: 'own' as const }
  if ('substitutes' in change) return { ...before, substitutes: change.substitutes }
  const kinds = movedKinds(before.kinds, change.kind, change.direction)
  return kinds && { ...before, kinds }
}

function movedKinds<Kind extends string>(kinds: readonly Kind[], kind: string, direction: Direction) {
  const rows = kinds.map((id) => ({ id }))
  return moved(rows, kind, direction)?.map(({ id }) => id) ?? null
}

const isIt = (scope: EventScope, { subject, id }: Subject) =>
  and(
    eq(precedencePlaces.eventId, scope.eventId),
    eq(precedencePlaces.subject, subject),
    eq(precedencePlaces.subjectId, id),
  )

/** A person is here as an attendee of the event; a delegation when somebody of it is. */
async function isHere(tx: Tx, { eventId }: EventScope, { subject, id }: Subject): Promise<boolean> {
  const column = subject === 'attendee' ? attendees.id : attendees.organisationId
  const [row] = await tx
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), eq(column, id)))
    .limit(1)
  return row !== undefined
}

async function placesOf(tx: Tx, { eventId }: EventScope, subject: Subject['subject']) {
  const rows = await tx
    .select()
    .from(precedencePlaces)
    .where(and(eq(precedencePlaces.eventId, eventId), eq(precedencePlaces.subject, subject)))
  return new Map(rows.map((row) => [row.subjectId, row]))
}

async function savePlace(
  tx: Tx,
  { eventId }: EventScope,
  { subject, id }: Subject,
  given: { place: Place['place']; anchorId: string | null },
) {
  const [last] = await tx
    .select({ turn: max(precedencePlaces.turn) })
    .from(precedencePlaces)
    .where(eq(precedencePlaces.eventId, eventId))
  const row = { ...given, turn: (last?.turn ?? 0) + 1 }
  await tx
    .insert(precedencePlaces)
    .values({ eventId, subject, subjectId: id, ...row })
    .onConflictDoUpdate({
      target: [precedencePlaces.eventId, precedencePlaces.subject, precedencePlaces.subjectId],
      set: row,
    })
}

/** A person takes along only who was placed beside them; a delegation all its people, who may be many. */
async function renew(tx: Tx, { eventId }: EventScope, { subject, id }: Subject, now: Date) {
  if (subject === 'attendee') await keepPrecedence(tx, eventId, [id])
  else await askRecount(tx, [eventId], now)
}
