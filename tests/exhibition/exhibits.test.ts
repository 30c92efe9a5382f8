import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  createExhibit,
  type ExhibitContent,
  editExhibit,
  removeExhibit,
} from '#app/exhibition/exhibits.server.ts'
import { addFigure, editFigure, moveFigure, removeFigure } from '#app/exhibition/figures.server.ts'
import {
  publishExhibit,
  returnExhibit,
  submitExhibit,
  unpublishExhibit,
} from '#app/exhibition/publish.server.ts'
import { countExhibits, readExhibit, readExhibits } from '#app/exhibition/read.server.ts'
import { findShortLink } from '#app/http/short-link.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anExhibit, figureContent, someBooths } from '#tests/support/exhibition.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

function edit(database: Database, event: Event, exhibitId: string, content: Partial<ExhibitContent>) {
  return database.write((tx) => editExhibit(tx, event.scope, { exhibitId, content, now }))
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
  expect(await countExhibits(database.read, scope)).toEqual({ draft: 0, submitted: 1, published: 0 })
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

test('what says nothing is not published, and what is public does not fall silent', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const exhibitId = await anExhibit(database, event, { summary: {} })
  const publish = () => database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  expect(await publish()).toEqual({ ok: false, reason: 'notReady', needs: ['summary'] })
  await edit(database, event, exhibitId, { summary: { ar: 'مشاريع مشتركة' } })
  expect(await publish()).toEqual({ ok: true })
  expect(await edit(database, event, exhibitId, { summary: {} })).toEqual({
    ok: false,
    reason: 'summaryNeeded',
  })
  expect(await edit(database, event, exhibitId, { title: {} })).toEqual({ ok: false, reason: 'titleNeeded' })
})

test('two exhibits of one title have two addresses; a wish for a taken one is refused', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const first = await anExhibit(database, event)
  const second = await anExhibit(database, event)
  expect(await slugOf(database, first)).toBe('a-street-repaired-together')
  expect(await slugOf(database, second)).toBe('a-street-repaired-together-2')
  const create = (content: Partial<ExhibitContent> & Pick<ExhibitContent, 'title'>) =>
    database.write((tx) => createExhibit(tx, event.scope, { content, now }))
  const title = { en: 'Seeds' }
  expect(await create({ title, slug: 'a-street-repaired-together' })).toEqual({
    ok: false,
    reason: 'slugTaken',
  })
  expect(await create({ title, slug: 'Straße' })).toEqual({ ok: false, reason: 'slugShape' })
  expect(await create({ title, slug: 'map' })).toEqual({ ok: false, reason: 'slugReserved' })
  // A title without Latin letters, or one that means another page, gets an address of its own.
  for (const unusual of [{ ar: 'بذور' }, { en: 'Map' }])
    expect(await create({ title: unusual })).toMatchObject({ slug: expect.stringMatching(/^exhibit-\w{6}$/) })
  // Another event has its own addresses.
  const other = await anEvent(database, { officeId: event.officeId })
  expect(await slugOf(database, await anExhibit(database, other))).toBe('a-street-repaired-together')
})

test('the address follows the title until the exhibit is first published; its QR code never changes', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const exhibitId = await anExhibit(database, event)
  await edit(database, event, exhibitId, { title: { en: 'Seeds' }, slug: '' })
  expect(await slugOf(database, exhibitId)).toBe('seeds')
  await edit(database, event, exhibitId, { boothId: null })
  expect(await slugOf(database, exhibitId)).toBe('seeds')
  const code = (await readExhibit(database.read, event.scope, exhibitId))?.qrCode ?? ''
  expect(code).toMatch(/^[2-9a-hjkmnp-z]{10}$/)
  expect(await findShortLink(database.read, code, 'ar')).toMatchObject({ isOpen: false })
  await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  await edit(database, event, exhibitId, { title: { en: 'Fields' }, slug: 'fields' })
  expect(await findShortLink(database.read, code, 'ar')).toMatchObject({
    isOpen: true,
    path: '/ar/lives/exhibition/seeds',
  })
  await database.write((tx) => unpublishExhibit(tx, event.scope, { exhibitId, now }))
  await edit(database, event, exhibitId, { title: { en: 'Fields' }, slug: 'fields' })
  await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  expect(await findShortLink(database.read, code, 'en')).toMatchObject({
    isOpen: true,
    path: '/en/lives/exhibition/seeds',
  })
})

test('texts in a language the event no longer has are kept', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const exhibitId = await anExhibit(database, event, { title: { en: 'Seeds', fr: 'Graines' } })
  await edit(database, event, exhibitId, { title: { en: 'Fields', ar: 'حقول' } })
  expect((await readExhibit(database.read, event.scope, exhibitId))?.title).toEqual({
    ...{ fr: 'Graines', en: 'Fields', ar: 'حقول' },
  })
})

