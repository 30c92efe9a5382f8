import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Block, blockForms, blockKinds } from '#app/exhibition/content/blocks.ts'
import { contentOf, type ExhibitContent } from '#app/exhibition/content/content.ts'
import { readDraft, saveDraft } from '#app/exhibition/content/draft.server.ts'
import { publishExhibit } from '#app/exhibition/content/publish.server.ts'
import { textsOf, withWordings } from '#app/exhibition/content/texts.ts'
import { uploadDocument, uploadPicture } from '#app/exhibition/content/upload.server.ts'
import { findExhibit } from '#app/exhibition/exhibit-page.server.ts'
import { createExhibit } from '#app/exhibition/exhibits.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { eventProgrammes, indicators, programmes } from '#db/schema/programmes.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aMemberOfTeam, aPhoto, pictureTexts } from '#tests/support/exhibition.ts'
import { attacks } from '#tests/support/hostile.ts'
import { aWholeMajlis } from '#tests/support/majlis.ts'
import { aHall, drawBooths } from '#tests/support/plan.ts'
import { aProgramme } from '#tests/support/programmes.ts'
import { aDesk } from './desk.ts'
import { shapeOf } from './shapes.ts'
import { reader } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const { t, press } = reader('en')

/** How many lines a booth's name takes on the plan is a matter of its letters. */
const isNoLine = (element: string) => element !== 'tspan x y'

/** What Markdown may make: nothing that runs, and no attribute but an address and words for it. */
const ofMarkdown =
  /^(p|h[1-6]|strong|em|del|code|pre|blockquote|ul|ol|li|hr|br|a href rel|img alt src|table|thead|tbody|tr|t[hd]( align)?)$/

/** A running Majlis with an exhibit of one picture, and `signedIn` for a browser of somebody at the desk. */
async function anExhibition() {
  const majlis = await aWholeMajlis({ settings: { WORKER: 'off' } })
  onTestFinished(() => majlis.stop())
  const { database, files } = majlis.context
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id, slug: 'lives' })
  const content = { title: { en: 'Seeds' }, summary: { en: 'Fields' } }
  const made = await database.write((tx) =>
    createExhibit(tx, event.scope, { content, place: { slug: 'seeds' }, now }),
  )
  if (!made.ok) throw new Error(made.reason)
  const exhibitId = made.id
  const picture = { exhibitId, bytes: await aPhoto(), texts: pictureTexts(), seen: event.languages, now }
  await uploadPicture({ database, files }, event.scope, picture)
  const write = async (change: (content: ExhibitContent) => ExhibitContent) =>
    database.write((tx) => saveDraft(tx, event.scope, { exhibitId, change, now }))
  const read = async () => (await readDraft(database.read, event.scope, exhibitId))?.content
  const desk = `${majlis.url}/desk/events/lives/exhibition/${exhibitId}`
  const signedIn = (javaScriptEnabled: boolean) =>
    aDesk(browser, majlis, { officeId: office.id, javaScriptEnabled })
  return { majlis, database, event, exhibitId, write, read, desk, signedIn }
}

const ours = [
  '"><img src=x onerror="window.pwned=1">',
  '<svg onload=window.pwned=1>',
  '[x](javascript:pwned=1)',
]

const hostileTexts = [...attacks, ...ours].map((attack) => attack.slice(0, 60))
/** As long as each of these, and nothing but letters. */
const tameTexts = hostileTexts.map((text) => text.replace(/[^a-z]/gi, 'x'))

/** Every text of the document is one of these, each of them somewhere. */
function saying(texts: readonly string[], document: ExhibitContent): ExhibitContent {
  let turn = 0
  const wordings = textsOf(document).flatMap(({ path }) =>
    (['en', 'ar'] as const).map((language) => ({ path, language, text: texts[turn++ % texts.length] ?? '' })),
  )
  expect(turn).toBeGreaterThan(texts.length)
  const written = withWordings(document, wordings)
  if (!written.ok) throw new Error(`${written.reason} ${written.path}`)
  return written.content
}

/** One block of each kind, with a row where it has rows, naming what there is. */
function everyKind({
  picture,
  document,
  programme,
}: Record<'picture' | 'document' | 'programme', string>): Block[] {
  const row = { label: { en: 'x' }, title: { en: 'x' }, name: { en: 'x' }, source: { en: 'x' }, picture }
  const rows = [{ ...row, id: 'row', value: 1, asOf: '2015', on: '2015', logoPicture: picture }]
  const named = {
    posterPicture: picture,
    portraitPicture: picture,
    beforePicture: picture,
    afterPicture: picture,
  }
  return blockKinds.map((kind) => {
    const fields = blockForms[kind].parse({
      ...{ ...named, document, programme, items: rows, url: 'https://iom.int/?a="<b>' },
    })
    return { ...fields, id: kind, kind } as Block
  })
}

