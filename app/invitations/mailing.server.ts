import { and, eq, inArray, ne } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { keepUnseen } from '#app/events/rules.ts'
import type { Language } from '#app/i18n/languages.ts'
import { holdsPrivateLink } from '#app/mail/private-link.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import {
  type Enclosing,
  type MailingKind,
  type MailingSchedule,
  mailings,
  messages,
} from '#db/schema/mail.server.ts'
import type { Audience } from './audience.ts'
import { textMistakes } from './letter.ts'
import { type MailingTexts, mayBearDate } from './rules.ts'
import { dueAtOf, refuseSchedule } from './schedule.ts'

/*
 * No `lockEvent` where only a mailing's own row and its drafts change: no public page shows them, the row is the lock,
 * and raising the event's revision would throw away every cached page.
 */

export type MailingContent = MailingTexts & {
  name: string
  audience: Audience
  /** Left out or null: it goes when somebody sends it. */
  schedule?: MailingSchedule | null
  /** With a date for calendars; only where a letter of its kind may bear one. */
  withCalendar?: boolean
  /** Which letters of the register go with it. */
  enclosing?: Enclosing | null
}
export type NewMailing = { id?: string; kind: MailingKind; content: MailingContent; now: Date }

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
    withCalendar: content.withCalendar === true && mayBearDate(kind),
    id,
    eventId: scope.eventId,
    kind,
    state: 'draft',
    createdBy: userOf(scope),
    editedBy: userOf(scope),
    createdAt: now,
    updatedAt: now,
  })
  await tell(tx, scope, { action: 'mailing.create', id, after: { kind, ...content }, now })
  return { ok: true, id } as const
}

/**
 * Changes texts, audience and schedule; `seen` are the languages the form showed, others stay. An approval of what it
 * was before is gone with it. Refused: another event's (`notFound`), once messages are prepared from it (`prepared`),
 * texts nobody may be sent (`badText`), a time that is over (`past`) or counts from nothing (`noSuchPart`), and a date
 * for calendars beside a letter, which some mail programs show as an empty mail (`dateAndLetter`).
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
  const schedule = content.schedule ?? null
  const facts = schedule ? await readEventFacts(tx, scope.eventId) : null
  const refusal = facts && refuseSchedule(schedule, facts, now)
  if (refusal) return { ok: false, reason: refusal } as const
  const audience = keepChosen(mailing.audience as Audience, content.audience)
  const enclosing = content.enclosing ?? null
  const withCalendar = content.withCalendar === true && mayBearDate(mailing.kind)
  if (withCalendar && enclosing) return { ok: false, reason: 'dateAndLetter' } as const
  const after = { ...content, ...texts, audience, schedule, withCalendar, enclosing }
  const before = { ...mailing, audience: mailing.audience as Audience }
  // Whoever only looked has changed nothing, and no approval is lost by it.
  if (isSame(before, after)) return { ok: true } as const
  await tx
    .update(mailings)
    .set({
      ...after,
      dueAt: schedule && facts ? dueAtOf(schedule, facts) : null,
      editedBy: userOf(scope),
      ...(mailing.state === 'sent' ? {} : unapproved),
      updatedAt: now,
    })
    .where(eq(mailings.id, mailingId))
  const { name, subject, body, schedule: formerly } = mailing
  const was = { name, audience: before.audience, subject, body, schedule: formerly, ...carried(mailing) }
  await tell(tx, scope, { action: 'mailing.edit', id: mailingId, before: was, after, now })
  return { ok: true } as const
}

/** What goes with a mailing's mails beside their text. */
function carried({ withCalendar, enclosing }: typeof mailings.$inferSelect) {
  return { withCalendar, enclosing }
}

/** A letter to those chosen by hand stays one: its form can only leave some of them out. */
function keepChosen(before: Audience, { side, ...after }: Audience): Audience {
  return before.isChosen ? { ...after, isChosen: true } : { ...after, ...(side && { side }) }
}

function isSame(before: Required<MailingContent>, after: Required<MailingContent>): boolean {
  const sorted = (value: unknown) =>
    JSON.stringify(value, (_, inner) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort())
        : inner,
    )
  return (['name', 'audience', 'subject', 'body', 'schedule', 'withCalendar', 'enclosing'] as const).every(
    (key) => sorted(before[key]) === sorted(after[key]),
  )
}

/** What an approval leaves behind, taken back. */
export const unapproved = {
  state: 'draft' as const,
  trouble: null,
  approvedBy: null,
  approvedAt: null,
  leasedBy: null,
  leasedUntil: null,
}

export function isBad(texts: MailingTexts): boolean {
  const all = [...Object.values(texts.subject), ...Object.values(texts.body)]
  return textMistakes(texts).length > 0 || all.some(holdsPrivateLink)
}

type Change = { mailingId: string; now: Date }

/**
 * Throws away what was prepared and has not been released, so that the text can be changed. How many messages.
 * Refused: `notFound`.
 */
export async function discardPrepared(tx: Tx, scope: EventScope, { mailingId, now }: Change) {
  const mailing = await lockMailing(tx, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  const gone = await tx
    .delete(messages)
    .where(and(eq(messages.mailingId, mailingId), inArray(messages.state, ['draft', 'approved', 'held'])))
    .returning({ id: messages.id })
  const state = mailing.sentAt ? 'sent' : 'draft'
  await tx
    .update(mailings)
    .set({ ...unapproved, state, updatedAt: now })
    .where(eq(mailings.id, mailingId))
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

export function userOf({ actor }: EventScope): string | null {
  return actor.kind === 'user' ? actor.id : null
}

type Told = { action: string; id: string; before?: unknown; after?: unknown; now: Date }

export function tell(tx: Tx, scope: EventScope, { id, ...fact }: Told): Promise<void> {
  const { officeId, eventId } = scope
  return audit(tx, scope.actor, { officeId, eventId, subjectId: id, ...fact })
}
