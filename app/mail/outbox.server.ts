import { and, eq, inArray, not, type SQL, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type MailAddress, type MessageState, mailings, messages } from '#db/schema/mail.server.ts'
import { isMailAddress, oneLine, recipientName, senderName } from './address.ts'
import { matching, type OutboxFilter } from './read.server.ts'
import { tellReleased } from './released.server.ts'
import { actionsFrom, type MessageKind, type OutboxAction, type Priority, priorityOf } from './rules.ts'
import { isFirstPerson } from './second-person.server.ts'
import { readStopped } from './suppression.server.ts'

/** A rendered mail on its way into the outbox. */
export type OutgoingMessage = Pick<typeof messages.$inferInsert, 'untoldEntry' | 'enclosures'> & {
  officeId: string
  eventId?: string
  mailingId?: string
  invitationId?: string
  attendeeId?: string
  kind: MessageKind
  /** What must not be written twice, e.g. `mailing:{id}:{invitation}`. */
  dedupeKey: string
  to: MailAddress
  from: MailAddress
  replyTo?: string | null
  language: Language
  subject: string
  text: string
  html: string
  calendar?: string
  calendarMethod?: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  /** By default as its kind has it: what one person waits for overtakes what many get. */
  priority?: Priority
  state: 'draft' | 'queued'
  /** The message of which this is a further copy. */
  copyOf?: string
  holdsSecret?: boolean
  /** Host for the Message-ID: that of APP_URL (`messageIdHost(env.APP_URL)`). */
  messageIdHost: string
  now: Date
}

/** Puts one message into the outbox; null when its `dedupeKey` is there already. Throws on an address nobody checked. */
export async function enqueue(tx: Tx, message: OutgoingMessage): Promise<{ id: string } | null> {
  const [written] = await tx
    .insert(messages)
    .values(rowOf(message))
    .onConflictDoNothing({ target: messages.dedupeKey })
    .returning({ id: messages.id })
  return written ?? null
}

// Under SQLite's limit of 32,766 values in one statement and PostgreSQL's of 65,535.
const chunk = 500

/**
 * Puts many messages into the outbox, without those to addresses that get none of their kind; how many were new. 5,000
 * take well under two seconds.
 */
export async function enqueueMany(tx: Tx, outgoing: readonly OutgoingMessage[]): Promise<number> {
  const wanted = await withoutStopped(tx, outgoing)
  let written = 0
  for (let start = 0; start < wanted.length; start += chunk) {
    const rows = await tx
      .insert(messages)
      .values(wanted.slice(start, start + chunk).map(rowOf))
      .onConflictDoNothing({ target: messages.dedupeKey })
      .returning({ id: messages.id })
    written += rows.length
  }
  return written
}

async function withoutStopped(tx: Tx, outgoing: readonly OutgoingMessage[]): Promise<OutgoingMessage[]> {
  const stopped = new Set<OutgoingMessage>()
  for (const group of Map.groupBy(outgoing, ({ officeId, kind }) => `${officeId} ${kind}`).values()) {
    const [{ officeId = '', kind = '' } = {}] = group
    const addresses = await readStopped(tx, { officeId, kind, addresses: group.map(({ to }) => to.address) })
    for (const message of group) if (addresses.has(message.to.address.toLowerCase())) stopped.add(message)
  }
  return outgoing.filter((message) => !stopped.has(message))
}

/** The right-hand side of our Message-IDs: the host people know us by. */
export function messageIdHost(appUrl: string): string {
  return new URL(appUrl).hostname
}

function rowOf(message: OutgoingMessage): typeof messages.$inferInsert {
  for (const address of [message.to.address, message.from.address, message.replyTo]) {
    if (address && !isMailAddress(address)) throw new Error('A message was given an unchecked mail address')
  }
  const { messageIdHost: host, now, ...given } = message
  const id = newId()
  return {
    ...given,
    id,
    to: { name: recipientName(message.to.name), address: message.to.address },
    from: { name: senderName(message.from.name), address: message.from.address },
    subject: oneLine(message.subject),
    messageId: `<${id}@${host}>`,
    priority: message.priority ?? priorityOf(message.kind),
    dueAt: now,
    createdAt: now,
  }
}

/** Which messages a person means: some of them, or all that a filter shows. */
export type Chosen = { ids: readonly string[] } | { filter: OutboxFilter }
type Change = { chosen: Chosen; now: Date }

/** Drafts that may go, but not yet. How many were approved. */
export function approveMessages(tx: Tx, scope: EventScope, { chosen, now }: Change): Promise<number> {
  return move(tx, scope, 'approve', chosen, { state: 'approved' }, now)
}

/** Drafts and approved messages go to the worker. How many were queued; wake the worker afterwards. */
export function queueMessages(tx: Tx, scope: EventScope, { chosen, now }: Change): Promise<number> {
  return move(tx, scope, 'queue', chosen, { state: 'queued', dueAt: now }, now)
}

