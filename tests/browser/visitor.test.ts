import { AxeBuilder } from '@axe-core/playwright'
import { eq } from 'drizzle-orm'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockEvent } from '#app/events/lock.server.ts'
import { governorateName } from '#app/exhibition/governorates.ts'
import { translator } from '#app/i18n/translator.ts'
import { booths as boothTable } from '#db/schema/exhibition.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent } from '#tests/support/builders.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { aHall } from '#tests/support/plan.ts'
import { anExhibit } from '#tests/support/visitors.ts'
import { desktop, phone } from './inspection.ts'

let browser: Browser
let majlis: WholeMajlis
let event: { id: string; slug: string }
const erbil = 'IQG11'
const booths = ['A1', 'A2', 'A3', 'A4', 'A5'].map((booth, at) => ({
  ...{ booth, slug: `booth-${at}`, qrCode: `code-${at}`, governorates: at === 2 ? [erbil] : [] },
  title: { en: `Clinic ${booth}`, ar: `عيادة ${booth}` },
}))
beforeAll(async () => {
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ settings: { WORKER: 'off' } })])
  const { database } = majlis.context
  const made = await anEvent(database, { slug: 'lives' })
  event = { id: made.id, slug: 'lives' }
  const hallId = await aHall(database, made, { name: { en: 'Main hall', ar: 'القاعة' } })
  for (const [at, booth] of booths.entries()) {
    await anExhibit(database, made, booth)
    const box = { x: 200 + at * 300, y: 200, width: 300, depth: 300 }
    await database.write((tx) =>
      tx
        .update(boothTable)
        .set({ hallId, ...box })
        .where(eq(boothTable.code, booth.booth)),
    )
  }
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

/** Somebody on a screen of their own, who touches or presses keys and nothing else. */
type Visitor = {
  page: Page
  context: BrowserContext
  language: 'en' | 'ar'
  use(target: Locator): Promise<void>
}

const ways = {
  keys: { language: 'en', viewport: desktop, use: byKeys },
  'a finger': { language: 'ar', viewport: phone, use: (target: Locator) => target.click() },
} as const

test.each(['keys', 'a finger'] as const)(
  'with %s: scans a code, walks by plan, map and search, keeps three booths, and reads on without network',
  async (way) => {
    const { language, viewport, use } = ways[way]
    const context = await browser.newContext({ viewport, locale: language })
    const visitor: Visitor = { context, page: await context.newPage(), language, use }
    await scanAndKeep(visitor)
    await walkByPlan(visitor)
    await keepFromMap(visitor)
    await keepFromSearch(visitor)
    await takeAlong(visitor)
    await context.setOffline(true)
    await readOn(visitor)
    await context.setOffline(false)
    await expectNews(visitor)
    await expectRemovable(visitor)
  },
)

async function scanAndKeep(visitor: Visitor) {
  const { page, language, use } = visitor
  const t = translator(language)
  await page.goto(`${majlis.url}/q/code-0`)
  expect(await page.locator('.here-sign').textContent()).toContain('A1')
  await use(page.getByRole('button', { name: t('kept:keepThis') }))
  await page.getByRole('button', { name: t('kept:keptThis') }).waitFor()
  await expectNoFault(page)
}

/** From where they stand to the booth beside it, and from the drawing to its page. */
async function walkByPlan({ page, language, use }: Visitor) {
  const t = translator(language)
  await use(page.getByRole('link', { name: t('tours:whereAmI') }))
  await page.waitForURL(/plan\?at=A1$/)
  await expectNoFault(page)
  await use(page.locator('#here .button').last())
  await page.waitForURL(/plan\?at=A2$/)
  await use(page.locator('a.plan-booth.is-here'))
  await page.waitForURL(/booth-1$/)
  await use(page.locator('.walk [rel=next]'))
  await page.waitForURL(/booth-2$/)
}

async function keepFromMap({ page, language, use }: Visitor) {
  const t = translator(language)
  await page.goto(`${home(language)}/plan`)
  await use(page.locator('.ways').getByRole('link', { name: t('map:ways.map'), exact: true }))
  await page.waitForURL(/\/map$/)
  await use(page.getByRole('table').getByRole('link', { name: governorateName(erbil, language) }))
  await page.waitForURL(new RegExp(erbil))
  await use(page.getByRole('link', { name: booths[2]?.title[language], exact: true }))
  await page.waitForURL(/booth-2$/)
  await use(page.getByRole('button', { name: t('kept:keepThis') }))
  await page.getByRole('button', { name: t('kept:keptThis') }).waitFor()
}

