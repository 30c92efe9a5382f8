import { expect, test } from 'vitest'
import { editItem, removeItem } from '#app/agenda/schedule.server.ts'
import { loader as calendar } from '#app/routes/agenda-ics/route.tsx'
import { loader as deskAgenda } from '#app/routes/desk.event.agenda/route.tsx'
import {
  action as releaseAction,
  loader as releasePage,
} from '#app/routes/desk.event.agenda-release/route.tsx'
import { action as roomsAction, loader as roomsPage } from '#app/routes/desk.event.rooms/route.tsx'
import { action as tracksAction, loader as tracksPage } from '#app/routes/desk.event.tracks/route.tsx'
import { loader as publicAgenda } from '#app/routes/site.agenda/route.tsx'
import { loader as itemPage } from '#app/routes/site.agenda-item/route.tsx'
import { loader as versionsPage } from '#app/routes/site.agenda-versions/route.tsx'
import type { Database } from '#db/client.server.ts'
import { anItem, aRelease, itemContent, onFirstDay } from '#tests/support/agenda.ts'
import { asked, placeOf, statusOf } from '#tests/support/asked.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'

async function anAgenda(database: Database) {
  const event = await anEvent(database)
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  const first = await anItem(database, event)
  const second = await anItem(database, event, {
    title: { en: 'Tour' },
    partId: event.exhibition.id,
    startsAt: onFirstDay('11:00'),
    endsAt: onFirstDay('12:00'),
  })
  const at = (
    path: string,
    params: Record<string, string> = {},
    given: Partial<Parameters<typeof asked>[2]> = {},
  ) => asked(database, path, { params: { lang: 'en', event: event.slug, ...params }, ...given })
  return { event, userId, first, second, at }
}

test('the public sees nothing before the first release, then the last one, whatever is being edited', async () => {
  const database = await testDatabase()
  const { event, userId, first, second, at } = await anAgenda(database)
  const titles = async (path = '/', params = {}, given = {}) => {
    const { data } = await publicAgenda(at(path, params, given))
    return data.items.map(({ title }) => title.en)
  }
  expect(await titles()).toEqual([])
  expect(await statusOf(itemPage(at('/', { item: first })))).toBe(404)
  await aRelease(database, event)
  const content = itemContent(event, { title: { en: 'Needs' }, startsAt: onFirstDay('09:30') })
  await database.write(async (tx) => {
    await editItem(tx, event.scope, { itemId: first, content, now })
    await removeItem(tx, event.scope, { itemId: second, now })
  })
  expect(await titles()).toEqual(['Needs today', 'Tour'])
  const draft = `/en/${event.slug}/agenda/draft`
  expect(await titles(draft, {}, { userId })).toEqual(['Needs'])
  expect((await publicAgenda(at(draft, {}, { userId }))).init?.headers).toEqual({
    'Cache-Control': 'no-store',
  })
  expect(await statusOf(publicAgenda(at(draft)))).toBe(404)
  const file = async (query = '') => (await calendar(at(`/x?lang=en${query}`))).text()
  expect(await file()).not.toContain('STATUS:CANCELLED')

  await aRelease(database, event)
  expect(await titles()).toEqual(['Needs'])
  const { data: old } = await publicAgenda(at('/', { version: '1' }))
  expect([old.kind, old.items.length, old.home]).toEqual(['old', 2, `/en/${event.slug}/agenda/versions/1`])
  for (const version of ['3', '0', 'x']) expect(await statusOf(publicAgenda(at('/', { version })))).toBe(404)
  const feed = await file()
  expect(feed.match(/STATUS:CANCELLED/g)).toHaveLength(1)
  expect(await file(`&item=${first}`)).toContain('SUMMARY;LANGUAGE=en:Needs')
  expect(await statusOf(calendar(at(`/x?item=${second}`)))).toBe(404)
  const chosen = await file(`&items=${second},none`)
  expect(chosen.match(/^UID:.*/gm)).toEqual([expect.stringContaining(second)])
  expect(chosen).toContain('STATUS:CANCELLED')
  expect(chosen.replaceAll('\r\n ', '')).toContain(`agenda.ics?lang=en&items=${second}%2Cnone`)
  expect((await file(`&items=${first}`)).match(/BEGIN:VEVENT/g)).toHaveLength(1)
  const { data: history } = await versionsPage(at('/'))
  expect(history.versions.map(({ number, changes }) => [number, changes.map(({ kind }) => kind)])).toEqual([
    [2, ['changed', 'removed']],
    [1, []],
  ])
})

