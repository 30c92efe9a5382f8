import { expect, test } from 'vitest'
import { action as toursForm, loader as toursPage } from '#app/routes/desk.event.tours/route.tsx'
import { loader as exhibitPage } from '#app/routes/site.exhibit/route.tsx'
import { loader as home } from '#app/routes/site.exhibition/route.tsx'
import { loader as planPage } from '#app/routes/site.plan/route.tsx'
import { newId } from '#db/id.server.ts'
import { asked, placeOf, statusOf } from '#tests/support/asked.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { aFront } from '#tests/support/front.ts'
import { anExhibit } from '#tests/support/visitors.ts'

async function anExhibition() {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  for (const booth of ['A1', 'A2', 'A3', 'B1'])
    await anExhibit(database, event, {
      slug: `at-${booth.toLowerCase()}`,
      booth,
      qrCode: `code${booth.toLowerCase()}`,
    })
  await anExhibit(database, event, { slug: 'not-yet', booth: 'B2', state: 'draft' })
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  const send = (form: Record<string, string>) =>
    toursForm(asked(database, '/x', { params: { event: 'lives' }, userId, form }))
  const add = (booths: string, name = 'Thirty minutes', id: string = newId()) =>
    send({ intent: 'save', 'name.en': name, booths, newId: id })
  const visit = (path: string, exhibit = '') =>
    asked(database, path, { params: { lang: 'en', event: 'lives', exhibit } })
  return { database, event, userId, send, add, visit }
}

test('a suggested route is made of booths as they are painted, once, and only of those there are', async () => {
  const { database, userId, send, add } = await anExhibition()
  const id = newId()
  for (let times = 0; times < 2; times++)
    expect(await placeOf(add('b1, A3–A3، a1', 'Thirty minutes', id))).toContain('done=added')
  expect(await placeOf(add('A1-A3', 'Thirty minutes'))).toContain('done=added')
  const refused = await add('A1, Z9, Z8').catch((thrown) => thrown)
  expect(refused.init.status).toBe(409)
  expect(refused.data.result.error).toEqual({ booths: ['tours:refused.unknown Z9, Z8'] })
  expect((await add('').catch((thrown) => thrown)).data.result.error).toEqual({ booths: ['required'] })
  const page = async () =>
    (await toursPage(asked(database, '/x', { params: { event: 'lives' }, userId }))).tours
  const [first, second] = await page()
  expect([first?.slug, second?.slug]).toEqual(['thirty-minutes', 'thirty-minutes-2'])
  expect(first?.stops.map(({ code }) => code)).toEqual(['B1', 'A3', 'A1'])

  const edit = { intent: 'save', tour: id, 'name.en': 'Half an hour', booths: 'A1, B2' }
  expect(await placeOf(send(edit))).toContain('done=saved')
  expect((await page())[0]).toMatchObject({ slug: 'thirty-minutes', name: { en: 'Half an hour' } })
  expect(await placeOf(send({ intent: 'remove', tour: second?.id ?? '' }))).toContain('done=removed')
  expect(await page()).toHaveLength(1)

  const other = await anEvent(database, { slug: 'other' })
  const theirs = await aUser(database, { email: 'b@majlis.example', officeId: other.officeId })
  const asTheirs = (form: Record<string, string>) =>
    toursForm(asked(database, '/x', { params: { event: 'other' }, userId: theirs, form }))
  expect(await statusOf(asTheirs({ ...edit, booths: 'A1' }))).toBe(404)
  expect(await statusOf(asTheirs({ intent: 'remove', tour: id }))).toBe(404)
})

test('visitors walk a route from page to page, past what is not published, and begin it from home and plan', async () => {
  const { add, visit } = await anExhibition()
  await add('B1, B2, A3, A1')
  await add('A1, A2', 'Short')
  const { tours } = (await home(visit('/en/lives/exhibition'))).data
  expect(tours.map(({ slug, stops }) => [slug, stops.map(({ slug }) => slug)])).toEqual([
    ['short', ['at-a1', 'at-a2']],
    ['thirty-minutes', ['at-b1', 'at-a3', 'at-a1']],
  ])
  const page = async (exhibit: string, query: string) =>
    (await exhibitPage(visit(`/en/lives/exhibition/${exhibit}${query}`, exhibit))).data
  const along = await page('at-a3', '?route=thirty-minutes')
  expect(along.tour?.stops.map(({ code }) => code)).toEqual(['B1', 'A3', 'A1'])
  for (const query of ['', '?route=none', '?route=short', '?route=shown'])
    expect((await page('at-a3', query)).tour).toBeNull()
  const { tour, choice } = (await planPage(visit('/en/lives/exhibition/plan?route=thirty-minutes'))).data
  expect([tour?.slug, choice.route]).toEqual(['thirty-minutes', 'thirty-minutes'])
  expect((await planPage(visit('/en/lives/exhibition/plan?route=<b>'))).data.choice.route).toBe('')
})

test('search engines read what an exhibit is, where and by whom, whatever its title says', async () => {
  const { database, event, visit } = await anExhibition()
  const title = { en: 'Clinic </script><b>' }
  const told = { sectors: ['health' as const], governorates: ['IQG15'], organisationName: { en: 'IOM' } }
  await anExhibit(database, event, { slug: 'clinic', booth: 'C1', hall: { en: 'Garden' }, title, ...told })
  const read = async () => (await exhibitPage(visit('/en/lives/exhibition/clinic', 'clinic'))).data.listing
  const listing = (await read()) ?? ''
  expect(listing).not.toContain('<')
  expect(JSON.parse(listing)).toMatchObject({
    ...{ '@type': 'CreativeWork', name: title.en, inLanguage: 'en', about: [{ name: 'Health' }] },
    url: 'https://majlis.example/en/lives/exhibition/clinic',
    creator: { '@type': 'Organization', name: 'IOM' },
    spatialCoverage: [{ identifier: { value: 'IQG15' } }],
    contentLocation: { name: 'Booth C1', containedInPlace: { name: 'Garden' } },
  })
})

test('who scans a booth’s code is told where they stand; who comes otherwise is not', async () => {
  const { database, visit } = await anExhibition()
  const { ask } = await aFront(database)
  const scan = await ask('/q/codea2')
  expect(scan.headers.get('Location')).toBe('/en/lives/exhibition/at-a2?at=A2')
  const isHere = async (query: string) =>
    (await exhibitPage(visit(`/en/lives/exhibition/at-a2${query}`, 'at-a2'))).data.isHere
  expect([await isHere('?at=A2'), await isHere('?at=a2'), await isHere(''), await isHere('?at=A1')]).toEqual([
    ...[true, true, false, false],
  ])
})
