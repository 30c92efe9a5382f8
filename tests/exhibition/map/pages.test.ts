import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { chooseLists } from '#app/exhibition/activities/lists.server.ts'
import { exhibitsOnPage, readGovernorate } from '#app/exhibition/map/governorate.server.ts'
import { readMeasure } from '#app/exhibition/map/measures.server.ts'
import { chooseProgrammes } from '#app/exhibition/programmes/programmes.server.ts'
import { addResult } from '#app/exhibition/programmes/results.server.ts'
import { loader as governoratePage } from '#app/routes/site.governorate/route.tsx'
import { type MapChoice, mapAddress } from '#app/routes/site.map/address.ts'
import { loader as mapPage } from '#app/routes/site.map/route.tsx'
import { events } from '#db/schema/events.server.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { aProgramme } from '#tests/support/programmes.ts'
import { aList } from '#tests/support/sheets.ts'
import { anExhibit } from '#tests/support/visitors.ts'

/** Three published exhibits of two organisations and a draft, and another event's beside it. */
async function anExhibition() {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const [iom, ngo] = [{ en: 'IOM', ar: 'المنظمة' }, { en: '</script><b>NGO' }]
  await anExhibit(database, event, {
    ...{ slug: 'clinic', booth: 'A2', sectors: ['health'], governorates: ['IQG15', 'IQG11'] },
    ...{
      organisationName: iom,
      figures: [
        { value: 900, asOf: '2015' },
        { value: 1, asOf: '2015' },
      ],
    },
  })
  await anExhibit(database, event, {
    ...{ slug: 'loom', booth: 'A1', sectors: ['livelihoods'], governorates: ['IQG15'] },
    ...{ organisationName: iom, figures: [{ value: 2200, asOf: '2015' }], title: ngo },
  })
  await anExhibit(database, event, {
    ...{
      slug: 'well',
      sectors: ['health', 'shelter'],
      governorates: ['IQG15', 'IQG02'],
      organisationName: ngo,
    },
  })
  await anExhibit(database, event, { slug: 'nowhere', sectors: ['health'] })
  await anExhibit(database, event, { slug: 'seeds', state: 'draft', governorates: ['IQG15', 'IQG05'] })
  const other = await anEvent(database, { slug: 'other', officeId: event.officeId })
  await anExhibit(database, other, { slug: 'theirs', sectors: ['health'], governorates: ['IQG15'] })
  return { database, event }
}

test('each measure counts what is published at this event, of one sector or of all', async () => {
  const { database, event } = await anExhibition()
  const counted = async (measure: 'exhibits' | 'organisations', sector: 'health' | null) =>
    readMeasure(database.read, event.id, { measure, sector })
  expect(await counted('exhibits', null)).toEqual({ values: { IQG15: 3, IQG11: 1, IQG02: 1 }, total: 3 })
  expect(await counted('exhibits', 'health')).toEqual({ values: { IQG15: 2, IQG11: 1, IQG02: 1 }, total: 2 })
  expect(await counted('organisations', null)).toEqual({ values: { IQG15: 2, IQG11: 1, IQG02: 1 }, total: 2 })
})

test('a governorate shows who works there as one walks, and the first figure of each with its exhibit', async () => {
  const { database, event } = await anExhibition()
  const ninewa = await readGovernorate(database.read, event.id, 'IQG15')
  expect([ninewa.total, ninewa.exhibits.map(({ slug }) => slug)]).toEqual([3, ['clinic', 'loom', 'well']])
  expect(ninewa.figures.map(({ value, exhibit }) => [value, exhibit.slug])).toEqual([
    [900, 'clinic'],
    [2200, 'loom'],
  ])
  expect(await readGovernorate(database.read, event.id, 'IQG05')).toEqual({
    total: 0,
    exhibits: [],
    figures: [],
  })
  for (let n = 0; n < exhibitsOnPage; n++)
    await anExhibit(database, event, { slug: `n${n}`, governorates: ['IQG05'] })
  await anExhibit(database, event, { slug: 'one-more', governorates: ['IQG05'] })
  const qadissiya = await readGovernorate(database.read, event.id, 'IQG05')
  expect([qadissiya.total, qadissiya.exhibits.length]).toEqual([exhibitsOnPage + 1, exhibitsOnPage])
})

test('the map knows what its address can mean, and offers organisations where there are several', async () => {
  const { database } = await anExhibition()
  const page = async (event: string, query = '') =>
    (await mapPage(asked(database, `/en/${event}/exhibition/map${query}`, { params: { lang: 'en', event } })))
      .data
  const all = await page('lives', '?sector=nonsense&measure=nonsense')
  const none = { programme: null, figure: null }
  expect([all.choice, all.offered]).toEqual([
    { sector: null, measure: 'exhibits', ...none },
    ['exhibits', 'organisations'],
  ])
  expect(all.bySector).toEqual({ health: 3, livelihoods: 1, shelter: 1 })
  const chosen = await page('lives', mapAddress('', { sector: 'shelter', measure: 'organisations' }))
  expect([chosen.choice, chosen.measured.values]).toEqual([
    { sector: 'shelter', measure: 'organisations', ...none },
    { IQG15: 1, IQG02: 1 },
  ])
  expect((await page('other')).offered).toEqual(['exhibits'])
  // What there is none of counts as not chosen.
  for (const query of ['measure=agencies', 'measure=figure&figure=x', 'programme=crp'])
    expect((await page('lives', `?${query}`)).choice).toEqual({ sector: null, measure: 'exhibits', ...none })
})

