import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { linkToken } from '#app/accounts/token.server.ts'
import { withHead } from '#app/exhibition/content/change.ts'
import { readDraft, saveDraft } from '#app/exhibition/content/draft.server.ts'
import { addMember } from '#app/exhibition/team/team.server.ts'
import { exhibitEdits } from '#db/schema/exhibit-content.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { anExhibit } from '#tests/support/exhibition.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { visitor } from '#tests/support/visitor.ts'
import { aDesk } from './desk.ts'
import { type Reader, reader } from './words.ts'

let browser: Browser
let majlis: WholeMajlis
beforeAll(async () => {
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ settings: { WORKER: 'off' } })])
})
afterAll(() => Promise.all([browser?.close(), majlis?.stop()]))

const arabic = reader('ar')
const english = reader('en')
const phone = { width: 360, height: 740 }
const typed = {
  title: 'شارع رُمّم معاً',
  summary: 'ثلاثة أحياء اختارت ما يُرمَّم أولاً',
  text: 'اختار الناس بأنفسهم',
}

/** A booth whose team has a link, and a phone in Arabic at it. */
async function aBooth(javaScriptEnabled = true) {
  const { database } = majlis.context
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const exhibitId = await anExhibit(database, event, { organisationName: { en: 'Hands for Mosul' } })
  const member = { name: 'Hana Aziz', email: 'hana@ngo.example', language: 'ar' as const }
  const added = await database.write((tx) =>
    addMember(tx, event.scope, { exhibitId, ...member, secret: majlis.secret, now }),
  )
  if (!added.ok) throw new Error(added.reason)
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled, locale: 'ar' })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  // Pauses in typing are passed, not waited for.
  if (javaScriptEnabled) await page.clock.install()
  const address = `${majlis.url}/b/${linkToken(majlis.secret, 'booth', added.id, 1)}`
  const read = async () => (await readDraft(database.read, event.scope, exhibitId))?.content
  return { database, office, event, exhibitId, context, page, address, read }
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type="hidden"])`)
const edit = ({ t }: Reader, title: string) => `${t('common:edit')}: ${title}`

/** Types, and pauses until the page says so. */
async function type(page: Page, name: string, text: string, state: 'saved' | 'offline' | 'conflict') {
  await field(page, name).fill(text)
  await page.clock.runFor(2500)
  await isState(page, state)
}

const isState = (page: Page, state: string) => page.locator(`[data-keep][data-state="${state}"]`).waitFor()

/** The form of the texts, typed with the network going and the page closed in between. */
async function writeTexts({ page, context, address, read, database }: Awaited<ReturnType<typeof aBooth>>) {
  const { t, follow, press } = arabic
  await page.goto(address)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await follow(page, edit(arabic, t('exhibition:texts.title')))
  await type(page, 'title.ar', typed.title, 'saved')
  expect((await read())?.title.ar).toBe(typed.title)

  await context.setOffline(true)
  await type(page, 'summary.ar', typed.summary, 'offline')
  expect((await read())?.summary.ar).toBeUndefined()
  // The browser is closed and opened again: what was typed is on the device, not at the server.
  await context.route('**/save?*', (route) => route.abort())
  await context.setOffline(false)
  const form = page.url()
  await page.goto('about:blank')
  await page.goto(form)
  await page.locator('[data-keep][data-state]').waitFor()
  expect(await field(page, 'summary.ar').inputValue()).toBe(typed.summary)
  await page.clock.runFor(2500)
  await isState(page, 'offline')
  await context.unroute('**/save?*')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await isState(page, 'saved')
  expect(await read()).toMatchObject({ summary: { ar: typed.summary }, title: { ar: typed.title } })
  // Once for each text, and the button then has nothing more to write.
  const writes = () => database.read.$count(exhibitEdits)
  const before = await writes()
  await press(page, t('exhibition:texts.save'))
  await page.getByText(t('exhibit:done.saved')).waitFor()
  expect([before, await writes()]).toEqual([2, 2])
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
}

/** A block, seen beside its form as a visitor will see it while it is typed; then all of it is handed in. */
async function writeBlock({ page }: Awaited<ReturnType<typeof aBooth>>) {
  const { t, follow, press } = arabic
  await follow(page, t('exhibit:kind.text'))
  await page.locator('[data-live-preview] summary').click()
  const shown = page.frameLocator('.preview-screen.phone iframe')
  await shown.getByRole('heading', { name: typed.title }).waitFor()
  await type(page, 'text.ar', typed.text, 'saved')
  await shown.getByText(typed.text).waitFor()
  await press(page, t('exhibit:edit.save'))
  await press(page, t('team:own.submit'))
  await page.getByText(t('team:own.is.submitted')).waitFor()
}

/** Says what to change about the block, keeps the name of the organisation, and gives the exhibit back. */
async function review(desk: Page) {
  const { t, fill, press } = english
  await desk.getByText(t('team:comments.add')).click()
  await desk.getByLabel(t('team:comments.about')).selectOption({ label: t('exhibit:kind.text') })
  await fill(desk, t('team:comments.text'), 'Who chose, and when?')
  await press(desk, t('team:comments.send'))
  await desk.getByText(t('team:locks.title')).click()
  await desk.getByLabel(t('exhibition:field.organisationName'), { exact: true }).check()
  await press(desk, t('team:locks.save'))
  await desk.getByText(t('exhibition:standing.return'), { exact: true }).first().click()
  await fill(desk, t('team:return.word'), 'One thing is missing.')
  await press(desk, t('exhibition:standing.return'))
  await desk.getByText(t('exhibit:done.returned')).waitFor()
}

/** Does what was asked for; what the editor keeps is shown and is no field. */
async function mend({ page, address }: Awaited<ReturnType<typeof aBooth>>) {
  const { t, follow, press } = arabic
  await page.goto(address)
  await page.getByText('One thing is missing.').waitFor()
  const asked = page.locator('li', { hasText: 'Who chose, and when?' })
  await asked.getByRole('button', { name: t('team:comments.settle') }).click()
  await follow(page, edit(arabic, t('exhibition:texts.title')))
  await page.getByText('Hands for Mosul').waitFor()
  expect(await field(page, 'organisationName.ar').count()).toBe(0)
  await type(page, 'title.en', 'Their street', 'saved')
  await press(page, t('exhibition:texts.save'))
  await press(page, t('team:own.submit'))
  await page.getByText(t('team:own.is.submitted')).waitFor()
}

test('a team fills its booth on a phone in Arabic without a network and loses nothing; its editor asks, keeps, publishes and takes back', async () => {
  const booth = await aBooth()
  const { database, office, event, exhibitId, page, address, read } = booth
  await writeTexts(booth)
  await writeBlock(booth)

  const desk = await aDesk(browser, majlis, { officeId: office.id, javaScriptEnabled: false })
  const here = `${majlis.url}/desk/events/${event.slug}/exhibition/${exhibitId}`
  await desk.goto(here)
  await review(desk)
  const [mail] = await database.read.select().from(messages)
  expect([mail?.to.address, mail?.text.includes(address)]).toEqual(['hana@ngo.example', true])
  await mend(booth)
  expect((await read())?.organisationName).toEqual({ en: 'Hands for Mosul' })

  const { t, press } = english
  await desk.goto(here)
  await press(desk, t('exhibition:standing.publish'))
  await desk.getByText(t('exhibit:done.published')).waitFor()
  const path = await desk
    .getByRole('main')
    .getByRole('link', { name: t('exhibition:standing.publicPage'), exact: true })
    .getAttribute('href')
  const shown = async () => (await visitor(majlis).get(path ?? '')).text()
  expect(await shown()).toContain('Their street')

  // What visitors see stays while the team writes on.
  await page.goto(`${address}?open=texts`)
  await type(page, 'title.en', 'Another street', 'saved')
  expect((await read())?.title.en).toBe('Another street')
  expect(await shown()).toContain('Their street')
  expect(await shown()).not.toContain('Another street')
  // The first copy is what was handed in first.
  await desk.goto(here)
  const first = t('exhibit:history.version', { number: '1' })
  await press(desk, `${t('exhibit:history.restore')}: ${first}`)
  await desk.getByText(t('exhibit:done.restored')).waitFor()
  expect((await read())?.title).toEqual({ en: 'A street repaired together', ar: typed.title })
  expect(await shown()).toContain('Their street')
})

test('what another has written meanwhile is shown beside what was typed, and not written over', async () => {
  const { database, event, exhibitId, page, address, read } = await aBooth()
  const { t, press } = arabic
  await page.goto(`${address}?open=texts`)
  const change = withHead({ title: { en: 'Theirs' } }, ['en'])
  await database.write((tx) => saveDraft(tx, event.scope, { exhibitId, change, now }))
  await type(page, 'title.en', 'Mine', 'conflict')
  expect((await read())?.title.en).toBe('Theirs')
  await press(page, t('exhibition:texts.save'))
  const both = page.locator('.conflict')
  await both.waitFor()
  expect(await both.textContent()).toContain('Theirs')
  expect(await field(page, 'title.en').inputValue()).toBe('Mine')
  await press(page, t('exhibition:texts.save'))
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
  await page.frameLocator('.preview-screen.desktop iframe').getByText('What we did').waitFor()
})
