import { hostname, tmpdir } from 'node:os'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { createBell } from './bell.ts'
import { claimMessages, isAnyDue, releaseMessages, renewLeases } from './claim.server.ts'
import { createFailureRun } from './failure-run.ts'
import { openHandLog, readHandLog, removeHandLog, sentLine } from './hand-log.server.ts'
import type { SendingLimits } from './limits.ts'
import type { StoredMessage } from './mime.ts'
import { createPace } from './pace.ts'
import { pauseAfter } from './rules.ts'
import { readStop, resumeSending, type SendingStop, stopSending } from './sending.server.ts'
import { expireLeases, type Finished, readDeadWorkers, settleAll } from './settle.server.ts'
import type { Delivery, Transport } from './transport.server.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: object, text: string) => void>

/**
 * Milliseconds. `poll` is how late a message written by another process may be noticed; `probe` how often a server that
 * could not be reached is asked again.
 */
export type Timing = { lease: number; poll: number; probe: number; pause(failures: number): number }

const usual: Timing = {
  lease: 60_000,
  poll: 2_000,
  probe: 300_000,
  pause: (failures) => pauseAfter(failures, Math.random()),
}

export type Workplace = {
  database: Database
  transport: Transport
  limits: SendingLimits
  now(): Date
  log: Log
  timing?: Partial<Timing>
  /** Where each worker keeps its list of what it has in hand; the same for those that take over from each other. */
  folder?: string
}

export type Worker = {
  /** A message may be due: look now. */
  wake(): void
  /** Resolves when nothing is due and nothing in hand, or sending is stopped. */
  idle(): Promise<void>
  /** Takes no more, finishes what is in hand, closes the transport. */
  stop(): Promise<void>
}

/**
 * Sends what is queued, until stopped. Rows with leases carry all its memory: killed at any moment it loses nothing,
 * and what may have been sent is `unknown`. Several may work on one PostgreSQL.
 */
