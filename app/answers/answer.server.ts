import { and, eq } from 'drizzle-orm'
import { tellCalendars } from '#app/calendar/told.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { enqueueMany } from '#app/mail/outbox.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { answers, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { planSaid, savePlanned, tracesOf } from './asked.server.ts'
import { type AnswerSource, saveChanges } from './history.server.ts'
import { type Letters, letterKey, organisationKey, type ReadyMail } from './letters.server.ts'
import { describe } from './people.ts'
import { type AnswerPlan, type AnswerRights, planAnswer } from './plan.server.ts'
import type { AnswerRefusal, Change, GivenAnswer } from './rules.ts'
import type { GuestScope } from './scope.server.ts'
import type { Answering } from './standing.server.ts'

export type AnswerResult =
  | { ok: true; isRepeated: boolean; changes: Change[] }
  | { ok: false; reason: AnswerRefusal }
  | { ok: false; reason: 'changed' }

/**
 * Records what a guest or an institution answers: who has a seat and who waits, the history, and the mails prepared by
 * `prepareLetters`. Refused: after the deadline, a cancelled event, more names than seats, parts that were not offered;
 * `changed` when something else comes out than mails were prepared for. Callers mostly want `submitAnswer`.
 */
export function answerInvitation(
  tx: Tx,
  scope: GuestScope,
  { given, letters, now }: { given: GivenAnswer; letters: Letters; now: Date },
): Promise<AnswerResult> {
  const source = { via: 'link' as const, enteredBy: null, note: '' }
  return recordAnswer(tx, scope, { given, letters, source, rights: guestRights, now })
}

export const guestRights: AnswerRights = { byDesk: false, beyondCapacity: false }

type Recording = {
  given: GivenAnswer
  letters: Letters
  source: AnswerSource
  rights: AnswerRights
  now: Date
}

/** The one way in which answers are written, whoever gives them. */
export async function recordAnswer(
  tx: Tx,
  answering: Answering,
  recording: Recording,
): Promise<AnswerResult> {
  const { given, letters, rights, now } = recording
  await lockEvent(tx, answering.eventId)
  const plan = await planAnswer(tx, answering, given, { ...rights, now })
  if (!plan.ok) return plan
  if (plan.isRepeated) return { ok: true, isRepeated: true, changes: [] }
  const mails = mailsFor(plan.changes, letters)
  const toOrganisation = plan.standing.invitation.organisationId ? letters.get(organisationKey) : []
  if (!mails || !toOrganisation) return { ok: false, reason: 'changed' }
  const asked = await planSaid(tx, plan.standing, given, { ...rights, now })
  if (!asked.ok) return asked

  await savePeople(tx, plan, recording)
  await saveReplies(tx, plan, recording)
  await saveChanges(tx, answering.eventId, plan, recording)
  await savePlanned(tx, answering.eventId, asked, { now, officeId: answering.officeId })
  const [own] = recording.source.via === 'calendar' ? plan.changes : []
  await sendOut(tx, {
    mails: [...mails, ...toOrganisation],
    repliedBy: own && !own.movedUp ? own.attendeeId : null,
    now,
  })
  await audit(tx, answering.actor, {
    officeId: answering.officeId,
    eventId: answering.eventId,
    action: 'invitation.answer',
    subjectId: answering.invitationId,
    before: plan.changes.map(({ attendeeId, partId, from }) => ({ attendeeId, partId, status: from })),
    after: { ...given, said: tracesOf(asked), changes: plan.changes, ...recording.source },
    now,
  })
  return { ok: true, isRepeated: false, changes: plan.changes }
}

/** All mails that these changes call for; null when one was not prepared. */
export function mailsFor(changes: readonly Change[], letters: Letters): ReadyMail[] | null {
  const byReader = [...Map.groupBy(changes, ({ attendeeId }) => attendeeId)]
  const found = byReader.map(([attendeeId, theirs]) => letters.get(letterKey(attendeeId, theirs)))
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

/** What a person says about needs; whom an organisation names. */
async function savePeople(tx: Tx, { standing }: AnswerPlan, { given, now }: Recording) {
  const { invitation, organisation, people } = standing
  const answeredAt = invitation.answeredAt ?? now
  const message = given.message ?? invitation.message
  await tx
    .update(invitations)
    .set({ answeredAt, message, updatedAt: now })
    .where(eq(invitations.id, invitation.id))
  if (!invitation.organisationId) {
    if (given.needs)
      await tx
        .update(attendees)
        .set({ needs: given.needs, updatedAt: now })
        .where(eq(attendees.invitationId, invitation.id))
    return
  }
  for (const [rank, person] of (given.names ?? []).entries()) {
    const known = people.find(({ id }) => id === person.id)
    const organisationName = known?.organisationName ?? organisation?.name ?? {}
    const described = describe(person, { known, organisationName, language: given.language, rank })
    if (known)
      await tx
        .update(attendees)
        .set({ ...described, updatedAt: now })
        .where(and(eq(attendees.id, known.id), eq(attendees.invitationId, invitation.id)))
    else
      await tx.insert(attendees).values({
        ...described,
        id: person.id,
        eventId: invitation.eventId,
        invitationId: invitation.id,
        organisationId: invitation.organisationId,
        source: 'delegation',
        honorific: {},
        organisationName,
        language: invitation.language,
        needs: {},
        createdAt: now,
        updatedAt: now,
      })
  }
}

/** An organisation's own word on each part. */
async function saveReplies(tx: Tx, { standing }: AnswerPlan, { given, source, now }: Recording) {
  const { invitation } = standing
  if (!invitation.organisationId) return
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
