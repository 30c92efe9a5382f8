import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { exhibitsPerPage, readExhibition, readExhibitionTeaser } from '#app/exhibition/public.server.ts'
import { loader as exhibitPage } from '#app/routes/site.exhibit/route.tsx'
import { loader as listPage } from '#app/routes/site.exhibition/route.tsx'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { assignments, events } from '#db/schema/events.server.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { anExhibit } from '#tests/support/visitors.ts'

const everything = { sector: null, governorate: null, search: '' } as const

/** An exhibition of three published booths and one draft, and another event's beside it. */
async function anExhibition() {
  const database = await testDatabase()
  const event = { ...(await anEvent(database, { slug: 'lives' })), revision: 0 }
  await anExhibit(database, event, {
    ...{ slug: 'workshop', booth: 'A1', sectors: ['livelihoods'], governorates: ['IQG15', 'IQG11'] },
    title: { en: 'A workshop of one’s own', ar: 'ورشة خاصة بي' },
    organisationName: { en: 'IOM Iraq', ckb: 'ڕێکخراوی کۆچ' },
    figures: [
      { value: 2200, asOf: '2015' },
      { value: 40000, asOf: '2015-10' },
    ],
    pictures: ['loom0123456789abcdef', 'roof0123456789abcdef'],
  })
  await anExhibit(database, event, {
    ...{ slug: 'clinic', booth: 'A2', sectors: ['health', 'psychosocial'], governorates: ['IQG15'] },
    title: { en: 'The mobile clinic', fr: 'La clinique mobile' },
    summary: { ar: 'مساعدة طبيّة حيث لا مستشفى' },
  })
  await anExhibit(database, event, {
    ...{ slug: 'border', booth: 'B1', hall: { en: 'Garden' }, sectors: ['migration_management'] },
    ...{ governorates: ['IQG02'], title: { en: 'At the border' } },
  })
  await anExhibit(database, event, { slug: 'seeds', booth: 'B2', state: 'draft', sectors: ['livelihoods'] })
  const other = await anEvent(database, { slug: 'other', officeId: event.officeId })
  await anExhibit(database, other, { slug: 'workshop', sectors: ['livelihoods'], governorates: ['IQG15'] })
  return { database, event, other }
}

function slugs(list: { exhibits: { slug: string }[] }): string[] {
  return list.exhibits.map(({ slug }) => slug)
}

async function setState(database: Database, eventId: string, state: 'draft' | 'cancelled') {
  await database.write((tx) => tx.update(events).set({ state }).where(eq(events.id, eventId)))
}

test('the list shows what is published at this event, in the order of its booths', async () => {
  const { database, event } = await anExhibition()
  await anExhibit(database, event, { slug: 'without-a-booth' })
  await anExhibit(database, event, { slug: 'last-booth', booth: 'C1' })
  const list = await readExhibition(database.read, event, everything)
  expect(slugs(list)).toEqual(['workshop', 'clinic', 'border', 'last-booth', 'without-a-booth'])
  expect([list.total, list.found, list.page, list.pages]).toEqual([5, 5, 1, 1])
  expect(list.exhibits[0]).toMatchObject({
    ...{ booth: 'A1', hall: null, sectors: ['livelihoods'], governorates: ['IQG11', 'IQG15'] },
    picture: { key: 'loom0123456789abcdef', width: 1600, height: 1200, widths: [480, 960, 1600] },
  })
  expect(list.exhibits[1]?.picture).toBe(null)
})

