import { and, eq, inArray, lt, lte, or } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { chunked } from '#app/invitations/inviting.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { mailsFor, sendOut } from './answer.server.ts'
import { type AnswerSource, moveUp } from './history.server.ts'
import type { Letters } from './letters.server.ts'
import { readSeatings } from './seating.server.ts'
import { type Change, decide } from './seats.ts'

/** What becomes of the waiting lists without anybody answering: whose offers end, and whose turn has come. */
export type LineMoves = { ended: Change[]; changes: Change[] }

/** An offer that may not be taken any more: its time is over, the part has begun, the event is called off. */
export function isOfferOver(now: Date) {
  return and(
    eq(attendances.status, 'offered'),
    or(lt(attendances.offerUntil, now), lte(parts.startsAt, now), eq(events.state, 'cancelled')),
  )
}

/** What the rule asks for as things stand: offers let go by end, and those who wait are served as far as seats go. */
export async function planFreeSeats(read: Reader, { eventId }: EventScope, now: Date): Promise<LineMoves> {
  const [event] = await read.select({ state: events.state }).from(events).where(eq(events.id, eventId))
  const itsParts = await read.select().from(parts).where(eq(parts.eventId, eventId))
  const wanted = itsParts.map(({ id }) => ({ partId: id }))
  const seatings = await readSeatings(
    read,
    { parts: itsParts, event: { state: event?.state ?? 'cancelled' } },
    wanted,
    now,
  )
  return { ended: await readOffersOver(read, eventId, now), changes: decide(seatings, []) }
}

/** The offers of an event whose time is over and which nobody has ended yet. */
export async function readOffersOver(read: Reader, eventId: string, now: Date): Promise<Change[]> {
  const rows = await read
    .select({ attendeeId: attendances.attendeeId, partId: attendances.partId })
    .from(attendances)
    .innerJoin(parts, eq(parts.id, attendances.partId))
    .innerJoin(events, eq(events.id, parts.eventId))
    .where(and(eq(attendances.eventId, eventId), isOfferOver(now)))
  return rows.map((row) => offerEnded(row, 'lapsed'))
}

export function offerEnded(
  { attendeeId, partId }: Pick<Change, 'attendeeId' | 'partId'>,
  ended: 'lapsed' | 'withdrawn',
): Change {
  return { attendeeId, partId, from: 'offered', to: 'waitlisted', movedUp: false, ended }
}

/**
 * Serves the waiting lists by their parts' rules: ends the offers whose time is over, and seats those who wait, or offers
 * them the seat, wherever seats are free. `changed` when something else comes out than mails were prepared for.
 */
export async function giveFreeSeats(
  tx: Tx,
  scope: EventScope,
  { letters, now }: { letters: Letters; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const moves = await planFreeSeats(tx, scope, now)
  const written = await writeMoves(tx, scope, { ...moves, letters, now, action: 'waitingList.serve' })
  return written.ok ? ({ ...written, seated: moves.changes.length } as const) : written
}

type Writing = LineMoves & {
  letters: Letters
  now: Date
  /** What the audit calls it. */
  action: string
  note?: string
  source?: AnswerSource
}

/** The one way in which a waiting list moves by itself or by the organiser's hand, with the mails that tell it. */
export async function writeMoves(
  tx: Tx,
  scope: EventScope,
  { ended, changes, letters, now, action, note = '', source }: Writing,
) {
  const mails = mailsFor([...ended, ...changes], letters)
  if (!mails) return { ok: false, reason: 'changed' } as const
  if (ended.length + changes.length === 0) return { ok: true } as const
  await endOffers(tx, scope, { ended, note, now })
  await moveUp(tx, scope.eventId, { changes, now, ...(source && { source }) })
  await sendOut(tx, { mails, now })
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    eventId: scope.eventId,
    action,
    // Why is told in each guest's story alone, where an erasure finds it.
    after: { ended, changes },
    now,
  })
  return { ok: true } as const
}

/** They wait again where they stood, but no seat comes to them by itself until they ask for one. */
async function endOffers(
  tx: Tx,
  scope: EventScope,
  { ended, note, now }: { ended: readonly Change[]; note: string; now: Date },
): Promise<void> {
  for (const [partId, theirs] of Map.groupBy(ended, (change) => change.partId))
    for (const some of chunked(theirs)) {
      const ids = some.map(({ attendeeId }) => attendeeId)
      await tx
        .update(attendances)
        .set({ status: 'waitlisted', offerUntil: null, restsSince: now })
        .where(and(eq(attendances.partId, partId), inArray(attendances.attendeeId, ids)))
      const invited = await tx
        .select({ id: attendees.id, invitationId: attendees.invitationId })
        .from(attendees)
        .where(inArray(attendees.id, ids))
      const why = some[0]?.ended === 'withdrawn' ? 'offerWithdrawn' : 'offerLapsed'
      await tellLine(tx, scope, { why, note, now, invited })
    }
}

export type LineDeed = 'offerLapsed' | 'offerWithdrawn' | 'lineMove' | 'lineBack'

/** A line in each guest's story of what happened to them on a waiting list. */
export async function tellLine(
  tx: Tx,
  { officeId, eventId, actor }: EventScope,
  {
    why,
    note,
    now,
    invited,
  }: {
    why: LineDeed
    note: string
    now: Date
    invited: readonly { id: string; invitationId: string | null }[]
  },
): Promise<void> {
  const entries = invited.map(({ id, invitationId }) => ({
    ...{ id: newId(), officeId, eventId, actorKind: actor.kind, actorId: actor.id, at: now },
    ...{
      action: `invitation.${why}`,
      subjectId: invitationId,
      before: null,
      after: { attendeeId: id, note },
    },
  }))
  if (entries.length) await tx.insert(auditEntries).values(entries)
}
