import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lastRelease, releasedItemsOf } from '#app/agenda/released.server.ts'
import { overlaps } from '#app/agenda/rules.ts'
import { isStale, type Seen } from '#app/agenda/seen.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { agendaItems, agendaSignUps } from '#db/schema/agenda.server.ts'
import { events } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { holdsSeat } from './rules.ts'
import type { GuestScope } from './scope.server.ts'
import { moveUpIn, seatedCount, waitingCount } from './sign-up-rows.server.ts'

/** Who holds this link speaks for themselves; null for an institution, whose people sign up by their own links. */
export async function ownAttendee(read: Reader, scope: GuestScope): Promise<string | null> {
  if (scope.isOrganisation) return null
  if (scope.attendeeId) return scope.attendeeId
  const [invited] = await read
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.invitationId, scope.invitationId), eq(attendees.source, 'invitation')))
  return invited?.id ?? null
}

/** The parts to which the holder of this link, or anybody their institution sends, is invited or comes. */
export async function partsInvitedTo(read: Reader, scope: GuestScope): Promise<string[]> {
  const rows = await read
    .selectDistinct({ partId: attendances.partId })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(
      and(
        eq(attendees.invitationId, scope.invitationId),
        scope.attendeeId ? eq(attendees.id, scope.attendeeId) : undefined,
        inArray(attendances.status, ['invited', 'accepted', 'tentative', 'waitlisted', 'attended']),
      ),
    )
  return rows.map(({ partId }) => partId)
}

type Which = { itemId: string; now: Date }

/**
 * Signs the holder of this link up for an item of a part in which they have a seat: seated while there are seats, else in
 * line. Once more is the same. Refused: `notFound`, `noSeatInPart`, `closed` once it has begun or the event is off.
 */
export async function signUp(tx: Tx, scope: GuestScope, { itemId, now }: Which) {
  const found = await lockForSignUp(tx, scope, { itemId, now })
  if (!found.ok) return found
  const { attendeeId } = found
  await moveUpIn(tx, itemId, now)
  const [counts] = await tx
    .select({ seated: seatedCount, waiting: waitingCount })
    .from(agendaSignUps)
    .where(eq(agendaSignUps.itemId, itemId))
  const isFree = found.seats === null || Number(counts?.seated ?? 0) < found.seats
  // A free seat never passes somebody by who waits for it.
  const state = isFree && !Number(counts?.waiting ?? 0) ? ('seated' as const) : ('waiting' as const)
  const [row] = await tx
    .insert(agendaSignUps)
    .values({ id: newId(), itemId, attendeeId, state, createdAt: now })
    .onConflictDoNothing({ target: [agendaSignUps.itemId, agendaSignUps.attendeeId] })
    .returning({ id: agendaSignUps.id })
  if (row) await tell(tx, scope, { action: 'signUp', itemId, after: { attendeeId, state }, now })
  return { ok: true, state } as const
}

/** Gives a seat, or a place in line, back; the next in line moves up. Refused as `signUp` is; `notFound` for none. */
export async function giveUp(tx: Tx, scope: GuestScope, { itemId, now }: Which) {
  await lockEvent(tx, scope.eventId)
  const attendeeId = await ownAttendee(tx, scope)
  const ofEvent = tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId)))
  const [gone] = await tx
    .delete(agendaSignUps)
    .where(and(inArray(agendaSignUps.itemId, ofEvent), eq(agendaSignUps.attendeeId, attendeeId ?? '')))
    .returning({ id: agendaSignUps.id })
  if (!gone) return { ok: false, reason: 'notFound' } as const
  await moveUpIn(tx, itemId, now)
  await tell(tx, scope, { action: 'giveUp', itemId, after: { attendeeId }, now })
  return { ok: true } as const
}

async function lockForSignUp(tx: Tx, scope: GuestScope, { itemId, now }: Which) {
  const event = await lockEvent(tx, scope.eventId)
  const attendeeId = await ownAttendee(tx, scope)
  const [item] = await tx
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId)))
  if (!item?.takesSignUps || !item.isScheduled || !attendeeId)
    return { ok: false, reason: 'notFound' } as const
  if (event.state !== 'published' || item.startsAt <= now) return { ok: false, reason: 'closed' } as const
  const [attendance] = await tx
    .select({ status: attendances.status })
    .from(attendances)
    .where(and(eq(attendances.attendeeId, attendeeId), eq(attendances.partId, item.partId)))
  if (!attendance || !holdsSeat(attendance.status)) return { ok: false, reason: 'noSeatInPart' } as const
  return { ok: true, attendeeId, seats: item.seats } as const
}

/**
 * How an item takes sign-ups; without seats there is no limit. Those who wait move up where there is room now. Refused:
 * `notFound`; `changedMeanwhile` when another editor was quicker.
 */