/** An exhibit with every kind of block at a booth of a hall, and the acts of somebody who fills all that with texts. */
async function everythingWritten() {
  const exhibition = await anExhibition()
  const { majlis, database, event, exhibitId, write } = exhibition
  const hall = await aHall(database, event)
  const [boothId = ''] = await drawBooths(database, event, { hallId: hall, codes: ['A1'] })
  await database.write((tx) => tx.update(exhibits).set({ boothId }).where(eq(exhibits.id, exhibitId)))
  const { programmeId: programme } = await aProgramme(database, event.officeId)
  await database.write((tx) =>
    tx.insert(eventProgrammes).values({ eventId: event.id, programmeId: programme }),
  )
  const file = { exhibitId, name: 'sheet.pdf', bytes: aPdf, now }
  let handout = ''
  const change = (id: string) => {
    handout = id
    return (content: ExhibitContent) => ({
      ...content,
      blocks: everyKind({ picture: content.pictures[0]?.id ?? '', document: id, programme }),
    })
  }
  const uploaded = await uploadDocument(majlis.context, event.scope, { ...file, change })
  if (!uploaded.ok) throw new Error(uploaded.reason)

  /** Every text there is, of the exhibit, its booth, its hall, its file and the programme that it shows. */
  const say = async (texts: readonly string[]) => {
    const [one = '', other = '', third = ''] = texts.slice(10)
    const contact = { name: one, email: '', phone: other.slice(0, 40) }
    const links = [{ id: 'link', url: 'https://iom.int/"><img%20src=x>', label: { en: 'x' } }]
    const saved = await write((content) => {
      const blocks = content.blocks.map((block) =>
        block.kind === 'contact' ? { ...block, ...contact } : block,
      )
      return saying(texts, contentOf({ ...content, contact, links, blocks }))
    })
    if (!saved.ok) throw new Error(saved.reason)
    const name = { en: one, ar: third }
    await database.write(async (tx) => {
      // Or its history would be longer the second time.
      await tx.delete(exhibitVersions)
      await tx.update(halls).set({ name })
      await tx.update(booths).set({ code: other.slice(0, 12) })
      await tx.update(documents).set({ name: `${third}.pdf` })
      await tx.update(programmes).set({ slug: 'crp', name, acronym: name, description: name, donors: name })
      await tx.update(indicators).set({ name, unit: name })
    })
    const published = await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
    expect(published).toEqual({ ok: true })
  }
  return { ...exhibition, handout, say }
}

