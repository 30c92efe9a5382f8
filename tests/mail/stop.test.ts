import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readSending, readStop, resumeSending } from '#app/mail/sending.server.ts'
import { createTransport, type Delivery, type Transport } from '#app/mail/transport.server.ts'
import { createWorker } from '#app/mail/worker.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import {
  aSink,
  brisk,
  generous,
  later,
  quiet,
  rows,
  sendAll,
  transportTo,
  waiting,
} from '#tests/support/mail.ts'

type Database = Awaited<ReturnType<typeof testDatabase>>
const many = (count: number) => Array.from({ length: count }, () => ({}))

function aWorker(database: Database, transport: Transport, at: () => Date = () => now) {
  return createWorker({ database, transport, limits: generous, now: at, log: quiet, timing: brisk })
}

async function stopsAfter(database: Database, delivery: Delivery) {
  const transport: Transport = {
    deliver: async () => delivery,
    isReady: async () => false,
    close: () => {},
  }
  const worker = aWorker(database, transport)
  await expect.poll(async () => readStop(database.read), { timeout: 10_000 }).not.toBeNull()
  await worker.idle()
  await worker.stop()
  return readStop(database.read)
}

test('a server that refuses one message after the other ends sending, until somebody resumes', async () => {
  const database = await testDatabase()
  const { event } = await waiting(database, many(60))
  const response = '550 5.7.1 This address is on a block list'
  const stop = await stopsAfter(database, { outcome: 'failed', response })
  expect(stop).toEqual({
    ...{ reason: 'refused', response, officeId: event.officeId },
    since: now.toISOString(),
  })
  // A few were on their way when it was noticed; the others keep all their attempts.
  const states = (await rows(database)).map(({ state, attempts }) => `${state} ${attempts}`)
  expect(new Set(states)).toEqual(new Set(['failed 1', 'queued 0']))
  expect(states.filter((state) => state === 'failed 1').length).toBeLessThan(30)

  // It outlasts every worker: a new one, to a server that is well, sends nothing.
  const sink = await aSink()
  await sendAll({ database, sink, at: later(24 * 60) })
  expect(sink.received).toEqual([])
  expect((await readSending(database.read, generous, now)).stop).toEqual(stop)

  const resume = () => database.write((tx) => resumeSending(tx, event.scope, { now }))
  expect([await resume(), await resume()]).toEqual([true, false])
  await sendAll({ database, sink })
  expect(sink.received.length).toBe(states.filter((state) => state === 'queued 0').length)
  const told = await database.read
    .select({ action: auditEntries.action, actor: auditEntries.actorKind })
    .from(auditEntries)
    .where(eq(auditEntries.officeId, event.officeId))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
  expect(told.filter(({ action }) => action.startsWith('sending.'))).toEqual([
    { action: 'sending.stop', actor: 'worker' },
    { action: 'sending.resume', actor: 'system' },
  ])
})

test('a wrong password is tried few times, and costs no message its chance', async () => {
  const database = await testDatabase()
  await waiting(database, many(30))
  const stop = await stopsAfter(database, { outcome: 'retry', fault: 'signIn', response: '535 5.7.8 No' })
  expect(stop).toMatchObject({ reason: 'signIn', response: '535 5.7.8 No' })
  const tried = (await rows(database)).filter(({ attempts }) => attempts > 0)
  expect(tried.length).toBeLessThanOrEqual(6)
  expect(new Set((await rows(database)).map(({ state }) => state))).toEqual(new Set(['queued']))
})

test('a server that was away is asked again, and sending goes on by itself', async () => {
  const database = await testDatabase()
  await waiting(database, many(20))
  const away = createTransport({ url: 'smtp://127.0.0.1:1', connections: 3 })
  const lost = aWorker(database, away)
  await expect
    .poll(async () => (await readStop(database.read))?.reason, { timeout: 10_000 })
    .toBe('unreachable')
  await lost.stop()
  await database.write((tx) => tx.update(messages).set({ dueAt: now }))

  const sink = await aSink()
  let at = later(1)
  const worker = aWorker(database, transportTo(sink), () => at)
  await worker.idle()
  expect(sink.received).toEqual([])
  at = later(6)
  await expect.poll(() => sink.received.length, { timeout: 10_000 }).toBe(20)
  await worker.stop()
  expect(await readStop(database.read)).toBeNull()
})
