import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { enqueueMany } from '#app/mail/outbox.server.ts'
import { createTransport } from '#app/mail/transport.server.ts'
import { createWorker } from '#app/mail/worker.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import {
  aMessage,
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

test('the limits a minute and a day hold across a restart', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  await waiting(
    database,
    Array.from({ length: 40 }, () => ({})),
  )
  const limits = { perMinute: 10, perDay: 25, connections: 3 }
  const sentUntil = async (at: Date, expected: number) => {
    const worker = createWorker({
      database,
      transport: transportTo(sink),
      limits,
      now: () => at,
      log: quiet,
      timing: brisk,
    })
    await expect.poll(() => sink.received.length, { timeout: 10_000 }).toBe(expected)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await worker.stop()
    expect(sink.received).toHaveLength(expected)
  }
  // A mailing has 9 of 10 a minute and 24 of 25 a day: the rest is kept for what one person waits for.
  await sentUntil(now, 9)
  await sentUntil(later(0.5), 9)
  await sentUntil(later(1.1), 18)
  await sentUntil(later(2.2), 24)
  await sentUntil(later(60), 24)
  await sentUntil(later(24 * 60 + 20), 33)
})

test('a confirmation leaves at once though a mailing has used up its minute', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  await waiting(
    database,
    Array.from({ length: 40 }, () => ({})),
  )
  const limits = { perMinute: 12, perDay: 1_000, connections: 3 }
  const worker = createWorker({
    database,
    transport: transportTo(sink),
    limits,
    now: () => now,
    log: quiet,
    timing: { ...brisk, poll: 60_000 },
  })
  await expect.poll(() => sink.received.length, { timeout: 10_000 }).toBe(10)
  const { ids } = await waiting(database, [
    { kind: 'confirmation' },
    { kind: 'password_reset' },
    { kind: 'confirmation' },
  ])
  worker.wake()
  await expect.poll(() => sink.received.length, { timeout: 10_000 }).toBe(12)
  await worker.stop()
  expect(sink.received.slice(10).map(({ messageId }) => messageId)).toEqual(
    expect.arrayContaining([`<${ids[0]}@majlis.example>`, `<${ids[1]}@majlis.example>`]),
  )
})

test('a server that is down costs no message its chance, and is not hammered', async () => {
  const database = await testDatabase()
  await waiting(
    database,
    Array.from({ length: 30 }, () => ({})),
  )
  const pauses: number[] = []
  const pause = (failures: number) => {
    pauses.push(failures)
    return 3_600_000
  }
  const transport = createTransport({ url: 'smtp://127.0.0.1:1', connections: 3 })
  const worker = createWorker({
    database,
    transport,
    limits: generous,
    now: () => now,
    log: quiet,
    timing: { ...brisk, pause },
  })
  // Of three connections one is left to what one person waits for, as long as the server is not known to be quick.
  await expect.poll(() => pauses.length, { timeout: 10_000 }).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, 200))
  await worker.stop()
  const attempts = (await rows(database)).map((row) => row.attempts)
  expect(attempts.reduce((sum, value) => sum + value, 0)).toBe(2)
  expect(new Set((await rows(database)).map(({ state }) => state))).toEqual(new Set(['queued']))
})

test('two workers on one database send each message once', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  const event = await anEvent(database)
  const many = Array.from({ length: 200 }, (_, index) =>
    aMessage({
      officeId: event.officeId,
      eventId: event.id,
      to: { name: `G ${index}`, address: `g${index}@guest.example` },
    }),
  )
  await database.write((tx) => enqueueMany(tx, many))
  await Promise.all([sendAll({ database, sink }), sendAll({ database, sink }), sendAll({ database, sink })])
  expect(sink.received).toHaveLength(200)
  expect(new Set(sink.received.map(({ to }) => to)).size).toBe(200)
  const sent = await database.read.select().from(messages).where(eq(messages.state, 'sent'))
  expect(sent.map(({ attempts }) => attempts)).toEqual(Array(200).fill(1))
})

test('limits hold for several workers together', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  await waiting(
    database,
    Array.from({ length: 30 }, () => ({})),
  )
  const limits = { perMinute: 7, perDay: 1000, connections: 3 }
  const workers = [1, 2, 3].map(() =>
    createWorker({
      database,
      transport: transportTo(sink),
      limits,
      now: () => now,
      log: quiet,
      timing: brisk,
    }),
  )
  await expect.poll(() => sink.received.length, { timeout: 10_000 }).toBe(6)
  await new Promise((resolve) => setTimeout(resolve, 200))
  for (const worker of workers) await worker.stop()
  expect(sink.received).toHaveLength(6)
})
