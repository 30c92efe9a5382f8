import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { aRunningDemo, type Demo } from './running-demo.ts'

let browser: Browser
let demo: Demo
beforeAll(async () => {
  ;[browser, demo] = await Promise.all([launchBrowser(), aRunningDemo()])
  guests = `${demo.url}/desk/events/improving-lives/guests`
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const t = translator('en')
let guests: string

async function signedIn(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  await context.addCookies(
    demo.cookies.map((cookie) => {
      const [name = '', value = ''] = cookie.split(/=(.*)/s)
      return { name, value, url: demo.url }
    }),
  )
  return context.newPage()
}

test.each([
  ['with script', true],
  ['without script', false],
])('guests are filtered, chosen, changed together and changed back, %s', async (_, javaScriptEnabled) => {
  const page = await signedIn({ locale: 'en', javaScriptEnabled })
  await page.goto(`${guests}?lang=en`)
  const coming = page.getByRole('link', { name: new RegExp(`^${t('roster:view.coming')}`) })
  const expected = Number(/\d+/.exec((await coming.textContent()) ?? '')?.[0])
  await coming.click()
  await page.locator('.views [aria-current]', { hasText: t('roster:view.coming') }).waitFor()
  const boxes = page.locator('input[name=pick]')
  expect(await boxes.count()).toBe(expected)
  if (javaScriptEnabled) {
    await boxes.first().check()
    await boxes.nth(4).click({ modifiers: ['Shift'] })
    await page.getByText(t('roster:bulk.chosen', { count: 5, number: '5' })).waitFor()
  } else for (let i = 0; i < 5; i++) await boxes.nth(i).check()
  await page.getByLabel(t('roster:bulk.what')).selectOption('policy')
  await page.getByRole('button', { name: t('roster:bulk.next') }).click()
  await page.getByText(t('roster:bulk.people', { count: 5 })).waitFor()
  await page.getByLabel(t('roster:value.policy')).selectOption('open')
  await page.getByRole('button', { name: t('roster:bulk.show') }).click()
  await page.getByText(t('roster:bulk.undoable')).waitFor()
  await page.locator('form[method=post] button[type=submit]').last().click()
  await page.waitForURL(/done=changed/)
  await page.getByRole('button', { name: t('roster:undo') }).click()
  await page.waitForURL(/done=undone/)
  expect(new URL(page.url()).searchParams.get('left')).toBe('0')
  expect(new URL(page.url()).searchParams.get('status')).toBe('accepted')
  await page.context().close()
})

test.each([
  ['with script', true],
  ['without script', false],
])(
  'a view is kept under a name of its own, and those it shows are written to, %s',
  async (how, javaScriptEnabled) => {
    const page = await signedIn({ locale: 'en', javaScriptEnabled })
    const name = `Donors in order, ${how}`
    const keep = async (query: string) => {
      await page.goto(`${guests}?${query}&lang=en`)
      await page.getByText(t('views:keep'), { exact: true }).click()
      await page.getByLabel(t('views:name')).fill(name)
      await page.getByRole('button', { name: t('views:save') }).click()
    }
    const sort = javaScriptEnabled ? 'precedence' : 'organisation'
    await keep(`kind=donor&sort=${sort}`)
    await page.waitForURL(/done=viewSaved/)
    await page.goto(`${guests}?lang=en`)
    await page.getByRole('link', { name }).click()
    await page.locator('.views [aria-current]', { hasText: name }).waitFor()
    expect(new URL(page.url()).searchParams.get('sort')).toBe(sort)
    await keep('kind=ngo')
    await page.getByText(t('views:refused.nameTaken')).waitFor()
    expect(await page.getByLabel(t('views:name')).inputValue()).toBe(name)
    await page.goto(`${guests}?kind=donor&lang=en`)
    if (javaScriptEnabled) {
      await page.getByText(t('views:keys.walk')).waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('Space')
      await page.getByText(t('roster:bulk.chosen', { count: 1, number: '1' })).waitFor()
    } else await page.locator('input[name=pick]').first().check()
    await page.getByLabel(t('roster:bulk.what')).selectOption('write')
    await page.getByRole('button', { name: t('roster:bulk.next') }).click()
    await page.getByText(t('views:write.count', { count: 1, number: '1' })).waitFor()
    await page.getByRole('button', { name: t('templates:name.announcement') }).click()
    await page.getByText(t('views:write.chosen')).waitFor()
    await page.getByText(t('invitations:mailing.reaches', { count: 1, number: '1' })).waitFor()
    await page.context().close()
  },
)

test.each(['en', 'ar'])(
  'on a phone, where one is stays in sight in both rows of the navigation, in %s',
  async (lang) => {
    const page = await signedIn({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    for (const path of ['privacy', 'letters', 'people']) {
      await page.goto(`${demo.url}/desk/events/improving-lives/${path}?lang=${lang}`)
      const entries = await page.locator('.desk-nav [aria-current]:visible').all()
      expect(entries.length).toBe(2)
      for (const entry of entries) {
        const box = await entry.boundingBox()
        expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true)
      }
    }
    await page.context().close()
  },
)
