import { expect, test } from 'vitest'
import { boardItems, revisionOfEvent } from '#app/agenda/board.server.ts'
import { lastEditOf } from '#app/agenda/editors.server.ts'
import { placeItem, resizeItem, scheduleItem, unscheduleItem } from '#app/agenda/place.server.ts'
import { agendaOfEvent, findAgendaItem, unscheduledItems } from '#app/agenda/read.server.ts'
import { editItem, moveItem, removeItem } from '#app/agenda/schedule.server.ts'
import { loader as deskAgenda } from '#app/routes/desk.event.agenda/route.tsx'
import { action as itemAction, loader as itemPage } from '#app/routes/desk.event.agenda-item/route.tsx'
import { loader as plan, action as planAction } from '#app/routes/desk.event.agenda-plan/route.tsx'
import type { Database } from '#db/client.server.ts'
import { anItem, aRelease, aRoom, itemContent, onFirstDay } from '#tests/support/agenda.ts'
import { asked, placeOf, statusOf } from '#tests/support/asked.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'

type EventGiven = Awaited<ReturnType<typeof anEvent>>

async function placeIn(database: Database, event: EventGiven, itemId: string) {
  const item = await findAgendaItem(database.read, event.id, itemId)
  return item && [item.startsAt, item.endsAt, item.room?.name.en ?? null, item.version]
}

test('an item is moved, stretched, put aside and taken back, and each step can be taken back by the same verbs', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const hall = await aRoom(database, event, 'Hall A')
  const spot = { startsAt: onFirstDay('11:00'), roomId: hall }

  const placed = await database.write((tx) => placeItem(tx, event.scope, { itemId, seen: 0, ...spot, now }))
  const first = {
    ...{ startsAt: onFirstDay('09:00'), endsAt: onFirstDay('10:00') },
    ...{ roomId: null, isScheduled: true },
  }
  expect(placed).toEqual({ ok: true, version: 1, before: first })
  const times = { startsAt: onFirstDay('10:45'), endsAt: onFirstDay('12:00') }
  await database.write((tx) => resizeItem(tx, event.scope, { itemId, seen: 1, ...times, now }))
  expect(await placeIn(database, event, itemId)).toEqual([times.startsAt, times.endsAt, 'Hall A', 2])

  await database.write((tx) => unscheduleItem(tx, event.scope, { itemId, seen: 2, now }))
  expect(await agendaOfEvent(database.read, event.id)).toEqual([])
  expect((await unscheduledItems(database.read, event.id)).map(({ id }) => id)).toEqual([itemId])
  await database.write((tx) =>
    scheduleItem(tx, event.scope, { itemId, seen: 3, startsAt: first.startsAt, roomId: null, now }),
  )
  expect(await placeIn(database, event, itemId)).toEqual([onFirstDay('09:00'), onFirstDay('10:15'), null, 4])
})

test('what another has changed meanwhile is refused to every verb, and nothing is written', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const spot = { startsAt: onFirstDay('11:00'), roomId: null }
  const race = (seen: number) =>
    database.write((tx) => placeItem(tx, event.scope, { itemId, seen, ...spot, now }))
  const answers = await Promise.all([race(0), race(0)])
  expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])

  const { scope } = event
  const given = { itemId, seen: 0, now }
  const before = await findAgendaItem(database.read, event.id, itemId)
  const tries = await Promise.all([
    database.write((tx) => placeItem(tx, scope, { ...given, ...spot })),
    database.write((tx) =>
      resizeItem(tx, scope, { ...given, startsAt: onFirstDay('09:00'), endsAt: onFirstDay('09:30') }),
    ),
    database.write((tx) => unscheduleItem(tx, scope, given)),
    database.write((tx) => scheduleItem(tx, scope, { ...given, ...spot })),
    database.write((tx) => editItem(tx, scope, { ...given, content: itemContent(event) })),
    database.write((tx) => moveItem(tx, scope, { ...given, direction: 'later' })),
    database.write((tx) => removeItem(tx, scope, given)),
  ])
  expect(tries).toEqual(tries.map(() => ({ ok: false, reason: 'changedMeanwhile' })))
  expect(await findAgendaItem(database.read, event.id, itemId)).toEqual(before)
})

