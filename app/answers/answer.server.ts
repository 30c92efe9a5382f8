import { and, eq } from 'drizzle-orm'
import { tellCalendars } from '#app/calendar/told.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { changeAttendees } from '#app/invitations/attendees.server.ts'
import { enqueueMany } from '#app/mail/outbox.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { answers, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { planSaid, savePlanned, tracesOf } from './asked.server.ts'
import { type AnswerSource, saveChanges } from './history.server.ts'
import { type Letters, letterKey, organisationKey, type ReadyMail } from './letters.server.ts'
import { type Notice, noticeKey, noticesOf } from './notices.ts'
import { type AnswerPlan, type AnswerRights, type PlanRefusal, planAnswer, speakerOf } from './plan.server.ts'
import type { GivenAnswer } from './rules.ts'
import { leaveList, saveDelegation } from './save-people.server.ts'
import type { GuestScope } from './scope.server.ts'
import type { Change } from './seats.ts'
import type { Answering } from './standing.server.ts'

export type AnswerResult =
  | { ok: true; isRepeated: boolean; changes: Change[] }
  | PlanRefusal
  | { ok: false; reason: 'changed' }

/**
 * Records what a guest, an institution or one of those it named answers: who has a seat and who waits, the history, and
 * the mails prepared by `prepareLetters`. Names beyond an institution's seats become requests. Refused: after the
 * deadline, a cancelled event, parts that were not offered, rows that somebody else has changed meanwhile; `changed`
 * when something else comes out than mails were prepared for. Callers mostly want `submitAnswer`.
 */
export function answerInvitation(
  tx: Tx,
  scope: GuestScope,
  { given, letters, secret, now }: { given: GivenAnswer; letters: Letters; secret: string; now: Date },
): Promise<AnswerResult> {
  const source = { via: 'link' as const, enteredBy: null, note: '' }
  return recordAnswer(tx, scope, { given, letters, source, rights: guestRights, secret, now })
}

export const guestRights: AnswerRights = { byDesk: false, beyondCapacity: false }

type Recording = {
  given: GivenAnswer
  letters: Letters
  source: AnswerSource
  rights: AnswerRights
  /** What the links of those who are named are made from. */
  secret: string
  now: Date
}

/** The one way in which answers are written, whoever gives them. */
export async function recordAnswer(
  tx: Tx,
  answering: Answering,
  recording: Recording,
): Promise<AnswerResult> {
  const { given, letters, rights, source, now } = recording
  await lockEvent(tx, answering.eventId)
  const plan = await planAnswer(tx, answering, given, { ...rights, now })
  if (!plan.ok) return plan
  if (plan.isRepeated) return { ok: true, isRepeated: true, changes: [] }
  const mails = mailsFor(plan.changes, letters, noticesOf(plan, answering.attendeeId))
  const toOrganisation = plan.delegation ? letters.get(organisationKey) : []
  if (!mails || !toOrganisation) return { ok: false, reason: 'changed' }
  const asked = await planSaid(tx, plan.standing, given, { ...rights, now })
  if (!asked.ok) return asked

  await savePeople(tx, plan, answering, recording)
  if (plan.delegation) await saveReplies(tx, plan, recording)
  await saveChanges(tx, answering.eventId, plan, { given, source, now, isOwnWord: !plan.delegation })
  await savePlanned(tx, answering.eventId, asked, { now, officeId: answering.officeId })
  const speaker = speakerOf(plan.standing, answering.attendeeId ?? null)
  await sendOut(tx, {
    mails: [...mails, ...toOrganisation],
    repliedBy: source.via === 'calendar' ? (speaker?.id ?? null) : null,
    now,
  })
  await audit(tx, answering.actor, {
    officeId: answering.officeId,
    eventId: answering.eventId,
    action: 'invitation.answer',
    subjectId: answering.invitationId,
    before: plan.changes.map(({ attendeeId, partId, from }) => ({ attendeeId, partId, status: from })),
    after: {
      ...{ ...given, said: tracesOf(asked), changes: plan.changes },
      ...{ attendeeId: answering.attendeeId, ...source },
    },
    now,
  })
  return { ok: true, isRepeated: false, changes: plan.changes }
}

/** All mails that these changes call for; null when one was not prepared. */
export function mailsFor(
  changes: readonly Change[],
  letters: Letters,
  notices: readonly Notice[] = [],
): ReadyMail[] | null {
  const byReader = [...Map.groupBy(changes, ({ attendeeId }) => attendeeId)]
  const keys = [
    ...byReader.map(([attendeeId, theirs]) => letterKey(attendeeId, theirs)),
    ...notices.map(noticeKey),
  ]
  const found = keys.map((key) => letters.get(key))
  return found.includes(undefined) ? null : found.flatMap((mails) => mails ?? [])
}

/** Lays prepared mails into the outbox. `repliedBy` is whoever answered by calendar, see `tellCalendars`. */
export async function sendOut(
  tx: Tx,
  { mails, repliedBy, now }: { mails: readonly ReadyMail[]; repliedBy?: string | null; now: Date },
) {
  const told = await tellCalendars(tx, mails, { repliedBy: repliedBy ?? null, now })
  await enqueueMany(
    tx,
    told.map((mail) => ({ ...mail, dedupeKey: `answer:${newId()}`, now })),
  )
}

/** What a person says about needs; whom an organisation names; who gives the place back. */
async function savePeople(tx: Tx, plan: AnswerPlan, answering: Answering, { given, secret, now }: Recording) {
  const { standing, delegation, leaving } = plan
  const { invitation } = standing
  if (!answering.attendeeId)
    await tx
      .update(invitations)
      .set({
        answeredAt: invitation.answeredAt ?? now,
        message: given.message ?? invitation.message,
        ...(given.focal && { focalName: given.focal.name, focalPhone: given.focal.phone }),
        updatedAt: now,
      })
      .where(eq(invitations.id, invitation.id))
  if (delegation) return saveDelegation(tx, standing, delegation, { secret, now })
  await leaveList(tx, invitation.id, { ids: leaving, seat: 'removed', now })
  const speaker = speakerOf(standing, answering.attendeeId ?? null)
  if (given.needs && speaker)
    await changeAttendees(tx, {
      which: eq(attendees.id, speaker.id),
      set: { needs: given.needs, updatedAt: now },
    })
}

/** An organisation's own word on each part. */
async function saveReplies(tx: Tx, { standing }: AnswerPlan, { given, source, now }: Recording) {
  const { invitation } = standing
  for (const { partId, reply, reason } of given.replies) {
    await tx
      .update(invitationParts)
      .set({ status: reply, reason })
      .where(and(eq(invitationParts.invitationId, invitation.id), eq(invitationParts.partId, partId)))
    await tx.insert(answers).values({
      id: newId(),
      eventId: invitation.eventId,
      invitationId: invitation.id,
      attendeeId: '',
      partId,
      status: reply,
      reason,
      ...source,
      requestId: given.requestId,
      at: now,
    })
  }
}
