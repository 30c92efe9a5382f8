import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { systemOfficeScope } from '#app/accounts/scope.server.ts'
import { withHead } from '#app/exhibition/content/change.ts'
import { saveDraft } from '#app/exhibition/content/draft.server.ts'
import { publishExhibit } from '#app/exhibition/content/publish.server.ts'
import { chooseProgrammes } from '#app/exhibition/programmes/programmes.server.ts'
import { loader as frameOfFigures } from '#app/routes/embed.displacement/route.tsx'
import { loader as frameOfExhibit } from '#app/routes/embed.exhibit/route.tsx'
import { loader as frameOfMap } from '#app/routes/embed.map/route.tsx'
import { loader as frameOfProgramme } from '#app/routes/embed.programme/route.tsx'
import { loader as exhibitFile } from '#app/routes/reuse.exhibit/route.tsx'
import { loader as exhibitsFile } from '#app/routes/reuse.exhibits/route.tsx'
import { loader as mapFile } from '#app/routes/reuse.map/route.tsx'
import { loader as programmeFile } from '#app/routes/reuse.programme/route.tsx'
import { events } from '#db/schema/events.server.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { someFigures } from '#tests/support/displacement.ts'
import { aUser } from '#tests/support/events.ts'
import { aFigure, anExhibit, figuresBlock, someBooths } from '#tests/support/exhibition.ts'
import { aProgramme } from '#tests/support/programmes.ts'

const hostile = '</script><script>alert("1")</script>\u2028{{7*7}}'

/** A published exhibit that says something in many kinds of block, a draft beside it, and an event that shows more than it. */
async function anExhibition() {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const { programmeId } = await aProgramme(database, event.officeId)
  const given = { ids: [programmeId], now }
  await database.write((tx) => chooseProgrammes(tx, event.scope, given))
  const [boothId] = await someBooths(database, event, ['A1'])
  const exhibitId = await anExhibit(database, event, {
    ...{ slug: 'seeds', boothId, title: { en: hostile, ar: 'بذور' }, summary: { en: 'Fields again' } },
    ...{ sectors: ['livelihoods'], governorates: ['IQG15'], organisationName: { en: 'NGO' } },
    contact: { name: 'Hana Aziz', email: 'hana@ngo.example', phone: '+9647700000001' },
    links: [{ id: 'link', url: 'https://ngo.example/seeds', label: { en: 'More' } }],
    blocks: [
      { id: 'text', kind: 'text', heading: {}, text: { en: `Twelve *villages* ${hostile}` } },
      figuresBlock([aFigure({ id: 'figure', value: 2200 })]),
      {
        id: 'said',
        kind: 'quotation',
        text: { en: 'We stayed' },
        name: { en: 'Um Ahmad' },
        role: { en: 'Farmer' },
      },
      { id: 'ask', kind: 'contact', name: 'Hana Aziz', email: 'hana@ngo.example', phone: '' },
      { id: 'came', kind: 'programme', programme: programmeId },
      { id: 'gone', kind: 'programme', programme: 'no-such-programme' },
      { id: 'moved', kind: 'displacement', view: 'trend' },
    ],
  })
  const published = await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  if (!published.ok) throw new Error(published.reason)
  const change = withHead({ title: { en: 'Not published yet' } }, ['en'])
  await database.write((tx) => saveDraft(tx, event.scope, { exhibitId, change, now }))
  await anExhibit(database, event, { slug: 'secret', title: { en: 'Secret' }, governorates: ['IQG15'] })
  await someFigures(database, systemOfficeScope(event.officeId))
  return { database, event }
}

type File = (given: ReturnType<typeof asked>) => Promise<Response>
type Exhibition = Awaited<ReturnType<typeof anExhibition>>

/** What a file says, as text and read. */
async function said({ database }: Exhibition, file: File, params: Record<string, string> = {}, query = '') {
  const answer = await file(asked(database, `/${query}`, { params: { event: 'lives', ...params } }))
  const text = await answer.text()
  return { text, file: JSON.parse(text) }
}

test('other systems read the list of what is published, a page at a time', async () => {
  const exhibition = await anExhibition()
  const { text, file } = await said(exhibition, exhibitsFile, {}, '?page=99')
  expect(file).toMatchObject({
    ...{ format: 'majlis/exhibits', version: 1, languages: ['en', 'ar'], total: 1 },
    pages: { number: 1, of: 1, next: null },
    source: {
      name: { en: 'IOM Iraq' },
      event: { en: 'CRP partner meeting' },
      url: 'https://majlis.example/en/lives/exhibition',
    },
  })
  expect(file.exhibits).toEqual([
    {
      slug: 'seeds',
      url: 'https://majlis.example/en/lives/exhibition/seeds',
      json: 'https://majlis.example/lives/exhibits/seeds.json',
      embed: 'https://majlis.example/en/lives/embed/exhibits/seeds',
      ...{ title: { en: hostile, ar: 'بذور' }, summary: { en: 'Fields again' }, organisation: { en: 'NGO' } },
      ...{ booth: 'A1', hall: null, sectors: ['livelihoods'], governorates: ['IQG15'], picture: null },
    },
  ])
  expect(text).not.toMatch(/<|secret|Secret|Not published/)
})

