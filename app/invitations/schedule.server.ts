import { eq } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type MailingSchedule, mailings } from '#db/schema/mail.server.ts'
import { refuseApproval } from './approval.server.ts'
import { createMailing, lockMailing, tell, unapproved, userOf } from './mailing.server.ts'
import { textFor } from './rules.ts'
import { dueAtOf, isSameSchedule, proposedReminders, refuseSchedule } from './schedule.ts'
import { readTexts } from './texts.server.ts'

type Change = { mailingId: string; now: Date }

/**
 * Approves a letter with a schedule: from now on it goes by itself, to whom its audience holds at that time. What is
 * approved is its text, audience and schedule as they are: a change takes the approval back. Refused: `notFound`, one
 * that has none or is under way (`noSchedule`), `past`, `noSuchPart`, without text (`badText`), `cancelled`, and to
 * whom the office does not leave it (`secondPerson`).
 */
export async function approveSchedule(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  const { schedule, state } = mailing
  if (!schedule || (state !== 'draft' && state !== 'missed'))
    return { ok: false, reason: 'noSchedule' } as const
  const facts = await readEventFacts(tx, scope.eventId)
  const refusal =
    refuseSchedule(schedule, facts, now) ??
    (textFor(mailing, facts.languages[0] ?? 'en') ? null : 'badText') ??
    (await refuseApproval(tx, scope, mailing))
  if (refusal) return { ok: false, reason: refusal } as const
  const dueAt = dueAtOf(schedule, facts)
  await tx
    .update(mailings)
    .set({
      ...unapproved,
      state: 'scheduled',
      dueAt,
      approvedBy: userOf(scope),
      approvedAt: now,
      updatedAt: now,
    })
    .where(eq(mailings.id, mailingId))
  await tell(tx, scope, { action: 'mailing.schedule', id: mailingId, after: { schedule, dueAt }, now })
  return { ok: true, dueAt } as const
}

/** Takes the approval of a scheduled letter back: it does not go. Refused: `notFound`, one that waits for no time (`noSchedule`). */
export async function unschedule(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  if (mailing.state !== 'scheduled' && mailing.state !== 'missed')
    return { ok: false, reason: 'noSchedule' } as const
  await tx
    .update(mailings)
    .set({ ...unapproved, updatedAt: now })
    .where(eq(mailings.id, mailingId))
  await tell(tx, scope, { action: 'mailing.unschedule', id: mailingId, now })
  return { ok: true } as const
}

/**
 * Begins the reminders that the event's deadlines suggest and nobody has planned yet, from the office's template. None
 * goes before somebody approves it. `name` is what each is called. How many were begun.
 */
export async function proposeReminders(
  tx: Tx,
  scope: EventScope,
  { name, now }: { name(schedule: MailingSchedule): string; now: Date },
): Promise<number> {
  await lockOffice(tx, scope)
  const facts = await readEventFacts(tx, scope.eventId)
  const planned = await tx
    .select({ schedule: mailings.schedule })
    .from(mailings)
    .where(eq(mailings.eventId, scope.eventId))
  const missing = proposedReminders(facts, now).filter(
    (proposed) => !planned.some(({ schedule }) => isSameSchedule(schedule, proposed)),
  )
  const texts = await readTexts(tx, facts, 'reminder')
  for (const schedule of missing) {
    const audience = { who: 'unanswered' as const, partId: schedule.partId }
    const content = { name: name(schedule), audience, schedule, ...texts }
    await createMailing(tx, scope, { id: newId(), kind: 'reminder', content, now })
  }
  return missing.length
}
