import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { linkToken } from '#app/accounts/token.server.ts'
import { withHead } from '#app/exhibition/content/change.ts'
import { readDraft, saveDraft } from '#app/exhibition/content/draft.server.ts'
import { addMember } from '#app/exhibition/team/team.server.ts'
import { exhibitEdits } from '#db/schema/exhibit-content.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { anExhibit } from '#tests/support/exhibition.ts'
import { aWholeMajlis } from '#tests/support/majlis.ts'
import { reader } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const { t } = reader('ar')
const phone = { width: 360, height: 740 }
const typed = { title: 'شارع رُمّم معاً', summary: 'ثلاثة أحياء اختارت ما يُرمَّم أولاً' }

/** A booth whose team has a link, and a phone in Arabic at it. */
async function aBooth(javaScriptEnabled = true) {
  const majlis = await aWholeMajlis({ settings: { WORKER: 'off' } })
  onTestFinished(() => majlis.stop())
  const { database } = majlis.context
  const event = await anEvent(database)
  const exhibitId = await anExhibit(database, event)
  const member = { name: 'Hana Aziz', email: 'hana@ngo.example', language: 'ar' as const }
  const added = await database.write((tx) =>
    addMember(tx, event.scope, { exhibitId, ...member, secret: majlis.secret, now }),
  )
  if (!added.ok) throw new Error(added.reason)
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled, locale: 'ar' })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const address = `${majlis.url}/b/${linkToken(majlis.secret, 'booth', added.id, 1)}`
  const read = async () => (await readDraft(database.read, event.scope, exhibitId))?.content
  return { database, event, exhibitId, context, page, address, read }
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const isState = (page: Page, state: string) => page.locator(`[data-keep][data-state="${state}"]`).waitFor()

test('a team on a phone in Arabic loses the network and the page while typing, and loses nothing', async () => {
  const { database, context, page, address, read } = await aBooth()
  await page.goto(`${address}?open=texts`)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await field(page, 'title.ar').fill(typed.title)
  await isState(page, 'saved')
  expect((await read())?.title.ar).toBe(typed.title)

  await context.setOffline(true)
  await field(page, 'summary.ar').fill(typed.summary)
  await isState(page, 'offline')
  expect((await read())?.summary.ar).toBeUndefined()
  // The browser is closed and opened again: what was typed is on the device, not at the server.
  await context.route('**/save?*', (route) => route.abort())
  await context.setOffline(false)
  await page.goto('about:blank')
  await page.goto(`${address}?open=texts`)
  await page.locator('[data-keep][data-state]').waitFor()
  expect(await field(page, 'summary.ar').inputValue()).toBe(typed.summary)
  await isState(page, 'offline')
  await context.unroute('**/save?*')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await isState(page, 'saved')
  expect(await read()).toMatchObject({ summary: { ar: typed.summary }, title: { ar: typed.title } })
  // Once for each text, and the button then has nothing more to write.
  const writes = () => database.read.$count(exhibitEdits)
  expect(await writes()).toBe(2)
  await page.getByRole('button', { name: t('exhibition:texts.save') }).click()
  await page.getByText(t('exhibit:done.saved')).waitFor()
  expect(await writes()).toBe(2)
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(phone.width)
})

test('what another has written meanwhile is shown beside what was typed, and not written over', async () => {
  const { database, event, exhibitId, page, address, read } = await aBooth()
  await page.goto(`${address}?open=texts`)
  const change = withHead({ title: { en: 'Theirs' } }, ['en'])
  await database.write((tx) => saveDraft(tx, event.scope, { exhibitId, change, now }))
  await field(page, 'title.en').fill('Mine')
  await isState(page, 'conflict')
  expect((await read())?.title.en).toBe('Theirs')
  await page.getByRole('button', { name: t('exhibition:texts.save') }).click()
  const both = page.locator('.conflict')
  await both.waitFor()
  expect(await both.textContent()).toContain('Theirs')
  expect(await field(page, 'title.en').inputValue()).toBe('Mine')
  await page.getByRole('button', { name: t('exhibition:texts.save') }).click()
  await page.getByText(t('exhibit:done.saved')).waitFor()
  expect((await read())?.title.en).toBe('Mine')
})

test('without script a team writes a block, hands in and keeps the language it chose', async () => {
  const { page, address, read } = await aBooth(false)
  await page.goto(`${address}?lang=en`)
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  await field(page, 'text.en').fill('What we did')
  await page.getByRole('button', { name: 'Save the block' }).click()
  await page.getByRole('button', { name: 'Hand in for review' }).click()
  await page.getByText('Handed in. The organisers review it').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect((await read())?.blocks).toMatchObject([{ kind: 'text', text: { en: 'What we did' } }])
  await page.getByRole('link', { name: 'See it as visitors will' }).click()
  await page.getByText('What we did').waitFor()
})