test('a sector and a governorate narrow the list, and each counts what the other would leave', async () => {
  const { database, event } = await anExhibition()
  const all = await readExhibition(database.read, event, everything)
  expect(all.bySector).toEqual({ livelihoods: 1, health: 1, psychosocial: 1, migration_management: 1 })
  expect(all.byGovernorate).toEqual({ IQG15: 2, IQG11: 1, IQG02: 1 })

  const inNinewa = await readExhibition(database.read, event, { ...everything, governorate: 'IQG15' })
  expect(slugs(inNinewa)).toEqual(['workshop', 'clinic'])
  expect(inNinewa.bySector).toEqual({ livelihoods: 1, health: 1, psychosocial: 1 })
  expect(inNinewa.byGovernorate).toEqual({ IQG15: 2, IQG11: 1, IQG02: 1 })

  const none = await readExhibition(database.read, event, {
    ...{ sector: 'health', governorate: 'IQG02', search: '' },
  })
  expect([none.found, none.exhibits, none.total]).toEqual([0, [], 3])
})

test.for([
  ['workshop', ['workshop']],
  ['WORKSHOP own', ['workshop']],
  ['ورشه', ['workshop']],
  ['ڕێکخراوی', ['workshop']],
  ['ريكخراوي', ['workshop']],
  ['طبية', ['clinic']],
  ['clinique', ['clinic']],
  ['b1', ['border']],
  ['garden', ['border']],
  ['نينوى', ['workshop', 'clinic']],
  ['هەولێر', ['workshop']],
  ['psychosocial', ['clinic']],
  ['الصحة', ['clinic']],
  ['clinic border', []],
  ['100%', []],
  ['_', ['workshop', 'clinic', 'border']],
] as const)('a search for %s', async ([search, found]) => {
  const { database, event } = await anExhibition()
  const list = await readExhibition(database.read, event, { ...everything, search })
  expect(slugs(list)).toEqual(found)
})

test('a search finds what was published since the last one', async () => {
  const { database, event } = await anExhibition()
  const search = async (revision: number) =>
    slugs(await readExhibition(database.read, { ...event, revision }, { ...everything, search: 'fields' }))
  expect(await search(0)).toEqual([])
  await anExhibit(database, event, { slug: 'fields' })
  expect(await search(1)).toEqual(['fields'])
})

test('a long list comes in pages, and a page beyond the last is the last', async () => {
  const { database, event } = await anExhibition()
  for (let n = 0; n < exhibitsPerPage; n++) await anExhibit(database, event, { slug: `booth-${n}` })
  const second = await readExhibition(database.read, event, everything, 2)
  expect([second.found, second.pages, second.exhibits.length]).toEqual([exhibitsPerPage + 3, 2, 3])
  expect(slugs(second)).toEqual(
    [exhibitsPerPage - 3, exhibitsPerPage - 2, exhibitsPerPage - 1].map((n) => `booth-${n}`),
  )
  const beyond = await readExhibition(database.read, event, everything, 99)
  expect([beyond.page, slugs(beyond)]).toEqual([2, slugs(second)])
})

test('an exhibit has its blocks and pictures in order, and the booths on either side', async () => {
  const { database } = await anExhibition()
  const page = async (exhibit: string) => {
    const params = { lang: 'en', event: 'lives', exhibit }
    return (await exhibitPage(asked(database, `/en/lives/exhibition/${exhibit}`, { params }))).data
  }
  const { content, media } = await page('workshop')
  expect(content.blocks.map((block) => block.kind)).toEqual(['figures', 'gallery'])
  expect(content.blocks[0]).toMatchObject({ items: [{ value: 2200 }, { value: 40000, asOf: '2015-10' }] })
  expect(Object.keys(media.pictures)).toEqual(['loom0123456789abcdef', 'roof0123456789abcdef'])
  expect(media.pictures[content.coverPicture ?? '']).toMatchObject({
    ...{ key: 'loom0123456789abcdef', alt: { en: 'Picture loom0123456789abcdef' }, width: 1600 },
  })
  const beside = async (slug: string) => {
    const { previous, next } = await page(slug)
    return [previous?.slug ?? null, next?.slug ?? null, next?.booth ?? null]
  }
  expect(await beside('workshop')).toEqual([null, 'clinic', 'A2'])
  expect(await beside('clinic')).toEqual(['workshop', 'border', 'B1'])
  // The draft beside it is not met.
  expect(await beside('border')).toEqual(['clinic', null, null])
})

