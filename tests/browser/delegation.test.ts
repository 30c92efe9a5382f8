import { eq } from 'drizzle-orm'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { messages } from '#db/schema/mail.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aGuest, anInstitution, site } from '#tests/support/guests.ts'
import { aWholeMajlis } from '#tests/support/majlis.ts'
import { visitor } from '#tests/support/visitor.ts'
import { anInspector } from './inspection.ts'
import { reader } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'ar' }
const english = reader('en')

async function aContext(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  onTestFinished(() => context.close())
  context.setDefaultTimeout(15_000)
  return context
}

/** A Majlis that makes its links from the secret of the builders, with an organiser's cookies. */
async function aMajlis() {
  const majlis = await aWholeMajlis({ now: () => now, settings: { WORKER: 'off', APP_SECRET: site.secret } })
  onTestFinished(() => majlis.stop())
  const { database } = majlis.context
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const { email } = await aMember(database, office.id, { role: 'organiser' })
  const answer = await visitor(majlis).post('/sign-in', { email, password })
  const cookies = answer.headers.getSetCookie().map((one) => (one.split(';')[0] ?? '').split('='))
  return {
    ...{ url: majlis.url, database, event },
    cookies: cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url: majlis.url })),
  }
}

test('two who edit one row: the second sees what the first wrote, and loses nothing', async () => {
  const { url, database, event } = await aMajlis()
  const ministry = await anInstitution(database, event, { language: 'en', alternates: 0 })
  const context = await aContext({ ...phone, locale: 'en' })
  const { t, fill, press } = english
  const [first, second] = [await context.newPage(), await context.newPage()]
  const address = `${url}/o/${ministry.token}?lang=en`
  await first.goto(address)
  await first.getByLabel(t('answer:organisationReply.accepted')).check()
  await fill(first.locator('.name-row').nth(0), t('delegation:row.latin'), 'Salwa Karim')
  await press(first, t('answer:send'))
  await second.goto(address)
  const change = async (page: Page, number: string) => {
    await page.locator('details.change > summary').click()
    const row = page.locator('.name-row').nth(0)
    await row.locator('summary').click()
    await fill(row, t('answer:names.phone'), number)
    await press(page, t('answer:sendChange'))
  }
  await change(first, '+964 750 1')
  await change(second, '+964 770 2')
  await second.getByText(t('delegation:row.changed')).waitFor()
  const row = second.locator('.name-row').nth(0)
  expect(await row.locator('input[type=tel]').inputValue()).toBe('+964 770 2')
  expect(await second.locator('.named-list').textContent()).toContain('+964 750 1')
  await press(second, t('answer:sendChange'))
  await second.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()
  expect(await second.locator('.named-list').textContent()).toContain('+964 770 2')
}, 60_000)

test('a guest sends somebody in their place; the pages of all of them are without fault', async () => {
  const { url, database, event, cookies } = await aMajlis()
  const guest = await aGuest(database, event, { name: 'Osman Dirie', policy: 'open' })
  const { t, fill, press } = english
  const context = await aContext({ ...phone, locale: 'en' })
  const page = await context.newPage()
  const address = `${url}/r/${guest.token}?lang=en`
  await page.goto(address)
  const form = page.locator('#in-place')
  await page.locator('summary', { hasText: t('delegation:substitute.title') }).click()
  await press(page, t('delegation:substitute.send'))
  await page.getByText(t('answer:names.required')).waitFor()
  await fill(form, t('delegation:row.latin'), 'Amina Warsame')
  await fill(form, t('answer:names.phone'), '+964 750 555 0100')
  await press(page, t('delegation:substitute.send'))
  await page.getByText(t('delegation:done.named')).waitFor()
  const link = await page.locator('.pass-on input').inputValue()
  const [row] = await database.read.select().from(messages).where(eq(messages.attendeeId, guest.attendeeId))
  expect(row?.subject).toContain(t('templates:headline.replaced'))

  const inspector = await anInspector(await aContext({ locale: 'en' }))
  for (const one of [address, `${link}?lang=en`])
    await inspector.inspect(one, { language: 'en', isScriptless: true })
  const desk = await aContext({ locale: 'en' })
  await desk.addCookies([...cookies, { name: 'majlis_lang', value: 'en', url }])
  const deskInspector = await anInspector(desk)
  for (const path of [`/guests/${guest.id}`, '/requests'])
    await deskInspector.inspect(`${url}/desk/events/${event.slug}${path}`, {
      ...{ language: 'en', isScriptless: false },
    })
  expect([...inspector.faults, ...deskInspector.faults]).toEqual([])
}, 90_000)
