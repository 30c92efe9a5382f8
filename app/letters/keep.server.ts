import { and, eq, isNull } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { type DocumentOwner, releaseDocuments } from '#app/files/document.server.ts'
import { isLanguage, type Localized } from '#app/i18n/languages.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { letterPapers, letters } from '#db/schema/letters.server.ts'
import { letterKey } from './issue.server.ts'
import { readLetterhead } from './letterhead.server.ts'
import { drawNumbers } from './number.server.ts'
import { writeReference } from './rules.ts'

/*
 * What is done with letters that are in the register already. No public page shows them, so the event's revision stays:
 * the letter's own row is the lock.
 */

/**
 * Declares a letter void: its number stays in the register, marked. Refused: `notFound`, and one that is void already
 * (`void`).
 */
export async function voidLetter(
  tx: Tx,
  scope: EventScope,
  { letterId, reason, now }: { letterId: string; reason: string; now: Date },
) {
  const [letter] = await tx
    .update(letters)
    .set({ voidedAt: now, voidReason: reason })
    .where(and(isLetter(scope, letterId), isNull(letters.voidedAt)))
    .returning({ id: letters.id })
  if (letter) {
    await tell(tx, scope, { action: 'letter.void', id: letterId, after: { reason }, now })
    return { ok: true } as const
  }
  const isThere = await tx.$count(letters, isLetter(scope, letterId))
  return { ok: false, reason: isThere ? ('void' as const) : ('notFound' as const) } as const
}

/**
 * Puts the scan of a letter beside it, in place of one that was there; that one is let go of (`released`) unless it went
 * with a mail. Refused: `notFound`.
 */
export async function attachScan(
  tx: Tx,
  scope: EventScope,
  { letterId, documentId, now }: { letterId: string; documentId: string; now: Date },
) {
  const [letter] = await tx
    .update(letters)
    .set({ eventId: scope.eventId })
    .where(isLetter(scope, letterId))
    .returning({ scanId: letters.scanId })
  if (!letter) return { ok: false, reason: 'notFound' } as const
  await tx.update(letters).set({ scanId: documentId }).where(eq(letters.id, letterId))
  const { scanId } = letter
  const hasLeft = scanId ? await tx.$count(letterPapers, eq(letterPapers.documentId, scanId)) : 0
  const released = scanId && !hasLeft ? [scanId] : []
  await releaseDocuments(tx, ownerOf(scope), released)
  await tell(tx, scope, { action: 'letter.scan', id: letterId, after: { documentId }, now })
  return { ok: true, released } as const
}

export type IncomingLetter = {
  id?: string
  theirReference: string
  /** `YYYY-MM-DD` on the letter, and when it reached us. */
  datedOn: string
  receivedOn: string
  sender: string
  subject: string
  language: string
  invitationId: string | null
  repliesTo: string | null
  scanId: string | null
  now: Date
}

/**
 * Enters a letter that came in, under the next number of what came in this year; once for each form. Refused: a guest or
 * a letter of ours that is not of this event (`notFound`).
 */
export async function enterIncoming(tx: Tx, scope: EventScope, given: IncomingLetter) {
  const { officeId, eventId, actor } = scope
  const { id = newId(), theirReference, datedOn, receivedOn, invitationId, repliesTo, scanId, now } = given
  const year = Number(receivedOn.slice(0, 4))
  const { incomingPattern } = await readLetterhead(tx, scope)
  const number = await drawNumbers(tx, { officeId, way: 'in', year, count: 1 })
  const before = await madeBefore(tx, letters, { id, ours: eq(letters.eventId, eventId) })
  const isOurs = before ? before.ok : await areOurs(tx, scope, { invitationId, repliesTo })
  if (before || !isOurs) {
    await drawNumbers(tx, { officeId, way: 'in', year, count: -1 })
    return before?.ok ? { ok: true as const, id, isNew: false } : ({ ok: false, reason: 'notFound' } as const)
  }
  const reference = writeReference(incomingPattern, { year, number })
  const inItsLanguage = (text: string): Localized => (text ? { [languageOf(given)]: text } : {})
  const [correspondent, subject] = [inItsLanguage(given.sender), inItsLanguage(given.subject)]
  await tx.insert(letters).values({
    ...{ id, officeId, eventId, way: 'in', year, number, reference, theirReference, datedOn, receivedOn },
    ...{ invitationId, repliesTo, scanId, correspondent, subject, batchId: id },
    searchKey: letterKey({ reference, theirReference, correspondent, subject }),
    createdBy: actor.kind === 'user' ? actor.id : null,
    createdAt: now,
  })
  await tell(tx, scope, {
    action: 'letter.receive',
    id,
    after: { reference, theirReference, invitationId },
    now,
  })
  return { ok: true as const, id, isNew: true }
}

function languageOf({ language }: IncomingLetter) {
  return isLanguage(language) ? language : 'en'
}

async function areOurs(
  tx: Tx,
  scope: EventScope,
  { invitationId, repliesTo }: { invitationId: string | null; repliesTo: string | null },
): Promise<boolean> {
  const guest = and(eq(invitations.id, invitationId ?? ''), eq(invitations.eventId, scope.eventId))
  if (invitationId && !(await tx.$count(invitations, guest))) return false
  return !repliesTo || (await tx.$count(letters, isLetter(scope, repliesTo))) > 0
}

function isLetter({ eventId }: EventScope, letterId: string) {
  return and(eq(letters.id, letterId), eq(letters.eventId, eventId))
}

function ownerOf({ officeId, eventId }: EventScope): DocumentOwner {
  return { officeId, eventId }
}

type Told = { action: string; id: string; after?: unknown; now: Date }

function tell(tx: Tx, { officeId, eventId, actor }: EventScope, { id, ...fact }: Told): Promise<void> {
  return audit(tx, actor, { officeId, eventId, subjectId: id, ...fact })
}