/** What was approved or waits to be sent stays until somebody releases it. How many were held. */
export function holdMessages(tx: Tx, scope: EventScope, { chosen, now }: Change): Promise<number> {
  return move(tx, scope, 'hold', chosen, { state: 'held' }, now)
}

/** Held messages go on from where they stood: to the worker, or to wait with the rest of their mailing. */
export function releaseMessages(tx: Tx, scope: EventScope, { chosen, now }: Change): Promise<number> {
  const itsMailing = sql`(select ${mailings.state} from ${mailings} where ${mailings.id} = ${messages.mailingId})`
  const state = sql<MessageState>`case when coalesce(${itsMailing}, 'sent') = 'sent' then 'queued' else 'approved' end`
  return move(tx, scope, 'release', chosen, { state, dueAt: now }, now)
}

/** Whatever has not left never will. How many were withdrawn. */
export function withdrawMessages(tx: Tx, scope: EventScope, { chosen, now }: Change): Promise<number> {
  return move(tx, scope, 'withdraw', chosen, { state: 'withdrawn', settledAt: now, ...blanked }, now)
}

/** Failed and bounced messages start anew, with all their attempts. */
export function retryMessages(tx: Tx, scope: EventScope, { chosen, now }: Change): Promise<number> {
  return move(tx, scope, 'retry', chosen, { state: 'queued', dueAt: now, attempts: 0 }, now)
}

/** A person decides about messages that may or may not have arrived. A second copy bears the same Message-ID. */
export function settleUnknown(
  tx: Tx,
  scope: EventScope,
  { chosen, as, now }: Change & { as: 'sendAgain' | 'countAsSent' },
): Promise<number> {
  const change =
    as === 'sendAgain'
      ? { state: 'queued' as const, dueAt: now, attempts: 0 }
      : { state: 'sent' as const, settledAt: now, ...blanked }
  return move(tx, scope, as, chosen, change, now)
}

/** What a text that holds a secret becomes once it is not needed any more. */
export const blanked = {
  text: sql<string>`case when ${messages.holdsSecret} then '' else ${messages.text} end`,
  html: sql<string>`case when ${messages.holdsSecret} then '' else ${messages.html} end`,
}

type Values = PgUpdateSetSource<typeof messages>

const verbs = {
  approve: approveMessages,
  queue: queueMessages,
  hold: holdMessages,
  release: releaseMessages,
  withdraw: withdrawMessages,
  retry: retryMessages,
  sendAgain: (tx: Tx, scope: EventScope, change: Change) =>
    settleUnknown(tx, scope, { ...change, as: 'sendAgain' }),
  countAsSent: (tx: Tx, scope: EventScope, change: Change) =>
    settleUnknown(tx, scope, { ...change, as: 'countAsSent' }),
} satisfies Record<OutboxAction, unknown>

/** Any of the above by its name, as a form sends it. How many messages moved. */
export function actOnMessages(
  tx: Tx,
  scope: EventScope,
  { action, ...change }: Change & { action: OutboxAction },
): Promise<number> {
  return verbs[action](tx, scope, change)
}

/*
 * No `lockEvent` here: no public page shows a message, and the condition on its state is lock enough. Raising the
 * event's revision would throw away every cached page.
 */
async function move(
  tx: Tx,
  scope: EventScope,
  action: OutboxAction,
  chosen: Chosen,
  change: Values,
  now: Date,
): Promise<number> {
  const isFirst = action === 'approve' || action === 'queue' ? await isFirstPerson(tx, scope) : undefined
  const from = and(inArray(messages.state, [...actionsFrom[action]]), isFirst && not(isFirst))
  let moved = 0
  for (const which of parts(scope, chosen)) {
    const rows = await tx
      .update(messages)
      .set({ ...change, leasedBy: null, leasedUntil: null })
      .where(and(from, which))
      .returning({ id: messages.id, untold: messages.untoldEntry })
    moved += rows.length
    const untold = rows.flatMap((row) => (row.untold ? row.id : []))
    await tellReleased(tx, untold, now)
    if (rows.length === 1) await tell(tx, scope, action, rows[0]?.id, 1, now)
    else if (rows.length) await tell(tx, scope, action, undefined, rows.length, now)
  }
  return moved
}

function parts(scope: EventScope, chosen: Chosen): (SQL | undefined)[] {
  if ('filter' in chosen) return [matching(scope, chosen.filter)]
  const inEvent = eq(messages.eventId, scope.eventId)
  const chunks: (SQL | undefined)[] = []
  for (let start = 0; start < chosen.ids.length; start += chunk)
    chunks.push(and(inEvent, inArray(messages.id, chosen.ids.slice(start, start + chunk))))
  return chunks
}

function tell(
  tx: Tx,
  scope: EventScope,
  action: OutboxAction,
  subjectId: string | undefined,
  count: number,
  now: Date,
) {
  return audit(tx, scope.actor, {
    officeId: scope.officeId,
    eventId: scope.eventId,
    action: `message.${action}`,
    subjectId,
    after: { count },
    now,
  })
}
