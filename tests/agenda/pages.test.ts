import { expect, test } from 'vitest'
import { agendaOfEvent, findAgendaItem, roomsOfEvent } from '#app/agenda/read.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { loader as calendar } from '#app/routes/agenda-ics/route.tsx'
import { action as agendaAction, loader as deskAgenda } from '#app/routes/desk.event.agenda/route.tsx'
import { action as itemAction, loader as itemPage } from '#app/routes/desk.event.agenda-item/route.tsx'
import { action as roomsAction } from '#app/routes/desk.event.rooms/route.tsx'
import { headers, loader as publicAgenda } from '#app/routes/site.agenda/route.tsx'
import type { Database } from '#db/client.server.ts'
import { anItem, aRelease, aRoom, aSpeaker, onFirstDay } from '#tests/support/agenda.ts'
import { asked, placeOf, statusOf } from '#tests/support/asked.ts'
import { anEvent, anOffice } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'

const secondDay = {
  startsAt: new Date('2026-12-15T09:00:00+03:00'),
  endsAt: new Date('2026-12-15T10:00:00+03:00'),
}

/** A published event with two days of agenda and somebody who may edit it. */
async function anAgenda(database: Database, state: 'published' | 'draft' | 'cancelled' = 'published') {
  const event = await anEvent(database, { state })
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  const first = await anItem(database, event)
  const second = await anItem(database, event, { title: { en: 'Tour' }, ...secondDay })
  if (state !== 'draft') await aRelease(database, event)
  const at = (path: string, given: Partial<Parameters<typeof asked>[2]> = {}) =>
    asked(database, path, { params: { lang: 'en', event: event.slug }, ...given })
  const site = async (day?: string, given: Partial<Parameters<typeof asked>[2]> = {}) => {
    const params = { lang: 'en', event: event.slug, ...(day && { day }) }
    return (await publicAgenda(at('/', { params, ...given }))).data
  }
  return { event, userId, first, second, at, site }
}

test('the public agenda opens at the first day, at today’s while the event is on, and shows a day or all', async () => {
  const database = await testDatabase()
  const { site, first, second } = await anAgenda(database)
  const shown = async (day?: string, at?: Date) => {
    const page = await site(day, at && { at })
    return [page.shown, page.items.map(({ id }) => id)]
  }
  expect(await shown()).toEqual(['2026-12-14', [first]])
  expect(await shown(undefined, secondDay.startsAt)).toEqual(['2026-12-15', [second]])
  expect(await shown(undefined, new Date('2027-01-01'))).toEqual(['2026-12-14', [first]])
  expect(await shown('2026-12-15')).toEqual(['2026-12-15', [second]])
  expect(await shown('all')).toEqual(['all', [first, second]])
  expect([await statusOf(site('2026-12-16')), await statusOf(site('x'))]).toEqual([404, 404])
})

test('the public agenda names people without telling who they are in our records', async () => {
  const database = await testDatabase()
  const { event, site, first, at, userId } = await anAgenda(database)
  const personId = await aSpeaker(database, event.officeId, 'Noor Hassan')
  const params = { event: event.slug, item: first }
  const form = { intent: 'find', from: 'directory', id: personId, role: 'speaker', search: 'noor' }
  expect(await placeOf(itemAction(at('/', { params, userId, form })))).toBe(
    `/desk/events/${event.slug}/agenda/${first}?search=noor&done=roleAdded#people`,
  )
  await aRelease(database, event)
  const page = await site()
  expect(page.items[0]?.roles).toMatchObject([{ role: 'speaker', names: { latin: { full: 'Noor Hassan' } } }])
  expect(JSON.stringify(page)).not.toContain(personId)
})

test('a draft’s agenda is for those who work on it, in a page that nothing keeps; it has no calendar', async () => {
  const database = await testDatabase()
  const { event, userId, at, site } = await anAgenda(database, 'draft')
  const foreigner = await aUser(database, {
    email: 'b@majlis.example',
    officeId: (await anOffice(database)).id,
  })
  const preview = await publicAgenda(at('/', { userId }))
  expect(preview.init?.headers).toEqual({ 'Cache-Control': 'no-store' })
  expect([await statusOf(site()), await statusOf(site(undefined, { userId: foreigner }))]).toEqual([404, 404])
  const params = { event: event.slug }
  expect(await statusOf(calendar(at('/', { params, userId })))).toBe(404)
})

test('a public agenda may be kept', () => {
  const none = { parentHeaders: new Headers(), actionHeaders: new Headers(), errorHeaders: undefined }
  expect(headers({ loaderHeaders: new Headers(), ...none })).toEqual(publicPageHeaders)
})

test('an event without an agenda says so, and its calendar is empty', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const params = { lang: 'ar', event: event.slug }
  const { data } = await publicAgenda(asked(database, '/', { params }))
  expect([data.days, data.shown, data.items]).toEqual([[], null, []])
  const answer = await calendar(asked(database, '/', { params: { event: event.slug } }))
  expect(await answer.text()).not.toContain('VEVENT')
})

