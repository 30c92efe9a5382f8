import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { enqueueMany } from '#app/mail/outbox.server.ts'
import { createTransport } from '#app/mail/transport.server.ts'
import { emptyOutbox } from '#app/mail/worker.server.ts'
import { sqlitePath } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aMessage, quiet } from '#tests/support/mail.ts'
import { smtpSink } from '#tests/support/smtp.ts'

const mailing = onPostgres ? 1_000 : 5_000
const root = new URL('../..', import.meta.url).pathname

function spawnWorker(databaseUrl: string, mailUrl: string): ChildProcess {
  const child = spawn(process.execPath, ['app/worker.server.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      MAIL_URL: mailUrl,
      MAIL_PER_MINUTE: '100000',
      MAIL_PER_DAY: '1000000',
      MAIL_CONNECTIONS: '3',
      LOG_LEVEL: 'silent',
    },
  })
  // A test that fails on the way leaves nobody at work behind.
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function died(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  child.kill(signal)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

test('workers killed at random points in a mailing of thousands: none missing, none twice, doubts are told', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const sink = await smtpSink()
  onTestFinished(() => sink.close())
  const many = Array.from({ length: mailing }, (_, index) =>
    aMessage({
      officeId: event.officeId,
      eventId: event.id,
      to: { name: `Guest ${index}`, address: `guest${index}@guest.example` },
      now: new Date(),
    }),
  )
  await database.write((tx) => enqueueMany(tx, many))

  // On PostgreSQL two work side by side; only one of them is killed.
  const steady = onPostgres ? [spawnWorker(database.url, sink.url)] : []
  let kills = 0
  while (sink.received.length < mailing * 0.8) {
    const before = sink.received.length
    const worker = spawnWorker(database.url, sink.url)
    const more = Math.ceil(Math.random() * 0.3 * mailing)
    // What a killed worker had taken waits for its lease to run out: that many may not come while this looks.
    const held = await database.read.$count(messages, eq(messages.state, 'sending'))
    const enough = Math.min(before + more, mailing - 1 - held)
    await expect
      .poll(() => sink.received.length, { timeout: 60_000, interval: 2 })
      .toBeGreaterThan(enough - 1)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
    await died(worker, 'SIGKILL')
    kills++
  }
  for (const worker of steady) await died(worker, 'SIGTERM')

  const tomorrow = new Date(Date.now() + 86_400_000)
  await emptyOutbox({
    database,
    transport: createTransport({ url: sink.url, connections: 3 }),
    limits: { perMinute: 100_000, perDay: 1_000_000, connections: 3 },
    now: () => tomorrow,
    log: quiet,
    timing: { poll: 20 },
    folder: onPostgres ? tmpdir() : dirname(sqlitePath(database.url)),
  })

  const rows = await database.read.select().from(messages)
  const copies = sink.copies()
  const count = (messageId: string) => copies.get(messageId) ?? 0
  const sent = rows.filter(({ state }) => state === 'sent')
  const unknown = rows.filter(({ state }) => state === 'unknown')
  expect(sent.length + unknown.length).toBe(mailing)
  expect(sent.filter(({ messageId }) => count(messageId) !== 1)).toEqual([])
  expect(unknown.filter(({ messageId }) => count(messageId) > 1)).toEqual([])
  // A worker dies with at most one message for each of its three connections, however many it had taken.
  expect(unknown.length).toBeLessThanOrEqual(3 * kills)
  expect(kills).toBeGreaterThan(0)
}, 120_000)

test('a worker told to stop finishes what it has in hand and leaves no doubt behind', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const sink = await smtpSink()
  onTestFinished(() => sink.close())
  const many = Array.from({ length: 200 }, () =>
    aMessage({ officeId: event.officeId, eventId: event.id, now: new Date() }),
  )
  await database.write((tx) => enqueueMany(tx, many))
  const worker = spawnWorker(database.url, sink.url)
  await expect.poll(() => sink.received.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(10)
  await died(worker, 'SIGTERM')
  expect(worker.exitCode).toBe(0)
  const rows = await database.read.select().from(messages)
  const states = rows.map(({ state }) => state)
  expect(states.filter((state) => state === 'sent')).toHaveLength(sink.received.length)
  expect(new Set(states)).toEqual(new Set(sink.received.length === 200 ? ['sent'] : ['sent', 'queued']))
}, 60_000)
