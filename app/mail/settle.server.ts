import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import { prepared, type Reader, type Tx } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { type MessageState, messages } from '#db/schema/mail.server.ts'
import type { InHand } from './hand-log.server.ts'
import type { StoredMessage } from './mime.ts'
import { blanked } from './outbox.server.ts'
import { isResentUnasked, retryDelay } from './rules.ts'
import { readStopped } from './suppression.server.ts'
import { keptBack } from './suppression.ts'
import type { Delivery } from './transport.server.ts'

/** How sending one message ended. */
export type Finished = { message: StoredMessage; delivery: Delivery }
type Settling = { worker: string; jitter: () => number; now: Date }

/** Writes down how sending ended, in one go. Null for a message that is not this worker's any more. */
export async function settleAll(
  tx: Tx,
  ended: readonly Finished[],
  settling: Settling,
): Promise<(MessageState | null)[]> {
  const states: (MessageState | null)[] = []
  for (const finished of ended)
    states.push(
      finished.delivery.outcome === 'sent' && !finished.message.holdsSecret
        ? await settleSent(tx, finished, settling)
        : await settle(tx, finished, settling),
    )
  return states
}

const sentStatement = prepared((database) =>
  database
    .update(messages)
    .set({
      state: 'sent',
      settledAt: sql`${sql.param(sql.placeholder('now'), messages.settledAt)}`,
      response: sql`${sql.placeholder('response')}`,
      leasedUntil: null,
    })
    .where(
      and(
        eq(messages.id, sql.placeholder('id')),
        eq(messages.leasedBy, sql.placeholder('worker')),
        inArray(messages.state, ['sending', 'unknown']),
      ),
    )
    .returning({ id: messages.id })
    .prepare('mail_sent'),
)

async function settleSent(tx: Tx, { message, delivery }: Finished, { worker, now }: Settling) {
  const { id } = message
  const rows = await sentStatement(tx).execute({ id, worker, now, response: delivery.response })
  return rows.length ? 'sent' : null
}

async function settle(
  tx: Tx,
  { message, delivery }: Finished,
  { worker, jitter, now }: Settling,
): Promise<MessageState | null> {
  const delay = delivery.outcome === 'retry' ? retryDelay(message.attempts, jitter()) : null
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

/** Workers whose leases have run out, by name. */
export async function readDeadWorkers(read: Reader, now: Date): Promise<string[]> {
  const rows = await read
    .selectDistinct({ worker: messages.leasedBy })
    .from(messages)
    .where(and(eq(messages.state, 'sending'), lte(messages.leasedUntil, now)))
  return rows.flatMap(({ worker }) => worker ?? [])
}

/**
 * Messages of workers that died, by what each is known to have had in hand: those never begun wait again as if nothing
 * had been, those taken are sent, the others are `unknown`, or on their way once more where policy has it so. How many are
 * in doubt.
 */
export async function expireLeases(
  tx: Tx,
  known: ReadonlyMap<string, InHand | null>,
  now: Date,
): Promise<number> {
  const isOver = and(eq(messages.state, 'sending'), lte(messages.leasedUntil, now))
  const held = await tx.select().from(messages).where(isOver)
  let inDoubt = 0
  for (const message of held) {
    const worker = message.leasedBy ?? ''
    const inHand = known.get(worker)
    const words = inHand?.get(message.id)
    if (words) {
      const delivery = { outcome: 'sent', response: words } as const
      await settle(tx, { message, delivery }, { worker, jitter: () => 0, now })
    } else if (inHand && words === undefined) await putBack(tx, message)
    else if (await doubt(tx, message, now)) inDoubt++
  }
  return inDoubt
}

// Two workers may find a dead one at the same time, and one of them claim what it left before the other acts.
const isAsFound = ({ id, leasedBy, leasedUntil }: StoredMessage) =>
  and(
    eq(messages.id, id),
    eq(messages.state, 'sending'),
    eq(messages.leasedBy, leasedBy ?? ''),
    eq(messages.leasedUntil, leasedUntil ?? new Date(0)),
  )

async function putBack(tx: Tx, message: StoredMessage): Promise<void> {
  await tx.update(messages).set(asBefore).where(isAsFound(message))
}

async function doubt(tx: Tx, message: StoredMessage, now: Date): Promise<boolean> {
  const rows = await tx
    .update(messages)
    .set({ state: 'unknown', settledAt: now, response: '' })
    .where(isAsFound(message))
    .returning({ id: messages.id })
  if (!rows.length) return false
  await tell(tx, message, 'message.unknown', '', now)
  await resendByPolicy(tx, message, now)
  return true
}

/** What a message is that was taken and never begun. */
export const asBefore = {
  state: 'queued' as const,
  attempts: sql<number>`${messages.attempts} - 1`,
  leasedBy: null,
  leasedUntil: null,
}

/** Those of the claimed messages that may go to their address; the others have failed, with the reason as response. */
export async function keepBackSuppressed(
  tx: Tx,
  claimed: readonly StoredMessage[],
  now: Date,
): Promise<StoredMessage[]> {
  const going: StoredMessage[] = []
  const groups = Map.groupBy(claimed, ({ officeId, kind }) => `${officeId} ${kind}`)
  for (const group of groups.values()) {
    const [{ officeId, kind } = { officeId: '', kind: '' }] = group
    const addresses = group.map(({ to }) => to.address)
    const stopped = await readStopped(tx, { officeId, kind, addresses })
    for (const message of group) {
      const reason = stopped.get(message.to.address.toLowerCase())
      if (reason) await keepBack(tx, message, keptBack(reason), now)
      else going.push(message)
    }
  }
  return going
}

async function keepBack(tx: Tx, message: StoredMessage, response: string, now: Date): Promise<void> {
  await tx
    .update(messages)
    .set({
      ...{ state: 'failed', response, settledAt: now, startedAt: null, leasedBy: null, leasedUntil: null },
      attempts: message.attempts - 1,
    })
    .where(eq(messages.id, message.id))
  await tell(tx, message, 'message.keptBack', response, now)
}

const minuteMs = 60_000

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
