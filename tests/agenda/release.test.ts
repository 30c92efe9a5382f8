import { eq, type SQLWrapper, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { AgendaChange } from '#app/agenda/changes.ts'
import { forgetInReleases } from '#app/agenda/forget.server.ts'
import { publishWithAgenda, releaseOldAgendas } from '#app/agenda/publish.server.ts'
import { agendaOfEvent } from '#app/agenda/read.server.ts'
import { readDraft, releaseAgenda } from '#app/agenda/release.server.ts'
import {
  findRelease,
  findReleasedItem,
  lastRelease,
  publicTeaser,
  type Release,
  releasedAgenda,
  releasedDay,
  releasedDays,
  releasesOfEvent,
  takenOut,
} from '#app/agenda/released.server.ts'
import { addPerson } from '#app/agenda/roles.server.ts'
import { editRoom } from '#app/agenda/rooms.server.ts'
import { editItem, type ItemContent, removeItem } from '#app/agenda/schedule.server.ts'
import { editPart } from '#app/events/parts.server.ts'
import { cancelEvent } from '#app/events/publish.server.ts'
import { addVenue } from '#app/events/venues.server.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { agendaItems, agendaRoles } from '#db/schema/agenda.server.ts'
import { anItem, aRelease, aRoom, aSpeaker, itemContent, onFirstDay } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { partContent, revisionOf, venueContent } from '#tests/support/events.ts'

const later = new Date(now.getTime() + 60_000)
const secondDay = {
  title: { en: 'Tour' },
  startsAt: new Date('2026-12-15T09:00:00+03:00'),
  endsAt: new Date('2026-12-15T10:00:00+03:00'),
}

async function anAgenda() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const hall = await aRoom(database, event, 'Hall A')
  const first = await anItem(database, event, { roomId: hall })
  const second = await anItem(database, event, { ...secondDay, partId: event.exhibition.id })
  const edit = (itemId: string, given: Partial<ItemContent>) =>
    database.write((tx) =>
      editItem(tx, event.scope, { itemId, content: itemContent(event, given), now: later }),
    )
  return { database, event, hall, first, second, edit }
}

async function theLast(database: Database, eventId: string): Promise<Release> {
  const release = await lastRelease(database.read, eventId)
  if (!release) throw new Error('There is no release')
  return release
}

const told = (changes: readonly AgendaChange[]) =>
  changes.map(({ kind, item, facts }) => [kind, item.title.en, facts.map((fact) => fact.kind)])

test('a version is the agenda as it stood, whatever is changed or removed afterwards', async () => {
  const { database, event, hall, first, second, edit } = await anAgenda()
  const revision = await revisionOf(database, event.id)
  const { number, changes } = await aRelease(database, event, later)
  expect([number, told(changes)]).toEqual([
    1,
    [
      ['added', 'Needs today', []],
      ['added', 'Tour', []],
    ],
  ])
  expect(await revisionOf(database, event.id)).toBe(revision + 1)
  const then = await agendaOfEvent(database.read, event.id)
  await edit(first, { title: { en: 'Needs' }, startsAt: onFirstDay('09:30'), roomId: null })
  await database.write((tx) => removeItem(tx, event.scope, { itemId: second, now: later }))

  const release = await theLast(database, event.id)
  expect(release).toMatchObject({ number: 1, note: {}, releasedAt: later, isLast: true })
  expect(await releasedAgenda(database.read, release)).toEqual(then)
  expect(await releasedDays(database.read, release)).toEqual([
    { day: '2026-12-14', items: 1 },
    { day: '2026-12-15', items: 1 },
  ])
  expect(await releasedDay(database.read, release, '2026-12-15')).toEqual([then[1]])
  expect(await findReleasedItem(database.read, release, first)).toEqual(then[0])
  expect(await findReleasedItem(database.read, release, hall)).toBe(null)
  const teaser = async (limit: number, partIds?: string[]) =>
    (await publicTeaser(database.read, event.id, limit, partIds)).map(({ id }) => id)
  expect(await teaser(1)).toEqual([first])
  expect(await teaser(5, [event.exhibition.id])).toEqual([second])
  expect(await teaser(5, [])).toEqual([])

  await aRelease(database, event, later)
  const old = await findRelease(database.read, event.id, 1)
  expect(old?.isLast).toBe(false)
  expect(old && (await releasedAgenda(database.read, old))).toEqual(then)
  expect(await findRelease(database.read, event.id, 3)).toBe(null)
  const list = await releasesOfEvent(database.read, event.id, { size: 10 })
  expect(list.map(({ number: one }) => one)).toEqual([2, 1])
  expect(await releasesOfEvent(database.read, event.id, { before: 2, size: 10 })).toMatchObject([
    { number: 1 },
  ])
})

