import { and, asc, count, eq, inArray, lte, sql } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import { prepared, type Reader, type Tx } from '#db/client.server.ts'
import { auditEntries, settings } from '#db/schema/accounts.server.ts'
import { type MessageState, messages } from '#db/schema/mail.server.ts'
import { blanked } from './outbox.server.ts'
import { countAttempts } from './read.server.ts'
import { isResentUnasked, priorities, retryDelay, type SendingLimits } from './rules.ts'
import { withdrawStale } from './stale.server.ts'
import type { Delivery, StoredMessage } from './transport.server.ts'

/*
 * The worker's steps, each a short transaction. A message belongs to the worker whose name stands in `leasedBy` until
 * `leasedUntil`; a worker that died lets the lease run out, and then nobody knows whether the message went.
 */

const minuteMs = 60_000
const dayMs = 86_400_000
const instantOf = (name: string) => sql.param(sql.placeholder(name), messages.dueAt)

const dueStatement = prepared((database) =>
  database
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.state, 'queued'), lte(messages.dueAt, instantOf('now'))))
    .limit(1)
    .prepare('mail_due'),
)

/** Whether any message waits to go now. */
export async function isAnyDue(read: Reader, now: Date): Promise<boolean> {
  return (await dueStatement(read).execute({ now })).length > 0
}

const claimStatement = prepared((database) =>
  database
    .update(messages)
    .set({
      state: 'sending',
      attempts: sql`${messages.attempts} + 1`,
      leasedBy: sql`${sql.placeholder('worker')}`,
      leasedUntil: sql`${instantOf('until')}`,
      startedAt: sql`${instantOf('now')}`,
      settledAt: null,
    })
    .where(
      and(
        eq(messages.state, 'queued'),
        inArray(
          messages.id,
          database
            .select({ id: messages.id })
            .from(messages)
            .where(
              and(
                eq(messages.state, 'queued'),
                eq(messages.priority, sql.placeholder('priority')),
                lte(messages.dueAt, instantOf('now')),
              ),
            )
            .orderBy(asc(messages.dueAt))
            .limit(sql.placeholder('free')),
        ),
      ),
    )
    .returning()
    .prepare('mail_claim'),
)

type Claim = {
  worker: string
  limits: SendingLimits
  free: number
  until: Date
  /** The last count of the day's attempts, where there was one. */
  day: DayCount | null
  now: Date
}

/** How many attempts ended in the 24 hours before `at`. */
export type DayCount = { count: number; at: Date }

/** Takes up to `free` due messages under the limits, what one person waits for before what many get. */
export async function claimMessages(
  tx: Tx,
  claim: Claim,
): Promise<{ claimed: StoredMessage[]; day: DayCount }> {
  const { worker, limits, free, until, now } = claim
  await takeTurn(tx)
  const day = await countDay(tx, claim)
  let left = Math.min(free, await allowance(tx, limits, day, now))
  const claimed: StoredMessage[] = []
  for (const priority of [priorities.urgent, priorities.ordinary]) {
    if (left < 1) break
    const rows = await claimStatement(tx).execute({ worker, until, now, priority, free: left })
    claimed.push(...rows)
    left -= rows.length
  }
  return { claimed: await withdrawStale(tx, claimed, now), day }
}

// Two workers would otherwise both count 29 of 30 and send 31, and PostgreSQL would let both take one message.
async function takeTurn(tx: Tx): Promise<void> {
  await tx
    .insert(settings)
    .values({ key: 'mail.turn', value: true })
    .onConflictDoUpdate({ target: settings.key, set: { revision: sql`${settings.revision} + 1` } })
}

// Counting a day's messages before each claim would be the dearest step. All workers together add at most the
// minute's limit each minute, so a count stays good enough until the limit comes near.
async function countDay(tx: Tx, { day, limits, now }: Claim): Promise<DayCount> {
  if (day && now.getTime() - day.at.getTime() < minuteMs && day.count + 2 * limits.perMinute < limits.perDay)
    return day
  return { count: await countAttempts(tx, new Date(now.getTime() - dayMs)), at: now }
}

