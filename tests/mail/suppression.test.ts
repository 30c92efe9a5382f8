import { expect, test } from 'vitest'
import { systemOfficeScope } from '#app/accounts/scope.server.ts'
import { enqueueMany } from '#app/mail/outbox.server.ts'
import { readMessageHistory } from '#app/mail/read.server.ts'
import { resubscribe, unsubscribe } from '#app/mail/subscriber.server.ts'
import { liftSuppression, readStopped, readSuppressions, suppress } from '#app/mail/suppression.server.ts'
import { isStopped, type SuppressionReason, suppressionReasons } from '#app/mail/suppression.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aMessage, aSink, rows, sendAll, waiting } from '#tests/support/mail.ts'

const worker = { kind: 'worker', id: null } as const
type Database = Awaited<ReturnType<typeof testDatabase>>

function put(database: Database, officeId: string, address: string, reason: SuppressionReason) {
  return database.write((tx) =>
    suppress(tx, { officeId, actor: worker }, { address, reason, note: '550 5.1.1 No such user', now }),
  )
}

async function list(database: Database, officeId: string, filter = {}) {
  const { rows, total } = await readSuppressions(database.read, systemOfficeScope(officeId), {
    filter,
    page: 1,
  })
  return { total, entries: rows.map(({ address, reason }) => `${address} ${reason}`).sort() }
}

test('who unsubscribed gets no announcements; nothing else reaches who cannot or does not want to be reached', () => {
  const kinds = [
    'announcement',
    'save_the_date',
    'thanks',
    'invitation',
    'reminder',
    'confirmation',
    'password_reset',
  ]
  const stopped = (reason: SuppressionReason) => kinds.filter((kind) => isStopped(kind, reason))
  expect(stopped('unsubscribed')).toEqual(['announcement', 'save_the_date', 'thanks'])
  for (const reason of suppressionReasons.filter((reason) => reason !== 'unsubscribed'))
    expect(stopped(reason)).toEqual(['announcement', 'save_the_date', 'thanks', 'invitation', 'reminder'])
})

test('an address is on its office’s list once for each reason, in any case, and nobody else’s', async () => {
  const database = await testDatabase()
  const [ours, theirs] = [await anOffice(database), await anOffice(database)]
  expect(await put(database, ours.id, ' Ali@Guest.Example ', 'bounced')).toEqual({ ok: true, isNew: true })
  expect(await put(database, ours.id, 'ali@guest.example', 'bounced')).toEqual({ ok: true, isNew: false })
  expect(await put(database, ours.id, 'ali@guest.example', 'unsubscribed')).toEqual({ ok: true, isNew: true })
  expect(await put(database, ours.id, 'Ali <ali@guest.example>', 'by_hand')).toEqual({
    ...{ ok: false, reason: 'notAnAddress' },
  })
  expect(await list(database, ours.id)).toEqual({
    total: 2,
    entries: ['ali@guest.example bounced', 'ali@guest.example unsubscribed'],
  })
  expect(await list(database, ours.id, { reason: 'bounced', search: 'ALI@' })).toMatchObject({ total: 1 })
  expect(await list(database, ours.id, { search: '%' })).toMatchObject({ total: 0 })
  expect(await list(database, theirs.id)).toEqual({ total: 0, entries: [] })

  const scope = systemOfficeScope(ours.id)
  const { rows } = await readSuppressions(database.read, scope, { filter: { reason: 'bounced' }, page: 1 })
  const id = rows[0]?.id ?? ''
  const lift = (by: typeof scope) =>
    database.write((tx) => liftSuppression(tx, by, { id, why: 'The mailbox was full', now }))
  expect(await lift(systemOfficeScope(theirs.id))).toEqual({ ok: false, reason: 'notFound' })
  expect(await lift(scope)).toEqual({ ok: true, address: 'ali@guest.example' })
  expect(await lift(scope)).toEqual({ ok: false, reason: 'notFound' })
  expect((await list(database, ours.id)).entries).toEqual(['ali@guest.example unsubscribed'])
})

test('what was queued before the address came on the list is kept back, and what its owner asked for goes', async () => {
  const database = await testDatabase()
  const sink = await aSink()
  const to = (address: string) => ({ to: { name: '', address } })
  const { event, ids } = await waiting(database, [
    { ...to('Gone@guest.example') },
    { ...to('gone@guest.example'), kind: 'confirmation' },
    { ...to('quiet@guest.example'), kind: 'announcement' },
    { ...to('quiet@guest.example') },
    { ...to('ali@guest.example') },
  ])
  const foreign = await anEvent(database)
  await put(database, event.officeId, 'gone@guest.example', 'bounced')
  await put(database, event.officeId, 'quiet@guest.example', 'unsubscribed')
  await put(database, foreign.officeId, 'ali@guest.example', 'by_hand')
  await sendAll({ database, sink })
  expect(
    (await rows(database)).map(({ state, attempts, response }) => [state, attempts, response.slice(0, 24)]),
  ).toEqual([
    ['failed', 0, 'suppressed:bounced'],
    ['sent', 1, expect.stringMatching(/^250/)],
    ['failed', 0, 'suppressed:unsubscribed'],
    ['sent', 1, expect.stringMatching(/^250/)],
    ['sent', 1, expect.stringMatching(/^250/)],
  ])
  expect(sink.received).toHaveLength(3)
  const history = await readMessageHistory(database.read, event.scope, ids[0] ?? '')
  expect(history.map(({ action }) => action)).toEqual(['message.keptBack'])
  const addresses = ['GONE@guest.example', 'quiet@guest.example', 'ali@guest.example']
  const stopped = (kind: string) => readStopped(database.read, { officeId: event.officeId, kind, addresses })
  expect(await stopped('invitation')).toEqual(new Map([['gone@guest.example', 'bounced']]))
  expect(await stopped('confirmation')).toEqual(new Map())
})

test('a mailing is prepared without them', async () => {
  const database = await testDatabase()
  const { officeId } = await anEvent(database)
  await put(database, officeId, 'gone@guest.example', 'bounced')
  await put(database, officeId, 'quiet@guest.example', 'unsubscribed')
  const many = ['Gone', 'Quiet', 'Ali'].flatMap((name) =>
    (['announcement', 'invitation'] as const).map((kind) =>
      aMessage({ officeId, kind, to: { name, address: `${name}@guest.example` } }),
    ),
  )
  expect(await database.write((tx) => enqueueMany(tx, many))).toBe(3)
  expect((await rows(database)).map(({ to, kind }) => `${to.name} ${kind}`).sort()).toEqual([
    'Ali announcement',
    'Ali invitation',
    'Quiet invitation',
  ])
})

test('who unsubscribed can undo that, and nothing else', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const subscriber = { officeId: office.id, address: 'ali@guest.example' }
  await put(database, office.id, subscriber.address, 'complaint')
  for (let i = 0; i < 2; i++) await database.write((tx) => unsubscribe(tx, subscriber, { now }))
  expect((await list(database, office.id)).total).toBe(2)
  for (let i = 0; i < 2; i++) await database.write((tx) => resubscribe(tx, subscriber, { now }))
  expect((await list(database, office.id)).entries).toEqual(['ali@guest.example complaint'])
})