test('the calendar speaks the language asked for, else the reader’s', async () => {
  const database = await testDatabase()
  const { event, at } = await anAgenda(database)
  const params = { event: event.slug }
  const file = async (path: string, accepted: string) => {
    const answer = await calendar(at(path, { params, headers: { 'Accept-Language': accepted } }))
    return { text: await answer.text(), headers: Object.fromEntries(answer.headers) }
  }
  expect((await file('/x', 'ar-IQ')).text).toContain('SUMMARY;LANGUAGE=ar:الاحتياجات اليوم')
  const inEnglish = await file('/x?lang=en', 'ar-IQ')
  expect(inEnglish.text).toContain('SUMMARY;LANGUAGE=en:Needs today')
  expect(inEnglish.headers).toEqual({
    'cache-control': 'public, no-cache',
    'content-disposition': `attachment; filename="${event.slug}.ics"`,
    'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
    vary: 'Accept-Language, Cookie',
  })
  expect(await statusOf(calendar(at('/', { params: { event: 'none' } })))).toBe(404)
})

test('the desk lists a day with what clashes, what is missing and what can move', async () => {
  const database = await testDatabase()
  const { event, userId, at, first } = await anAgenda(database)
  const hall = await aRoom(database, event, 'Hall A')
  const clash = { roomId: hall, startsAt: onFirstDay('10:00'), endsAt: onFirstDay('11:00') }
  await anItem(database, event, { title: { en: 'A', ar: 'أ' }, ...clash })
  await anItem(database, event, { title: { en: 'B' }, abstract: { ar: 'ب' }, ...clash })
  const page = await deskAgenda(at('/desk', { userId }))
  expect(page.day).toBe('2026-12-14')
  expect(page.days).toEqual([
    { day: '2026-12-14', count: 3, isWarned: true },
    { day: '2026-12-15', count: 1, isWarned: true },
  ])
  expect(
    page.items.map(({ title, missing, signs, canGoEarlier, canGoLater }) => [
      ...[title.en, missing, signs, canGoEarlier, canGoLater],
    ]),
  ).toEqual([
    ['Needs today', [], ['chairMissing'], false, true],
    ['A', [], ['roomTaken', 'chairMissing'], true, false],
    ['B', ['en', 'ar'], ['roomTaken', 'chairMissing'], true, false],
  ])
  const found = page.warnings.map(({ kind, cause }) => [kind, cause.endsWith('#people')])
  expect(found).toEqual([
    ['chairMissing', true],
    ['roomTaken', false],
    ['chairMissing', true],
    ['chairMissing', true],
    ['textMissing', false],
  ])
  expect(page.warnings[1]?.words.replace(/[\u2068\u2069]/g, '')).toBe(
    '“A” and “B” are in the same room at the same time: Hall A.',
  )
  const move = (intent: string, item: string) =>
    agendaAction(at('/desk?day=2026-12-14', { userId, form: { intent, item } }))
  expect(await placeOf(move('down', first))).toBe(
    `/desk/events/${event.slug}/agenda?day=2026-12-14#item-${first}`,
  )
  expect(await move('down', first)).toMatchObject({
    data: { refused: 'agenda:refused.noPlace' },
    init: { status: 409 },
  })
})

const content = {
  ...{ intent: 'save', 'title.en': 'Coffee', kind: 'break', roomId: '' },
  ...{ startsAt: '2026-12-14T10:00', endsAt: '2026-12-14T10:20' },
}

test('an item is added with times of the event’s zone, and leads on to its people', async () => {
  const database = await testDatabase()
  const { event, userId, at } = await anAgenda(database)
  const params = { event: event.slug, item: 'new' }
  const form: [string, string][] = [
    ...Object.entries({ ...content, partId: event.meeting.id }),
    ['spokenLanguages', 'ar'],
    ['spokenLanguages', 'en'],
  ]
  const place = await placeOf(itemAction(at('/', { params, userId, form })))
  const added = (await agendaOfEvent(database.read, event.id)).find(({ kind }) => kind === 'break')
  expect(place).toBe(`/desk/events/${event.slug}/agenda/${added?.id}?done=added#people`)
  expect(added).toMatchObject({
    startsAt: onFirstDay('10:00'),
    endsAt: onFirstDay('10:20'),
    room: null,
    spokenLanguages: ['ar', 'en'],
    interpretedLanguages: [],
  })
  expect(await itemAction(at('/', { params, userId, form }))).toMatchObject({
    data: { intent: 'save', result: { error: { title: ['agenda:refused.duplicate'] } } },
    init: { status: 409 },
  })
})

