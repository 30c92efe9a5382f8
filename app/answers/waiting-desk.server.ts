import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import type { AnswerSource } from './history.server.ts'
import type { Letters } from './letters.server.ts'
import { asItStands } from './offers.ts'
import { readQuota, readSeatings } from './seating.server.ts'
import { type Change, decide, roomOf, type Seating } from './seats.ts'
import { type LineMoves, offerEnded, readOffersOver, writeMoves } from './waiting.server.ts'

export type How = 'give' | 'offer'

/** One who waits and gets a seat by the organiser's hand. */
export type Giving = {
  partId: string
  attendeeId: string
  how: How
  /** Although no seat is free, or their organisation holds all it may have. */
  anyway: boolean
  note: string
  now: Date
}

export type GivingRefusal =
  | 'notFound'
  | 'eventCancelled'
  | 'partOver'
  | 'notWaiting'
  | 'noSeatFree'
  | 'quotaFull'
  | 'tooLateToOffer'
  | 'noAddress'
type Refused = { ok: false; reason: GivingRefusal }
export type MovesPlan = { ok: true } & LineMoves

/** What giving or offering somebody a seat would change. Read twice, like `planAnswer`. */
export async function planGiving(
  read: Reader,
  scope: EventScope,
  given: Giving,
): Promise<MovesPlan | Refused> {
  const { partId, attendeeId, how, now } = given
  const found = await readPart(read, scope, partId, now)
  const row = found && (await readPlace(read, { ...given, ...found }))
  if (!found || !row) return { ok: false, reason: 'notFound' }
  const { seating } = found
  // The same form once more.
  if (row.status === (how === 'give' ? 'accepted' : 'offered')) return nothing
  const isOpen = row.status === 'waitlisted' || (row.status === 'offered' && how === 'give')
  if (!isOpen) return { ok: false, reason: 'notWaiting' }
  const reason = await refuseGiving(read, { ...found, row, given })
  if (reason) return { ok: false, reason }
  const ended = await readOffersOver(read, scope.eventId, now)
  const offer =
    how === 'offer'
      ? { to: 'offered' as const, offerUntil: seating.offerUntil ?? now }
      : { to: 'accepted' as const }
  const change: Change = { attendeeId, partId, from: row.status, movedUp: true, ...offer }
  // Their own offer, if its time is over, is answered by this one.
  return { ok: true, ended: ended.filter((one) => !isSame(one, change)), changes: [change] }
}

const nothing: MovesPlan = { ok: true, ended: [], changes: [] }

type Found = { part: typeof parts.$inferSelect; state: string; seating: Seating }

/** A part of this event with its seats; null when it is not there. */
async function readPart(
  read: Reader,
  { eventId }: EventScope,
  partId: string,
  now: Date,
): Promise<Found | null> {
  const [found] = await read
    .select({ part: parts, state: events.state })
    .from(parts)
    .innerJoin(events, eq(events.id, parts.eventId))
    .where(and(eq(parts.id, partId), eq(parts.eventId, eventId)))
  if (!found) return null
  const { part, state } = found
  const [seating] = await readSeatings(read, { parts: [part], event: { state } }, [{ partId }], now)
  return seating ? { part, state, seating } : null
}

async function readPlace(
  read: Reader,
  { attendeeId, part, state, now }: { attendeeId: string; part: Found['part']; state: string; now: Date },
) {
  const [row] = await read
    .select({
      status: attendances.status,
      offerUntil: attendances.offerUntil,
      restsSince: attendances.restsSince,
      email: attendees.email,
      organisationId: attendees.organisationId,
      invitationId: attendees.invitationId,
    })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(
      and(
        eq(attendances.partId, part.id),
        eq(attendances.attendeeId, attendeeId),
        eq(attendances.eventId, part.eventId),
      ),
    )
  return row && asItStands(row, { state }, part, now)
}

type Place = NonNullable<Awaited<ReturnType<typeof readPlace>>>

async function refuseGiving(
  read: Reader,
  { part, state, seating, row, given }: Found & { row: Place; given: Giving },
): Promise<GivingRefusal | null> {
  const { how, anyway, now } = given
  if (state === 'cancelled') return 'eventCancelled'
  if (now > part.endsAt) return 'partOver'
  if (how === 'offer' && !seating.offerUntil) return 'tooLateToOffer'
  if (how === 'offer' && !row.email) return 'noAddress'
  // They hold the seat that they were offered.
  if (anyway || row.status === 'offered') return null
  if (seating.capacity !== null && seating.taken >= seating.capacity) return 'noSeatFree'
  const quota = await readQuota(read, part, now)
  const room = roomOf(quota && { ...quota, organisationOf: () => undefined }, row.organisationId ?? undefined)
  return room > 0 ? null : 'quotaFull'
}

