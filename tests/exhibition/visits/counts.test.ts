import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startVisitsCounter } from '#app/exhibition/visits/counter.server.ts'
import { readVisits, readVisitsByExhibit } from '#app/exhibition/visits/read.server.ts'
import { loader as csv } from '#app/routes/desk.event.exhibit-visits-export/route.tsx'
import { events } from '#db/schema/events.server.ts'
import { exhibitVisits } from '#db/schema/exhibit-visits.server.ts'
import { aMember, signedIn } from '#tests/support/accounts.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { aFront } from '#tests/support/front.ts'
import { anExhibit } from '#tests/support/visitors.ts'

const somebody = { headers: { 'User-Agent': 'Mozilla/5.0 (Android 14; Mobile)', 'Accept-Language': 'ar' } }

async function anExhibition() {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const clinic = await anExhibit(database, event, {
    ...{ slug: 'clinic', booth: 'A1', qrCode: 'aa11', title: { en: '=Clinic' } },
  })
  await anExhibit(database, event, { slug: 'loom', booth: 'A2' })
  const clock = { at: new Date('2026-12-14T20:50:00Z') }
  const failures: string[] = []
  const log = { error: (_: object, text: string) => void failures.push(text) }
  const visits = startVisitsCounter({ database, now: () => clock.at, log })
  const { ask } = await aFront(database, { visits })
  return { database, event, clinic, clock, failures, visits, ask }
}

test('openings are counted from the cache too: by day and hour of the event, language, scan or not; robots are not', async () => {
  const { database, event, clinic, clock, visits, ask } = await anExhibition()
  const page = '/ar/lives/exhibition/clinic'
  const { etag } = Object.fromEntries((await ask(page, somebody)).headers)
  await ask(page, { headers: { ...somebody.headers, 'If-None-Match': etag ?? '' } })
  const scan = await ask('/q/aa11', somebody)
  await ask(scan.headers.get('Location') ?? '', somebody)
  await ask('/en/lives/exhibition/loom?keep=x', somebody)
  // After midnight in Baghdad.
  clock.at = new Date('2026-12-14T21:10:00Z')
  await ask('/en/lives/exhibition/clinic', somebody)
  const { email } = await aMember(database, event.officeId)
  const ignored = [
    { headers: { 'User-Agent': 'Googlebot/2.1' } },
    { headers: { ...somebody.headers, 'Sec-Purpose': 'prefetch' } },
    { headers: { ...somebody.headers, Cookie: await signedIn(database, email) } },
    { ...somebody, method: 'HEAD' },
  ]
  for (const request of ignored) await ask(page, request)
  for (const path of ['/ar/lives/exhibition', '/ar/lives/exhibition/map', '/ar/none/exhibition/clinic'])
    await ask(path, somebody)
  const before = await database.read.select({ revision: events.revision }).from(events)
  await visits.flush()
  expect(await database.read.select({ revision: events.revision }).from(events)).toEqual(before)
  expect(await readVisits(database.read, { eventId: event.id, exhibitId: clinic })).toEqual({
    total: { scanned: 1, browsed: 3 },
    byDay: [
      { day: '2026-12-14', scanned: 1, browsed: 2 },
      { day: '2026-12-15', scanned: 0, browsed: 1 },
    ],
    byHour: [
      { hour: 0, scanned: 0, browsed: 1 },
      { hour: 23, scanned: 1, browsed: 2 },
    ],
    byLanguage: [
      { language: 'ar', scanned: 1, browsed: 2 },
      { language: 'en', scanned: 0, browsed: 1 },
    ],
  })
  expect((await readVisitsByExhibit(database.read, event.id)).exhibits).toMatchObject([
    { booth: 'A1', scanned: 1, browsed: 3 },
    { booth: 'A2', scanned: 0, browsed: 1 },
  ])
  await ask(page, somebody)
  await visits.stop()
  expect((await readVisits(database.read, { eventId: event.id, exhibitId: clinic })).total.browsed).toBe(4)
})

test('what cannot be written is written later', async () => {
  const { database, event, failures, visits } = await anExhibition()
  const open = { event: 'lives', exhibit: 'clinic', language: 'en', kind: 'opened' } as const
  const { write } = database
  database.write = async () => Promise.reject(new Error('The disk is full'))
  visits.count(open)
  await visits.flush()
  visits.count(open)
  database.write = write
  await visits.stop()
  expect(failures).toHaveLength(1)
  expect((await readVisits(database.read, { eventId: event.id, exhibitId: null })).total.browsed).toBe(2)
})

test('the table is for those who work on the exhibition, and no cell of it is a formula', async () => {
  const { database, event, clinic, visits } = await anExhibition()
  visits.count({ event: 'lives', exhibit: 'clinic', language: 'ckb', kind: 'opened' })
  await visits.stop()
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  const params = { event: 'lives' }
  const text = await (await csv(asked(database, '/x', { params, userId }))).text()
  expect(text.trim().split('\r\n')[1]).toBe("A1,'=Clinic,2026-12-14,23,ckb,0,1")
  const foreign = await anEvent(database, { slug: 'other' })
  const theirs = await aUser(database, { email: 'b@majlis.example', officeId: foreign.officeId })
  expect(await statusOf(csv(asked(database, '/x', { params, userId: theirs })))).toBe(404)
  const of = `/x?exhibit=${clinic}`
  const elsewhere = { params: { event: 'other' }, userId: theirs }
  expect(await statusOf(csv(asked(database, of, elsewhere)))).toBe(404)
  await database.write((tx) => tx.delete(events).where(eq(events.id, event.id)))
  expect(await database.read.select().from(exhibitVisits)).toEqual([])
})