test('nothing new is no release, and a form that comes again makes no second one', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const release = (id: string) =>
    database.write((tx) => releaseAgenda(tx, event.scope, { id, note: { en: 'First' }, now }))
  expect(await release('one')).toEqual({ ok: false, reason: 'unchanged' })
  await anItem(database, event)
  expect(await release('one')).toMatchObject({ ok: true, number: 1, changes: [{ kind: 'added' }] })
  expect(await release('one')).toEqual({ ok: true, id: 'one', number: 1, changes: [] })
  expect(await release('two')).toEqual({ ok: false, reason: 'unchanged' })
  const other = await anEvent(database)
  expect(await database.write((tx) => releaseAgenda(tx, other.scope, { id: 'one', note: {}, now }))).toEqual({
    ok: false,
    reason: 'notFound',
  })
  const [entry] = await database.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'agenda.released'))
  expect(entry?.after).toEqual({ number: 1, note: { en: 'First' }, changes: [{ kind: 'added', count: 1 }] })
})

test('two who release at once make one version', async () => {
  const { database, event } = await anAgenda()
  const send = () => database.write((tx) => releaseAgenda(tx, event.scope, { note: {}, now }))
  const answers = await Promise.all([send(), send()])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('what differs is told for what it is, and who declined is not in it', async () => {
  const { database, event, hall, first, second, edit } = await anAgenda()
  const role = async (name: string, itemId: string) => {
    const personId = await aSpeaker(database, event.officeId, name)
    await database.write((tx) => addPerson(tx, event.scope, { itemId, personId, role: 'speaker', now }))
    return personId
  }
  const noor = await role('Noor Hassan', first)
  await aRelease(database, event)
  await role('Ali Karim', first)
  await role('Sara Aziz', second)
  await database.write(async (tx) => {
    await tx.update(agendaRoles).set({ confirmation: 'declined' }).where(eq(agendaRoles.personId, noor))
    const content = { name: { en: 'Great hall' }, capacity: null }
    await editRoom(tx, event.scope, { roomId: hall, content, now })
  })
  await edit(first, {
    ...{ roomId: hall, startsAt: onFirstDay('09:30'), interpretedLanguages: ['en', 'ckb'] },
    ...{ title: { en: 'Needs', ar: 'الاحتياجات اليوم' }, kind: 'panel', abstract: { en: 'Data.' } },
  })
  await anItem(database, event, {
    title: { en: 'Coffee' },
    startsAt: onFirstDay('11:00'),
    endsAt: onFirstDay('12:00'),
  })
  const { changes } = await readDraft(database.read, event.id)
  expect(told(changes)).toEqual([
    [
      'changed',
      'Needs',
      ['time', 'room', 'title', 'roleAdded', 'roleRemoved', 'interpreted', 'kind', 'abstract'],
    ],
    ['added', 'Coffee', []],
    ['changed', 'Tour', ['roleAdded']],
  ])
})

test('SEQUENCE rises with what a release moves, cancels or brings back, and not with drafts or words', async () => {
  const { database, event, hall, first, second, edit } = await anAgenda()
  const seen = async () => {
    const release = await theLast(database, event.id)
    const items = await releasedAgenda(database.read, release)
    const out = await takenOut(database.read, release)
    return [
      ...items.map(({ id, sequence }) => [id === first ? 'first' : 'second', sequence]),
      ...out.map(({ item, takenOutAt }) => ['out', item.sequence, takenOutAt]),
    ]
  }
  await aRelease(database, event)
  await edit(first, { roomId: hall, startsAt: onFirstDay('09:30') })
  await edit(first, { roomId: hall, startsAt: onFirstDay('09:40'), title: { en: 'Needs' } })
  expect(await seen()).toEqual([
    ['first', 0],
    ['second', 0],
  ])
  await aRelease(database, event)
  expect(await seen()).toEqual([
    ['first', 1],
    ['second', 0],
  ])
  await edit(first, { roomId: hall, startsAt: onFirstDay('09:40'), title: { en: 'Needs today' } })
  const schedule = (isScheduled: boolean) =>
    database.write((tx) => tx.update(agendaItems).set({ isScheduled }).where(eq(agendaItems.id, second)))
  await schedule(false)
  await aRelease(database, event, later)
  expect(await seen()).toEqual([
    ['first', 1],
    ['out', 1, later],
  ])
  await schedule(true)
  await aRelease(database, event)
  expect(await seen()).toEqual([
    ['first', 1],
    ['second', 2],
  ])
  await database.write((tx) => removeItem(tx, event.scope, { itemId: second, now }))
  await aRelease(database, event, later)
  await database.write((tx) => cancelEvent(tx, event.scope, { note: {}, now }))
  expect(await seen()).toEqual([
    ['first', 2],
    ['out', 4, later],
  ])
})

test('what a draft deleted is cancelled in calendars with a SEQUENCE that rises, before a release and after it', async () => {
  const { database, event, first } = await anAgenda()
  const sequenceOf = async (id: string) => {
    const release = await theLast(database, event.id)
    const items = [
      ...(await releasedAgenda(database.read, release)),
      ...(await takenOut(database.read, release)).map(({ item }) => item),
    ]
    return items.find((item) => item.id === id)?.sequence
  }
  const meeting = partContent({ venueId: null })
  const movePart = async (name: string) => {
    const hall = await database.write((tx) =>
      addVenue(tx, event.scope, { content: venueContent({ name: { en: name } }), now }),
    )
    const content = { ...meeting, venueId: hall.ok ? hall.id : null }
    await database.write((tx) => editPart(tx, event.scope, { partId: event.meeting.id, content, now }))
  }
  await aRelease(database, event)
  await movePart('Hall A')
  expect(await sequenceOf(first)).toBe(1)
  await database.write((tx) => removeItem(tx, event.scope, { itemId: first, now }))
  expect(await sequenceOf(first)).toBe(1)
  await movePart('Hall B')
  expect(await sequenceOf(first)).toBe(2)
  await aRelease(database, event, later)
  expect(await sequenceOf(first)).toBe(3)
  await database.write((tx) => cancelEvent(tx, event.scope, { note: {}, now }))
  expect(await sequenceOf(first)).toBeGreaterThanOrEqual(3)

  const other = await anAgenda()
  await aRelease(other.database, other.event)
  await other.database.write((tx) => removeItem(tx, other.event.scope, { itemId: other.second, now }))
  await other.database.write((tx) => cancelEvent(tx, other.event.scope, { note: {}, now }))
  const release = await theLast(other.database, other.event.id)
  const sequences = (await releasedAgenda(other.database.read, release)).map(({ sequence }) => sequence)
  expect(sequences).toEqual([1, 1])
})

test('of the last version the part is read as the event has it now, of an older one as it was', async () => {
  const { database, event, first, edit } = await anAgenda()
  await aRelease(database, event)
  await edit(first, { title: { en: 'Needs' } })
  await aRelease(database, event)
  const content = partContent({ name: { en: 'Renamed' }, startsAt: onFirstDay('08:00'), audience: 'open' })
  await database.write((tx) => editPart(tx, event.scope, { partId: event.meeting.id, content, now }))
  const [old, last] = await Promise.all([1, 2].map((number) => findRelease(database.read, event.id, number)))
  if (!old || !last) throw new Error('There are two releases')
  expect(await findReleasedItem(database.read, last, first)).toMatchObject({
    part: { name: { en: 'Renamed' }, startsAt: onFirstDay('08:00'), audience: 'open' },
  })
  expect(await findReleasedItem(database.read, old, first)).toMatchObject({
    part: { name: { en: 'Partner meeting' }, audience: 'invited' },
  })
  expect((await readDraft(database.read, event.id)).changes).toEqual([])
})

test('whoever is to be forgotten goes from old versions too, and nobody else', async () => {
  const { database, event, first } = await anAgenda()
  const people = await Promise.all(
    ['Noor Hassan', 'Ali Karim'].map((name) => aSpeaker(database, event.officeId, name)),
  )
  for (const personId of people)
    await database.write((tx) =>
      addPerson(tx, event.scope, { itemId: first, personId, role: 'speaker', now }),
    )
  await aRelease(database, event)
  const [personId = ''] = people
  const who = {
    ...{ eventIds: [event.id], attendeeIds: [], speakerIds: [], personId, bears: () => false },
    isIn: (column: SQLWrapper) => sql`cast(${column} as text) like ${`%${personId}%`}`,
    without: (told: unknown) => told,
  }
  expect(await database.write((tx) => forgetInReleases(tx, who))).toBe(1)
  const item = await findReleasedItem(database.read, await theLast(database, event.id), first)
  expect(item?.roles.map(({ personId }) => personId)).toEqual([people[1]])
})

test('publishing an event releases its agenda once, if there is one', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'draft' })
  const empty = await anEvent(database, { state: 'draft' })
  await anItem(database, event)
  for (const { scope } of [event, empty])
    expect(await database.write((tx) => publishWithAgenda(tx, scope, { now }))).toEqual({ ok: true })
  expect(await theLast(database, event.id)).toMatchObject({ number: 1 })
  expect(await lastRelease(database.read, empty.id)).toBe(null)
})

