import { expect, test } from 'vitest'
import { editBooth, removeBooth } from '#app/exhibition/booths.server.ts'
import { addHall, editHall, moveHall, removeHall } from '#app/exhibition/plan/halls.server.ts'
import { readHall, readHallBooths, readHalls } from '#app/exhibition/plan/read.server.ts'
import { oppositeOf, type Thing, withChange } from '#app/exhibition/plan/step.ts'
import { readBooths, readExhibit } from '#app/exhibition/read.server.ts'
import { newId } from '#db/id.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { revisionOf } from '#tests/support/events.ts'
import { anExhibit, someBooths } from '#tests/support/exhibition.ts'
import { aHall, aThing, draw, drawBooths, standing } from '#tests/support/plan.ts'

const box = { x: 500, y: 500, width: 400, depth: 300 }
const notFound = { ok: false, reason: 'notFound' }

async function aPlan() {
  const database = await testDatabase()
  const event = await anEvent(database)
  return { database, event, hallId: await aHall(database, event) }
}

test('a step of several changes is taken wholly or not at all, and raises what visitors’ pages are kept by', async () => {
  const { database, event, hallId } = await aPlan()
  const [a1 = '', a2 = ''] = await drawBooths(database, event, { hallId, codes: ['A1', 'A2'] })
  const before = await revisionOf(database, event.id)
  const step = [
    { act: 'put' as const, id: a1, box, seen: 0 },
    { act: 'put' as const, id: a2, box: null, seen: 0 },
    { act: 'add' as const, thing: aThing({ kind: 'stage', label: { en: 'Music' } }) },
  ]
  expect(await draw(database, event, hallId, ...step)).toEqual({ ok: true })
  expect(await standing(database, hallId)).toEqual({
    booths: { A1: [500, 500, 400, 300], A2: null },
    furniture: ['stage'],
  })
  expect(await revisionOf(database, event.id)).toBe(before + 1)
  // The same again was seen before what it did.
  const again = [{ act: 'put' as const, id: a2, box }, ...step]
  expect(await draw(database, event, hallId, ...again)).toEqual({ ok: false, reason: 'changedMeanwhile' })
  expect((await standing(database, hallId)).booths).toEqual({ A1: [500, 500, 400, 300], A2: null })
})

