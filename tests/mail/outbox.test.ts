import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  approveMessages,
  enqueue,
  enqueueMany,
  messageIdHost,
  queueMessages,
  retryMessages,
  settleUnknown,
  withdrawMessages,
} from '#app/mail/outbox.server.ts'
import { countMessages, readMessage, readMessageHistory, readOutbox } from '#app/mail/read.server.ts'
import { readMailingEnd, readSending } from '#app/mail/sending.server.ts'
import { type MessageState, messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aMessage } from '#tests/support/mail.ts'

type Event = Awaited<ReturnType<typeof anEvent>>
type Messages = Awaited<ReturnType<typeof testDatabase>>

async function put(database: Messages, event: Event, state: MessageState, given = {}) {
  const written = await database.write((tx) =>
    enqueue(tx, aMessage({ officeId: event.officeId, eventId: event.id, ...given })),
  )
  const id = written?.id ?? ''
  await database.write((tx) => tx.update(messages).set({ state }).where(eq(messages.id, id)))
  return id
}

async function states(database: Messages) {
  const rows = await database.read.select().from(messages).orderBy(asc(messages.id))
  return rows.map(({ state }) => state)
}

test('a message is stored whole, with the Message-ID it keeps', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const message = aMessage({ officeId: event.officeId, eventId: event.id, kind: 'confirmation' })
  const written = await database.write((tx) => enqueue(tx, message))
  const [row] = await database.read.select().from(messages)
  expect(row).toMatchObject({
    id: written?.id,
    messageId: `<${written?.id}@majlis.example>`,
    to: message.to,
    state: 'queued',
    priority: 10,
    dueAt: now,
    attempts: 0,
    response: '',
  })
})

test('what has a dedupe key already is not written twice', async () => {
  const database = await testDatabase()
  const { officeId } = await anEvent(database)
  const once = aMessage({ officeId, dedupeKey: 'mailing:1:2' })
  expect(await database.write((tx) => enqueue(tx, once))).toEqual({ id: expect.any(String) })
  expect(await database.write((tx) => enqueue(tx, once))).toBeNull()
  expect(await database.write((tx) => enqueueMany(tx, [once, aMessage({ officeId })]))).toBe(1)
  expect(await states(database)).toHaveLength(2)
})

test('names cannot leave their header, and an unchecked address is a bug', async () => {
  const database = await testDatabase()
  const { officeId } = await anEvent(database)
  const hostile = aMessage({
    officeId,
    to: { name: 'Ali "x"\r\nBcc: evil@x.example', address: 'ali@guest.example' },
    from: { name: 'IOM: Iraq, "Events" @home', address: 'events@majlis.example' },
    subject: 'Hello\r\nBcc: evil@x.example',
  })
  await database.write((tx) => enqueue(tx, hostile))
  const [row] = await database.read.select().from(messages)
  expect([row?.to.name, row?.from.name, row?.subject]).toEqual([
    'Ali x Bcc: evil@x.example',
    'IOM Iraq Events home',
    'Hello Bcc: evil@x.example',
  ])
  const unchecked = aMessage({ officeId, to: { name: '', address: 'Ali, <evil@x.example> <x@y.example>' } })
  await expect(database.write((tx) => enqueue(tx, unchecked))).rejects.toThrow('unchecked mail address')
})

test('5,000 messages are queued in one go', async () => {
  const database = await testDatabase()
  const { officeId, id } = await anEvent(database)
  const many = Array.from({ length: 5000 }, (_, index) =>
    aMessage({ officeId, eventId: id, dedupeKey: `m:${index}`, html: 'x'.repeat(6000) }),
  )
  expect(await database.write((tx) => enqueueMany(tx, many))).toBe(5000)
  expect(new Set((await database.read.select().from(messages)).map((row) => row.messageId)).size).toBe(5000)
})

test('only what is in the right state moves, and it is told how much', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const all: MessageState[] = [
    'draft',
    'approved',
    'queued',
    'sending',
    'sent',
    'unknown',
    'failed',
    'bounced',
    'withdrawn',
  ]
  const verbs = {
    approve: { run: approveMessages, to: 'approved', from: ['draft'] },
    queue: { run: queueMessages, to: 'queued', from: ['draft', 'approved'] },
    withdraw: {
      run: withdrawMessages,
      to: 'withdrawn',
      from: ['draft', 'approved', 'queued', 'failed', 'bounced'],
    },
    retry: { run: retryMessages, to: 'queued', from: ['failed', 'bounced'] },
  }
  for (const { run, to, from } of Object.values(verbs)) {
    await database.write((tx) => tx.delete(messages))
    const ids: string[] = []
    for (const state of all) ids.push(await put(database, event, state))
    const moved = await database.write((tx) => run(tx, event.scope, { chosen: { ids }, now }))
    expect(moved).toBe(from.length)
    expect(await states(database)).toEqual(all.map((state) => (from.includes(state) ? to : state)))
  }
})

