import { randomBytes } from 'node:crypto'
import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { lockEvent } from '#app/events/lock.server.ts'
import { changeAttendees } from '#app/invitations/attendees.server.ts'
import { tokenHash } from '#app/invitations/token.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { parts } from '#db/schema/events.server.ts'
import {
  answers,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'
import { listingConsents } from '#db/schema/privacy.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { nameFacts } from '../names.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { blank, withoutWords } from '../words.ts'

/** Who they are in an event, what they answered, what they need, whether they may be listed. */
export const invitationChapter: Chapter = {
  name: 'invitation',
  async held(read, subject, audience) {
    return [
      ...(await whoTheyAre(read, subject)),
      ...(await whatTheyAnswered(read, subject, audience === 'identified')),
    ]
  },
  async erase(tx, subject, now) {
    const changed = { names: 0, seats: 0, answers: 0 }
    for (const eventId of subject.eventIds) {
      await lockEvent(tx, eventId)
      changed.seats += await giveUpSeats(tx, subject, { eventId, now })
    }
    changed.answers = (await blankAnswers(tx, subject)) + (await leaveOut(tx, subject))
    changed.names = await blankPeople(tx, subject, now)
    return changed
  },
}

async function whoTheyAre(read: Reader, { attendeeIds }: Subject): Promise<Fact[]> {
  const people = await read.select().from(attendees).where(inArray(attendees.id, attendeeIds))
  const consents = await read
    .select()
    .from(listingConsents)
    .where(inArray(listingConsents.attendeeId, attendeeIds))
  return people.flatMap((person) => {
    const { id, organisationName, email, phone, language, needs } = person
    const listing = consents.find(({ attendeeId }) => attendeeId === id)
    const { access = '', diet = '', listenLanguage } = needs
    return [
      ...nameFacts(person),
      { label: 'organisation', value: organisationName },
      { label: 'email', value: email ?? '' },
      { label: 'phone', value: phone ?? '' },
      { label: 'language', value: { language } },
      { label: 'needs', value: [access, diet, ...(listenLanguage ? [{ language: listenLanguage }] : [])] },
      { label: 'listing', value: { listing: listing?.agrees ?? false }, ...(listing && { at: listing.at }) },
    ] satisfies Fact[]
  })
}

async function whatTheyAnswered(read: Reader, subject: Subject, withNotes: boolean): Promise<Fact[]> {
  const given = await read
    .select({ answer: answers, part: parts.name })
    .from(answers)
    .innerJoin(parts, eq(parts.id, answers.partId))
    .where(inArray(answers.attendeeId, subject.attendeeIds))
    .orderBy(asc(answers.at), asc(answers.id))
  const messages = await read
    .select({ message: invitations.message })
    .from(invitations)
    .where(inArray(invitations.id, subject.ownInvitationIds))
  return [
    ...given.flatMap(({ answer: { status, reason, via, note, at }, part }): Fact[] => [
      { label: 'answer', value: [part, { status }, { channel: via }, reason], at },
      ...(withNotes && note ? [{ label: 'answerNote' as const, value: note, at }] : []),
    ]),
    ...messages.map(({ message }): Fact => ({ label: 'message', value: message })),
  ]
}

/** Nobody can come without a name: in what is not over yet, the seat is given up; what is past stays counted. */
async function giveUpSeats(tx: Tx, subject: Subject, { eventId, now }: { eventId: string; now: Date }) {
  const ahead = await tx
    .select({ id: parts.id })
    .from(parts)
    .where(and(eq(parts.eventId, eventId), gt(parts.endsAt, now)))
  if (!ahead.length) return 0
  const rows = await tx
    .update(attendances)
    .set({ status: 'cancelled', waitingSince: null, waitingRank: 0, offerUntil: null, restsSince: null })
    .where(
      and(
        inArray(attendances.attendeeId, subject.attendeeIds),
        inArray(
          attendances.partId,
          ahead.map(({ id }) => id),
        ),
        inArray(attendances.status, [
          'proposed',
          'invited',
          'accepted',
          'tentative',
          'waitlisted',
          'offered',
        ]),
      ),
    )
    .returning({ id: attendances.attendeeId })
  await tx
    .update(invitations)
    .set({ state: 'revoked' })
    .where(and(inArray(invitations.id, subject.ownInvitationIds), eq(invitations.eventId, eventId)))
  await changeAttendees(tx, {
    which: and(inArray(attendees.id, subject.attendeeIds), eq(attendees.eventId, eventId)),
    set: { seat: 'removed' },
  })
  return rows.length
}

async function blankAnswers(tx: Tx, { attendeeIds }: Subject): Promise<number> {
  await tx.update(attendances).set({ reason: '' }).where(inArray(attendances.attendeeId, attendeeIds))
  const rows = await tx
    .update(answers)
    .set({ reason: '', note: '' })
    .where(inArray(answers.attendeeId, attendeeIds))
    .returning({ id: answers.id })
  return rows.length
}

/** Whoever named them wrote of them, or gave them as the one to ask. */
async function leaveOut(tx: Tx, { sharedInvitationIds, words }: Subject): Promise<number> {
  const theirs = inArray(invitations.id, sharedInvitationIds)
  const places = [invitations.message, invitations.focalName, invitations.focalPhone]
  const told = await tx
    .select()
    .from(invitations)
    .where(and(theirs, or(...places.map((place) => holdsAny(place, words)))))
  for (const { id, message, focalName, focalPhone } of told)
    await tx
      .update(invitations)
      .set({
        message: withoutWords(message, words),
        focalName: withoutWords(focalName, words),
        focalPhone: withoutWords(focalPhone, words),
      })
      .where(eq(invitations.id, id))
  return told.length + (await leaveOutOfReasons(tx, sharedInvitationIds, words))
}

/** An institution's own reasons, and the answers in which it gave them. */
async function leaveOutOfReasons(tx: Tx, shared: string[], words: string[]): Promise<number> {
  const reasons = await tx
    .select()
    .from(invitationParts)
    .where(and(inArray(invitationParts.invitationId, shared), holdsAny(invitationParts.reason, words)))
  for (const { invitationId, partId, reason } of reasons)
    await tx
      .update(invitationParts)
      .set({ reason: withoutWords(reason, words) })
      .where(and(eq(invitationParts.invitationId, invitationId), eq(invitationParts.partId, partId)))
  const given = await tx
    .select()
    .from(answers)
    .where(
      and(
        inArray(answers.invitationId, shared),
        or(holdsAny(answers.reason, words), holdsAny(answers.note, words)),
      ),
    )
  for (const { id, reason, note } of given)
    await tx
      .update(answers)
      .set({ reason: withoutWords(reason, words), note: withoutWords(note, words) })
      .where(eq(answers.id, id))
  return reasons.length + given.length
}

async function blankPeople(tx: Tx, { attendeeIds, ownInvitationIds }: Subject, now: Date): Promise<number> {
  for (const id of ownInvitationIds)
    await tx
      .update(invitations)
      .set({
        ...{
          personId: null,
          message: '',
          focalName: '',
          focalPhone: '',
          wrongRecipientAt: null,
          updatedAt: now,
        },
        // No letter that is being written for it slips in, and nobody can make its link again.
        tokenVersion: sql`${invitations.tokenVersion} + 1`,
        tokenHash: tokenHash(randomBytes(32).toString('base64url')),
      })
      .where(eq(invitations.id, id))
  await tx.delete(listingConsents).where(inArray(listingConsents.attendeeId, attendeeIds))
  const changed = await changeAttendees(tx, {
    which: inArray(attendees.id, attendeeIds),
    set: { ...nobody, tokenVersion: sql`${attendees.tokenVersion} + 1`, updatedAt: now },
  })
  return changed.length
}

/** What is left of an attendee: their organisation, so that figures by kind stay true, and where they stood. */
export const nobody = {
  ...{ personId: null, honorific: {}, names: { latin: { full: blank } }, position: {} },
  ...{
    email: null,
    phone: null,
    needs: {},
    searchKey: '',
    sortKey: '',
    tokenHash: null,
    wrongRecipientAt: null,
  },
}