test('hostile text makes no element, runs nothing and asks nobody, wherever an exhibit is shown, edited or given out', async () => {
  const { majlis, event, database, exhibitId, read, desk, signedIn, handout, say } = await everythingWritten()
  const { token } = await aMemberOfTeam(database, event, exhibitId)
  const booth = `${majlis.url}/b/${token}`
  const site = (path: string) => ['en', 'ar'].map((lang) => `${majlis.url}/${lang}/lives${path}`)
  const kept = (await findExhibit(database.read, event.id, 'seeds'))?.code ?? ''
  const of = (path: string) => `${majlis.url}/desk/events/lives/exhibition${path}`
  const ids = ((await read())?.blocks ?? []).map(({ id }) => `block=${id}`)
  const open = [...ids, 'open=texts', 'open=facts', 'open=place'].concat(
    ((await read())?.pictures ?? []).map(({ id }) => `picture=${id}`),
  )
  const pages = [
    ...['', '/exhibition', '/exhibition/seeds', '/exhibition/plan', '/exhibition/map'].flatMap(site),
    ...[`/exhibition/kept?keep=${kept}`, '/exhibition/programmes/crp'].flatMap(site),
    ...['', '/preview', '/preview/page?lang=ar', '/translation'].map((path) => desk + path),
    ...open.map((search) => `${desk}?${search}`),
    ...open.filter((search) => search !== 'open=place').map((search) => `${booth}?lang=en&${search}`),
    ...[`${booth}?lang=ar`, `${booth}/preview?lang=en`],
    ...['', '/translation', '/qr'].map(of),
  ]
  const page = await signedIn(true)
  const ask = async (address: string) => {
    const answer = await page.request.get(address)
    expect([address, answer.status()]).toEqual([address, 200])
    return answer.text()
  }
  const shapes = async () => {
    const seen = await Promise.all(
      pages.map(async (address) => [address, await shapeOf(page, await ask(address), 'text/html')] as const),
    )
    return new Map(seen)
  }
  await page.goto(`${majlis.url}/en`)
  await say(tameTexts)
  const tame = await shapes()
  await say(hostileTexts)
  for (const [address, { elements, prose, live }] of await shapes()) {
    expect([address, elements.filter(isNoLine)]).toEqual([
      address,
      tame.get(address)?.elements.filter(isNoLine),
    ])
    expect([address, live]).toEqual([address, []])
    for (const element of prose)
      expect([address, element]).toEqual([address, expect.stringMatching(ofMarkdown)])
  }

  // Given out: to translators, printers, and the script that takes pages along.
  const file = (name: string) => ask(of(`/translation/${name}?exhibit=${exhibitId}`))
  const [xliff, sheet] = [await file('en-ar.xlf'), await file('en-ar.csv')]
  const { elements } = await shapeOf(page, xliff, 'application/xml')
  for (const element of elements)
    expect(element).toMatch(/^(xliff|file|header|body|group|trans-unit|source|target|note)( |$)/)
  expect(xliff).toContain('onerror')
  expect(sheet).toContain('onerror')
  for (const row of parse(sheet, { bom: true }) as string[][])
    for (const cell of row) expect(cell).not.toMatch(/^[=@\t\r]/)
  const poster = await ask(of(`/posters/preview.svg?exhibit=${exhibitId}`))
  const drawn = await shapeOf(page, poster, 'application/xml')
  expect(drawn.live).toEqual([])
  for (const element of drawn.elements)
    expect(element).toMatch(
      /^(svg|g|path|use|defs|clipPath|symbol|image|rect|style|linearGradient|stop|pattern)\b/,
    )
  const { addresses } = JSON.parse(await ask(`${majlis.url}/lives/programme.json`)) as { addresses: string[] }
  for (const address of addresses) expect(address).toMatch(/^\/[\w/?=-]+$/)
  const given = await page.request.get(`${majlis.url}/lives/handouts/${handout}`)
  expect(given.headers()).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment; filename="[\w-]+\.pdf"$/),
  })

  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(majlis.url)) foreign.push(request.url())
  })
  // As a reader's browser runs them, script and all, where there is most to run.
  for (const address of pages.filter((one) => /\/en\/.*seeds$|\?(block|open|picture)=/.test(one))) {
    await page.goto(address, { waitUntil: 'load' })
    const found = await page.evaluate(() => ({
      pwned: 'pwned' in window,
      handlers: document.querySelectorAll(
        '[onerror],[onload],[onmouseover],main script:not([src^="/assets/"], [type="application/ld+json"])',
      ).length,
      links: document.querySelectorAll('[href^="javascript:" i],[src^="javascript:" i],img[src="x"]').length,
    }))
    expect([address, found]).toEqual([address, { pwned: false, handlers: 0, links: 0 }])
  }
  expect(foreign).toEqual([])
}, 90_000)

test('two editors meet in one text: both see both, nothing is lost, and the second decides', async () => {
  const { write, read, desk, signedIn } = await anExhibition()
  const text = { id: 'story', kind: 'text' as const, heading: {}, text: { en: 'As it was', ar: 'كما كان' } }
  await write((content) => ({ ...content, blocks: [text] }))
  const [hers, his] = [await signedIn(false), await signedIn(true)]
  for (const page of [hers, his]) await page.goto(`${desk}?block=story`)
  const english = (page: typeof hers) => page.locator('textarea[name="text.en"]')
  await english(hers).fill('Hers')
  await press(hers, t('exhibit:edit.save'))
  expect(await hers.locator('.notice.success').textContent()).toBe(t('exhibit:done.blockSaved'))

  await english(his).fill('His, much longer')
  await his.locator('textarea[name="text.ar"]').fill('نصه')
  await press(his, t('exhibit:edit.save'))
  const clash = his.locator('.conflict')

  await clash.waitFor()
  expect(await clash.locator('dd').allTextContents()).toEqual(['His, much longer', 'Hers'])
  expect(await english(his).inputValue()).toBe('His, much longer')
  expect((await read())?.blocks).toMatchObject([{ text: { en: 'Hers', ar: 'كما كان' } }])
  await clash.getByLabel(t('exhibit:conflict.take')).check()
  await press(his, t('exhibit:edit.save'))
  await his.locator('.notice.success').waitFor()
  expect((await read())?.blocks).toMatchObject([{ text: { en: 'Hers', ar: 'نصه' } }])
})