test('a programme shades the map by its exhibits, its activities and its figures, each only where it is', async () => {
  const { database, event } = await anExhibition()
  const { programmeId, indicatorId, phaseIds, scope } = await aProgramme(database, event.officeId)
  const theirs = await aProgramme(database, (await anOffice(database)).id)
  const programmes = [programmeId, theirs.programmeId]
  await anExhibit(database, event, { slug: 'crp', governorates: ['IQG15', 'IQG08'], programmes })
  const told = { qualifier: 'exactly' as const, target: null, groups: {}, asOf: '2015', sourceUrl: null }
  const put = (pcode: string, value: number, phaseId: string | null = null) =>
    database.write((tx) =>
      addResult(tx, scope, {
        ...{ programmeId, indicatorId, now },
        content: { ...told, pcode, value, phaseId, source: { en: 'IOM' } },
      }),
    )
  await put('IQG15', 70)
  await put('IQG11', 0)
  await put('IQG15', 40, phaseIds[1])
  const page = async (choice: Partial<MapChoice>) =>
    (await mapPage(asked(database, mapAddress('/x', choice), { params: { lang: 'en', event: 'lives' } })))
      .data
  expect((await page({ programme: 'crp' })).choice.programme).toBe(null)
  await database.write((tx) => chooseProgrammes(tx, event.scope, { ids: [programmeId], now }))
  const exhibits = await page({ programme: 'crp' })
  expect([exhibits.choice.programme, exhibits.measured]).toEqual([
    'crp',
    { values: { IQG15: 1, IQG08: 1 }, total: 1 },
  ])
  expect(exhibits.figures.map(({ key, phase }) => [key, phase])).toEqual([
    [`${indicatorId}.${phaseIds[1]}`, { en: 'Phase II' }],
    [indicatorId, null],
  ])
  const figure = await page({ programme: 'crp', measure: 'figure', figure: indicatorId, sector: 'health' })
  expect([figure.choice.sector, figure.measured]).toEqual([
    null,
    { values: { IQG15: 70, IQG11: 0 }, total: 2 },
  ])
  expect(figure.origins.map(({ asOf }) => asOf)).toEqual(['2015', '2015'])

  const bytes = 'agency,governorate,category,programme\nIOM,Mosul,WASH,CRP\nNRC,Erbil,Education,\n'
  const list = await aList(database, scope, bytes)
  await database.write((tx) => chooseLists(tx, event.scope, { ids: [list], now }))
  const activities = await page({ measure: 'activities', programme: 'crp' })
  expect([activities.offered, activities.measured, activities.bySector]).toEqual([
    ['exhibits', 'activities', 'agencies'],
    { values: { IQG15: 1 }, total: 1 },
    { water_sanitation: 1 },
  ])
  expect((await page({ measure: 'agencies' })).measured).toEqual({ values: { IQG15: 1, IQG11: 1 }, total: 2 })
  expect((await page({ measure: 'agencies', sector: 'education' })).measured.total).toBe(1)
  const there = await governoratePage(
    asked(database, '/x', { params: { lang: 'en', event: 'lives', pcode: 'IQG15' } }),
  )
  expect(there.data.who.busiest).toEqual([{ name: 'IOM', activities: 1, sectors: ['water_sanitation'] }])
  expect(there.data.results.map(({ value, phase }) => [value, phase])).toEqual([
    [70, null],
    [40, { en: 'Phase II' }],
  ])
})

test('only a p-code of ours has a page; those of other lists and other spellings are not there', async () => {
  const { database } = await anExhibition()
  const page = (pcode: string) =>
    governoratePage(
      asked(database, `/ar/lives/exhibition/map/${pcode}`, { params: { lang: 'ar', event: 'lives', pcode } }),
    )
  for (const pcode of ['IQG19', 'iqg15', 'IRQ-G15', 'IQ-G05', 'Ninewa', '__proto__', '%00', ''])
    expect([pcode, await statusOf(page(pcode))]).toEqual([pcode, 404])
  const { data } = await page('IQG15')
  expect(data.title).toMatch(/^نينوى · /)
  const listing = JSON.parse(data.listing ?? '')
  expect([listing.about['@type'], listing.about.identifier.value]).toEqual(['AdministrativeArea', 'IQG15'])
  expect(listing.mainEntity.itemListElement.map(({ url }: { url: string }) => url)).toEqual(
    ['clinic', 'loom', 'well'].map((slug) => `https://majlis.example/ar/lives/exhibition/${slug}`),
  )
  expect(data.listing).not.toContain('<')
})

test('map and governorates of a draft event are there for those who work on it, and nothing keeps them', async () => {
  const { database, event } = await anExhibition()
  const viewer = await aUser(database, {
    ...{ email: 'v@majlis.example', officeId: event.officeId, role: 'viewer' as const },
  })
  await database.write((tx) => tx.update(events).set({ state: 'draft' }).where(eq(events.id, event.id)))
  const params = { lang: 'en', event: 'lives', pcode: 'IQG15' }
  for (const page of [mapPage, governoratePage]) {
    expect(await statusOf(page(asked(database, '/', { params })))).toBe(404)
    const preview = await page(asked(database, '/', { params, userId: viewer }))
    expect(preview.init?.headers).toEqual({ 'Cache-Control': 'no-store' })
    expect(preview.data.listing).toBe(null)
  }
})
