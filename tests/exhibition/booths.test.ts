import { expect, test } from 'vitest'
import { addBooths, editBooth, moveBooth, removeBooth, sortBooths } from '#app/exhibition/booths.server.ts'
import { readBooths, readExhibit } from '#app/exhibition/read.server.ts'
import type { Database } from '#db/client.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { revisionOf } from '#tests/support/events.ts'
import { anExhibit, someBooths } from '#tests/support/exhibition.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

async function codesOf(database: Database, event: Event): Promise<string[]> {
  const { booths } = await readBooths(database.read, event.scope)
  return booths.map(({ code }) => code)
}

test('booths stand in the order in which they were added, are moved by one, and sorted by number', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ids = await someBooths(database, event, ['A1', 'A10', 'A2'])
  const [first = '', , last = ''] = ids
  const move = (boothId: string, direction: 'up' | 'down') =>
    database.write((tx) => moveBooth(tx, event.scope, { boothId, direction, now }))
  await move(last, 'up')
  expect(await codesOf(database, event)).toEqual(['A1', 'A2', 'A10'])
  expect(await move(first, 'up')).toEqual({ ok: true })
  await move(first, 'down')
  expect(await codesOf(database, event)).toEqual(['A2', 'A1', 'A10'])
  await someBooths(database, event, ['A3'])
  await database.write((tx) => sortBooths(tx, event.scope, { now }))
  expect(await codesOf(database, event)).toEqual(['A1', 'A2', 'A3', 'A10'])
})

test('a code is painted on one booth of an event, whatever its letter case; another event has its own', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [, second = ''] = await someBooths(database, event, ['A1', 'A2'])
  const place = { hallId: null, partId: event.exhibition.id }
  const add = (codes: string[]) =>
    database.write((tx) => addBooths(tx, event.scope, { codes, ...place, now }))
  const rename = (code: string) =>
    database.write((tx) => editBooth(tx, event.scope, { boothId: second, content: { code, ...place }, now }))
  expect(await add(['A3', 'a1'])).toEqual({ ok: false, reason: 'codeTaken', taken: ['A1'] })
  expect(await codesOf(database, event)).toEqual(['A1', 'A2'])
  expect(await rename('a1')).toEqual({ ok: false, reason: 'codeTaken', taken: ['A1'] })
  expect(await rename('a2')).toEqual({ ok: true, id: second })
  expect(await codesOf(database, event)).toEqual(['A1', 'a2'])
  await someBooths(database, await anEvent(database), ['A1'])
})

test('two who add the same booth at once get one of it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const given = { codes: ['A1'], hallId: null, partId: event.exhibition.id, now }
  const added = await Promise.all(
    [1, 2, 3].map(() => database.write((tx) => addBooths(tx, event.scope, given))),
  )
  expect(added.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await codesOf(database, event)).toEqual(['A1'])
})

test('an exhibit outlives its booth', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [boothId = ''] = await someBooths(database, event, ['A1'])
  const exhibitId = await anExhibit(database, event, { boothId })
  const before = await revisionOf(database, event.id)
  const listed = await readBooths(database.read, event.scope)
  expect(listed.booths[0]?.exhibits.map(({ id }) => id)).toEqual([exhibitId])
  expect(await database.write((tx) => removeBooth(tx, event.scope, { boothId, now }))).toEqual({ ok: true })
  expect(await readExhibit(database.read, event.scope, exhibitId)).toMatchObject({
    boothId: null,
    booth: null,
  })
  expect(await revisionOf(database, event.id)).toBe(before + 1)
})

test('a booth of another event is not there, and none stands in a foreign part', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database, { officeId: event.officeId })
  const [foreign = ''] = await someBooths(database, other, ['A1'])
  const content = { code: 'B1', hallId: null, partId: event.exhibition.id }
  const notFound = { ok: false, reason: 'notFound' }
  const { scope } = event
  const acts = [
    database.write((tx) => editBooth(tx, scope, { boothId: foreign, content, now })),
    database.write((tx) => moveBooth(tx, scope, { boothId: foreign, direction: 'up', now })),
    database.write((tx) => removeBooth(tx, scope, { boothId: foreign, now })),
    database.write((tx) =>
      addBooths(tx, scope, { codes: ['C1'], hallId: null, partId: other.exhibition.id, now }),
    ),
  ]
  expect(await Promise.all(acts)).toEqual([notFound, notFound, notFound, notFound])
  expect(await codesOf(database, event)).toEqual([])
  expect(await codesOf(database, other)).toEqual(['A1'])
})
