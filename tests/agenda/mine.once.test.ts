import { expect, test } from 'vitest'
import { hallAt } from '#app/agenda/hall.ts'
import { loader as versionFile } from '#app/routes/agenda-version/route.tsx'
import { loader as publicAgenda } from '#app/routes/site.agenda/route.tsx'
import { loader as mine } from '#app/routes/site.agenda-mine/route.tsx'
import { loader as screen } from '#app/routes/site.screen/route.tsx'
import { anItem, aRelease, aRoom, onFirstDay } from '#tests/support/agenda.ts'
import { asked, placeOf, statusOf } from '#tests/support/asked.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

async function anAgenda() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const hall = await aRoom(database, event, 'Hall A')
  const a = await anItem(database, event, { roomId: hall })
  const late = { startsAt: onFirstDay('09:30'), endsAt: onFirstDay('11:00') }
  const b = await anItem(database, event, { title: { en: 'Planning' }, ...late })
  const hidden = { startsAt: onFirstDay('11:00'), endsAt: onFirstDay('12:00') }
  await aRelease(database, event)
  const c = await anItem(database, event, { title: { en: 'Closing' }, ...hidden })
  const at = (query: string, given: Partial<Parameters<typeof asked>[2]> = {}) =>
    asked(database, `/en/x/agenda/mine${query}`, { params: { lang: 'en', event: event.slug }, ...given })
  return { database, event, hall, a, b, c, at }
}

test('what was chosen is an address: one for each choice, with what clashes and what is gone', async () => {
  const { at, a, b, c } = await anAgenda()
  const of = async (query: string) => (await mine(at(query))).data
  expect(await placeOf(mine(at(`?items=${a}&items=${b},${a}`)).catch((answer) => answer))).toBe(
    `/en/x/agenda/mine?items=${a},${b}`,
  )
  const both = await of(`?items=${b},${a},${c},${'<script>'}`)
  expect(both.items.map(({ id }) => id)).toEqual([a, b])
  expect([both.chosen, both.gone]).toEqual([`${b},${a},${c}`, 1])
  expect(both.clashes).toMatchObject([
    {
      title: { en: 'Needs today' },
      other: { en: 'Planning' },
      startsAt: onFirstDay('09:30'),
      endsAt: onFirstDay('10:00'),
    },
  ])
  expect((await of(`?items=${a}`)).clashes).toEqual([])
  expect(await of('')).toMatchObject({ items: [], chosen: '', gone: 0, clashes: [] })
})

test('the agenda opened with a choice has it ticked, and takes it along to other days', async () => {
  const { at, a } = await anAgenda()
  const page = (await publicAgenda(at(`?items=${a},other&kind=session`))).data
  expect([page.chosen, page.carried]).toEqual([[a, 'other'], { kind: 'session', items: `${a},other` }])
})

test('the screen shows what is on and what comes next, of the version that holds, in a room alone too', async () => {
  const { at, database, event, hall, a, b } = await anAgenda()
  const shown = async (time: string, query = '') => {
    const { data } = await screen(at(query, { at: onFirstDay(time) }))
    return [data.now, data.next, data.later].map((items) => items.map(({ id }) => id))
  }
  expect(await shown('08:00')).toEqual([[], [a, b], []])
  expect(await shown('09:15')).toEqual([[a], [b], []])
  expect(await shown('09:45')).toEqual([[a, b], [], []])
  expect(await shown('10:00')).toEqual([[b], [], []])
  expect(await shown('09:15', `?room=${hall}`)).toEqual([[a], [], []])
  expect(await shown('11:30')).toEqual([[], [], []])
  expect(await statusOf(screen(at('?room=none')))).toBe(404)
  const version = async () =>
    (await versionFile(asked(database, '/x', { params: { event: event.slug } }))).json()
  expect(await version()).toEqual({ version: 1 })
  await aRelease(database, event)
  expect(await version()).toEqual({ version: 2 })
  expect(await shown('11:30')).toHaveLength(3)
})

test('more than a screen holds is shown by turns', () => {
  const span = { startsAt: new Date(0), endsAt: new Date(600_000) }
  const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, ...span }))
  const on = (minute: number) => hallAt(items, new Date(minute * 60_000), 3).now.map(({ id }) => id)
  expect([on(0), on(1), on(2)]).toEqual([
    ['a', 'b', 'c'],
    ['c', 'd', 'e'],
    ['a', 'b', 'c'],
  ])
  expect(hallAt(items, new Date(0), 3).later.map(({ id }) => id)).toEqual(['d', 'e'])
})