test('an exhibit is told block by block, without whom to ask and who was quoted', async () => {
  const exhibition = await anExhibition()
  const { text, file } = await said(exhibition, exhibitFile, { exhibitFile: 'seeds.json' })
  expect(file.exhibit.links).toEqual([{ url: 'https://ngo.example/seeds', label: { en: 'More' } }])
  const { id: _, ...figure } = aFigure({ value: 2200 })
  expect(file.exhibit.blocks).toEqual([
    { kind: 'text', heading: {}, text: { en: `Twelve *villages* ${hostile}` } },
    { kind: 'figures', heading: {}, items: [figure] },
    { kind: 'quotation', text: { en: 'We stayed' }, role: { en: 'Farmer' } },
    { kind: 'programme', heading: {}, json: 'https://majlis.example/lives/programmes/crp.json' },
    {
      ...{ kind: 'displacement', heading: {}, view: 'trend' },
      json: 'https://majlis.example/lives/displacement.json',
      embed: 'https://majlis.example/en/lives/embed/displacement?view=trend',
    },
  ])
  expect(text).not.toMatch(/<|Hana|Ahmad|hana@|964770|Not published/)
})

test('map and programme are told by p-code, with what they count', async () => {
  const exhibition = await anExhibition()
  const map = (await said(exhibition, mapFile)).file
  expect(map.totals).toMatchObject({ exhibits: 1, organisations: 1 })
  expect(map.governorates).toHaveLength(18)
  const ninewa = map.governorates.find(({ pcode }: { pcode: string }) => pcode === 'IQG15')
  expect(ninewa).toMatchObject({ name: { en: 'Ninewa' }, values: { exhibits: 1, organisations: 1 } })
  expect((await said(exhibition, mapFile, {}, '?sector=health')).file).toMatchObject({
    ...{ sector: 'health', totals: { exhibits: 0 } },
  })
  const { programme } = (await said(exhibition, programmeFile, { programmeFile: 'crp.json' })).file
  expect(programme).toMatchObject({
    ...{ slug: 'crp', phases: [{ name: { en: 'Phase I' }, startsOn: '2007' }, {}] },
    indicators: [{ name: { en: 'assisted' }, component: { en: 'Livelihoods' }, results: [] }, {}],
  })
})

test('frames and files are not there for a draft, for what is cancelled, nor for what is another event’s', async () => {
  const { database, event } = await anExhibition()
  const other = await anEvent(database, { slug: 'other', officeId: event.officeId })
  const userId = await aUser(database, { email: 'o@majlis.example', officeId: event.officeId })
  const names = {
    ...{ lang: 'en', exhibit: 'seeds', programme: 'crp' },
    ...{ exhibitFile: 'seeds.json', programmeFile: 'crp.json' },
  }
  const pages = { frameOfExhibit, frameOfProgramme, frameOfMap, frameOfFigures } as const
  const files = { exhibitFile, programmeFile, exhibitsFile, mapFile } as const
  const statuses = async (params: Record<string, string>) => {
    const all = Object.entries({ ...pages, ...files })
    return Promise.all(
      all.map(async ([name, loader]) => [
        name,
        await statusOf(loader(asked(database, '/', { params: { ...names, ...params }, userId }))),
      ]),
    )
  }
  const all = (status: number, fileStatus = status) => [
    ...Object.keys(pages).map((name) => [name, status]),
    ...Object.keys(files).map((name) => [name, fileStatus]),
  ]
  expect(await statuses({ event: 'lives' })).toEqual(all(0, 200))
  // What is another event's: the other shows neither exhibit nor programme, but a map and its office's figures.
  expect((await statuses({ event: other.slug })).filter(([, status]) => status === 404)).toEqual(
    ['frameOfExhibit', 'frameOfProgramme', 'exhibitFile', 'programmeFile'].map((name) => [name, 404]),
  )
  const drafts = { exhibit: 'secret', exhibitFile: 'secret.json' }
  expect((await statuses({ event: 'lives', ...drafts })).filter(([, status]) => status === 404)).toEqual([
    ['frameOfExhibit', 404],
    ['exhibitFile', 404],
  ])
  for (const state of ['draft', 'cancelled'] as const) {
    await database.write((tx) => tx.update(events).set({ state }).where(eq(events.id, event.id)))
    expect(await statuses({ event: 'lives' })).toEqual(all(404))
  }
})
