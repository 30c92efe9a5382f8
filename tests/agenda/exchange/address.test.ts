import { expect, test } from 'vitest'
import { loader } from '#app/routes/schedule-file/route.tsx'
import type { Database } from '#db/client.server.ts'
import { anItem, aRelease } from '#tests/support/agenda.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aFront } from '#tests/support/front.ts'

/** The front with the two schedules behind it; how often one was made. */
async function asked(database: Database) {
  let made = 0
  const { ask } = await aFront(database, {
    render: (request, context) => {
      made++
      const [, event] = new URL(request.url).pathname.split('/')
      const given = { request, context, params: { event } } as unknown as Parameters<typeof loader>[0]
      return loader(given).catch((thrown: unknown) => {
        if (thrown instanceof Response) return thrown
        throw thrown
      })
    },
  })
  return { ask, count: () => made }
}

test('a schedule is at its address once a version is out, for everybody’s apps, and kept until the next', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'crp' })
  await anItem(database, event)
  const { ask, count } = await asked(database)
  for (const path of ['/crp/schedule.json', '/crp/schedule.xml', '/none/schedule.json'])
    expect((await ask(path)).status).toBe(404)
  await aRelease(database, event)
  const before = count()
  const json = await ask('/crp/schedule.json', { headers: { Origin: 'https://app.example' } })
  expect([json.status, json.headers.get('Content-Type')]).toEqual([200, 'application/json; charset=utf-8'])
  expect(json.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(json.headers.get('Cache-Control')).toBe('public, no-cache')
  const { schedule } = await json.json()
  expect([schedule.version, schedule.conference.days[0].date]).toEqual(['1', '2026-12-14'])
  const etag = json.headers.get('ETag') ?? ''
  const again = await ask('/crp/schedule.json?utm_source=x', { headers: { 'If-None-Match': etag } })
  expect([again.status, count() - before]).toEqual([304, 1])
  const xml = await ask('/crp/schedule.xml?lang=ar')
  expect(xml.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
  expect(xml.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(await xml.text()).toContain('<title>الاحتياجات اليوم</title>')
  await anItem(database, event, { title: { en: 'Tour' } })
  await aRelease(database, event)
  expect((await (await ask('/crp/schedule.json')).json()).schedule.version).toBe('2')
})

test('a draft’s schedule is at no address', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'crp', state: 'draft' })
  await anItem(database, event)
  await aRelease(database, event)
  const { ask } = await asked(database)
  expect((await ask('/crp/schedule.json')).status).toBe(404)
})
