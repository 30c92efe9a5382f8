import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import type { EventRole } from '#app/accounts/permission.ts'
import { assignRole } from '#app/events/roles.server.ts'
import { readExhibit } from '#app/exhibition/read.server.ts'
import { findShortLink } from '#app/http/short-link.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { action as boothsAction, loader as boothsPage } from '#app/routes/desk.event.booths/route.tsx'
import { action as exhibitAction, loader as exhibitPage } from '#app/routes/desk.event.exhibit/route.tsx'
import { loader as visitsPage } from '#app/routes/desk.event.exhibit-visits/route.tsx'
import { loader as exhibitionPage } from '#app/routes/desk.event.exhibition/route.tsx'
import { loader as translationsPage } from '#app/routes/desk.event.exhibition-translation/route.tsx'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { questionsOf } from '#tests/support/asked.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { anExhibit, aPhoto, aStore, figuresBlock, someBooths } from '#tests/support/exhibition.ts'

type Given = {
  params: Record<string, string>
  search?: string
  form?: Record<string, string | File | string[]>
}

/** A desk with somebody at it: asks a loader or an action as the front would. */
function aDesk(database: Database, userId: string, files = aStore()) {
  const context = {
    ...{ database, files, now: () => now },
    user: async () => ({ id: userId, name: 'A', email: 'a@majlis.example', language: 'en' }),
  } as unknown as MajlisContext
  const asked = ({ params, search = '', form }: Given) => {
    const body = form && formOf(form)
    const request = new Request(`https://majlis.example/desk${search}`, body && { method: 'POST', body })
    return { request, params, context } as LoaderFunctionArgs
  }
  return { asked, files }
}

function formOf(given: Record<string, string | File | string[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(given)) for (const one of [value].flat()) form.append(name, one)
  return form
}

/** What a loader or action answered: a redirect's place, or its status and what the page is given. */
async function answerOf(answer: Promise<unknown>) {
  const given = await answer.catch((reason: unknown) => reason)
  if (given instanceof Response) return { status: given.status, to: given.headers.get('Location') }
  const { data, init } = given as {
    data?: { result?: { initialValue?: unknown; error?: unknown } }
    init?: ResponseInit
  }
  return { status: init?.status ?? 200, kept: data?.result?.initialValue, error: data?.result?.error }
}

async function anEditor(database: Database, event: Awaited<ReturnType<typeof anEvent>>, role: EventRole) {
  const email = `${role}@majlis.example`
  const userId = await aUser(database, { email })
  await database.write((tx) => assignRole(tx, event.scope, { email, role, now }))
  return userId
}

