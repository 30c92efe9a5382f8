import { eq } from 'drizzle-orm'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Database } from '#db/client.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aGuest, anInstitution, site } from '#tests/support/guests.ts'
import { aWholeMajlis } from '#tests/support/majlis.ts'
import { visitor } from '#tests/support/visitor.ts'
import { anInspector } from './inspection.ts'
import { type Reader, reader } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'ar' }
const arabic = reader('ar')
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

async function mailTo(database: Database, address: string) {
  const rows = await database.read.select().from(messages).orderBy(messages.createdAt, messages.id)
  return rows.filter(({ to }) => to.address === address)
}

async function name(row: Locator, { t, fill }: Reader, person: { arabic: string; email?: string }) {
  if ((await row.getAttribute('open')) === null) await row.locator('summary').click()
  await fill(row, t('delegation:row.arabic'), person.arabic)
  if (person.email) await fill(row, t('answer:names.email'), person.email)
}

async function saysNothingWide(page: Page) {
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
  expect(wide, 'the page is wider than the phone').toBe(false)
}

test('a ministry names two and asks for a third, a delegate confirms, the organiser agrees', async () => {
  const { url, database, event, cookies } = await aMajlis()
  const ministry = await anInstitution(database, event, { language: 'ar', alternates: 0 })
  const page = await (await aContext(phone)).newPage()
  // The address of earlier letters leads to the one of today, in the ministry's language.
  await page.goto(`${url}/r/${ministry.token}`)
  expect(page.url()).toBe(`${url}/o/${ministry.token}?lang=ar`)
  const { t, press } = arabic
  await page.getByLabel(t('answer:organisationReply.accepted')).check()
  await name(page.locator('.name-row').nth(0), arabic, {
    arabic: 'سلوى كريم',
    email: 'salwa@ministry.example',
  })
  await page.locator('.name-row').nth(0).getByLabel(t('delegation:row.head')).check()
  await name(page.locator('.name-row').nth(1), arabic, { arabic: 'عمر حسن' })
  await page.locator('.extra > summary', { hasText: t('delegation:more.title') }).click()
  await name(page.locator('.extra .name-row').nth(0), arabic, {
    arabic: 'رنا عزيز',
    email: 'rana@ministry.example',
  })
  await saysNothingWide(page)
  await press(page, t('answer:send'))
  await page.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()
  const members = page.locator('.named-list > li')
  const stands = async () => (await members.allTextContents()).map((text) => text.replace(/\s+/g, ' '))
  expect(await stands()).toEqual([
    expect.stringMatching(
      new RegExp(`سلوى كريم.*${t('delegation:row.head')}.*${t('delegation:state.notYet')}`),
    ),
    expect.stringMatching(new RegExp(`عمر حسن.*${t('delegation:state.noAddress')}`)),
    expect.stringMatching(new RegExp(`رنا عزيز.*${t('delegation:seat.requested')}`)),
  ])
  await saysNothingWide(page)

  const [invitation] = await mailTo(database, 'salwa@ministry.example')
  const own = /https?:\S+\/r\/[\w-]+/.exec(invitation?.text ?? '')?.[0] ?? ''
  const delegate = await (await aContext(phone)).newPage()
  await delegate.goto(own)
  expect(await delegate.textContent('main')).not.toContain('عمر حسن')
  await press(delegate, t('answer:send'))
  await delegate.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()

  const desk = await aContext({ locale: 'en', javaScriptEnabled: false })
  await desk.addCookies([...cookies, { name: 'majlis_lang', value: 'en', url }])
  const organiser = await desk.newPage()
  await organiser.goto(`${url}/desk/events/${event.slug}`)
  await english.follow(organiser, english.t('delegation:requests.waiting', { count: 1 }))
  await organiser.locator('summary', { hasText: english.t('delegation:desk.decide.title') }).click()
  await english.press(organiser, english.t('delegation:desk.decide.seat'))
  await organiser.getByText(english.t('delegation:desk.done.decided')).waitFor()

  await page.reload()
  const [salwa, , rana] = await stands()
  expect(salwa).toContain(t('delegation:state.confirmed'))
  expect(rana).toContain(t('answer:status.accepted'))
  expect(
    (await mailTo(database, 'rana@ministry.example')).map(({ calendarMethod }) => calendarMethod),
  ).toEqual(['REQUEST'])
  expect((await mailTo(database, 'office@ministry.example')).at(-1)?.subject).toContain('رنا عزيز')
}, 90_000)

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
