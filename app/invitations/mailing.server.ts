import { and, eq, inArray, ne } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { keepUnseen } from '#app/events/rules.ts'
import type { Language } from '#app/i18n/languages.ts'
import { approveMessages, queueMessages } from '#app/mail/outbox.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import { textMistakes } from './letter.ts'
import { type Audience, holdsPrivateLink, type MailingKind, type MailingTexts } from './rules.ts'

/*
 * No `lockEvent` where only a mailing's own row and its drafts change: no public page shows them, the row is the lock,
 * and raising the event's revision would throw away every cached page.
 */

export type MailingContent = MailingTexts & { name: string; audience: Audience }
type NewMailing = { id?: string; kind: MailingKind; content: MailingContent; now: Date }

/** Begins a mailing, once for each form however often it is sent; nothing is written to anybody. */
export async function createMailing(
  tx: Tx,
  scope: EventScope,
  { id = newId(), kind, content, now }: NewMailing,
) {
  // The mailing has no row yet to be the lock.
  await lockOffice(tx, scope)
  const before = await madeBefore(tx, mailings, { id, ours: eq(mailings.eventId, scope.eventId) })
  if (before) return before
  await tx.insert(mailings).values({
    ...content,
    id,
    eventId: scope.eventId,
    kind,
    state: 'draft',
    createdBy: scope.actor.kind === 'user' ? scope.actor.id : null,
    createdAt: now,
    updatedAt: now,
  })
  await tell(tx, scope, { action: 'mailing.create', id, after: { kind, ...content }, now })
  return { ok: true, id } as const
}

/**
 * Changes texts and audience; `seen` are the languages the form showed, others stay. Refused: another event's
 * (`notFound`), once messages are prepared from it (`prepared`), and texts nobody may be sent (`badText`).
 */
export async function editMailing(
  tx: Tx,
  scope: EventScope,
  given: { mailingId: string; content: MailingContent; seen: readonly Language[]; now: Date },
) {
  const { mailingId, content, seen, now } = given
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  if (await countMessages(tx, mailingId)) return { ok: false, reason: 'prepared' } as const
  const texts = {
    subject: keepUnseen(mailing.subject, content.subject, seen),
    body: keepUnseen(mailing.body, content.body, seen),
  }
  if (isBad(texts)) return { ok: false, reason: 'badText' } as const
  const after = { ...content, ...texts }
  await tx
    .update(mailings)
    .set({ ...after, updatedAt: now })
    .where(eq(mailings.id, mailingId))
  const { name, audience, subject, body } = mailing
  const before = { name, audience, subject, body }
  await tell(tx, scope, { action: 'mailing.edit', id: mailingId, before, after, now })
  return { ok: true } as const
}

function isBad(texts: MailingTexts): boolean {
  const all = [...Object.values(texts.subject), ...Object.values(texts.body)]
  return textMistakes(texts).length > 0 || all.some(holdsPrivateLink)
}

type Change = { mailingId: string; now: Date }

/** Allows the prepared messages to go. Refused: `notFound`, or when nothing waits for approval (`notPrepared`). */
export async function approveMailing(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  if (mailing.state !== 'draft') return { ok: false, reason: 'notPrepared' } as const
  const chosen = { filter: { mailingId } }
  const approved = await approveMessages(tx, scope, { chosen, now })
  if (!approved) return { ok: false, reason: 'notPrepared' } as const
  await tx
    .update(mailings)
    .set({ state: 'approved', approvedBy: userOf(scope), approvedAt: now, updatedAt: now })
    .where(eq(mailings.id, mailingId))
  await tell(tx, scope, { action: 'mailing.approve', id: mailingId, after: { approved }, now })
  return { ok: true, approved } as const
}

/**
 * Sends what was approved: the messages go to the worker (wake it afterwards) and their invitations count as sent.
 * Refused: `notFound`, `notApproved`, and an event that guests could not see (`notPublished`, `cancelled`).
 */
export async function sendMailing(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const event = await lockEvent(tx, scope.eventId)
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  if (mailing.state !== 'approved') return { ok: false, reason: 'notApproved' } as const
  if (event.state === 'draft') return { ok: false, reason: 'notPublished' } as const
  if (event.state === 'cancelled') return { ok: false, reason: 'cancelled' } as const
  const chosen = { filter: { mailingId, state: 'approved' as const } }
  const queued = await queueMessages(tx, scope, { chosen, now })
  await markSent(tx, scope, now)
  await tx
    .update(mailings)
    .set({ state: 'sent', sentAt: now, updatedAt: now })
    .where(eq(mailings.id, mailingId))
  await tell(tx, scope, { action: 'mailing.send', id: mailingId, after: { queued }, now })
  return { ok: true, queued } as const
}

/** Counts as sent every invitation that a message about it has left for, however it was released. */
export async function markSent(tx: Tx, scope: EventScope, now: Date): Promise<void> {
  const written = tx
    .select({ id: messages.invitationId })
    .from(messages)
    .where(
      and(
        eq(messages.eventId, scope.eventId),
        inArray(messages.state, ['queued', 'sending', 'sent', 'unknown']),
      ),
    )
  await tx
    .update(invitations)
    .set({ state: 'sent', updatedAt: now })
    .where(
      and(
        eq(invitations.eventId, scope.eventId),
        eq(invitations.state, 'draft'),
        inArray(invitations.id, written),
      ),
    )
}

/**
 * Throws away what was prepared and has not been released, so that the text can be changed. How many messages.
 * Refused: `notFound`.
 */
export async function discardPrepared(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  const gone = await tx
    .delete(messages)
    .where(and(eq(messages.mailingId, mailingId), inArray(messages.state, ['draft', 'approved'])))
    .returning({ id: messages.id })
  const state = mailing.sentAt ? 'sent' : 'draft'
  await tx.update(mailings).set({ state, updatedAt: now }).where(eq(mailings.id, mailingId))
  await tell(tx, scope, { action: 'mailing.discard', id: mailingId, after: { discarded: gone.length }, now })
  return { ok: true, discarded: gone.length } as const
}

/** Deletes a mailing that nobody was written to by. Refused: `notFound`, `prepared`. */
export async function removeMailing(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  if (await countMessages(tx, mailingId)) return { ok: false, reason: 'prepared' } as const
  await tx.delete(mailings).where(eq(mailings.id, mailingId))
  await tell(tx, scope, { action: 'mailing.remove', id: mailingId, before: mailing, now })
  return { ok: true } as const
}

/** The mailing's row, held until the transaction ends; null when this event has none such. */
export async function lockMailing(tx: Tx, scope: EventScope, mailingId: string) {
  const [mailing] = await tx
    .update(mailings)
    .set({ eventId: scope.eventId })
    .where(and(eq(mailings.id, mailingId), eq(mailings.eventId, scope.eventId)))
    .returning()
  return mailing ?? null
}

/** Messages made from it, tests and withdrawn ones apart. */
function countMessages(read: Reader, mailingId: string): Promise<number> {
  return read.$count(messages, and(eq(messages.mailingId, mailingId), ne(messages.state, 'withdrawn')))
}

function userOf({ actor }: EventScope): string | null {
  return actor.kind === 'user' ? actor.id : null
}

type Told = { action: string; id: string; before?: unknown; after?: unknown; now: Date }

export function tell(tx: Tx, scope: EventScope, { id, ...fact }: Told): Promise<void> {
  const { officeId, eventId } = scope
  return audit(tx, scope.actor, { officeId, eventId, subjectId: id, ...fact })
}
