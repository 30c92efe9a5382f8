import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db/client.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { leftNow, limitsOfMailings, type SendingLimits } from './limits.ts'
import type { StoredMessage } from './mime.ts'
import { priorities } from './rules.ts'
import { lockSending, type SendingStop, saveSending } from './sending.server.ts'
import { asBefore, keepBackSuppressed } from './settle.server.ts'
import { withdrawStale } from './stale.server.ts'
import { usedOf, withTaken } from './taken.ts'

/*
 * The worker's steps, each a short transaction. A message belongs to the worker whose name stands in `leasedBy` until
 * `leasedUntil`; a worker that died lets the lease run out, and then nobody knows whether the message went.
 */

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
        // Asked once more for who was withdrawn meanwhile; so written that SQLite does not go through all that are queued.
        sql`${messages.state} || '' = 'queued'`,
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
            .limit(sql.placeholder('room')),
        ),
      ),
    )
    .returning()
    .prepare('mail_claim'),
)

/** How many messages may be taken in all, and how many of them may be a mailing's. */
export type Room = { all: number; ofMailings: number }

type Claim = { worker: string; limits: SendingLimits; room: Room; until: Date; now: Date }
export type Claimed = { messages: StoredMessage[]; stop: SendingStop | null }

/**
 * Takes due messages under the limits, what one person waits for before what many get; none while sending is stopped.
 * What may not go to its address any more is kept back here, however long ago it was prepared.
 */
export async function claimMessages(tx: Tx, { limits, room, ...claim }: Claim): Promise<Claimed> {
  const sending = await lockSending(tx)
  if (sending.stop) return { messages: [], stop: sending.stop }
  const used = usedOf(sending.taken, claim.now)
  const all = Math.min(room.all, leftNow(limits, used))
  const urgent = await take(tx, claim, priorities.urgent, all)
  const ofMailings = Math.min(room.ofMailings, leftNow(limitsOfMailings(limits), used))
  const rest = Math.min(all, ofMailings) - urgent.length
  const claimed = [...urgent, ...(await take(tx, claim, priorities.ordinary, rest))]
  const fresh = await withdrawStale(tx, claimed, claim.now)
  const going = await keepBackSuppressed(tx, fresh, claim.now)
  if (going.length)
    await saveSending(tx, { ...sending, taken: withTaken(sending.taken, going.length, claim.now) })
  return { messages: going, stop: null }
}

async function take(
  tx: Tx,
  { worker, until, now }: Omit<Claim, 'limits' | 'room'>,
  priority: number,
  room: number,
): Promise<StoredMessage[]> {
  if (room < 1) return []
  const rows = await claimStatement(tx).execute({ worker, until, now, priority, room })
  return rows.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

/** Puts back messages that were taken and whose sending has not begun: their attempt and their place in the limits too. */
export async function releaseMessages(
  tx: Tx,
  released: readonly StoredMessage[],
  { worker, now }: { worker: string; now: Date },
): Promise<void> {
  const ids = released.map(({ id }) => id)
  await tx
    .update(messages)
    .set(asBefore)
    .where(
      and(
        inArray(messages.id, ids),
        eq(messages.leasedBy, worker),
        inArray(messages.state, ['sending', 'unknown']),
      ),
    )
  const sending = await lockSending(tx)
  await saveSending(tx, { ...sending, taken: withTaken(sending.taken, -ids.length, now) })
}

/** Keeps this worker's messages its own for longer. */
export async function renewLeases(tx: Tx, worker: string, until: Date): Promise<void> {
  await tx
    .update(messages)
    .set({ leasedUntil: until })
    .where(and(eq(messages.state, 'sending'), eq(messages.leasedBy, worker)))
}
