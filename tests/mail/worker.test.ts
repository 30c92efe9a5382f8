import { expect, test } from 'vitest'
import { readMessageHistory } from '#app/mail/read.server.ts'
import type { Transport } from '#app/mail/transport.server.ts'
import { createWorker } from '#app/mail/worker.server.ts'
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

test('what is queued is sent once, and drafts stay', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  await waiting(database, [{}, { state: 'draft' }, {}])
  await sendAll({ database, sink })
  expect((await rows(database)).map(({ state, attempts }) => ({ state, attempts }))).toEqual([
    { state: 'sent', attempts: 1 },
    { state: 'draft', attempts: 0 },
    { state: 'sent', attempts: 1 },
  ])
  expect([...sink.copies().values()]).toEqual([1, 1])
  await sendAll({ database, sink })
  expect(sink.received).toHaveLength(2)
})

test('what one person waits for overtakes a mailing', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  const { ids } = await waiting(database, [{}, {}, {}, { kind: 'confirmation' }])
  await sendAll({ database, sink, limits: { ...generous, connections: 1 } })
  expect(sink.received.map(({ messageId }) => messageId)[0]).toBe(`<${ids[3]}@majlis.example>`)
})

test('a text with a secret is blanked once it is sent, and only then', async () => {
  const database = await testDatabase()
  const sink = await aSink(({ stage, to }) => (stage === 'rcpt' && to.startsWith('no') ? 451 : undefined))
  const to = { name: 'No', address: 'no@guest.example' }
  await waiting(database, [{ holdsSecret: true }, { holdsSecret: true, to }, {}])
  await sendAll({ database, sink })
  expect((await rows(database)).map(({ text, html }) => [text !== '', html !== ''])).toEqual([
    [false, false],
    [true, true],
    [true, true],
  ])
})

test('a refusal for now is tried again later, with the server’s words kept', async () => {
  const database = await testDatabase()
  let refuse = true
  const sink = await aSink(({ stage }) => (stage === 'rcpt' && refuse ? 451 : undefined))
  const { event, ids } = await waiting(database, [{}])
  await sendAll({ database, sink })
  const [row] = await rows(database)
  expect([row?.state, row?.attempts, row?.response]).toEqual(['queued', 1, '451 Scripted 451'])
  expect(row?.dueAt.getTime()).toBeGreaterThanOrEqual(later(0.75).getTime())
  expect(row?.dueAt.getTime()).toBeLessThanOrEqual(later(1.25).getTime())
  refuse = false
  await sendAll({ database, sink })
  expect(sink.received).toEqual([])
  await sendAll({ database, sink, at: later(2) })
  const [sent] = await rows(database)
  expect([sent?.state, sent?.attempts]).toEqual(['sent', 2])
  const history = await readMessageHistory(database.read, event.scope, ids[0] ?? '')
  expect(history.map(({ action, response }) => ({ action, response }))).toEqual([
    { action: 'message.retryLater', response: '451 Scripted 451' },
  ])
})

test('a message that is refused for two days has failed', async () => {
  const database = await testDatabase()
  const sink = await aSink(({ stage }) => (stage === 'rcpt' ? 451 : undefined))
  await waiting(database, [{}])
  for (let day = 0; day < 20; day++) await sendAll({ database, sink, at: later(day * 24 * 60) })
  const [row] = await rows(database)
  expect([row?.state, row?.attempts, row?.response]).toEqual(['failed', 12, '451 Scripted 451'])
})

test('a refusal for good is not tried again, and the others go', async () => {
  const database = await testDatabase()
  const sink = await aSink(({ stage, to }) => (stage === 'rcpt' && to.startsWith('gone') ? 550 : undefined))
  await waiting(database, [{ to: { name: 'G', address: 'gone@guest.example' } }, {}])
  await sendAll({ database, sink })
  expect((await rows(database)).map(({ state, response }) => [state, response.slice(0, 3)])).toEqual([
    ['failed', '550'],
    ['sent', '250'],
  ])
})

test('a line lost after the final dot: a confirmation goes once more, an invitation waits for a person', async () => {
  const database = await testDatabase()
  const sink = await aSink(({ stage }) => (stage === 'dot' ? 'reset' : undefined))
  const { ids } = await waiting(database, [{ kind: 'confirmation' }, {}])
  await sendAll({ database, sink })
  expect((await rows(database)).map(({ state }) => state)).toEqual(['queued', 'unknown'])
  await sendAll({ database, sink, at: later(5) })
  expect((await rows(database)).map(({ state }) => state)).toEqual(['unknown', 'unknown'])
  expect(sink.copies()).toEqual(
    new Map([
      [`<${ids[0]}@majlis.example>`, 2],
      [`<${ids[1]}@majlis.example>`, 1],
    ]),
  )
})

test('a message in the hands of a dead worker is unknown when its lease is over, not before', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  const { ids } = await waiting(database, [{}, { kind: 'confirmation' }])
  await database.write((tx) =>
    tx
      .update(messages)
      .set({ state: 'sending', attempts: 1, leasedBy: 'dead', leasedUntil: later(1), startedAt: now }),
  )
  await sendAll({ database, sink, at: later(0.5) })
  expect((await rows(database)).map(({ state }) => state)).toEqual(['sending', 'sending'])
  await sendAll({ database, sink, at: later(2) })
  expect((await rows(database)).map(({ state }) => state)).toEqual(['unknown', 'queued'])
  await sendAll({ database, sink, at: later(4) })
  expect((await rows(database)).map(({ state }) => state)).toEqual(['unknown', 'sent'])
  expect([...sink.copies().keys()]).toEqual([`<${ids[1]}@majlis.example>`])
})

test('stopping finishes what is in hand and takes no more', async () => {
  const database = await testDatabase()
  await waiting(
    database,
    Array.from({ length: 10 }, () => ({ kind: 'confirmation' as const })),
  )
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const delivered: string[] = []
  const transport: Transport = {
    async deliver(message) {
      delivered.push(message.id)
      await held
      return { outcome: 'sent', response: '250 ok' }
    },
    isReady: async () => true,
    close: () => {},
  }
  const worker = createWorker({
    database,
    transport,
    limits: generous,
    now: () => now,
    log: quiet,
    timing: brisk,
  })
  await expect.poll(() => delivered.length).toBe(3)
  const stopped = worker.stop()
  release()
  await stopped
  expect(delivered).toHaveLength(3)
  expect((await rows(database)).map(({ state }) => state).filter((state) => state === 'sent')).toHaveLength(3)
  expect((await rows(database)).map(({ state }) => state).filter((state) => state === 'sending')).toEqual([])
})

test('a message written while the worker rests goes at once when it is woken', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  const timing = { poll: 60_000 }
  const worker = createWorker({
    database,
    transport: transportTo(sink),
    limits: generous,
    now: () => now,
    log: quiet,
    timing,
  })
  await worker.idle()
  await waiting(database, [{}])
  worker.wake()
  await expect.poll(() => sink.received.length).toBe(1)
  await worker.stop()
})