function isSame(one: Change, other: Change): boolean {
  return one.attendeeId === other.attendeeId && one.partId === other.partId
}

type Acting = { letters: Letters }

/**
 * Gives somebody who waits a seat, or offers it for as long as the part's rule says. Refused: who is not on this part's
 * waiting list, without a free seat or room in their organisation's quota unless it is given anyway, an offer to
 * somebody no mail reaches, or so late that nobody could take it.
 */
export async function giveSeat(tx: Tx, scope: EventScope, { letters, ...given }: Giving & Acting) {
  await lockEvent(tx, scope.eventId)
  const plan = await planGiving(tx, scope, given)
  if (!plan.ok) return plan
  const { note, now, how } = given
  return writeMoves(tx, scope, {
    ...{ ...plan, letters, note, now, action: `waitingList.${how}` },
    source: byHand(scope, note),
  })
}

/** What a seat is given or offered by when the organiser does it. */
function byHand({ actor }: EventScope, note: string): AnswerSource {
  return { via: 'in_person', enteredBy: actor.kind === 'user' ? actor.id : null, note }
}

export type Serving = { partId: string; how: How; now: Date }

/** What it would change to give or offer all free seats of a part to those who wait, in their order. */
export async function planServing(
  read: Reader,
  scope: EventScope,
  { partId, how, now }: Serving,
): Promise<MovesPlan | Refused> {
  const found = await readPart(read, scope, partId, now)
  if (!found) return { ok: false, reason: 'notFound' }
  const { part, state, seating } = found
  if (state === 'cancelled') return { ok: false, reason: 'eventCancelled' }
  if (now > part.endsAt) return { ok: false, reason: 'partOver' }
  if (how === 'offer' && !seating.offerUntil) return { ok: false, reason: 'tooLateToOffer' }
  const giving = how === 'give' ? ('atOnce' as const) : ('offer' as const)
  const ended = await readOffersOver(read, scope.eventId, now)
  return { ok: true, ended, changes: decide([{ ...seating, giving }], []) }
}

/** Gives or offers all free seats of a part in the order of its waiting list. Refused like `giveSeat`. */
export async function serveInOrder(tx: Tx, scope: EventScope, { letters, ...given }: Serving & Acting) {
  await lockEvent(tx, scope.eventId)
  const plan = await planServing(tx, scope, given)
  if (!plan.ok) return plan
  const { now, how } = given
  const written = await writeMoves(tx, scope, {
    ...{ ...plan, letters, now, action: `waitingList.${how}` },
    source: byHand(scope, ''),
  })
  return written.ok ? ({ ok: true, seated: plan.changes.length } as const) : written
}

export type Withdrawing = { partId: string; attendeeId: string; note: string; now: Date }

/** What it would change that an offer is taken back: the seat goes on by the part's rule. */
export async function planOfferWithdrawal(
  read: Reader,
  scope: EventScope,
  { partId, attendeeId, now }: Withdrawing,
): Promise<MovesPlan | Refused> {
  const found = await readPart(read, scope, partId, now)
  const row = found && (await readPlace(read, { ...found, attendeeId, now }))
  if (!found || !row) return { ok: false, reason: 'notFound' }
  if (row.status === 'waitlisted' && row.restsSince) return nothing
  if (row.status !== 'offered') return { ok: false, reason: 'notWaiting' }
  const own = offerEnded({ attendeeId, partId }, 'withdrawn')
  const seating = await withoutOffer(read, found, row, now)
  const over = await readOffersOver(read, scope.eventId, now)
  return { ok: true, ended: [...over, own], changes: decide([seating], []) }
}

/** The part's seats as if that offer had not been made. */
async function withoutOffer(read: Reader, { part, state }: Found, row: Place, now: Date): Promise<Seating> {
  // One more wish reaches one more of those who wait.
  const wishes = [{ partId: part.id }, { partId: part.id }]
  const [seating] = await readSeatings(read, { parts: [part], event: { state } }, wishes, now)
  if (!seating) throw new Error(`No seats in part ${part.id}`)
  const { quota, taken } = seating
  const held = new Map(quota?.held)
  if (row.organisationId) held.set(row.organisationId, (held.get(row.organisationId) ?? 1) - 1)
  return { ...seating, taken: taken - 1, quota: quota && { ...quota, held } }
}

/** Takes an offered seat back; they are told and wait without being offered another by itself. */
export async function withdrawOffer(tx: Tx, scope: EventScope, { letters, ...given }: Withdrawing & Acting) {
  await lockEvent(tx, scope.eventId)
  const plan = await planOfferWithdrawal(tx, scope, given)
  if (!plan.ok) return plan
  const { note, now } = given
  return writeMoves(tx, scope, { ...plan, letters, note, now, action: 'waitingList.withdrawOffer' })
}