test('facts are what was given last, and an organisation lends its name', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const organisationId = await anOrganisation(database, event.officeId)
  const [boothId = ''] = await someBooths(database, event, ['A1'])
  const exhibitId = await anExhibit(database, event, {
    sectors: ['shelter'],
    governorates: ['IQG15', 'IQG11'],
  })
  const facts = {
    ...{
      boothId,
      organisationId,
      organisationName: {},
      sectors: ['health', 'health'],
      governorates: ['IQG11'],
    },
    contact: { name: 'Noor Hassan', email: 'noor@majlis.example', phone: '' },
    links: [{ url: 'https://iraqdtm.iom.int', label: { en: 'DTM' } }],
  }
  expect(await edit(database, event, exhibitId, facts)).toMatchObject({ ok: true })
  expect(await readExhibit(database.read, event.scope, exhibitId)).toMatchObject({
    ...facts,
    organisationName: { en: 'Hand in Hand', ar: 'يداً بيد' },
    sectors: ['health'],
    booth: { code: 'A1' },
    title: { en: 'A street repaired together' },
  })
})

test('figures have a date that exists and a source, stand in order, and the first place is never empty', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const { scope } = event
  const exhibitId = await anExhibit(database, event)
  const add = (given: Parameters<typeof figureContent>[0]) =>
    database.write((tx) => addFigure(tx, scope, { exhibitId, content: figureContent(given), now }))
  expect(await add({ asOf: '2015-02-30' })).toEqual({ ok: false, reason: 'asOf' })
  expect(await add({ asOf: '' })).toEqual({ ok: false, reason: 'asOf' })
  expect(await add({ source: {} })).toEqual({ ok: false, reason: 'sourceNeeded' })
  const ids: string[] = []
  for (const value of [1, 2.5, 3]) {
    const added = await add({ value, asOf: '2015-10' })
    if (added.ok) ids.push(added.id)
  }
  const [first = '', second = '', third = ''] = ids
  await database.write((tx) => moveFigure(tx, scope, { exhibitId, figureId: third, direction: 'up', now }))
  await database.write((tx) => removeFigure(tx, scope, { exhibitId, figureId: first, now }))
  await database.write((tx) =>
    editFigure(tx, scope, { exhibitId, figureId: second, content: figureContent({ value: 9 }), now }),
  )
  const shown = (await readExhibit(database.read, scope, exhibitId))?.figures
  expect(shown?.map(({ value, position }) => [value, position])).toEqual([
    [3, 0],
    [9, 1],
  ])
})

test('the list is searched, filtered by state and counted', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [boothId = ''] = await someBooths(database, event, ['B4'])
  const seeds = await anExhibit(database, event, { title: { en: 'Seeds', ar: 'بذور' }, boothId })
  await anExhibit(database, event, { organisationName: { en: 'Hand in Hand' } })
  await database.write((tx) => submitExhibit(tx, event.scope, { exhibitId: seeds, now }))
  await database.write((tx) =>
    addFigure(tx, event.scope, { exhibitId: seeds, content: figureContent(), now }),
  )
  await anExhibit(database, await anEvent(database, { officeId: event.officeId }), { title: { en: 'Seeds' } })
  const titles = async (filter: Parameters<typeof readExhibits>[2]) => {
    const found = await readExhibits(database.read, event.scope, filter)
    expect(found.total).toBe(found.exhibits.length)
    return found.exhibits.map(({ title }) => title.en)
  }
  expect(await titles({})).toEqual(['Seeds', 'A street repaired together'])
  expect(await titles({ search: 'بذور' })).toEqual(['Seeds'])
  expect(await titles({ search: 'b4' })).toEqual(['Seeds'])
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
  const foreign = await anExhibit(database, sibling)
  const [foreignBooth = ''] = await someBooths(database, sibling, ['A1'])
  const foreignOrganisation = await anOrganisation(database, (await anOffice(database)).id)
  const own = await anExhibit(database, event)
  const { scope } = event
  const added = await database.write((tx) =>
    addFigure(tx, sibling.scope, { exhibitId: foreign, content: figureContent(), now }),
  )
  const figureId = added.ok ? added.id : ''
  const content = figureContent()
  const notFound = { ok: false, reason: 'notFound' }
  const acts = [
    edit(database, event, foreign, { title: { en: 'Mine' } }),
    edit(database, event, own, { boothId: foreignBooth }),
    edit(database, event, own, { organisationId: foreignOrganisation }),
    database.write((tx) => removeExhibit(tx, scope, { exhibitId: foreign, now })),
    database.write((tx) => publishExhibit(tx, scope, { exhibitId: foreign, now })),
    database.write((tx) => submitExhibit(tx, scope, { exhibitId: foreign, now })),
    database.write((tx) => addFigure(tx, scope, { exhibitId: foreign, content, now })),
    database.write((tx) => editFigure(tx, scope, { exhibitId: own, figureId, content, now })),
    database.write((tx) => removeFigure(tx, scope, { exhibitId: own, figureId, now })),
    database.write((tx) => moveFigure(tx, scope, { exhibitId: own, figureId, direction: 'up', now })),
  ]
  for (const act of acts) expect(await act).toEqual(notFound)
  expect(await readExhibit(database.read, scope, foreign)).toBe(null)
  expect(await readExhibit(database.read, sibling.scope, foreign)).toMatchObject({
    figures: [{ id: figureId }],
  })
})
