import { expect, test } from 'vitest'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { action as partAction } from '#app/routes/desk.event.part/route.tsx'
import { action as settingsAction } from '#app/routes/desk.event.settings/route.tsx'
import { loader as siteShell } from '#app/routes/site/route.tsx'
import { loader as eventPage, headers } from '#app/routes/site.event/route.tsx'
import { loader as listPage } from '#app/routes/site.events/route.tsx'
import { events, parts } from '#db/schema/events.server.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent, anOffice } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser, partContent } from '#tests/support/events.ts'

test('a draft is not there for the public, and for those who work on it a page that nothing keeps', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'draft', slug: 'soon' })
  const colleague = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  const foreigner = await aUser(database, {
    email: 'b@majlis.example',
    officeId: (await anOffice(database)).id,
  })
  const params = { lang: 'en', event: 'soon' }
  const page = (userId?: string) => eventPage(asked(database, '/en/soon', { params, userId }))
  expect([await statusOf(page()), await statusOf(page(foreigner))]).toEqual([404, 404])
  const preview = await page(colleague)
  expect(preview.init?.headers).toEqual({ 'Cache-Control': 'no-store' })
  expect(preview.data.listing).toBe(null)
})

test('a public page is the same for everybody and may be kept', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const member = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  const params = { lang: 'ar', event: event.slug }
  const page = (userId?: string) => eventPage(asked(database, `/ar/${event.slug}`, { params, userId }))
  const shown = await page()
  expect(await page(member)).toEqual(shown)
  expect(shown.data.title).toBe('اجتماع شركاء برنامج إنعاش المجتمع')
  expect(JSON.stringify(shown.data)).not.toContain('capacity')
  const kept = headers({
    ...{ loaderHeaders: new Headers(), parentHeaders: new Headers(), actionHeaders: new Headers() },
    errorHeaders: undefined,
  })
  expect(kept).toEqual(publicPageHeaders)
})

test('the shell names the same page in every language and knows no other first step', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const params = { lang: 'en', event: event.slug }
  const shell = await siteShell(asked(database, '/en/lives/agenda', { params }))
  expect(shell.canonical).toBe('https://majlis.example/en/lives/agenda')
  expect(shell.alternates.map(({ href }) => href)).toEqual([
    'https://majlis.example/en/lives/agenda',
    'https://majlis.example/fr/lives/agenda',
    'https://majlis.example/ar/lives/agenda',
    'https://majlis.example/ckb/lives/agenda',
  ])
  expect(await statusOf(siteShell(asked(database, '/de', { params: { lang: 'de' } })))).toBe(404)
})

test('the public list holds what is published or cancelled, and no draft', async () => {
  const database = await testDatabase()
  const officeId = (await anOffice(database)).id
  for (const state of ['draft', 'published', 'cancelled'] as const)
    await anEvent(database, { officeId, state, slug: `a-${state}` })
  const list = await listPage(asked(database, '/en', { params: { lang: 'en' } }))
  expect(list.upcoming.map(({ slug }) => slug).sort()).toEqual(['a-cancelled', 'a-published'])
  expect(list.past).toEqual([])
})

test('another office’s settings are not there, whatever is sent to them', async () => {
  const database = await testDatabase()
  const ours = await anEvent(database)
  const theirs = await anEvent(database, { slug: 'theirs' })
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: ours.officeId })
  const settings = (slug: string, form: Record<string, string>) =>
    settingsAction(
      asked(database, `/desk/events/${slug}/settings`, { params: { event: slug }, userId, form }),
    )
  for (const intent of ['edit', 'publish', 'unpublish', 'cancel', 'up', 'venue', 'removeVenue'])
    expect([intent, await statusOf(settings('theirs', { intent, part: theirs.meeting.id }))]).toEqual([
      intent,
      404,
    ])
  expect(await statusOf(settings(ours.slug, { intent: 'up', part: theirs.meeting.id }))).toBe(404)
  const [row] = (await database.read.select().from(events)).filter(({ slug }) => slug === 'theirs')
  expect(row).toMatchObject({ state: 'published', revision: 0 })
})

test('a viewer sees an event and changes nothing of it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const userId = await aUser(database, {
    email: 'v@majlis.example',
    officeId: event.officeId,
    role: 'viewer',
  })
  const params = { event: event.slug, part: event.meeting.id }
  const form = { intent: 'remove' }
  const path = `/desk/events/${event.slug}/parts/${event.meeting.id}`
  expect(await statusOf(partAction(asked(database, path, { params, userId, form })))).toBe(404)
})

test('times are read in the event’s zone, and what is wrong comes back beside its field', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const userId = await aUser(database, { email: 'o@majlis.example', officeId: event.officeId })
  const params = { event: event.slug, part: 'new' }
  const form = {
    ...{ intent: 'save', kind: 'reception', 'name.en': 'Reception', audience: 'invited' },
    ...{ startsAt: '2026-12-14T18:00', endsAt: '2026-12-14T17:00', capacity: '', answerBy: '', venueId: '' },
  }
  const send = (given: Record<string, string>) =>
    partAction(asked(database, '/', { params, userId, form: { ...form, ...given } }))
  const refused = await send({})
  expect(refused).toMatchObject({
    data: { result: { error: { endsAt: ['endsBeforeStart'] } } },
    init: { status: 400 },
  })
  const done = (await send({ endsAt: '2026-12-14T20:00' })) as Response
  expect([done.status, done.headers.get('Location')]).toEqual([
    303,
    `/desk/events/${event.slug}/settings?done=partAdded`,
  ])
  const reception = (await database.read.select().from(parts)).find(({ kind }) => kind === 'reception')
  expect(reception).toMatchObject({
    ...partContent({ kind: 'reception', name: { en: 'Reception' }, capacity: null }),
    startsAt: new Date('2026-12-14T15:00:00Z'),
    endsAt: new Date('2026-12-14T17:00:00Z'),
  })
})
