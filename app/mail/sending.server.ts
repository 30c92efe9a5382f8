import { and, count, desc, eq, gte, lte, max, ne, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { type Actor, audit } from '#db/audit.server.ts'
import { prepared, type Reader, type Tx } from '#db/client.server.ts'
import { settings } from '#db/schema/accounts.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { StopReason } from './failure-run.ts'
import { limitsOfMailings, type SendingLimits, timeToSend, type Used } from './limits.ts'
import { priorities } from './rules.ts'
import { nothingTaken, type Taken, usedOf } from './taken.ts'

/*
 * What all workers share: how much was taken of the limits, and whether sending has stopped. One row; changing it is the
 * workers' lock.
 */

export type SendingStop = {
  reason: StopReason
  /** What the server said last. */
  response: string
  /** ISO 8601. */
  since: string
  /** Whose message it was that failed last. */
  officeId: string
}
type Sending = { taken: Taken; stop: SendingStop | null }

const key = 'mail.sending'
const asFound: Sending = { taken: nothingTaken, stop: null }

const lockStatement = prepared((database) =>
  database
    .insert(settings)
    .values({ key, value: asFound })
    .onConflictDoUpdate({ target: settings.key, set: { revision: sql`${settings.revision} + 1` } })
    .returning({ value: settings.value })
    .prepare('mail_lock_sending'),
)

/**
 * The shared state, held until the transaction ends. Two workers would otherwise both count 29 of 30 and send 31, and
 * PostgreSQL would let both take one message.
 */
export async function lockSending(tx: Tx): Promise<Sending> {
  const [row] = await lockStatement(tx).execute()
  return (row?.value as Sending | undefined) ?? asFound
}

const saveStatement = prepared((database) =>
  database
    .update(settings)
    .set({ value: sql`${sql.param(sql.placeholder('value'), settings.value)}` })
    .where(eq(settings.key, key))
    .prepare('mail_save_sending'),
)

export async function saveSending(tx: Tx, sending: Sending): Promise<void> {
  await saveStatement(tx).execute({ value: sending })
}

async function readShared(read: Reader): Promise<Sending> {
  const [row] = await read.select({ value: settings.value }).from(settings).where(eq(settings.key, key))
  return (row?.value as Sending | undefined) ?? asFound
}

/** Why nothing is sent; null when all is well. */
export async function readStop(read: Reader): Promise<SendingStop | null> {
  return (await readShared(read)).stop
}

type By = { officeId: string; actor: Actor }

/** Stops all workers until somebody resumes; where they are stopped already, the first reason stays. */
export async function stopSending(tx: Tx, stop: SendingStop): Promise<void> {
  const sending = await lockSending(tx)
  if (sending.stop) return
  await saveSending(tx, { ...sending, stop })
  const { officeId, since, ...after } = stop
  const fact = { officeId, action: 'sending.stop', after, now: new Date(since) }
  await audit(tx, { kind: 'worker', id: null }, fact)
}

/** Lets the workers go on; wake them afterwards. False when nothing was stopped. */
export async function resumeSending(
  tx: Tx,
  { officeId, actor }: By,
  { now }: { now: Date },
): Promise<boolean> {
  const sending = await lockSending(tx)
  if (!sending.stop) return false
  await saveSending(tx, { ...sending, stop: null })
  await audit(tx, actor, { officeId, action: 'sending.resume', before: sending.stop, now })
  return true
}

export type Lane = { waiting: number; lastLeavesAt: Date }

/**
 * How sending stands: what waits in each lane and when the last of it leaves, what was used of the limits, what the
 * server said last against one that waits to be tried again, and why nothing is sent if so.
 */
export async function readSending(read: Reader, limits: SendingLimits, now: Date) {
  const waitingIn = (priority: number) =>
    read.$count(messages, and(eq(messages.state, 'queued'), eq(messages.priority, priority)))
  const [shared, urgent, ordinary, [trouble]] = await Promise.all([
    readShared(read),
    waitingIn(priorities.urgent),
    waitingIn(priorities.ordinary),
    read
      .select({ response: messages.response, at: messages.settledAt })
      .from(messages)
      .where(
        and(
          eq(messages.state, 'queued'),
          ne(messages.response, ''),
          gte(messages.settledAt, new Date(now.getTime() - 3_600_000)),
        ),
      )
      .orderBy(desc(messages.settledAt))
      .limit(1),
  ])
  const used = usedOf(shared.taken, now)
  return {
    stop: shared.stop,
    used,
    urgent: { waiting: urgent, lastLeavesAt: after(timeToSend(urgent, limits, used), now) },
    ordinary: { waiting: ordinary, lastLeavesAt: ordinaryLeavesAt(ordinary, urgent, { limits, used, now }) },
    trouble: trouble ?? null,
  }
}

type Moment = { limits: SendingLimits; used: Used; now: Date }

function ordinaryLeavesAt(waiting: number, urgent: number, { limits, used, now }: Moment): Date {
  return after(waiting ? timeToSend(urgent + waiting, limitsOfMailings(limits), used) : 0, now)
}

function after(milliseconds: number, now: Date): Date {
  return new Date(now.getTime() + milliseconds)
}

/** When the last message of a mailing leaves, behind what waits before it; null when none of it waits. */
export async function readMailingEnd(
  read: Reader,
  scope: EventScope,
  mailingId: string,
  { limits, now }: { limits: SendingLimits; now: Date },
): Promise<Date | null> {
  const [last] = await read
    .select({ dueAt: max(messages.dueAt) })
    .from(messages)
    .where(
      and(
        eq(messages.mailingId, mailingId),
        eq(messages.eventId, scope.eventId),
        eq(messages.state, 'queued'),
      ),
    )
  if (!last?.dueAt) return null
  const [before] = await read
    .select({ count: count() })
    .from(messages)
    .where(and(eq(messages.state, 'queued'), lte(messages.dueAt, last.dueAt)))
  const used = usedOf((await readShared(read)).taken, now)
  return ordinaryLeavesAt(before?.count ?? 0, 0, { limits, used, now })
}