/** In Latin letters or Arabic ones, whatever the page's language. */
async function keepFromSearch({ page, language, use }: Visitor) {
  await page.goto(home(language))
  const search = page.locator('input[name=q]')
  await use(search)
  await page.keyboard.type(language === 'en' ? 'عياده A4' : 'clinic a4')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  expect(await page.locator('.booth h3').allTextContents()).toEqual([booths[3]?.title[language]])
  // A finger meets the label that stands around the box.
  const box = page.locator('.choose input')
  await use(language === 'en' ? box : page.locator('.choose'))
  expect(await box.isChecked()).toBe(true)
}

/** What is kept is announced first, with its size; nothing is fetched before. */
async function takeAlong({ page, language, use }: Visitor) {
  const t = translator(language)
  await page.goto(`${home(language)}/kept`)
  await page.waitForURL(/keep=code-0,code-2,code-3$/)
  await use(page.getByRole('button', { name: t('offline:measure') }))
  const take = page.getByRole('button', { name: t('offline:take') })
  await take.waitFor()
  expect(await page.locator('.take-said').textContent()).toMatch(/\p{Nd}/u)
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await expectNoFault(page)
  await use(take)
  await page.getByRole('button', { name: t('offline:remove') }).waitFor()
}

async function readOn({ page, language, use }: Visitor) {
  const titles = [0, 2, 3].map((at) => booths[at]?.title[language])
  await page.reload()
  expect(await page.locator('.kept h2').allTextContents()).toEqual(titles)
  await use(page.locator('.kept h2 a').last())
  await page.waitForURL(/booth-3$/)
  await use(page.locator('.walk [rel=next]'))
  await page.waitForURL(/booth-4$/)
  expect(await page.locator('h1').textContent()).toBe(booths[4]?.title[language])
  await page.goto(`${home(language)}?q=A5`)
  expect(await page.locator('.booth h3').count()).toBe(5)
  await page.goto(`${home(language)}/plan?at=A3`)
  expect(await page.locator('a.plan-booth').count()).toBe(5)
  await page.goto(`${home(language)}/map/${erbil}`)
  expect(await page.locator('h1').textContent()).toContain(governorateName(erbil, language))
}

async function expectNews({ page, language }: Visitor) {
  const { database } = majlis.context
  await database.write((tx) => lockEvent(tx, event.id))
  const key = `majlis:programme:/${language}/lives`
  const before = await page.evaluate((name) => localStorage.getItem(name), key)
  await page.goto(home(language))
  await page.waitForFunction(({ name, old }) => localStorage.getItem(name) !== old, {
    name: key,
    old: before,
  })
}

async function expectRemovable({ page, context, language, use }: Visitor) {
  const t = translator(language)
  await use(page.getByRole('button', { name: t('offline:remove') }))
  await page.getByRole('button', { name: t('offline:measure') }).waitFor()
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await context.close()
}

const home = (language: string) => `${majlis.url}/${language}/lives/exhibition`

/** From wherever the keys are, by Tab to the target and no further than the page is long; then as a keyboard would. */
async function byKeys(target: Locator): Promise<void> {
  const page = target.page()
  await target.waitFor()
  const isThere = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 90 && !(await isThere()); presses++) await page.keyboard.press('Tab')
  expect(await isThere()).toBe(true)
  const kind = await target.getAttribute('type')
  if (kind !== 'search') await page.keyboard.press(kind === 'checkbox' ? 'Space' : 'Enter')
}

async function expectNoFault(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a device without room says so, and keeps no half of a programme', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'en' })
  await context.addInitScript(() => {
    navigator.storage.estimate = async () => ({ quota: 2000, usage: 1000 })
  })
  const page = await context.newPage()
  await page.goto(home('en'))
  const t = translator('en')
  await page.getByRole('button', { name: t('offline:measure') }).click()
  await page.getByRole('button', { name: t('offline:take') }).click()
  const [told = ''] = t('offline:full', { size: '|' }).split('|')
  await page.locator('.take-said', { hasText: told }).waitFor()
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await context.close()
})

test('without script what is kept is an address, gathered from the list', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await page.goto(`${majlis.url}/en/lives/exhibition?keep=code-4`)
  for (const at of [0, 1]) await page.locator('.choose').nth(at).click()
  await page.locator('.keep-bar button').click()
  expect(new URL(page.url()).search).toBe('?keep=code-0,code-1,code-4')
  await page.locator('.unkeep').first().click()
  expect(await page.locator('.kept h2').allTextContents()).toEqual(['Clinic A2', 'Clinic A5'])
  expect(await page.locator('.keep-here').isVisible()).toBe(false)
  await context.close()
})
