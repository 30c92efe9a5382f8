import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Change, withBlock, withHead } from '#app/exhibition/content/change.ts'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
import { saveDraft } from '#app/exhibition/content/draft.server.ts'
import {
  publishExhibit,
  returnExhibit,
  submitExhibit,
  unpublishExhibit,
} from '#app/exhibition/content/publish.server.ts'
import {
  createExhibit,
  type ExhibitPlace,
  placeExhibit,
  removeExhibit,
} from '#app/exhibition/exhibits.server.ts'
import { countExhibits, readExhibit, readExhibits } from '#app/exhibition/read.server.ts'
import { findShortLink } from '#app/http/short-link.server.ts'
import type { Localized } from '#app/i18n/languages.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { exhibits, figures } from '#db/schema/exhibition.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aFigure, anExhibit, figuresBlock, someBooths } from '#tests/support/exhibition.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

function change(database: Database, event: Event, exhibitId: string, change: Change) {
  return database.write((tx) => saveDraft(tx, event.scope, { exhibitId, change, now }))
}

function edit(database: Database, event: Event, exhibitId: string, head: Partial<ExhibitContent>) {
  return change(database, event, exhibitId, withHead(head, event.languages))
}

function place(database: Database, event: Event, exhibitId: string, place: Partial<ExhibitPlace>) {
  return database.write((tx) => placeExhibit(tx, event.scope, { exhibitId, place, now }))
}

async function slugOf(database: Database, exhibitId: string) {
  const [row] = await database.read.select().from(exhibits).where(eq(exhibits.id, exhibitId))
  return row?.slug
}

async function anOrganisation(database: Database, officeId: string): Promise<string> {
  const id = newId()
  await database.write((tx) =>
    tx.insert(organisations).values({
      ...{ id, officeId, kind: 'ngo', name: { en: 'Hand in Hand', ar: 'يداً بيد' }, tags: [], aliases: [] },
      ...{ searchKey: '', sortKey: '', createdAt: now, updatedAt: now },
    }),
  )
  return id
}

test('an exhibit is written, submitted, given back, published and taken back', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const exhibitId = await anExhibit(database, event)
  const which = { exhibitId, now }
  const { scope } = event
  const stateNow = async () => (await readExhibit(database.read, scope, exhibitId))?.state
  expect(await database.write((tx) => submitExhibit(tx, scope, which))).toEqual({ ok: true })
  expect(await countExhibits(database.read, scope)).toEqual({ all: 1, draft: 0, submitted: 1, published: 0 })
  expect(await database.write((tx) => returnExhibit(tx, scope, which))).toEqual({ ok: true })
  expect(await database.write((tx) => publishExhibit(tx, scope, which))).toEqual({ ok: true })
  expect(await stateNow()).toBe('published')
  const wrong = { ok: false, reason: 'otherState' }
  expect(await database.write((tx) => publishExhibit(tx, scope, which))).toEqual(wrong)
  expect(await database.write((tx) => submitExhibit(tx, scope, which))).toEqual(wrong)
  expect(await database.write((tx) => unpublishExhibit(tx, scope, which))).toEqual({ ok: true })
  expect(await stateNow()).toBe('draft')
  const entries = await database.read
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, exhibitId))
  expect(entries.map(({ action }) => action)).toEqual([
    ...['exhibit.create', 'exhibit.submitted', 'exhibit.draft', 'exhibit.published', 'exhibit.draft'],
  ])
})

test('what says nothing is not published', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const exhibitId = await anExhibit(database, event, { summary: {} })
  const publish = () => database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  const needs = [{ path: 'summary', need: 'summary' }]
  expect(await publish()).toEqual({ ok: false, reason: 'notReady', needs })
  await edit(database, event, exhibitId, { summary: { ar: 'مشاريع مشتركة' } })
  expect(await publish()).toEqual({ ok: true })
})