test('times that cannot be, and what is another event’s, are refused', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const itemId = await anItem(database, event)
  const foreign = await aRoom(database, other, 'Hall B')
  const at = onFirstDay('09:00')
  const resize = (endsAt: Date) =>
    database.write((tx) => resizeItem(tx, event.scope, { itemId, startsAt: at, endsAt, now }))
  expect(await resize(at)).toEqual({ ok: false, reason: 'badTimes' })
  expect(await resize(new Date(at.getTime() + 86_400_001))).toEqual({ ok: false, reason: 'badTimes' })
  const missing = { ok: false, reason: 'notFound' }
  expect(
    await database.write((tx) => placeItem(tx, event.scope, { itemId, startsAt: at, roomId: foreign, now })),
  ).toEqual(missing)
  expect(await database.write((tx) => unscheduleItem(tx, other.scope, { itemId, now }))).toEqual(missing)
})

/** An editor and somebody else who edits too. */
async function anOfficeAtWork(database: Database) {
  const event = await anEvent(database)
  const userId = await aUser(database, { email: 'noor@majlis.example', officeId: event.officeId })
  const itemId = await anItem(database, event)
  const day = '2026-12-14'
  const at = (path: string, form?: Record<string, string>, item = itemId) =>
    asked(database, path, { params: { event: event.slug, item }, userId, ...(form && { form }) })
  return { event, userId, itemId, day, at }
}

test('the grid learns in the background what is new, and its moves are answered with the day as it is', async () => {
  const database = await testDatabase()
  const { event, itemId, day, at } = await anOfficeAtWork(database)
  const revision = await revisionOfEvent(database.read, event.id)
  const ask = async (since: number) => {
    const answer = await plan(at(`/plan?day=${day}&revision=${since}`))
    return answer.json() as Promise<{ revision: number; items: { id: string }[] | null }>
  }
  expect(await ask(revision)).toEqual({ revision, items: null })
  expect((await ask(revision - 1)).items?.map(({ id }) => id)).toEqual([itemId])

  const step = {
    ...{ intent: 'place', itemId, seen: '0', day, roomId: '' },
    ...{ startsAt: String(+onFirstDay('10:05')), endsAt: String(+onFirstDay('11:05')) },
  }
  const moved = await planAction(at('/plan', step))
  expect([moved.status, await moved.json()]).toMatchObject([200, { ok: true, version: 1 }])
  const stale = await planAction(at('/plan', { ...step, intent: 'unschedule' }))
  expect([stale.status, await stale.json()]).toMatchObject([
    409,
    {
      ...{ ok: false, reason: 'changedMeanwhile', by: 'noor@majlis.example' },
      items: [{ id: itemId, version: 1, startsAt: +onFirstDay('10:05'), isScheduled: true }],
    },
  ])
  expect(await statusOf(planAction(at('/plan', { ...step, itemId: 'x' })))).toBe(404)
  expect(await statusOf(planAction(at('/plan', { ...step, startsAt: '1e99' })))).toBe(400)
  expect(await statusOf(planAction(at('/plan', { ...step, seen: 'x' })))).toBe(400)
})

test('a form that came too late shows both texts, and saves mine with what is chosen of theirs', async () => {
  const database = await testDatabase()
  const { event, itemId, at } = await anOfficeAtWork(database)
  const content = itemContent(event, { title: { en: 'Needs, by district' }, kind: 'panel' })
  await database.write((tx) => editItem(tx, event.scope, { itemId, seen: 0, content, now }))
  const mine = {
    ...{ intent: 'save', 'title.en': 'Needs of families', kind: 'discussion', partId: event.meeting.id },
    ...{ startsAt: '2026-12-14T09:00', endsAt: '2026-12-14T10:30', seen: '0' },
  }
  const answer = await itemAction(at('/', mine))
  expect(answer).toMatchObject({
    init: { status: 409 },
    data: {
      conflict: {
        ...{ version: 1, by: null },
        mine: { title: { en: 'Needs of families' }, kind: 'discussion' },
        theirs: { title: { en: 'Needs, by district' }, kind: 'panel' },
      },
    },
  })
  expect(await findAgendaItem(database.read, event.id, itemId)).toMatchObject({ kind: 'panel', version: 1 })
  const saved = itemAction(at('/', { ...mine, seen: '1', 'theirs[0]': 'kind' }))
  expect(await placeOf(saved)).toContain('done=saved')
  expect(await findAgendaItem(database.read, event.id, itemId)).toMatchObject({
    ...{ title: { en: 'Needs of families' }, kind: 'panel', version: 2 },
    endsAt: onFirstDay('10:30'),
  })
  expect((await lastEditOf(database.read, event.scope, itemId))?.by).toBe('noor@majlis.example')
})