test('an item has its page, with JSON-LD only where its part is open to everybody', async () => {
  const database = await testDatabase()
  const { event, first, second, at } = await anAgenda(database)
  await aRelease(database, event)
  const { data: closed } = await itemPage(at('/', { item: first }))
  expect([closed.listing, closed.previous, closed.next]).toEqual([
    null,
    undefined,
    { id: second, title: { en: 'Tour' } },
  ])
  const { data: open } = await itemPage(at('/', { item: second }))
  expect(JSON.parse(open.listing ?? '')).toMatchObject({ '@type': 'Event', name: 'Tour' })
  const other = await anEvent(database)
  await anItem(database, other)
  await aRelease(database, other)
  expect(await statusOf(itemPage(at('/', { item: first, event: other.slug })))).toBe(404)
})

test('the desk tells what has changed since the last version and releases it once', async () => {
  const database = await testDatabase()
  const { event, userId, first, at } = await anAgenda(database)
  const send = (form: Record<string, string>) => releaseAction(at('/', {}, { userId, form }))
  const form = { intent: 'release', newId: '0199-a', 'note.en': 'First' }
  const place = `/desk/events/${event.slug}/agenda/release?done=released`
  expect(await placeOf(send(form))).toBe(place)
  expect(await send({ intent: 'release' })).toMatchObject({ init: { status: 409 } })
  const content = itemContent(event, { startsAt: onFirstDay('09:30') })
  await database.write((tx) => editItem(tx, event.scope, { itemId: first, content, now }))
  const desk = await deskAgenda(at('/', {}, { userId }))
  expect(desk.release).toMatchObject({ last: { number: 1 }, counts: [{ kind: 'moved', count: 1 }] })
  const page = await releasePage(at('/?version=1', {}, { userId }))
  expect(page).toMatchObject({
    changes: [{ kind: 'changed', words: [expect.stringContaining('Moved to')] }],
    concerned: { speakers: 0, confirmed: 0, invited: 0 },
    versions: [{ number: 1, note: { en: 'First' } }],
    open: { number: 1, changes: [] },
  })
  expect(await statusOf(releaseAction(at('/', {}, { userId, form: { intent: 'other' } })))).toBe(404)
})

test('rooms tell their channels and tracks their colours', async () => {
  const database = await testDatabase()
  const { event, userId, first, at } = await anAgenda(database)
  const room = {
    intent: 'save',
    'name.en': 'Hall A',
    'channels[0]': 'en',
    'channels[1]': 'ckb',
    'channels[2]': '',
  }
  await roomsAction(at('/', {}, { userId, form: room }))
  expect((await roomsPage(at('/', {}, { userId }))).rooms).toMatchObject([{ channels: ['en', 'ckb'] }])
  const gap = { ...room, 'name.en': 'Hall B', 'channels[0]': '' }
  expect(await roomsAction(at('/', {}, { userId, form: gap }))).toMatchObject({
    data: { result: { error: { channels: ['programme:refused.gap'] } } },
    init: { status: 400 },
  })
  const track = { intent: 'save', 'name.en': 'Evidence', colour: 'amber' }
  const send = (form: Record<string, string>) => tracksAction(at('/', {}, { userId, form }))
  expect(await placeOf(send(track))).toBe(`/desk/events/${event.slug}/tracks?done=added`)
  expect(await send(track)).toMatchObject({ init: { status: 409 } })
  const [made] = (await tracksPage(at('/', {}, { userId }))).tracks
  const content = itemContent(event, { trackId: made?.id ?? '' })
  await database.write((tx) => editItem(tx, event.scope, { itemId: first, content, now }))
  await aRelease(database, event)
  const { data } = await publicAgenda(at(`/?track=${made?.id}`))
  expect(data.items.map(({ id, track: its }) => [id, its?.colour])).toEqual([[first, 'amber']])
  const other = await anEvent(database)
  const foreign = await anItem(database, other)
  const moved = await database.write((tx) =>
    editItem(tx, other.scope, {
      itemId: foreign,
      content: itemContent(other, { trackId: made?.id ?? '' }),
      now,
    }),
  )
  expect(moved).toEqual({ ok: false, reason: 'notFound' })
  const gone = { intent: 'remove', track: made?.id ?? '' }
  expect(await placeOf(send(gone))).toBe(`/desk/events/${event.slug}/tracks?done=removed`)
  expect(await statusOf(send(gone))).toBe(404)
})
