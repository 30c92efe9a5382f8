import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { aRunningDemo, type Demo } from './running-demo.ts'

let browser: Browser
let demo: Demo
beforeAll(async () => {
  ;[browser, demo] = await Promise.all([launchBrowser(), aRunningDemo()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const t = translator('en')

test.each([
  ['with script', true],
  ['without script', false],
])('guests are filtered, chosen, changed together and changed back, %s', async (_, javaScriptEnabled) => {
  const context = await browser.newContext({ locale: 'en', javaScriptEnabled })
  await context.addCookies(
    demo.cookies.map((cookie) => {
      const [name = '', value = ''] = cookie.split(/=(.*)/s)
      return { name, value, url: demo.url }
    }),
  )
  const page = await context.newPage()
  await page.goto(`${demo.url}/desk/events/improving-lives/guests?lang=en`)
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
  await context.close()
})
