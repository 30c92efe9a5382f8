import { and, asc, count, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import { type MessageState, mailings, messages } from '#db/schema/mail.server.ts'
import { messageStates } from './rules.ts'

/** What the outbox shows: a state, a part of a recipient's name or address, one mailing; all may be left out. */
export type OutboxFilter = { state?: MessageState; search?: string; mailingId?: string }

export const outboxPageSize = 50

/** The condition a filter stands for, within the scope's event. */
export function matching(scope: EventScope, { state, search, mailingId }: OutboxFilter): SQL | undefined {
  return and(
    eq(messages.eventId, scope.eventId),
    state && eq(messages.state, state),
    mailingId ? eq(messages.mailingId, mailingId) : undefined,
    search?.trim() ? recipientLike(search.trim()) : undefined,
  )
}

// `->>` on JSON is written alike on both engines; `like` tells case apart on one of them only, hence `lower`.
function recipientLike(search: string): SQL | undefined {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const like = (key: 'name' | 'address') =>
    sql`lower(${messages.to} ->> ${sql.raw(`'${key}'`)}) like ${pattern} escape '\\'`
  return or(like('name'), like('address'))
}

/** How many messages the event has in each state, by search and mailing alone. */
export async function countMessages(
  read: Reader,
  scope: EventScope,
  filter: Omit<OutboxFilter, 'state'>,
): Promise<Record<MessageState, number>> {
  const rows = await read
    .select({ state: messages.state, count: count() })
    .from(messages)
    .where(matching(scope, { ...filter, state: undefined }))
    .groupBy(messages.state)
  const counts = Object.fromEntries(messageStates.map((state) => [state, 0])) as Record<MessageState, number>
  for (const row of rows) counts[row.state] = row.count
  return counts
}

/** Somebody has changed its words for this reader. */
const isEdited = sql<boolean>`case when ${messages.edited} is null then 0 else 1 end`.mapWith(Boolean)

/** One page of the outbox, newest first. `page` counts from 1. */
export function readOutbox(read: Reader, scope: EventScope, filter: OutboxFilter, page: number) {
  return read
    .select({
      id: messages.id,
      kind: messages.kind,
      to: messages.to,
      subject: messages.subject,
      language: messages.language,
      state: messages.state,
      isEdited,
      copyOf: messages.copyOf,
      attempts: messages.attempts,
      response: messages.response,
      dueAt: messages.dueAt,
      settledAt: messages.settledAt,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(matching(scope, filter))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(outboxPageSize)
    .offset((page - 1) * outboxPageSize)
}

/** One message of this event with the name of its mailing; null when it is not there. */
export async function readMessage(read: Reader, scope: EventScope, id: string | undefined) {
  const [found] = await read
    .select({ message: messages, mailingName: mailings.name })
    .from(messages)
    .leftJoin(mailings, eq(mailings.id, messages.mailingId))
    .where(and(eq(messages.id, id ?? ''), eq(messages.eventId, scope.eventId)))
    .limit(1)
  return found ? { ...found.message, mailingName: found.mailingName } : null
}

/** Further copies that were sent of a message, in order. */
export function readCopies(read: Reader, scope: EventScope, id: string) {
  return read
    .select({ id: messages.id, createdAt: messages.createdAt, state: messages.state })
    .from(messages)
    .where(and(eq(messages.eventId, scope.eventId), eq(messages.copyOf, id)))
    .orderBy(asc(messages.createdAt), asc(messages.id))
}

/** Everything that was written to one guest, or to those named on their invitation, in order: the log of a person's page. */
export function readMessagesTo(read: Reader, scope: EventScope, invitationId: string) {
  return read
    .select({
      id: messages.id,
      kind: messages.kind,
      state: messages.state,
      subject: messages.subject,
      to: messages.to,
      mailingName: mailings.name,
      isEdited,
      copyOf: messages.copyOf,
      at: messages.createdAt,
      settledAt: messages.settledAt,
    })
    .from(messages)
    .leftJoin(mailings, eq(mailings.id, messages.mailingId))
    .where(and(eq(messages.invitationId, invitationId), eq(messages.eventId, scope.eventId)))
    .orderBy(asc(messages.createdAt), asc(messages.id))
}

/** What happened to one message, newest first: what people decided and what went wrong. */
export async function readMessageHistory(read: Reader, scope: EventScope, id: string) {
  const entries = await read
    .select({
      id: auditEntries.id,
      action: auditEntries.action,
      actor: auditEntries.actorKind,
      name: users.name,
      after: auditEntries.after,
      at: auditEntries.at,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.eventId, scope.eventId)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(50)
  return entries.map(({ after, ...entry }) => ({ ...entry, response: responseIn(after) }))
}

function responseIn(after: unknown): string {
  return after && typeof after === 'object' && 'response' in after ? String(after.response) : ''
}