test('a person says of an unknown message that it goes again, or that it counts as sent', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [again, arrived] = [await put(database, event, 'unknown'), await put(database, event, 'unknown')]
  const settle = (id: string, as: 'sendAgain' | 'countAsSent') =>
    database.write((tx) => settleUnknown(tx, event.scope, { chosen: { ids: [id] }, as, now }))
  expect([await settle(again, 'sendAgain'), await settle(arrived, 'countAsSent')]).toEqual([1, 1])
  expect(await states(database)).toEqual(['queued', 'sent'])
  expect(await settle(arrived, 'sendAgain')).toBe(0)
  const history = await readMessageHistory(database.read, event.scope, again)
  expect(history.map(({ action, actor }) => ({ action, actor }))).toEqual([
    { action: 'message.sendAgain', actor: 'system' },
  ])
})

test('a withdrawn message forgets its secret', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const secret = await put(database, event, 'draft', { holdsSecret: true })
  const plain = await put(database, event, 'draft')
  await database.write((tx) => withdrawMessages(tx, event.scope, { chosen: { ids: [secret, plain] }, now }))
  expect((await readMessage(database.read, event.scope, secret))?.html).toBe('')
  expect((await readMessage(database.read, event.scope, plain))?.html).not.toBe('')
})

test('another event sees and moves none of it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const id = await put(database, event, 'draft')
  expect(await database.write((tx) => queueMessages(tx, other.scope, { chosen: { ids: [id] }, now }))).toBe(0)
  expect(await database.write((tx) => queueMessages(tx, other.scope, { chosen: { filter: {} }, now }))).toBe(
    0,
  )
  expect(await readMessage(database.read, other.scope, id)).toBeNull()
  expect(await readOutbox(database.read, other.scope, {}, 1)).toEqual([])
  expect(await states(database)).toEqual(['draft'])
})

test('all that a filter shows may be chosen at once', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const to = (name: string, address: string) => ({ to: { name, address } })
  await put(database, event, 'draft', to('Ali Hassan', 'ali@guest.example'))
  await put(database, event, 'draft', to('علي حسن', 'x@guest.example'))
  await put(database, event, 'draft', to('100% sure', 'y_z@guest.example'))
  const find = async (search: string) =>
    (await readOutbox(database.read, event.scope, { search }, 1)).map((row) => row.to.address)
  expect(await find('HASSAN')).toEqual(['ali@guest.example'])
  expect(await find('علي')).toEqual(['x@guest.example'])
  expect(await find('y_z')).toEqual(['y_z@guest.example'])
  expect(await find('0%')).toEqual(['y_z@guest.example'])
  expect(await find('_')).toEqual(['y_z@guest.example'])
  expect(await find('name')).toEqual([])
  const chosen = { filter: { search: 'ali', state: 'draft' as const } }
  expect(await database.write((tx) => approveMessages(tx, event.scope, { chosen, now }))).toBe(1)
  expect(await countMessages(database.read, event.scope, {})).toMatchObject({
    draft: 2,
    approved: 1,
    sent: 0,
  })
})

test('the outbox knows when the last of each lane leaves, and the last of a mailing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const later = new Date(now.getTime() + 1_000)
  for (let i = 0; i < 45; i++) await put(database, event, 'queued', { mailingId: 'first' })
  for (let i = 0; i < 5; i++) await put(database, event, 'queued', { mailingId: 'second', now: later })
  for (let i = 0; i < 5; i++) await put(database, event, 'queued', { kind: 'confirmation' })
  const limits = { perMinute: 30, perDay: 10_000, connections: 3 }
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  // A mailing has 25 of 30 a minute, and confirmations go before it.
  expect(await readSending(database.read, limits, now)).toEqual({
    stop: null,
    used: { minute: 0, day: 0 },
    urgent: { waiting: 5, lastLeavesAt: after(10) },
    ordinary: { waiting: 50, lastLeavesAt: after(132) },
    trouble: null,
  })
  const end = (mailingId: string) => readMailingEnd(database.read, event.scope, mailingId, { limits, now })
  expect([await end('first'), await end('second'), await end('third')]).toEqual([
    after(120),
    after(132),
    null,
  ])
})

test('the host of our Message-IDs is the one people know us by', () => {
  expect(messageIdHost('https://meet.example.org:8443')).toBe('meet.example.org')
})