test('what is wrong comes back beside its field with all that was typed', async () => {
  const database = await testDatabase()
  const { event, userId, at, first } = await anAgenda(database)
  const send = (item: string, form: Record<string, string>) =>
    itemAction(at('/', { params: { event: event.slug, item }, userId, form }))
  const late = { ...content, partId: event.meeting.id, endsAt: '2026-12-14T09:00', 'abstract.ar': 'نص طويل' }
  expect(await send('new', late)).toMatchObject({
    data: {
      intent: 'save',
      result: { error: { endsAt: ['endsBeforeStart'] }, initialValue: { abstract: { ar: 'نص طويل' } } },
    },
    init: { status: 400 },
  })
  const nameless = { intent: 'write', role: 'chair', 'position.en': 'Director' }
  expect(await send(first, nameless)).toMatchObject({
    data: {
      intent: 'write',
      result: {
        error: { latin: ['agenda:refused.nameNeeded'] },
        initialValue: { position: { en: 'Director' } },
      },
    },
    init: { status: 400 },
  })
})

test('a name is written in, mended, moved and taken off on the item’s page', async () => {
  const database = await testDatabase()
  const { event, userId, at, first } = await anAgenda(database)
  const params = { event: event.slug, item: first }
  const send = (form: Record<string, string>) => itemAction(at('/', { params, userId, form }))
  const roles = async () => (await findAgendaItem(database.read, event.id, first))?.roles ?? []
  await send({ intent: 'write', roleId: '', role: 'chair', latin: 'Ali Karim' })
  await send({ intent: 'write', roleId: '', role: 'speaker', arabic: 'سلوى كريم', 'honorific.ar': 'د.' })
  const [ali, salwa] = await roles()
  await send({ intent: 'write', roleId: ali?.id ?? '', role: 'moderator', latin: 'Ali Kareem' })
  await send({ intent: 'up', role: salwa?.id ?? '' })
  expect((await roles()).map(({ role, names }) => [role, names.latin?.full ?? names.arabic?.full])).toEqual([
    ['speaker', 'سلوى كريم'],
    ['moderator', 'Ali Kareem'],
  ])
  await send({ intent: 'takeOff', role: salwa?.id ?? '' })
  expect(await roles()).toHaveLength(1)
  expect(await placeOf(send({ intent: 'remove' }))).toBe(
    `/desk/events/${event.slug}/agenda?day=2026-12-14&done=removed`,
  )
})

test('another office’s agenda is not there, and who may not edit changes nothing', async () => {
  const database = await testDatabase()
  const ours = await anAgenda(database)
  const theirs = await anEvent(database)
  const theirItem = await anItem(database, theirs)
  const theirRoom = await aRoom(database, theirs, 'Hall A')
  const { userId, event, at } = ours
  const viewer = await aUser(database, {
    email: 'v@majlis.example',
    officeId: event.officeId,
    role: 'viewer',
  })
  const item = (slug: string, id: string, form: Record<string, string>, by = userId) =>
    statusOf(itemAction(at('/', { params: { event: slug, item: id }, userId: by, form })))
  const intents = ['save', 'remove', 'find', 'write', 'up', 'down', 'takeOff']
  for (const intent of intents) {
    const form = {
      ...content,
      intent,
      partId: theirs.meeting.id,
      from: 'guests',
      id: 'x',
      role: 'chair',
      latin: 'X',
    }
    expect([intent, await item(theirs.slug, theirItem, form)]).toEqual([intent, 404])
    expect([intent, await item(event.slug, theirItem, form)]).toEqual([intent, 404])
    expect([intent, await item(event.slug, ours.first, { ...form, role: 'chair' }, viewer)]).toEqual([
      intent,
      404,
    ])
  }
  const room = (form: Record<string, string>) =>
    statusOf(roomsAction(at('/', { params: { event: event.slug }, userId, form })))
  for (const intent of ['save', 'up', 'down', 'remove'])
    expect([intent, await room({ intent, room: theirRoom, 'name.en': 'Mine' })]).toEqual([intent, 404])
  const params = { event: event.slug, item: theirItem }
  expect(await statusOf(itemPage(at('/', { params, userId })))).toBe(404)
  expect(await agendaOfEvent(database.read, theirs.id)).toHaveLength(1)
  expect(await roomsOfEvent(database.read, theirs.id)).toMatchObject([{ name: { en: 'Hall A' } }])
})

test('rooms are kept on their own page, and two of one name refused beside the field', async () => {
  const database = await testDatabase()
  const { event, userId, at } = await anAgenda(database)
  const send = (form: Record<string, string>) =>
    roomsAction(at('/', { params: { event: event.slug }, userId, form }))
  const hall = { intent: 'save', room: '', 'name.en': 'Hall A', capacity: '120' }
  expect(await placeOf(send(hall))).toBe(`/desk/events/${event.slug}/rooms?done=roomAdded`)
  expect(await send(hall)).toMatchObject({
    data: { result: { error: { name: ['agenda:refused.roomTwice'] } } },
    init: { status: 409 },
  })
  expect(await send({ ...hall, 'name.en': 'B', capacity: 'many' })).toMatchObject({
    data: { result: { error: { capacity: ['number'] } } },
    init: { status: 400 },
  })
  expect(await roomsOfEvent(database.read, event.id)).toMatchObject([
    { name: { en: 'Hall A' }, capacity: 120 },
  ])
})