test('what was public before there were versions is the first one, once', async () => {
  const database = await testDatabase()
  const [shown, cancelled, empty] = [
    await anEvent(database),
    await anEvent(database),
    await anEvent(database),
  ]
  const draft = await anEvent(database, { state: 'draft' })
  for (const event of [shown, cancelled, draft]) await anItem(database, event)
  await database.write((tx) => cancelEvent(tx, cancelled.scope, { note: {}, now }))
  const versions = async () => {
    const known = [shown, cancelled, empty, draft].map(({ id }) => lastRelease(database.read, id))
    return (await Promise.all(known)).map((release) => release?.number ?? null)
  }
  await releaseOldAgendas(database, { now: later })
  expect(await versions()).toEqual([1, 1, null, null])
  // What comes later waits for somebody to release it, however often Majlis is started.
  await anItem(database, empty)
  await anItem(database, shown, secondDay)
  await releaseOldAgendas(database, { now: later })
  expect(await versions()).toEqual([1, 1, null, null])
})

test('900 items are released and a day of them read alone', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const model = await anItem(database, event)
  await database.write(async (tx) => {
    const [row] = await tx.select().from(agendaItems).where(eq(agendaItems.id, model))
    if (!row) throw new Error('The model is there')
    const hour = 3_600_000
    const copies = Array.from({ length: 899 }, (_, at) => ({
      ...row,
      id: `item-${at}`,
      startsAt: new Date(row.startsAt.getTime() + (at % 90) * hour),
      endsAt: new Date(row.endsAt.getTime() + (at % 90) * hour),
    }))
    for (const some of [copies.slice(0, 500), copies.slice(500)]) await tx.insert(agendaItems).values(some)
  })
  await aRelease(database, event)
  const release = await theLast(database, event.id)
  const days = await releasedDays(database.read, release)
  expect(days.reduce((sum, { items }) => sum + items, 0)).toBe(900)
  const day = days[1]
  expect(await releasedDay(database.read, release, day?.day ?? '')).toHaveLength(day?.items ?? -1)
})