test('of two who move one booth at once one is told; of two who move two booths neither is', async () => {
  const { database, event, hallId } = await aPlan()
  const [a1 = '', a2 = ''] = await drawBooths(database, event, { hallId, codes: ['A1', 'A2'] })
  const put = (id: string, x: number) =>
    draw(database, event, hallId, { act: 'put', id, seen: 0, box: { ...box, x } })
  const same = await Promise.all([put(a1, 100), put(a1, 900)])
  expect(same.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  const facts = { code: 'A2', category: 'donor' as const, isReserved: true }
  expect(await draw(database, event, hallId, { act: 'facts', id: a2, seen: 0, facts })).toEqual({ ok: true })
  expect((await readHallBooths(database.read, hallId))[1]).toMatchObject({ ...facts, version: 1 })
})

test('no code is given twice, within a step, in the hall or in another', async () => {
  const { database, event, hallId } = await aPlan()
  const other = await aHall(database, event, { name: { en: 'Garden' } })
  const [a1 = ''] = await drawBooths(database, event, { hallId, codes: ['A1', 'A2'] })
  const add = (hall: string, ...codes: string[]) =>
    draw(database, event, hall, ...codes.map((code) => ({ act: 'add' as const, thing: aThing({ code }) })))
  expect(await add(other, 'B1', 'a2')).toEqual({ ok: false, reason: 'codeTaken', taken: ['A2'] })
  expect(await add(hallId, 'B1', 'b1')).toMatchObject({ reason: 'codeTaken' })
  const facts = { code: 'a2', category: null, isReserved: false }
  expect(await draw(database, event, hallId, { act: 'facts', id: a1, facts })).toMatchObject({
    reason: 'codeTaken',
  })
  expect(
    await draw(database, event, hallId, { act: 'facts', id: a1, facts: { ...facts, code: 'a1' } }),
  ).toEqual({
    ok: true,
  })
  expect(Object.keys((await standing(database, other)).booths)).toEqual([])
})

test('a booth where something is shown is taken off the drawing, not removed; its number walks on behind the others', async () => {
  const { database, event, hallId } = await aPlan()
  const [a1 = ''] = await drawBooths(database, event, { hallId, codes: ['A1', 'A2'] })
  const exhibit = await anExhibit(database, event, { boothId: a1 })
  expect(await draw(database, event, hallId, { act: 'remove', id: a1 })).toEqual({
    ok: false,
    reason: 'occupied',
  })
  expect(await draw(database, event, hallId, { act: 'put', id: a1, box: null })).toEqual({ ok: true })
  expect(await readExhibit(database.read, event.scope, exhibit)).toMatchObject({
    booth: { code: 'A1', hall: { en: 'Main hall' } },
  })
  await draw(database, event, hallId, { act: 'add', thing: aThing({ code: 'A0' }) })
  const { booths } = await readBooths(database.read, event.scope)
  expect(booths.map(({ code }) => code)).toEqual(['A1', 'A2', 'A0'])
})

test('a step taken back leaves all as it was, whatever it did', async () => {
  const { database, event, hallId } = await aPlan()
  const wall = aThing({ kind: 'wall', code: '' })
  await draw(database, event, hallId, { act: 'add', thing: wall })
  const [a1 = '', a2 = ''] = await drawBooths(database, event, { hallId, codes: ['A1', 'A2'] })
  const before = await standing(database, hallId)
  const booths = await readHallBooths(database.read, hallId)
  const now: Thing[] = [wall, ...booths.map((booth) => ({ ...booth, kind: 'booth' as const, label: {} }))]
  const step = [
    { act: 'put' as const, id: a1, box },
    { act: 'put' as const, id: a1, box: { ...box, x: 0 } },
    { act: 'remove' as const, id: wall.id },
    { act: 'facts' as const, id: a2, facts: { code: 'Z9', category: 'host' as const, isReserved: true } },
    { act: 'add' as const, thing: aThing({ code: 'A7' }) },
  ]
  await draw(database, event, hallId, ...step)
  expect(await standing(database, hallId)).not.toEqual(before)
  await draw(database, event, hallId, ...oppositeOf(now, step))
  expect(await standing(database, hallId)).toEqual(before)
  const back = oppositeOf(now, step).reduce(withChange, step.reduce(withChange, now))
  expect(back.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
    now.toSorted((a, b) => a.id.localeCompare(b.id)),
  )
})

test('booths follow their hall into its part; without it they stay, with what is shown there', async () => {
  const { database, event, hallId } = await aPlan()
  const [a1 = ''] = await drawBooths(database, event, { hallId, codes: ['A1'] })
  const [b1 = ''] = await someBooths(database, event, ['B1'])
  const exhibit = await anExhibit(database, event, { boothId: a1 })
  const content = { name: { ar: 'القاعة' }, partId: event.meeting.id, width: 1000, depth: 900, step: 25 }
  const edit = (seen?: number) =>
    database.write((tx) => editHall(tx, event.scope, { hallId, content, seen, now }))
  expect(await edit(0)).toEqual({ ok: true, id: hallId })
  expect(await edit(0)).toEqual({ ok: false, reason: 'changedMeanwhile' })
  const put = { act: 'put' as const, id: b1, box }
  await draw(database, event, hallId, put)
  const { booths } = await readBooths(database.read, event.scope)
  expect(booths.map(({ code, partId, hallId: hall }) => [code, partId, hall])).toEqual([
    ['A1', event.meeting.id, hallId],
    ['B1', event.meeting.id, hallId],
  ])
  expect(await database.write((tx) => removeHall(tx, event.scope, { hallId, now }))).toMatchObject({
    ok: true,
  })
  const { booths: left } = await readBooths(database.read, event.scope)
  expect(left.map(({ code, hall }) => [code, hall])).toEqual([
    ['A1', null],
    ['B1', null],
  ])
  expect(await readExhibit(database.read, event.scope, exhibit)).toMatchObject({ booth: { hall: null } })
})

test('in another hall a booth is not drawn yet', async () => {
  const { database, event, hallId } = await aPlan()
  const other = await aHall(database, event, { name: { en: 'Garden' } })
  const [a1 = ''] = await drawBooths(database, event, { hallId, codes: ['A1'] })
  const to = (hall: string) =>
    database.write((tx) =>
      editBooth(tx, event.scope, { boothId: a1, content: { code: 'A1', hallId: hall, partId: null }, now }),
    )
  await to(hallId)
  expect((await standing(database, hallId)).booths).toEqual({ A1: [200, 200, 300, 300] })
  await to(other)
  expect((await standing(database, other)).booths).toEqual({ A1: null })
  expect((await readHalls(database.read, event.id)).map(({ booths, drawn }) => [booths, drawn])).toEqual([
    [0, 0],
    [1, 0],
  ])
  await database.write((tx) => moveHall(tx, event.scope, { hallId: other, direction: 'up', now }))
  expect((await readHalls(database.read, event.id)).map(({ id }) => id)).toEqual([other, hallId])
})

test('a form sent twice adds one hall, a step sent twice one booth', async () => {
  const { database, event, hallId } = await aPlan()
  const content = { name: { en: 'Garden' }, partId: event.exhibition.id, width: 900, depth: 900, step: 50 }
  const id = newId()
  const add = () => database.write((tx) => addHall(tx, event.scope, { id, content, now }))
  expect([await add(), await add()]).toEqual([
    { ok: true, id },
    { ok: true, id },
  ])
  const change = { act: 'add' as const, thing: aThing({ code: 'A1' }) }
  expect([await draw(database, event, hallId, change), await draw(database, event, hallId, change)]).toEqual([
    { ok: true },
    { ok: true },
  ])
  expect(Object.keys((await standing(database, hallId)).booths)).toEqual(['A1'])
})

test('another event’s halls and what stands in them are not there', async () => {
  const { database, event, hallId } = await aPlan()
  const other = await anEvent(database, { officeId: event.officeId })
  const theirs = await aHall(database, other)
  const [foreign = ''] = await drawBooths(database, other, { hallId: theirs, codes: ['A1'] })
  const stage = aThing({ kind: 'stage', code: '' })
  await draw(database, other, theirs, { act: 'add', thing: stage })
  const before = await standing(database, theirs)
  const content = { name: { en: 'Stolen' }, partId: event.exhibition.id, width: 900, depth: 900, step: 50 }
  const { scope } = event
  const put = { act: 'put' as const, id: foreign, box }
  const acts = [
    draw(database, event, theirs, { act: 'add', thing: aThing() }),
    draw(database, event, hallId, put),
    draw(database, event, hallId, { act: 'add', thing: aThing({ id: foreign }) }),
    draw(database, event, hallId, { act: 'remove', id: stage.id }),
    draw(database, event, hallId, { act: 'label', id: foreign, label: { en: 'Stolen' } }),
    draw(database, event, hallId, { act: 'put', id: newId(), box }),
    database.write((tx) => editHall(tx, scope, { hallId: theirs, content, now })),
    database.write((tx) =>
      editHall(tx, scope, { hallId, content: { ...content, partId: other.exhibition.id }, now }),
    ),
    database.write((tx) => addHall(tx, scope, { content: { ...content, partId: other.exhibition.id }, now })),
    database.write((tx) => removeHall(tx, scope, { hallId: theirs, now })),
    database.write((tx) => moveHall(tx, scope, { hallId: theirs, direction: 'up', now })),
    database.write((tx) => removeBooth(tx, scope, { boothId: foreign, now })),
  ]
  expect(await Promise.all(acts)).toEqual(acts.map(() => notFound))
  expect(await standing(database, theirs)).toEqual(before)
  expect(await readHall(database.read, event.id, theirs)).toBe(null)
})