test('a programme is written, filled from a sheet, and read in Arabic on a phone without script', async () => {
  const { majlis, database, event, exhibitId, write, signedIn } = await anExhibition()
  const page = await signedIn(false)
  await page.goto(`${majlis.url}/desk/programmes?programme=new`)
  await page.locator('[name="name.en"]').fill('Community Revitalization')
  await page.locator('[name="name.ar"]').fill('إنعاش المجتمع')
  await page.locator('[name="acronym.en"]').fill('CRP')
  await press(page, t('programmes:facts.save'))
  const home = page.url().split('?')[0] ?? ''
  await page.goto(`${home}?indicator=new`)
  for (const [name, text] of [
    ['name.en', 'families assisted'],
    ['name.ar', 'أسرة تلقت مساعدة'],
    ['code', '1.1'],
  ] as const)
    await page.locator(`[name="${name}"]`).fill(text)
  await press(page, t('programmes:indicator.save'))
  await page.locator('[name="value"]').fill('2200')
  await page.locator('[name="asOf"]').fill('2015')
  await page.locator('[name="source.ar"]').fill('المنظمة الدولية للهجرة')
  await press(page, t('programmes:result.save'))

  await page.goto(`${majlis.url}/desk/programmes/imports`)
  const sheet =
    'Indicator code,Number,Governorate,As of,Source\n1.1,900,نينوى,2015,IOM\n1.1,70,Atlantis,2015,IOM\n'
  const file = { name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) }
  await page.getByLabel(t('uploads:file')).setInputFiles(file)
  await press(page, t('sheets:upload.submit'))
  expect(await page.locator('.remarks').allTextContents()).toEqual([
    'No governorate we know: \u2068Atlantis\u2069',
  ])
  await press(page, t('sheets:confirm', { shown: '1' }))
  await page.goto(`${majlis.url}/desk/events/lives/programmes`)
  await page.getByRole('checkbox').check()
  await press(page, t('programmes:shown.save'))
  const programme = home.split('/').at(-1) ?? ''
  const block = { id: 'results', kind: 'programme' as const, heading: {}, programme }
  await write((content) => ({ ...content, blocks: [block as Block], governorates: ['IQG15'] }))
  expect(await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))).toEqual({
    ok: true,
  })

  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  })
  onTestFinished(() => context.close())
  const phone = await context.newPage()
  const exhibition = `${majlis.url}/ar/lives/exhibition`
  for (const path of ['/programmes/crp', '/seeds']) {
    await phone.goto(exhibition + path)
    expect([path, await phone.locator('.figure b').allTextContents()]).toEqual([path, ['٢٬٢٠٠']])
    expect(await phone.locator('.figure').first().textContent()).toContain('أسرة تلقت مساعدة')
    expect(await phone.locator('.figure').first().textContent()).toContain('المنظمة الدولية للهجرة')
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360)
  }
  await phone.goto(`${exhibition}/map`)
  await phone.getByRole('link', { name: 'CRP', exact: true }).click()
  expect(await phone.locator('.map-sheet .muted').first().textContent()).toBe(
    'معروض واحد يعمل في ١ من ١٨ محافظة',
  )
  await phone.getByRole('link', { name: 'أسرة تلقت مساعدة' }).click()
  expect(await phone.locator('.place-table tbody tr').first().textContent()).toBe('نينوى٩٠٠')
  await phone.getByRole('link', { name: /^نينوى: ٩٠٠/ }).click({ position: { x: 8, y: 30 } })
  expect(await phone.locator('.figure b').first().textContent()).toBe('٩٠٠')
}, 60_000)

test('the point of a picture that must stay in sight is clicked, or chosen by its place without script', async () => {
  const { majlis, database, event, exhibitId, read, desk, signedIn } = await anExhibition()
  const focus = async () => (await read())?.pictures[0]?.focus
  const address = `${desk}?picture=${(await read())?.pictures[0]?.id}`
  const save = async (page: Page) => {
    await page.locator('button[name=intent][value=picture]').click()
    await page.waitForURL((url) => !url.search.includes('picture='))
  }

  const plain = await signedIn(false)
  await plain.goto(address)
  await plain.locator('.focus-board input[value=right-top]').check()
  await save(plain)
  expect(await focus()).toEqual({ x: 100, y: 0 })

  const scripted = await signedIn(true)
  await scripted.goto(address, { waitUntil: 'networkidle' })
  const board = scripted.locator('.focus-board')
  const { width = 0, height = 0 } = (await board.boundingBox()) ?? {}
  await board.click({ position: { x: width * 0.2, y: height * 0.7 } })
  await save(scripted)
  const { x = 0, y = 0 } = (await focus()) ?? {}
  expect([Math.round(x / 10), Math.round(y / 10)]).toEqual([2, 7])

  await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  await plain.goto(`${majlis.url}/ar/lives/exhibition`)
  const cut = await plain
    .locator('.exhibit-card img, main img')
    .first()
    .evaluate((img) => getComputedStyle(img).objectPosition)
  expect(cut).toBe('20% 70%')
})