test('an item is put aside and on the day again without script; what lies aside is in no release', async () => {
  const database = await testDatabase()
  const { event, itemId, day, at } = await anOfficeAtWork(database)
  await anItem(database, event, {
    title: { en: 'Data' },
    startsAt: onFirstDay('10:00'),
    endsAt: onFirstDay('11:00'),
  })
  await placeOf(itemAction(at('/', { intent: 'aside', seen: '0' })))
  const list = await deskAgenda(at(`/?day=${day}&view=grid`))
  expect(list.waiting.map(({ id }) => id)).toEqual([itemId])
  expect(list.items.map(({ title }) => title.en)).toEqual(['Data'])
  expect(list.board?.items.map(({ id, isScheduled }) => [id === itemId, isScheduled])).toEqual([
    [false, true],
    [true, false],
  ])
  const { changes } = await aRelease(database, event)
  expect(changes.map(({ item }) => item.title.en)).toEqual(['Data'])
  const { action } = await import('#app/routes/desk.event.agenda/route.tsx')
  await placeOf(action(at(`/?day=${day}`, { intent: 'schedule', item: itemId, seen: '1' })))
  expect((await placeIn(database, event, itemId))?.[0]).toEqual(onFirstDay('11:00'))
  const inZone = { id: event.id, zone: 'Asia/Baghdad', languages: ['en'] as const }
  expect(await boardItems(database.read, inZone, { day, absent: new Set() })).toHaveLength(2)
})

test('two who write about one person, or one who removes what the other has just manned, hear of each other', async () => {
  const database = await testDatabase()
  const { event, itemId, at } = await anOfficeAtWork(database)
  const written = { intent: 'write', role: 'speaker', latin: 'Sara Aziz' }
  await placeOf(itemAction(at('/', written)))
  const seen = async () => {
    const { item } = await itemPage(at('/'))
    const [role] = item?.roles ?? []
    return { roleId: role?.id ?? '', seen: role?.mark ?? '', seenRoles: item?.mark ?? '' }
  }
  const before = await seen()
  const asSeen = { ...written, roleId: before.roleId, seen: before.seen }
  await placeOf(itemAction(at('/', { ...asSeen, 'position.en': 'Governor' })))
  const late = await itemAction(at('/', { ...asSeen, 'position.en': 'Deputy' }))
  expect(late).toMatchObject({
    init: { status: 409 },
    data: { isOvertaken: true, result: { initialValue: { latin: 'Sara Aziz', position: { en: 'Deputy' } } } },
  })
  expect(
    await itemAction(at('/', { intent: 'takeOff', role: before.roleId, seen: before.seen })),
  ).toMatchObject({
    ...{ init: { status: 409 }, data: { refused: 'roleChanged' } },
  })
  const removal = { intent: 'remove', seen: '0', seenRoles: before.seenRoles }
  expect(await itemAction(at('/', removal))).toMatchObject({
    ...{ init: { status: 409 }, data: { refused: 'changedMeanwhile' } },
  })
  const item = await findAgendaItem(database.read, event.id, itemId)
  expect(item?.roles.map(({ position }) => position)).toEqual([{ en: 'Governor' }])

  // Time and texts are other columns: who writes those and who writes about people take nothing from each other.
  const times = { startsAt: onFirstDay('11:00'), roomId: null, seen: 0, itemId, now }
  expect(await database.write((tx) => placeItem(tx, event.scope, times))).toMatchObject({ ok: true })
  const present = await seen()
  await placeOf(itemAction(at('/', { ...asSeen, seen: present.seen, 'position.en': 'Deputy' })))
  const after = await findAgendaItem(database.read, event.id, itemId)
  expect([after?.startsAt, after?.roles[0]?.position]).toEqual([onFirstDay('11:00'), { en: 'Deputy' }])
  const known = await seen()
  await placeOf(itemAction(at('/', { ...removal, seen: '1', seenRoles: known.seenRoles })))
  expect(await findAgendaItem(database.read, event.id, itemId)).toBe(null)
})
