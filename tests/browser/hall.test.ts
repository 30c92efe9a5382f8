import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { anItem, aRelease, aRoom } from '#tests/support/agenda.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent } from '#tests/support/builders.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { phone } from './inspection.ts'

let browser: Browser
let majlis: WholeMajlis
beforeAll(async () => {
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ settings: { WORKER: 'off' } })])
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

const minute = 60_000
const fromNow = (from: number, to: number) => ({
  startsAt: new Date(Date.now() + from * minute),
  endsAt: new Date(Date.now() + to * minute),
})

/** Something that is on now, something in half an hour, both known by their titles. */
async function anAgendaOfNow() {
  const { database } = majlis.context
  const event = await anEvent(database)
  const roomId = await aRoom(database, event, 'Hall A')
  const opening = { en: 'Opening', ar: 'الافتتاح' }
  const planning = { en: 'Planning', ar: 'التخطيط' }
  const on = await anItem(database, event, { title: opening, roomId, ...fromNow(-10, 20) })
  const next = await anItem(database, event, { title: planning, ...fromNow(20, 80) })
  await aRelease(database, event)
  return { database, event, on, next }
}

const titles = (page: Page, column: 'now' | 'next') =>
  page.locator(`.hall-column.${column} .hall-title`).allTextContents()

test('the hall’s screen goes on without network, survives a reload, and says since when it hears nothing', async () => {
  const { event } = await anAgendaOfNow()
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  const address = `${majlis.url}/en/${event.slug}/agenda/screen?second=ar`
  await page.clock.install()
  await page.goto(address)
  expect(await titles(page, 'now')).toEqual(['Opening', 'الافتتاح'])
  expect(await titles(page, 'next')).toEqual(['Planning', 'التخطيط'])
  await expectKept(page)
  expect(await lettersOf(page)).toBeGreaterThan(1080 / 20)

  await cutOff(context)
  await page.clock.fastForward('00:25:00')
  await page.locator('.hall-foot:not([hidden])').waitFor()
  expect(await titles(page, 'now')).toEqual(['Planning', 'التخطيط'])
  expect(await page.locator('.hall-column.next .hall-none').isVisible()).toBe(true)

  await page.reload()
  await page.locator('.hall-foot:not([hidden])').waitFor()
  expect(await page.locator('.hall-foot').textContent()).toMatch(/^No contact since \d\d:\d\d$/)
  expect((await titles(page, 'now')).concat(await titles(page, 'next'))).toContain('Planning')
  await context.close()
})

test('without script the screen shows the same and loads itself again', async () => {
  const { event } = await anAgendaOfNow()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${majlis.url}/ar/${event.slug}/agenda/screen`)
  expect([await titles(page, 'now'), await titles(page, 'next')]).toEqual([['الافتتاح'], ['التخطيط']])
  expect(await page.locator('meta[http-equiv=refresh]').getAttribute('content')).toBe('60')
  await context.close()
})

test('a visitor chooses without script; with it the choice stays on the device, and a new version is told of', async () => {
  const { database, event, on, next } = await anAgendaOfNow()
  const t = translator('ar')
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: phone })
  const reader = await plain.newPage()
  const agenda = `${majlis.url}/ar/${event.slug}/agenda`
  await reader.goto(`${agenda}/all`)
  await reader.getByLabel('الافتتاح').check()
  await reader.getByLabel('التخطيط').check()
  await reader.getByRole('button', { name: t('mine:show') }).click()
  expect(reader.url()).toBe(`${agenda}/mine?items=${on},${next}`)
  expect(await reader.locator('.slot h3').allTextContents()).toEqual(['الافتتاح', 'التخطيط'])
  await reader.getByRole('link', { name: t('mine:change') }).click()
  expect(await reader.getByLabel('الافتتاح').isChecked()).toBe(true)
  await plain.close()

  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${agenda}/all`)
  await page.getByLabel('التخطيط').check()
  expect(await page.locator('.on-now h3').allTextContents()).toEqual(['الافتتاح'])
  await page.goto(`${agenda}/mine`)
  await page.waitForURL(`${agenda}/mine?items=${next}`)
  expect(await page.locator('.slot h3').allTextContents()).toEqual(['التخطيط'])

  await page.goto(`${agenda}/all`)
  await anItem(database, event, { title: { ar: 'الختام' }, ...fromNow(90, 100) })
  await aRelease(database, event)
  await page.clock.fastForward('00:01:05')
  const news = page.locator('.agenda-news:not([hidden])')
  await news.waitFor()
  expect(await news.locator('span').textContent()).toBe(t('screen:news', { version: '٢' }))
  await news.getByRole('link').click()
  await page.getByText('الختام').first().waitFor()
  await context.close()
})

/** Until the copy for a reload is there, and the worker that would answer with it. */
async function expectKept(page: Page) {
  await page.waitForFunction(async () => {
    const kept = await caches.open('majlis-hall-screen')
    const registered = await navigator.serviceWorker.getRegistration()
    return registered?.active && (await kept.match(location.href)) && (await kept.keys()).length >= 3
  })
}

async function cutOff(context: BrowserContext) {
  await context.setOffline(true)
}

/** How large a title's letters are, in pixels. */
function lettersOf(page: Page): Promise<number> {
  return page
    .locator('.hall-column.now .hall-title')
    .first()
    .evaluate((title) => Number.parseFloat(getComputedStyle(title).fontSize))
}