test('the foretaste counts all, shows the first, and gives one figure of each', async () => {
  const { database, event } = await anExhibition()
  const teaser = await readExhibitionTeaser(database.read, event.id)
  expect([teaser.total, slugs(teaser)]).toEqual([3, ['workshop', 'clinic', 'border']])
  expect(teaser.figures.map(({ value }) => value)).toEqual([2200])
})

test('an unpublished exhibit is there for the event’s exhibition editors only, and nothing keeps it', async () => {
  const { database, event } = await anExhibition()
  const organiser = await aUser(database, { email: 'o@majlis.example', officeId: event.officeId })
  const viewer = await aUser(database, {
    ...{ email: 'v@majlis.example', officeId: event.officeId, role: 'viewer' as const },
  })
  const foreigner = await aUser(database, {
    ...{ email: 'f@majlis.example', officeId: (await anOffice(database)).id },
  })
  const editor = await aUser(database, { email: 'e@majlis.example' })
  await database.write((tx) =>
    tx.insert(assignments).values({
      ...{ id: newId(), eventId: event.id, userId: editor, role: 'exhibition_editor', createdAt: now },
    }),
  )
  const page = (userId?: string, slug = 'seeds') =>
    exhibitPage(
      asked(database, `/en/lives/exhibition/${slug}`, {
        ...{ params: { lang: 'en', event: 'lives', exhibit: slug }, userId },
      }),
    )
  for (const stranger of [undefined, viewer, foreigner]) expect(await statusOf(page(stranger))).toBe(404)
  for (const colleague of [organiser, editor]) {
    const preview = await page(colleague)
    expect(preview.init?.headers).toEqual({ 'Cache-Control': 'no-store' })
    expect(preview.data.isPreview).toBe(true)
    expect([preview.data.previous, preview.data.next]).toEqual([null, null])
  }
  expect(await statusOf(page(organiser, 'nothing'))).toBe(404)
  expect(await page(organiser, 'clinic')).toEqual(await page(undefined, 'clinic'))
})

test('the exhibition of a draft event is there for those who work on it; of a cancelled one for all', async () => {
  const { database, event } = await anExhibition()
  const viewer = await aUser(database, {
    ...{ email: 'v@majlis.example', officeId: event.officeId, role: 'viewer' as const },
  })
  const pages = (userId?: string) => {
    const params = { lang: 'ar', event: 'lives', exhibit: 'clinic' }
    return [
      listPage(asked(database, '/ar/lives/exhibition', { params, userId })),
      exhibitPage(asked(database, '/ar/lives/exhibition/clinic', { params, userId })),
    ] as const
  }
  await setState(database, event.id, 'draft')
  for (const page of pages()) expect(await statusOf(page)).toBe(404)
  for (const page of pages(viewer))
    expect((await page).init?.headers).toEqual({ 'Cache-Control': 'no-store' })
  await setState(database, event.id, 'cancelled')
  for (const page of pages()) expect((await page).data.event.state).toBe('cancelled')
})

test('what an address cannot mean is not chosen, and a shared link brings its picture', async () => {
  const { database } = await anExhibition()
  const params = { lang: 'en', event: 'lives', exhibit: 'workshop' }
  const query = 'sector=nonsense&governorate=IRQ-G15&page=-1&q=%20'
  const list = await listPage(asked(database, `/en/lives/exhibition?${query}`, { params }))
  expect(list.data.choice).toEqual({ sector: null, governorate: null, search: '', keep: [] })
  expect(list.data.exhibition.found).toBe(3)
  const { data } = await exhibitPage(asked(database, '/en/lives/exhibition/workshop', { params }))
  expect(data.image).toEqual({
    url: 'https://majlis.example/files/loom0123456789abcdef/1600.webp',
    ...{ width: 1600, height: 1200, alt: 'Picture loom0123456789abcdef' },
  })
  expect(await statusOf(exhibitPage(asked(database, '/', { params: { ...params, event: 'other2' } })))).toBe(
    404,
  )
})
