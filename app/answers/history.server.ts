import { and, eq, inArray, sql } from 'drizzle-orm'
import { chunked } from '#app/invitations/inviting.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type AnswerChannel, answers, attendances, attendees } from '#db/schema/invitations.server.ts'
import type { AnswerPlan } from './plan.server.ts'
import type { GivenAnswer } from './rules.ts'
import type { Change } from './seats.ts'

/** How an answer came in. */
export type AnswerSource = { via: AnswerChannel; enteredBy: string | null; note: string }

type Recorded = {
  given: GivenAnswer
  source: AnswerSource
  /** Whether those whom it is about said so themselves. */
  isOwnWord: boolean
  now: Date
}

/** Writes where each attendee now stands, with its line in the history. */
export async function saveChanges(
  tx: Tx,
  eventId: string,
  { standing, changes }: Pick<AnswerPlan, 'standing' | 'changes'>,
  recording: Recorded,
) {
  const { invitation } = standing
  const { given, source, now } = recording
  const own = changes.filter(({ movedUp }) => !movedUp)
  if (own.length) {
    const rows = own.map((change) => attendanceRow(eventId, standing, change, recording))
    await tx
      .insert(attendances)
      .values(rows)
      .onConflictDoUpdate({ target: [attendances.attendeeId, attendances.partId], set: asGiven })
    // Of those whom others spoke for only what changed is told.
    const told = own.filter(({ from, to }) => recording.isOwnWord || from !== to)
    const entries = told.map(({ attendeeId, partId, to }) => ({
      id: newId(),
      eventId,
      invitationId: invitation.id,
      attendeeId,
      partId,
      status: to,
      reason: reasonFor(given, partId, to),
      ...source,
      requestId: given.requestId,
      at: now,
    }))
    if (entries.length) await tx.insert(answers).values(entries)
  }
  await moveUp(tx, eventId, { changes: changes.filter(({ movedUp }) => movedUp), now })
}

const asGiven = {
  status: sql`excluded.status`,
  reason: sql`excluded.reason`,
  answeredVia: sql`excluded.answered_via`,
  answeredAt: sql`excluded.answered_at`,
  isOwnWord: sql`excluded.is_own_word`,
  waitingSince: sql`excluded.waiting_since`,
  waitingRank: sql`excluded.waiting_rank`,
  offerUntil: sql`excluded.offer_until`,
  restsSince: sql`excluded.rests_since`,
}

function attendanceRow(
  eventId: string,
  { attendances: before }: AnswerPlan['standing'],
  { attendeeId, partId, from, to, takesFrom, offerUntil }: Change,
  { given, source, isOwnWord, now }: Recorded,
) {
  // A place on the waiting list is kept, or is that of whoever stood there before; who let an offer go by has none.
  const place = before.find(
    (row) =>
      row.partId === partId &&
      row.attendeeId === (from === 'waitlisted' ? attendeeId : takesFrom) &&
      !row.restsSince,
  )
  const waits = to === 'waitlisted' || to === 'offered'
  return {
    attendeeId,
    partId,
    eventId,
    status: to,
    reason: reasonFor(given, partId, to),
    answeredVia: source.via,
    answeredAt: now,
    isOwnWord,
    waitingSince: waits ? (place?.waitingSince ?? now) : null,
    waitingRank: waits ? (place?.waitingRank ?? 0) : 0,
    offerUntil: offerUntil ?? null,
    restsSince: null,
  }
}

function reasonFor({ replies }: GivenAnswer, partId: string, status: Change['to']): string {
  return (status === 'declined' && replies.find((reply) => reply.partId === partId)?.reason) || ''
}

/** Gives those whose turn has come the seats decided for them, or offers them. */
export async function moveUp(
  tx: Tx,
  eventId: string,
  { changes, now, source }: { changes: readonly Change[]; now: Date; source?: AnswerSource },
): Promise<void> {
  const alike = Map.groupBy(
    changes,
    ({ partId, to, offerUntil }) => `${partId} ${to} ${offerUntil?.toISOString()}`,
  )
  for (const [first, ...more] of alike.values())
    for (const some of chunked([first, ...more].flatMap((change) => change?.attendeeId ?? [])))
      if (first) await seat(tx, eventId, { ...first, attendeeIds: some, now, source })
}

type Seated = Pick<Change, 'partId' | 'to' | 'offerUntil'> & {
  attendeeIds: string[]
  now: Date
  source: AnswerSource | undefined
}

async function seat(
  tx: Tx,
  eventId: string,
  { partId, to, offerUntil, attendeeIds, now, source }: Seated,
): Promise<void> {
  // Whoever is offered a seat keeps their place in the line for the case that they let it go by.
  const leavesLine = to === 'offered' ? {} : { waitingSince: null, waitingRank: 0 }
  const moved = await tx
    .update(attendances)
    .set({ status: to, offerUntil: offerUntil ?? null, restsSince: null, ...leavesLine })
    .where(
      and(
        eq(attendances.partId, partId),
        inArray(attendances.status, ['waitlisted', 'offered']),
        inArray(attendances.attendeeId, attendeeIds),
      ),
    )
    .returning({ attendeeId: attendances.attendeeId, via: attendances.answeredVia })
  const people = await tx
    .select({ id: attendees.id, invitationId: attendees.invitationId })
    .from(attendees)
    .where(inArray(attendees.id, attendeeIds))
  const invitationOf = new Map(people.map(({ id, invitationId }) => [id, invitationId]))
  const entries = moved.map(({ attendeeId, via }) => ({
    id: newId(),
    eventId,
    invitationId: invitationOf.get(attendeeId) ?? null,
    attendeeId,
    partId,
    status: to,
    via: via ?? ('link' as const),
    ...source,
    at: now,
  }))
  if (entries.length) await tx.insert(answers).values(entries)
}
