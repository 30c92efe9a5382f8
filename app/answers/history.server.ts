import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type AnswerChannel, answers, attendances, attendees } from '#db/schema/invitations.server.ts'
import type { AnswerPlan } from './plan.server.ts'
import type { Change, GivenAnswer } from './rules.ts'

/** How an answer came in. */
export type AnswerSource = { via: AnswerChannel; enteredBy: string | null; note: string }

type Recorded = { given: GivenAnswer; source: AnswerSource; now: Date }

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
    // Of a delegation only what changed is told: its own answer stands in the history already.
    const told = own.filter(({ from, to }) => !invitation.organisationId || from !== to)
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
  waitingSince: sql`excluded.waiting_since`,
}

function attendanceRow(
  eventId: string,
  { attendances: before }: AnswerPlan['standing'],
  { attendeeId, partId, from, to }: Change,
  { given, source, now }: Recorded,
) {
  const known = before.find((row) => row.attendeeId === attendeeId && row.partId === partId)
  const keepsPlace = from === 'waitlisted' && known?.waitingSince
  return {
    attendeeId,
    partId,
    eventId,
    status: to,
    reason: reasonFor(given, partId, to),
    answeredVia: source.via,
    answeredAt: now,
    waitingSince: to !== 'waitlisted' ? null : keepsPlace ? known.waitingSince : now,
  }
}

function reasonFor({ replies }: GivenAnswer, partId: string, status: Change['to']): string {
  return (status === 'declined' && replies.find((reply) => reply.partId === partId)?.reason) || ''
}

/** Gives those whose turn has come the seats decided for them. */
export async function moveUp(
  tx: Tx,
  eventId: string,
  { changes, now }: { changes: readonly Change[]; now: Date },
): Promise<void> {
  for (const { attendeeId, partId } of changes) {
    const [moved] = await tx
      .update(attendances)
      .set({ status: 'accepted', waitingSince: null })
      .where(
        and(
          eq(attendances.attendeeId, attendeeId),
          eq(attendances.partId, partId),
          eq(attendances.status, 'waitlisted'),
        ),
      )
      .returning({ via: attendances.answeredVia })
    const [attendee] = await tx
      .select({ invitationId: attendees.invitationId })
      .from(attendees)
      .where(eq(attendees.id, attendeeId))
    await tx.insert(answers).values({
      id: newId(),
      eventId,
      invitationId: attendee?.invitationId ?? null,
      attendeeId,
      partId,
      status: 'accepted',
      via: moved?.via ?? 'link',
      at: now,
    })
  }
}
