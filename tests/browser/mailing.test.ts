import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { formatInstant } from '#app/i18n/format.ts'
import { sendDueMailings } from '#app/invitations/scheduler.server.ts'
import { offices, users } from '#db/schema/accounts.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aGuest } from '#tests/support/guests.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { type Reader, reader } from './words.ts'

let browser: Browser
let majlis: WholeMajlis
beforeAll(async () => {
  browser = await launchBrowser()
  majlis = await aWholeMajlis({ now: () => now })
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

// Three days before the deadline of 7 December, at nine in Baghdad.
const due = new Date('2026-12-04T06:00:00Z')

test.each([
  { language: 'en', scripts: true, width: 1280 },
  { language: 'ar', scripts: false, width: 360 },
] as const)(
  'a reminder is written, counted, timed, approved by a second person and goes, in $language',
  async (played) => {
    const { database } = majlis.context
    const event = await anEvent(database)
    await database.write((tx) =>
      tx.update(offices).set({ needsSecondPerson: true }).where(eq(offices.id, event.officeId)),
    )
    const guest = `guest-${played.language}@guest.example`
    await aGuest(database, event, { name: 'Ali Hassan', email: guest })
    await aGuest(database, event, { name: 'No Address', email: null })
    const words = reader(played.language)
    const address = `${majlis.url}/desk/events/${event.slug}/mailings`

    const author = await organiser(event.officeId, played)
    await author.goto(address)
    await words.press(author, words.t('invitations:mailings.writeReminder'))
    await schedule(author, words, event.meeting.id)
    await author.getByText(words.t('mailing:leftOutTag.noAddress'), { exact: true }).first().waitFor()
    await author.getByText(words.t('mailing:second.needed')).waitFor()
    const date = formatInstant(due, 'dayAndTime', played.language, 'Asia/Baghdad')
    const approval = { name: words.t('mailing:schedule.approve', { date }) }
    expect(await author.getByRole('button', approval).count()).toBe(0)

    const second = await organiser(event.officeId, played)
    await second.goto(author.url())
    await second.getByRole('button', approval).click()
    await second.getByText(words.t('invitations:mailing.done.scheduled')).waitFor()
    expect(await second.locator('textarea').count()).toBe(0)

    const site = { appUrl: majlis.url, secret: majlis.secret }
    const look = (at: Date) => sendDueMailings(database, { worker: 'test', site, now: at })
    expect([await look(new Date(due.getTime() - 1)), await look(due)]).toEqual([0, 1])
  },
)

type Played = { language: 'en' | 'ar'; scripts: boolean; width: number }

/** Somebody of the office, signed in, who reads this language. */
async function organiser(officeId: string, { language, scripts, width }: Played): Promise<Page> {
  const { database } = majlis.context
  const { userId, email } = await aMember(database, officeId, { role: 'organiser' })
  await database.write((tx) => tx.update(users).set({ language }).where(eq(users.id, userId)))
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height: 800 },
    javaScriptEnabled: scripts,
  })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(`${majlis.url}/sign-in`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(/\/desk/)
  return page
}

/** Three days before the answer deadline, at nine; then saved and counted. */
async function schedule(page: Page, { t, press, language }: Reader, partId: string) {
  await page.locator('select[name=when]').selectOption('counted')
  await page.locator('input[name=days]').fill('3')
  await page.locator('select[name=direction]').selectOption('before')
  await page.locator('select[name=anchor]').selectOption(`deadline:${partId}`)
  await page.locator('input[name=time]').fill('09:00')
  await press(page, t('invitations:mailing.count'))
  const date = formatInstant(due, 'dayAndTime', language, 'Asia/Baghdad')
  await page.getByText(t('mailing:schedule.due', { date })).first().waitFor()
}