test('two exhibits of one title have two addresses; a wish for a taken one is refused', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const first = await anExhibit(database, event)
  const second = await anExhibit(database, event)
  expect(await slugOf(database, first)).toBe('a-street-repaired-together')
  expect(await slugOf(database, second)).toBe('a-street-repaired-together-2')
  const create = (title: Localized, slug?: string) =>
    database.write((tx) => createExhibit(tx, event.scope, { content: { title }, place: { slug }, now }))
  const title = { en: 'Seeds' }
  expect(await create(title, 'a-street-repaired-together')).toEqual({ ok: false, reason: 'slugTaken' })
  expect(await create(title, 'Straße')).toEqual({ ok: false, reason: 'slugShape' })
  expect(await create(title, 'map')).toEqual({ ok: false, reason: 'slugReserved' })
  // A title without Latin letters, or one that means another page, gets an address of its own.
  for (const unusual of [{ ar: 'بذور' }, { en: 'Map' }])
    expect(await create(unusual)).toMatchObject({ slug: expect.stringMatching(/^exhibit-\w{6}$/) })
  // Another event has its own addresses.
  const other = await anEvent(database, { officeId: event.officeId })
  expect(await slugOf(database, await anExhibit(database, other))).toBe('a-street-repaired-together')
})

test('the address may follow the title until the exhibit is first published; its QR code never changes', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const exhibitId = await anExhibit(database, event)
  await edit(database, event, exhibitId, { title: { en: 'Seeds' } })
  await place(database, event, exhibitId, { slug: '' })
  expect(await slugOf(database, exhibitId)).toBe('seeds')
  await place(database, event, exhibitId, { boothId: null })
  expect(await slugOf(database, exhibitId)).toBe('seeds')
  const code = (await readExhibit(database.read, event.scope, exhibitId))?.qrCode ?? ''
  expect(code).toMatch(/^[2-9a-hjkmnp-z]{10}$/)
  expect(await findShortLink(database.read, code, 'ar')).toMatchObject({ isOpen: false })
  await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  await place(database, event, exhibitId, { slug: 'fields' })
  expect(await findShortLink(database.read, code, 'ar')).toMatchObject({
    ...{ isOpen: true, path: '/ar/lives/exhibition/seeds' },
  })
  await database.write((tx) => unpublishExhibit(tx, event.scope, { exhibitId, now }))
  await place(database, event, exhibitId, { slug: 'fields' })
  await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  expect(await findShortLink(database.read, code, 'en')).toMatchObject({
    ...{ isOpen: true, path: '/en/lives/exhibition/seeds' },
  })
})

test('texts in a language the event no longer has are kept', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const text = { id: 'a', kind: 'text' as const, heading: {}, text: { en: 'Old', fr: 'Vieux' } }
  const exhibitId = await anExhibit(database, event, {
    ...{ title: { en: 'Seeds', fr: 'Graines' }, blocks: [text] },
  })
  await edit(database, event, exhibitId, { title: { en: 'Fields', ar: 'حقول' } })
  const written = { ...text, text: { ar: 'جديد' } }
  await change(database, event, exhibitId, withBlock(written, event.languages))
  expect((await readExhibit(database.read, event.scope, exhibitId))?.content).toMatchObject({
    title: { fr: 'Graines', en: 'Fields', ar: 'حقول' },
    blocks: [{ text: { fr: 'Vieux', ar: 'جديد' } }],
  })
})

test('facts are what was given last, and an organisation lends its name', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const organisationId = await anOrganisation(database, event.officeId)
  const [boothId = ''] = await someBooths(database, event, ['A1'])
  const exhibitId = await anExhibit(database, event, { sectors: ['shelter'], governorates: ['IQG15'] })
  const facts: Partial<ExhibitContent> = {
    ...{ sectors: ['health'], governorates: ['IQG11'] },
    contact: { name: 'Noor Hassan', email: 'noor@majlis.example', phone: '' },
    links: [{ id: 'a', url: 'https://iraqdtm.iom.int', label: { en: 'DTM' } }],
  }
  expect(await edit(database, event, exhibitId, facts)).toMatchObject({ ok: true })
  expect(await place(database, event, exhibitId, { boothId, organisationId })).toMatchObject({ ok: true })
  expect(await readExhibit(database.read, event.scope, exhibitId)).toMatchObject({
    ...{ booth: { code: 'A1' }, organisationId },
    content: {
      ...facts,
      organisationName: { en: 'Hand in Hand', ar: 'يداً بيد' },
      title: { en: 'A street repaired together' },
    },
  })
})