export function createWorker(workplace: Workplace): Worker {
  const { database, transport, limits, now, log, timing, folder = tmpdir() } = workplace
  const { lease, poll, probe, pause } = { ...usual, ...timing }
  const { connections } = limits
  const name = `${hostname()}:${process.pid}:${newId()}`
  const bell = createBell()
  const run = createFailureRun()
  /** Taken, and waiting for a connection to be free. */
  const ready: StoredMessage[] = []
  let finished: Finished[] = []
  let whenIdle: (() => void)[] = []
  const underWay = new Set<string>()
  const hand = openHandLog(folder, name, unsettled)
  const pace = createPace(connections)
  let turnedAt = 0
  let later: NodeJS.Timeout | undefined
  let isStopping = false
  let pausedUntil = 0
  let leasesSeenAt = 0
  let probedAt = 0
  let toStop: SendingStop | null = null
  let stopped: SendingStop | null = null

  async function work() {
    while (!isStopping || underWay.size || finished.length || ready.length) {
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

  function unsettled(): string[] {
    const ended = finished.map(({ message, delivery }) =>
      delivery.outcome === 'sent' ? sentLine(message.id, delivery.response) : message.id,
    )
    return [...underWay, ...ended]
  }

  async function keepLeases() {
    const at = now()
    if (at.getTime() - leasesSeenAt < lease / 4) return
    if (underWay.size + ready.length)
      await database.write((tx) => renewLeases(tx, name, new Date(at.getTime() + lease)))
    const dead = await readDeadWorkers(database.read, at)
    if (dead.length) {
      const known = new Map(dead.map((worker) => [worker, readHandLog(folder, worker)]))
      const lost = await database.write((tx) => expireLeases(tx, known, at))
      for (const worker of dead) removeHandLog(folder, worker)
      log.warn({ messages: lost }, 'A worker died with messages in hand; they may or may not have been sent')
    }
    leasesSeenAt = at.getTime()
  }

  async function takeTurn() {
    const wait = isStopping ? 0 : pace.mayWait(ready.length, performance.now() - turnedAt)
    if (wait) {
      if (!later) later = setTimeout(ringLate, wait)
      return
    }
    turnedAt = performance.now()
    const at = now()
    if (stopped) await lookWhetherResumed(at)
    const ended = [...finished]
    const mayTake = !isStopping && !stopped && !toStop && at.getTime() >= pausedUntil
    const returned = mayTake ? [] : ready.splice(0)
    const room = pace.room(underWay.size + ready.length)
    const isMore = mayTake && room.all > 0 && (await isAnyDue(database.read, at))
    if (!ended.length && !returned.length && !toStop && !isMore) {
      if ((mayTake || stopped) && !underWay.size && !ready.length) tellIdle()
      return
    }
    const until = new Date(at.getTime() + lease)
    const turn = await database
      .write(async (tx) => {
        const states = await settleAll(tx, ended, { worker: name, jitter: Math.random, now: at })
        if (returned.length) await releaseMessages(tx, returned, { worker: name, now: at })
        if (toStop) await stopSending(tx, toStop)
        const claimed = isMore
          ? await claimMessages(tx, { worker: name, limits, room, until, now: at })
          : null
        return { states, claimed }
      })
      .catch((error) => {
        ready.unshift(...returned)
        throw error
      })
    pace.turned(performance.now() - turnedAt)
    finished = finished.slice(ended.length)
    stopped = toStop ?? turn.claimed?.stop ?? stopped
    toStop = null
    ready.push(...(turn.claimed?.messages ?? []))
    ready.sort((a, b) => b.priority - a.priority)
    sendReady()
    for (const [index, { message }] of ended.entries())
      log.info({ message: message.id, kind: message.kind, state: turn.states[index] }, 'mail')
    if (ended.length) bell.ring()
  }

  function ringLate() {
    later = undefined
    bell.ring()
  }

  function sendReady() {
    while (underWay.size < connections && ready.length && now().getTime() >= pausedUntil && !toStop) {
      const message = ready.shift()
      if (message) void send(message)
    }
  }

  async function send(message: StoredMessage) {
    underWay.add(message.id)
    hand.begun(message.id)
    const begunAt = performance.now()
    const delivery = await transport.deliver(message)
    pace.delivered(performance.now() - begunAt)
    if (delivery.outcome === 'sent') hand.sent(message.id, delivery.response)
    underWay.delete(message.id)
    finished.push({ message, delivery })
    note(message, delivery)
    sendReady()
    bell.ring()
  }

  function note({ officeId }: StoredMessage, delivery: Delivery) {
    const verdict = run.note(delivery)
    if (!verdict) return
    const { failures, stop } = verdict
    const { response } = delivery
    const at = now()
    if (stop) toStop ??= { reason: stop, response, since: at.toISOString(), officeId }
    else pausedUntil = at.getTime() + pause(failures)
    log.warn({ failures, response, stop }, 'The mail server does not take mail')
  }

  async function lookWhetherResumed(at: Date) {
    stopped = await readStop(database.read)
    if (stopped?.reason !== 'unreachable' || at.getTime() - probedAt < probe) return
    // The first look is one probe after the stop.
    const isDue = at.getTime() - new Date(stopped.since).getTime() >= probe
    probedAt = at.getTime()
    if (isDue) void askServer(stopped)
  }

  async function askServer({ officeId }: SendingStop) {
    if (!(await transport.isReady())) return
    const by = { officeId, actor: { kind: 'worker', id: null } } as const
    await database.write((tx) => resumeSending(tx, by, { now: now() }))
    bell.ring()
  }

  function tellIdle() {
    const told = whenIdle
    whenIdle = []
    for (const tell of told) tell()
  }

  const running = work()
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
      hand.close()
    },
  }
}

/** Sends everything due and returns: for benchmarks and the command line. */
export async function emptyOutbox(workplace: Workplace): Promise<void> {
  const worker = createWorker(workplace)
  await worker.idle()
  await worker.stop()
}
