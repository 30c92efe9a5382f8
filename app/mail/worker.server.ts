import { hostname } from 'node:os'
import type { Env } from '#app/env.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import {
  claimMessages,
  type DayCount,
  expireLeases,
  isAnyDue,
  isAnyLeaseOver,
  renewLeases,
  settle,
} from './claim.server.ts'
import { pauseAfter, type SendingLimits, sendingLimits } from './rules.ts'
import { createTransport, type Delivery, type StoredMessage, type Transport } from './transport.server.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: object, text: string) => void>

/** Milliseconds. `poll` is how late a message written by another process may be noticed. */
export type Timing = { lease: number; poll: number; pause(failures: number): number }

const usual: Timing = {
  lease: 60_000,
  poll: 2_000,
  pause: (failures) => pauseAfter(failures, Math.random()),
}

type Finished = { message: StoredMessage; delivery: Delivery }

type Workplace = {
  database: Database
  transport: Transport
  limits: SendingLimits
  now(): Date
  log: Log
  timing?: Partial<Timing>
}

export type Worker = {
  /** A message may be due: look now. */
  wake(): void
  /** Resolves when nothing is due and nothing in hand. */
  idle(): Promise<void>
  /** Takes no more, finishes what is in hand, closes the transport. */
  stop(): Promise<void>
}

/** The worker of this process; null when MAIL_URL is not set: messages then stay in the outbox, to be read there. */
export function startMailWorker({
  env,
  ...workplace
}: Omit<Workplace, 'transport' | 'limits'> & { env: Env }): Worker | null {
  if (!env.MAIL_URL) return null
  const limits = sendingLimits(env)
  const transport = createTransport({ url: env.MAIL_URL, connections: limits.connections })
  return createWorker({ ...workplace, limits, transport })
}

/**
 * Sends what is queued, until stopped. Rows with leases carry all its memory: killed at any moment it loses nothing,
 * and what may have been sent is `unknown`. Several may work on one PostgreSQL.
 */
export function createWorker({ database, transport, limits, now, log, timing }: Workplace): Worker {
  const { lease, poll, pause } = { ...usual, ...timing }
  const name = `${hostname()}:${process.pid}:${newId()}`
  const inHand = new Set<string>()
  const bell = createBell()
  let finished: Finished[] = []
  let whenIdle: (() => void)[] = []
  let isStopping = false
  let failures = 0
  let pausedUntil = 0
  let leasesSeenAt = 0
  let day: DayCount | null = null

  async function run() {
    while (!isStopping || inHand.size || finished.length) {
      try {
        await keepLeases()
        await takeTurn()
      } catch (error) {
        log.error({ error }, 'The outbox worker could not reach its database; it tries again')
        await bell.wait(poll)
      }
      await bell.wait(poll)
    }
  }

  async function keepLeases() {
    const at = now()
    if (at.getTime() - leasesSeenAt < lease / 4) return
    if (inHand.size) await database.write((tx) => renewLeases(tx, name, new Date(at.getTime() + lease)))
    if (await isAnyLeaseOver(database.read, at)) {
      const lost = await database.write((tx) => expireLeases(tx, at))
      log.warn({ messages: lost }, 'A worker died with messages in hand; they may or may not have been sent')
    }
    leasesSeenAt = at.getTime()
  }

  // Writing down what ended and claiming what comes next is one transaction: each costs the disk a flush.
  async function takeTurn() {
    const at = now()
    const ended = [...finished]
    const free = limits.connections - inHand.size
    const mayTake = !isStopping && free > 0 && at.getTime() >= pausedUntil
    const isMore = mayTake && (await isAnyDue(database.read, at))
    if (!ended.length && !isMore) {
      if (mayTake && !inHand.size && !finished.length) tellIdle()
      return
    }
    const turn = await database.write(async (tx) => {
      const states = []
      for (const { message, delivery } of ended)
        states.push(await settle(tx, message, { delivery, worker: name, jitter: Math.random(), now: at }))
      const until = new Date(at.getTime() + lease)
      return {
        states,
        ...(isMore ? await claimMessages(tx, { worker: name, limits, free, until, day, now: at }) : null),
      }
    })
    finished = finished.slice(ended.length)
    day = turn.day ?? day
    for (const message of turn.claimed ?? []) void send(message)
    for (const [index, { message }] of ended.entries())
      log.info({ message: message.id, kind: message.kind, state: turn.states[index] }, 'mail')
    if (ended.length) bell.ring()
  }

  async function send(message: StoredMessage) {
    inHand.add(message.id)
    const delivery = await transport.deliver(message)
    noteConnection(delivery)
    inHand.delete(message.id)
    finished.push({ message, delivery })
    bell.ring()
  }

  function noteConnection(delivery: Delivery) {
    if (delivery.outcome !== 'retry' || delivery.reached) {
      failures = 0
      return
    }
    failures++
    pausedUntil = now().getTime() + pause(failures)
    log.warn({ failures, response: delivery.response }, 'The mail server does not take mail; pausing')
  }

  function tellIdle() {
    const told = whenIdle
    whenIdle = []
    for (const tell of told) tell()
  }

  const running = run()
  return {
    wake: bell.ring,
    idle: () =>
      new Promise((resolve) => {
        whenIdle.push(resolve)
        bell.ring()
      }),
    async stop() {
      isStopping = true
      bell.ring()
      await running
      transport.close()
    },
  }
}

/** Waiting that a ring ends early; a ring while nobody waits is not lost. */
function createBell() {
  let hasRung = false
  let end: (() => void) | null = null
  return {
    ring() {
      hasRung = true
      end?.()
    },
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => end?.(), ms)
        end = () => {
          clearTimeout(timer)
          end = null
          hasRung = false
          resolve()
        }
        if (hasRung) end()
      }),
  }
}

/** Sends everything due and returns: for benchmarks and the command line. */
export async function emptyOutbox(workplace: Workplace): Promise<void> {
  const worker = createWorker(workplace)
  await worker.idle()
  await worker.stop()
}