async function allowance(tx: Tx, limits: SendingLimits, day: DayCount, now: Date): Promise<number> {
  const [sending] = await tx.select({ count: count() }).from(messages).where(eq(messages.state, 'sending'))
  const inMinute = await countAttempts(tx, new Date(now.getTime() - minuteMs))
  return Math.min(limits.perMinute - inMinute, limits.perDay - day.count) - (sending?.count ?? 0)
}

/** Keeps this worker's messages its own for longer. */
export async function renewLeases(tx: Tx, worker: string, until: Date): Promise<void> {
  await tx
    .update(messages)
    .set({ leasedUntil: until })
    .where(and(eq(messages.state, 'sending'), eq(messages.leasedBy, worker)))
}

type Settled = { delivery: Delivery; worker: string; jitter: number; now: Date }

/** Writes down how sending ended. Null when the message is not this worker's any more. */
export async function settle(
  tx: Tx,
  message: StoredMessage,
  { delivery, worker, jitter, now }: Settled,
): Promise<MessageState | null> {
  const delay = delivery.outcome === 'retry' ? retryDelay(message.attempts, jitter) : null
  const state = delivery.outcome !== 'retry' ? delivery.outcome : delay === null ? 'failed' : 'queued'
  const [row] = await tx
    .update(messages)
    .set({
      state,
      settledAt: now,
      response: delivery.response,
      leasedUntil: null,
      ...(delay === null ? {} : { dueAt: new Date(now.getTime() + delay), leasedBy: null }),
      ...(state === 'sent' ? blanked : {}),
    })
    // `unknown` too: our lease may have run out while the server kept us waiting, and now we know.
    .where(
      and(
        eq(messages.id, message.id),
        eq(messages.leasedBy, worker),
        inArray(messages.state, ['sending', 'unknown']),
      ),
    )
    .returning({ id: messages.id })
  if (!row) return null
  if (state === 'sent') return state
  await tell(tx, message, `message.${state === 'queued' ? 'retryLater' : state}`, delivery.response, now)
  return state === 'unknown' ? resendByPolicy(tx, message, now) : state
}

/** Messages of workers that died are `unknown`, or on their way once more where policy has it so. How many there were. */
export async function expireLeases(tx: Tx, now: Date): Promise<number> {
  const rows = await tx
    .update(messages)
    .set({ state: 'unknown', settledAt: now, response: '' })
    .where(and(eq(messages.state, 'sending'), lte(messages.leasedUntil, now)))
    .returning()
  for (const message of rows) {
    await tell(tx, message, 'message.unknown', '', now)
    await resendByPolicy(tx, message, now)
  }
  return rows.length
}

/** Whether any worker's lease has run out. */
export async function isAnyLeaseOver(read: Reader, now: Date): Promise<boolean> {
  const [row] = await read
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.state, 'sending'), lte(messages.leasedUntil, now)))
    .limit(1)
  return row !== undefined
}

async function resendByPolicy(tx: Tx, message: StoredMessage, now: Date): Promise<MessageState> {
  if (!isResentUnasked(message.kind)) return 'unknown'
  const before = await tx.$count(
    auditEntries,
    and(eq(auditEntries.subjectId, message.id), eq(auditEntries.action, 'message.resent')),
  )
  if (before > 0) return 'unknown'
  await tx
    .update(messages)
    .set({ state: 'queued', dueAt: new Date(now.getTime() + minuteMs), leasedBy: null, leasedUntil: null })
    .where(eq(messages.id, message.id))
  await tell(tx, message, 'message.resent', '', now)
  return 'queued'
}

function tell(tx: Tx, message: StoredMessage, action: string, response: string, now: Date): Promise<void> {
  return audit(
    tx,
    { kind: 'worker', id: null },
    {
      officeId: message.officeId,
      eventId: message.eventId,
      action,
      subjectId: message.id,
      after: { response, attempt: message.attempts },
      now,
    },
  )
}
