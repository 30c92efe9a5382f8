import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockEvent } from '#app/events/lock.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent } from '#tests/support/builders.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { anExhibit } from '#tests/support/visitors.ts'
import { phone } from './inspection.ts'

let browser: Browser
let majlis: WholeMajlis
let event: { id: string; slug: string }
const booths = ['A1', 'A2', 'A3', 'A4', 'A5'].map((booth, at) => ({
  ...{ booth, slug: `booth-${at}`, qrCode: `code-${at}` },
  title: { en: `Clinic ${booth}`, ar: `عيادة ${booth}` },
}))
beforeAll(async () => {
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ settings: { WORKER: 'off' } })])
  const { database } = majlis.context
  const made = await anEvent(database, { slug: 'lives' })
  event = { id: made.id, slug: 'lives' }
  for (const booth of booths) await anExhibit(database, made, booth)
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

const t = translator('ar')
const home = () => `${majlis.url}/ar/lives/exhibition`

test('a visitor scans a code, keeps three booths, and still reads them and the rest without network', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'ar' })
  const page = await context.newPage()
  await page.goto(`${majlis.url}/q/code-0`)
  await page.getByRole('button', { name: t('kept:keepThis') }).click()
  expect(await page.locator('.keep-this').textContent()).toContain(t('kept:keptThis'))
  await page.goto(home())
  for (const at of [1, 2]) await page.locator('.choose').nth(at).click()
  await takeAlong(page)
  await page.goto(`${home()}/kept`)
  await page.waitForURL(/keep=code-0,code-1,code-2$/)

  await context.setOffline(true)
  await page.reload()
  expect(await page.locator('.kept h2').allTextContents()).toEqual(['عيادة A1', 'عيادة A2', 'عيادة A3'])
  await page.locator('.kept h2 a').last().click()
  expect(await page.locator('h1').textContent()).toBe('عيادة A3')
  await page.locator('.walk [rel=next]').click()
  expect(await page.locator('h1').textContent()).toBe('عيادة A4')
  await page.goto(`${home()}?q=A5`)
  expect(await page.locator('.booth h3').count()).toBe(5)
  await page.goto(`${home()}/map`)
  expect(await page.locator('h1').count()).toBe(1)

  await context.setOffline(false)
  await expectNews(page)
  await expectRemovable(context, page)
})

/** What is kept is announced first, with its size; nothing is fetched before. */
async function takeAlong(page: Page) {
  await page.getByRole('button', { name: t('offline:measure') }).click()
  const take = page.getByRole('button', { name: t('offline:take') })
  await take.waitFor()
  expect(await page.locator('.take-said').textContent()).toMatch(/\p{Nd}/u)
  await take.click()
  await page.getByRole('button', { name: t('offline:remove') }).waitFor()
}

async function expectNews(page: Page) {
  const { database } = majlis.context
  await database.write((tx) => lockEvent(tx, event.id))
  const before = await page.evaluate(() => localStorage.getItem('majlis:programme:/ar/lives'))
  await page.goto(home())
  await page.waitForFunction((old) => localStorage.getItem('majlis:programme:/ar/lives') !== old, before)
}

async function expectRemovable(context: BrowserContext, page: Page) {
  await page.getByRole('button', { name: t('offline:remove') }).click()
  await page.getByRole('button', { name: t('offline:measure') }).waitFor()
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await context.close()
}

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