test('an exhibition editor takes an exhibit from its title to the visitor', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const { asked, files } = aDesk(database, await anEditor(database, event, 'exhibition_editor'))
  const act = (exhibit: string, form: Given['form']) =>
    answerOf(exhibitAction(asked({ params: { event: 'lives', exhibit }, form })))
  await answerOf(
    boothsAction(
      asked({
        params: { event: 'lives' },
        form: { intent: 'add', codes: 'A1–A3', place: `part:${event.exhibition.id}` },
      }),
    ),
  )
  const booths = await boothsPage(asked({ params: { event: 'lives' } }))
  expect(booths.booths.map(({ code }) => code)).toEqual(['A1', 'A2', 'A3'])
  const boothId = booths.booths[1]?.id ?? ''

  const made = await act('new', { intent: 'create', 'title.en': 'Seeds', boothId })
  const [, id = ''] = /exhibition\/([\w-]+)\?done=created$/.exec(made.to ?? '') ?? []
  const home = `/desk/events/lives/exhibition/${id}`
  expect(await act(id, { intent: 'publish' })).toMatchObject({ status: 409 })
  const texts = { intent: 'texts', seen: '1', 'title.en': 'Seeds', 'summary.ar': 'العودة إلى الحقول' }
  expect(await act(id, texts)).toEqual({ status: 303, to: `${home}?done=saved` })
  const facts = {
    ...{ intent: 'facts', seen: '2', sectors: ['livelihoods', 'shelter'], governorates: 'all' },
    ...{
      'contact.email': 'events@majlis.example',
      'links[0].url': 'https://iraqdtm.iom.int',
      'links[1].url': '',
    },
  }
  expect(await act(id, facts)).toEqual({ status: 303, to: `${home}?done=saved` })
  const place = { intent: 'place', boothId, slug: 'seeds' }
  expect(await act(id, place)).toEqual({ status: 303, to: `${home}?done=saved` })
  const figures = {
    ...{ intent: 'block', kind: 'figures', seen: '3', newId: newId(), 'items[0].value': '3.1' },
    ...{ 'items[0].qualifier': 'more_than', 'items[0].label.en': 'displaced', 'items[0].asOf': '2015-10' },
    ...{
      'items[0].source.en': 'DTM',
      'items[0].place': '1',
      'items[1].qualifier': 'exactly',
      'items[1].place': '2',
    },
  }
  expect(await act(id, figures)).toMatchObject({ to: `${home}?done=blockSaved#blocks` })
  const file = new File([new Uint8Array(await aPhoto())], 'IMG_0001.JPG', { type: 'image/jpeg' })
  expect(await act(id, { intent: 'picture', file, 'alt.en': 'A field' })).toMatchObject({ status: 303 })
  expect(await act(id, { intent: 'publish' })).toEqual({ status: 303, to: `${home}?done=published` })

  const exhibit = await readExhibit(database.read, event.scope, id)
  expect(exhibit).toMatchObject({
    ...{ slug: 'seeds', state: 'published', ahead: 'no', booth: { code: 'A2' } },
    content: {
      ...{ sectors: ['livelihoods', 'shelter'], pictures: [{ alt: { en: 'A field' } }] },
      blocks: [{ kind: 'figures', items: [{ value: 3.1, asOf: '2015-10' }] }],
      links: [{ url: 'https://iraqdtm.iom.int', label: {} }],
    },
  })
  expect(exhibit?.content.governorates).toHaveLength(18)
  expect(files.names()).toHaveLength(6)
  expect(await findShortLink(database.read, exhibit?.qrCode ?? '', 'en')).toMatchObject({
    isOpen: true,
    path: '/en/lives/exhibition/seeds',
  })
  const list = await exhibitionPage(
    asked({ params: { event: 'lives' }, search: '?state=published&search=a2' }),
  )
  expect(list.exhibits.map(({ slug }) => slug)).toEqual(['seeds'])

  expect(await act(id, { intent: 'remove' })).toMatchObject({
    to: '/desk/events/lives/exhibition?done=removed',
  })
  expect(files.names()).toEqual([])
})

test('what is refused comes back as it was typed, with the reason at its field', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const { asked, files } = aDesk(database, await anEditor(database, event, 'organiser'))
  await anExhibit(database, event, { title: { en: 'Seeds' } })
  const exhibit = await anExhibit(database, event)
  await someBooths(database, event, ['A1'])
  const act = (form: Given['form']) =>
    answerOf(exhibitAction(asked({ params: { event: 'lives', exhibit }, form })))

  expect(await act({ intent: 'place', slug: 'seeds' })).toMatchObject({
    ...{ status: 409, kept: { slug: 'seeds' }, error: { slug: ['exhibition:refused.slugTaken'] } },
  })
  expect(await act({ intent: 'texts', 'title.en': '', 'summary.ar': 'حقول' })).toMatchObject({
    ...{ status: 400, kept: { summary: { ar: 'حقول' } }, error: { title: ['required'] } },
  })
  expect(
    await act({ intent: 'facts', 'links[0].url': 'javascript:alert(1)', 'contact.name': 'Noor' }),
  ).toMatchObject({
    ...{ status: 400, kept: { contact: { name: 'Noor' } }, error: { 'links[0].url': ['url'] } },
  })
  const figure = { 'items[0].value': 'many', 'items[0].label.en': 'people', 'items[0].asOf': 'last year' }
  expect(await act({ intent: 'block', kind: 'figures', ...figure })).toMatchObject({
    ...{ status: 400, kept: { items: [{ value: 'many', asOf: 'last year' }] } },
    error: { 'items[0].value': ['number'], 'items[0].asOf': ['exhibition:refused.asOf'] },
  })
  const file = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'map.png', { type: 'image/png' })
  expect(await act({ intent: 'picture', file, 'alt.en': 'A map', credit: 'IOM' })).toMatchObject({
    ...{ status: 422, kept: { alt: { en: 'A map' }, credit: 'IOM' } },
    error: { file: ['exhibition:refused.drawing'] },
  })
  expect(await act({ intent: 'picture', 'alt.en': 'A map' })).toMatchObject({
    ...{ status: 422, error: { file: ['exhibition:refused.noFile'] } },
  })
  expect(files.names()).toEqual([])
  const booths = { intent: 'add', codes: 'a1, B1', place: `part:${event.exhibition.id}` }
  expect(await answerOf(boothsAction(asked({ params: { event: 'lives' }, form: booths })))).toMatchObject({
    ...{ status: 409, kept: { codes: 'a1, B1', place: `part:${event.exhibition.id}` } },
    error: { codes: ['exhibition:refused.codeTaken'] },
  })
})

