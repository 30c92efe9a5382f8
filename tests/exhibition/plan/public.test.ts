import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { boothAt, boothsMatching, hasPlan, readPublicHall } from '#app/exhibition/plan/public.server.ts'
import { loader } from '#app/routes/site.plan/route.tsx'
import type { Database } from '#db/client.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aHall, draw, drawBooths } from '#tests/support/plan.ts'
import { anExhibit } from '#tests/support/visitors.ts'

async function showAt(database: Database, exhibitId: string, boothId: string) {
  await database.write((tx) => tx.update(exhibits).set({ boothId }).where(eq(exhibits.id, exhibitId)))
}

async function anExhibition() {
  const database = await testDatabase()
  const event = { ...(await anEvent(database, { slug: 'lives' })), revision: 0 }
  const hallId = await aHall(database, event)
  const garden = await aHall(database, event, { name: { en: 'Garden' } })
  await aHall(database, event, { name: { en: 'Never drawn' } })
  const [a1 = '', a2 = '', a3 = ''] = await drawBooths(database, event, {
    hallId,
    codes: ['A1', 'A2', 'A3', 'A4'],
  })
  const [c1 = ''] = await drawBooths(database, event, { hallId: garden, codes: ['C1'] })
  const title = { en: 'Seeds', ar: 'بذور' }
  await showAt(
    database,
    await anExhibit(database, event, { slug: 'seeds', title, sectors: ['livelihoods'] }),
    a1,
  )
  await showAt(database, await anExhibit(database, event, { slug: 'secret', state: 'draft' }), a2)
  await showAt(
    database,
    await anExhibit(database, event, { slug: 'clinic', qrCode: 'k7', sectors: ['health'] }),
    c1,
  )
  await draw(database, event, hallId, {
    ...{ act: 'facts', id: a3, facts: { code: 'A3', category: 'donor', isReserved: true } },
  })
  return { database, event, hallId, garden, a1, c1 }
}

test('visitors see what is published, what is kept and what is free, and nothing of a draft', async () => {
  const { database, event, hallId } = await anExhibition()
  const plan = await readPublicHall(database.read, event.id, hallId)
  expect(
    plan?.booths.map(({ code, state, exhibits }) => [code, state, exhibits.map(({ slug }) => slug)]),
  ).toEqual([
    ['A1', 'taken', ['seeds']],
    ['A2', 'reserved', []],
    ['A3', 'reserved', []],
    ['A4', 'free', []],
  ])
  expect(JSON.stringify(plan)).not.toContain('secret')
})

test('a hall is chosen by its tab, by where one stands, or by what is looked for', async () => {
  const { database, a1, c1 } = await anExhibition()
  const shown = async (query: string) => {
    const answer = await loader(
      asked(database, `/en/lives/exhibition/plan${query}`, { params: { lang: 'en', event: 'lives' } }),
    )
    const { halls, plan, here, found } = answer.data
    return {
      ...{ hall: halls.find(({ isShown }) => isShown)?.name.en, here, found },
      codes: plan?.booths.map(({ code }) => code),
      tabs: halls.map(({ name, found }) => [name.en, found]),
    }
  }
  const main = { hall: 'Main hall', codes: ['A1', 'A2', 'A3', 'A4'] }
  const none = { here: null, found: null }
  const tabs = [
    ['Main hall', null],
    ['Garden', null],
  ]
  expect(await shown('')).toEqual({ ...main, ...none, tabs })
  expect(await shown('?hall=2')).toEqual({ hall: 'Garden', codes: ['C1'], ...none, tabs })
  expect(await shown('?hall=99&at=Z9&sector=nonsense')).toEqual({ ...main, ...none, tabs })
  expect(await shown('?at=c1')).toMatchObject({ hall: 'Garden', here: c1 })
  expect(await shown('?at=K7')).toMatchObject({ hall: 'Garden', here: c1 })
  expect(await shown('?q=بذور')).toMatchObject({
    ...{ hall: 'Main hall', found: [a1] },
    tabs: [
      ['Main hall', 1],
      ['Garden', 0],
    ],
  })
  expect(await shown('?sector=health')).toMatchObject({ hall: 'Garden', found: [c1] })
  expect(await shown('?q=secret')).toMatchObject({ found: [] })
  expect(await shown('?q=a4')).toMatchObject({ hall: 'Main hall', found: [expect.any(String)] })
})

test('another event’s plan is its own', async () => {
  const { database, event, hallId } = await anExhibition()
  const other = {
    ...(await anEvent(database, { officeId: event.officeId, state: 'draft', slug: 'other' })),
    revision: 0,
  }
  expect(await readPublicHall(database.read, other.id, hallId)).toBe(null)
  expect(await boothAt(database.read, other.id, 'A1')).toBe(null)
  expect(await boothsMatching(database.read, other, { search: 'a1', sector: null })).toEqual([])
  expect([await hasPlan(database.read, event.id), await hasPlan(database.read, other.id)]).toEqual([
    true,
    false,
  ])
  const visit = (lang: string, slug: string) =>
    statusOf(loader(asked(database, '/', { params: { lang, event: slug } })))
  expect([await visit('en', 'other'), await visit('xx', 'lives'), await visit('en', 'none')]).toEqual([
    404, 404, 404,
  ])
})
