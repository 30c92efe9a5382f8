import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Block, blockForms, blockKinds } from '#app/exhibition/content/blocks.ts'
import { contentOf, type ExhibitContent } from '#app/exhibition/content/content.ts'
import { readDraft, saveDraft } from '#app/exhibition/content/draft.server.ts'
import { publishExhibit } from '#app/exhibition/content/publish.server.ts'
import { textsOf, withWordings } from '#app/exhibition/content/texts.ts'
import { uploadPicture } from '#app/exhibition/content/upload.server.ts'
import { createExhibit } from '#app/exhibition/exhibits.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aPhoto, pictureTexts } from '#tests/support/exhibition.ts'
import { attacks } from '#tests/support/hostile.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { visitor } from '#tests/support/visitor.ts'
import { reader } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const { t, press } = reader('en')

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
  const signedIn = (javaScriptEnabled: boolean) => aDesk(majlis, office.id, javaScriptEnabled)
  return { majlis, database, event, exhibitId, write, read, desk, signedIn }
}

async function aDesk(majlis: WholeMajlis, officeId: string, javaScriptEnabled: boolean) {
  const { email } = await aMember(majlis.context.database, officeId)
  const answer = await visitor(majlis).post('/sign-in', { email, password })
  const context = await browser.newContext({ javaScriptEnabled, locale: 'en' })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(15_000)
  const cookies = answer.headers.getSetCookie().map((cookie) => (cookie.split(';')[0] ?? '').split('='))
  await context.addCookies(
    cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url: majlis.url })),
  )
  return context.newPage()
}

const ours = [
  '"><img src=x onerror="window.pwned=1">',
  '<svg onload=window.pwned=1>',
  '[x](javascript:pwned=1)',
]

/** Every text of the document is one of the attacks, each of them somewhere. */
function hostile(document: ExhibitContent): ExhibitContent {
  let turn = 0
  const all = [...attacks, ...ours].map((attack) => attack.slice(0, 60))
  const wordings = textsOf(document).flatMap(({ path }) =>
    (['en', 'ar'] as const).map((language) => ({ path, language, text: all[turn++ % all.length] ?? '' })),
  )
  expect(turn).toBeGreaterThan(all.length)
  const written = withWordings(document, wordings)
  if (!written.ok) throw new Error(`${written.reason} ${written.path}`)
  return written.content
}

/** One block of each kind, with a row where it has rows, showing the picture. */
function everyKind(picture: string): Block[] {
  const row = { label: { en: 'x' }, title: { en: 'x' }, name: { en: 'x' }, source: { en: 'x' }, picture }
  const rows = [{ ...row, id: 'row', value: 1, asOf: '2015', on: '2015', logoPicture: picture }]
  const named = {
    posterPicture: picture,
    portraitPicture: picture,
    beforePicture: picture,
    afterPicture: picture,
  }
  return blockKinds.map((kind) => {
    const fields = blockForms[kind].parse({ ...named, items: rows, url: 'https://iom.int/?a="<b>' })
    return { ...fields, id: kind, kind } as Block
  })
}

test('hostile text runs nothing and asks nobody, in every block of every page that shows or edits it', async () => {
  const { majlis, database, event, exhibitId, write, read, desk, signedIn } = await anExhibition()
  const saved = await write((content) => {
    const picture = content.pictures[0]?.id ?? ''
    const contact = { name: ours[0] ?? '', email: '', phone: ours[1] ?? '' }
    const links = [{ id: 'link', url: 'https://iom.int/"><img%20src=x>', label: { en: 'x' } }]
    return hostile(contentOf({ ...content, contact, links, blocks: everyKind(picture) }))
  })
  expect(saved).toMatchObject({ ok: true })
  // What cannot be published is left out of what is: the document without a file, the contact without a
  // name, the results of no programme.
  await write((content) => ({
    ...content,
    blocks: content.blocks
      .map((block) => (block.kind === 'contact' ? { ...block, name: ours[0] ?? '' } : block))
      .filter(({ kind }) => kind !== 'document' && kind !== 'programme'),
  }))
  const published = await database.write((tx) => publishExhibit(tx, event.scope, { exhibitId, now }))
  expect(published).toEqual({ ok: true })

  const page = await signedIn(true)
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(majlis.url)) foreign.push(request.url())
  })
  const blocks = (await read())?.blocks ?? []
  const open = [...blocks.map(({ id }) => `?block=${id}`), '?open=texts', '?open=facts', '?open=place']
  const pictures = (await read())?.pictures.map(({ id }) => `?picture=${id}`) ?? []
  const addresses = [
    ...['en', 'ar'].flatMap((lang) => [
      `${majlis.url}/${lang}/lives/exhibition/seeds`,
      `${majlis.url}/${lang}/lives/exhibition`,
      `${desk}/preview/page?lang=${lang}`,
    ]),
    ...['', '/preview', ...open, ...pictures].map((path) => desk + path),
    `${majlis.url}/desk/events/lives/exhibition`,
  ]
  for (const address of addresses) {
    await page.goto(address, { waitUntil: 'load' })
    const found = await page.evaluate(() => ({
      pwned: 'pwned' in window,
      handlers: document.querySelectorAll(
        '[onerror],[onload],[onmouseover],main script:not([src^="/assets/"],[type="application/ld+json"])',
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