test('the exhibition’s desk is not there for those who may not write it, nor what belongs to another event', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const sibling = await anEvent(database, { slug: 'other', officeId: event.officeId })
  const exhibit = await anExhibit(database, event)
  const foreign = await anExhibit(database, sibling)
  const [foreignBooth = ''] = await someBooths(database, sibling, ['A1'])
  const foreignOffice = (await anOffice(database)).id
  const viewer = await aUser(database, {
    email: 'v@majlis.example',
    officeId: event.officeId,
    role: 'viewer',
  })
  const foreigner = await aUser(database, { email: 'f@majlis.example', officeId: foreignOffice })
  const scribe = await anEditor(database, event, 'agenda_editor')
  for (const userId of [viewer, foreigner, scribe]) {
    const { asked } = aDesk(database, userId)
    const params = { event: 'lives', exhibit }
    const asks = [
      exhibitionPage(asked({ params })),
      exhibitPage(asked({ params })),
      exhibitAction(asked({ params, form: { intent: 'publish' } })),
      boothsPage(asked({ params })),
      boothsAction(asked({ params, form: { intent: 'sort' } })),
    ]
    for (const answer of await Promise.all(asks.map(answerOf))) expect(answer).toMatchObject({ status: 404 })
  }
  // An editor of this event alone: the other event's exhibits and booths are not there under any address.
  const { asked } = aDesk(database, await anEditor(database, event, 'exhibition_editor'))
  const asks = [
    exhibitPage(asked({ params: { event: 'other', exhibit: foreign } })),
    exhibitPage(asked({ params: { event: 'lives', exhibit: foreign } })),
    exhibitPage(asked({ params: { event: 'lives', exhibit }, search: '?block=elsewhere' })),
    exhibitAction(asked({ params: { event: 'lives', exhibit: foreign }, form: { intent: 'publish' } })),
    exhibitAction(asked({ params: { event: 'lives', exhibit: foreign }, form: { intent: 'remove' } })),
    exhibitAction(
      asked({ params: { event: 'lives', exhibit }, form: { intent: 'place', boothId: foreignBooth } }),
    ),
    exhibitAction(asked({ params: { event: 'lives', exhibit }, form: { intent: 'anything' } })),
    boothsPage(asked({ params: { event: 'lives' }, search: `?booth=${foreignBooth}` })),
    boothsAction(asked({ params: { event: 'lives' }, form: { intent: 'remove', booth: foreignBooth } })),
  ]
  for (const answer of await Promise.all(asks.map(answerOf))) expect(answer).toMatchObject({ status: 404 })
})

test('the desk’s lists ask no more of the database for many exhibits than for few', async () => {
  const database = await testDatabase()
  const { id: officeId } = await anOffice(database)
  const userId = await aUser(database, { email: 'o@majlis.example', officeId })
  for (const [slug, size] of [
    ['few', 2],
    ['many', 25],
  ] as const) {
    const event = await anEvent(database, { slug, officeId })
    const booths = await someBooths(
      database,
      event,
      Array.from({ length: size }, (_, i) => `A${i}`),
    )
    for (const boothId of booths) await anExhibit(database, event, { boothId, blocks: [figuresBlock()] })
  }
  const pages = [exhibitionPage, boothsPage, translationsPage, visitsPage]
  for (const page of pages) {
    const questions = (event: string) =>
      questionsOf(database, (from) => page(aDesk(from, userId).asked({ params: { event } })))
    const few = await questions('few')
    expect(few).toBeGreaterThan(2)
    expect([page.name, await questions('many')]).toEqual([page.name, few])
  }
})