export async function setSignUps(
  tx: Tx,
  scope: EventScope,
  { itemId, seen, takesSignUps, seats, now }: Which & Seen & { takesSignUps: boolean; seats: number | null },
) {
  await lockEvent(tx, scope.eventId)
  const isOurs = and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId))
  const [item] = await tx.select().from(agendaItems).where(isOurs)
  if (!item) return { ok: false, reason: 'notFound' } as const
  if (isStale(item, seen)) return { ok: false, reason: 'changedMeanwhile' } as const
  const before = { takesSignUps: item.takesSignUps, seats: item.seats }
  const after = { takesSignUps, seats }
  await tx
    .update(agendaItems)
    .set({ ...after, version: sql`${agendaItems.version} + 1`, updatedAt: now })
    .where(isOurs)
  await moveUpIn(tx, itemId, now)
  await note(tx, scope, { action: 'agenda.item.signUps', subjectId: itemId, before, after, now })
  return { ok: true } as const
}

/** What somebody who comes may sign up for, as the public agenda tells it, and how they stand. */
export async function readSignUps(read: Reader, scope: GuestScope, now: Date) {
  const attendeeId = await ownAttendee(read, scope)
  const release = attendeeId && (await lastRelease(read, scope.eventId))
  if (!attendeeId || !release) return []
  const rows = await read
    .select({ id: agendaItems.id, seats: agendaItems.seats })
    .from(agendaItems)
    .innerJoin(events, and(eq(events.id, agendaItems.eventId), eq(events.state, 'published')))
    .innerJoin(
      attendances,
      and(
        eq(attendances.partId, agendaItems.partId),
        eq(attendances.attendeeId, attendeeId),
        inArray(attendances.status, ['accepted', 'attended']),
      ),
    )
    .where(and(eq(agendaItems.eventId, scope.eventId), eq(agendaItems.takesSignUps, true)))
  const ids = rows.map(({ id }) => id)
  if (!ids.length) return []
  const [items, standings] = await Promise.all([
    releasedItemsOf(read, release, ids),
    readStandings(read, ids, attendeeId),
  ])
  const seats = new Map(rows.map((row) => [row.id, row.seats]))
  const listed = items.map((item) => {
    const { seated = 0, mine = null, place = null } = standings.get(item.id) ?? {}
    const limit = seats.get(item.id) ?? null
    return {
      ...{ id: item.id, title: item.title, startsAt: item.startsAt, endsAt: item.endsAt },
      ...{ room: item.room?.name ?? null, mine, place },
      free: limit === null ? null : Math.max(0, limit - seated),
      isOpen: item.startsAt > now,
    }
  })
  return listed.map((item) => ({
    ...item,
    clashes: listed
      .filter((other) => other.id !== item.id && other.mine !== null && overlaps(item, other))
      .map(({ title }) => title),
  }))
}

export type ListedSignUp = Awaited<ReturnType<typeof readSignUps>>[number]
type Stand = { seated: number; mine: 'seated' | 'waiting' | null; place: number | null }

async function readStandings(read: Reader, ids: readonly string[], attendeeId: string) {
  const rows = await read
    .select({
      itemId: agendaSignUps.itemId,
      attendeeId: agendaSignUps.attendeeId,
      state: agendaSignUps.state,
    })
    .from(agendaSignUps)
    .where(inArray(agendaSignUps.itemId, [...ids]))
    .orderBy(asc(agendaSignUps.createdAt), asc(agendaSignUps.id))
  return new Map(
    [...Map.groupBy(rows, ({ itemId }) => itemId)].map(([id, those]): [string, Stand] => {
      const waiting = those.filter(({ state }) => state === 'waiting')
      const at = waiting.findIndex((row) => row.attendeeId === attendeeId)
      const mine = those.find((row) => row.attendeeId === attendeeId)?.state ?? null
      return [id, { seated: those.length - waiting.length, mine, place: at < 0 ? null : at + 1 }]
    }),
  )
}

/** Everybody who signed up for an item, those with a seat first, each in the order in which they came. */
export function readSignedUp(read: Reader, { eventId }: EventScope, itemId: string) {
  return read
    .select({
      id: agendaSignUps.id,
      state: agendaSignUps.state,
      createdAt: agendaSignUps.createdAt,
      invitationId: attendees.invitationId,
      honorific: attendees.honorific,
      names: attendees.names,
      position: attendees.position,
      organisationName: attendees.organisationName,
    })
    .from(agendaSignUps)
    .innerJoin(attendees, eq(attendees.id, agendaSignUps.attendeeId))
    .innerJoin(agendaItems, eq(agendaItems.id, agendaSignUps.itemId))
    .where(and(eq(agendaSignUps.itemId, itemId), eq(agendaItems.eventId, eventId)))
    .orderBy(asc(agendaSignUps.state), asc(agendaSignUps.createdAt), asc(agendaSignUps.id))
}

type Told = { action: string; itemId: string; after: unknown; now: Date }

function tell(tx: Tx, { officeId, eventId, actor }: GuestScope, { action, itemId, ...fact }: Told) {
  const about = { officeId, eventId, action: `agenda.item.${action}`, subjectId: itemId }
  return audit(tx, actor, { ...about, ...fact })
}