test('figures count once they say when and by whom, and stand in the order of their blocks', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const bare = { ...aFigure({ value: 5 }), source: {} }
  const exhibitId = await anExhibit(database, event, {
    blocks: [
      figuresBlock([aFigure({ value: 3 }), bare]),
      figuresBlock([aFigure({ value: 9, asOf: '2015-10' })]),
    ],
  })
  const rows = await database.read.select().from(figures).where(eq(figures.exhibitId, exhibitId))
  expect(rows.map(({ value, position, asOf }) => [value, position, asOf]).toSorted()).toEqual([
    [3, 0, '2015'],
    [9, 1, '2015-10'],
  ])
  const published = await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  expect(published).toMatchObject({ ok: false, needs: [{ need: 'figure' }] })
})

test('the list is searched, filtered by state and counted', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [boothId = ''] = await someBooths(database, event, ['B4'])
  const told = { id: 'a', kind: 'text' as const, text: { fr: 'Un marché couvert' } }
  const seeds = await anExhibit(database, event, {
    ...{ title: { en: 'Seeds', ar: 'بذور' }, boothId, blocks: [figuresBlock(), told] },
  })
  await anExhibit(database, event, { organisationName: { en: 'Hand in Hand' } })
  await database.write((tx) => submitExhibit(tx, event.scope, { exhibitId: seeds, now }))
  await anExhibit(database, await anEvent(database, { officeId: event.officeId }), { title: { en: 'Seeds' } })
  const titles = async (filter: Parameters<typeof readExhibits>[2]) => {
    const found = await readExhibits(database.read, event.scope, filter)
    expect(found.total).toBe(found.exhibits.length)
    return found.exhibits.map(({ title }) => title.en)
  }
  expect(await titles({})).toEqual(['Seeds', 'A street repaired together'])
  expect(await titles({ search: 'بذور' })).toEqual(['Seeds'])
  expect(await titles({ search: 'b4' })).toEqual(['Seeds'])
  expect(await titles({ search: 'MARCHE couvert' })).toEqual(['Seeds'])
  expect(await titles({ search: 'hand IN' })).toEqual(['A street repaired together'])
  // The letters of a language's code are no words of the exhibit, and vowel signs make no other word.
  expect(await titles({ search: 'ckb' })).toEqual([])
  expect(await titles({ search: 'بُذور' })).toEqual(['Seeds'])
  expect(await titles({ search: '%' })).toEqual(['Seeds', 'A street repaired together'])
  expect(await titles({ state: 'submitted' })).toEqual(['Seeds'])
  expect((await readExhibits(database.read, event.scope, { search: 'seeds' })).exhibits[0]).toMatchObject({
    ...{ booth: 'B4', figures: 1, pictures: 0 },
  })
})

test('what belongs to another event or office is not there', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const sibling = await anEvent(database, { officeId: event.officeId })
  const foreign = await anExhibit(database, sibling, { blocks: [figuresBlock()] })
  const [foreignBooth = ''] = await someBooths(database, sibling, ['A1'])
  const foreignOrganisation = await anOrganisation(database, (await anOffice(database)).id)
  const own = await anExhibit(database, event)
  const before = await readExhibit(database.read, sibling.scope, foreign)
  const { scope } = event
  const notFound = { ok: false, reason: 'notFound' }
  const acts = [
    edit(database, event, foreign, { title: { en: 'Mine' } }),
    edit(database, event, own, { coverPicture: 'of-another' }),
    place(database, event, own, { boothId: foreignBooth }),
    place(database, event, own, { organisationId: foreignOrganisation }),
    place(database, event, foreign, { slug: 'mine' }),
    database.write((tx) => removeExhibit(tx, scope, { exhibitId: foreign, now })),
    database.write((tx) => publishExhibit(tx, scope, { exhibitId: foreign, now })),
    database.write((tx) => submitExhibit(tx, scope, { exhibitId: foreign, now })),
  ]
  for (const act of acts) expect(await act).toEqual(notFound)
  expect(await readExhibit(database.read, scope, foreign)).toBe(null)
  expect(await readExhibit(database.read, sibling.scope, foreign)).toEqual(before)
})
