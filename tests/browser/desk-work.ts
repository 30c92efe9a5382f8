import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { formatNumber } from '#app/i18n/format.ts'
import { otherRoom, slug, venue } from './story.ts'
import { literally, type Reader } from './words.ts'

const home = (url: string) => `${url}/desk/events/${slug}`

/** Loads a page again until a text is on it: what comes by mail comes when it comes. */
export async function shows(page: Page, address: string, text: string) {
  for (let attempt = 0; attempt < 200; attempt++) {
    await page.goto(address)
    if (await page.getByText(text).count()) return
    await page.waitForTimeout(Math.min(100 * attempt, 500))
  }
  throw new Error(`“${text}” never came to ${address}`)
}

/** A calendar's answer that waits, from this guest, is taken for what it says. */
export async function takeAnswer(page: Page, { t, press }: Reader, url: string, guest: string) {
  await shows(page, `${home(url)}/inbox`, guest)
  await page.locator('.inbox-row', { hasText: guest }).getByRole('link').click()
  await page.getByText(t('inbox:reason.unauthenticated')).waitFor()
  await press(page, t('inbox:act.accept'))
  await page.getByText(t('inbox:done.accepted')).waitFor()
}

/** Written, counted, looked through, approved and sent; the page says of whom it is left out, and why. */
export async function remind(page: Page, { t, press, language }: Reader, url: string) {
  const one = { count: 1, number: formatNumber(1, language) }
  await page.goto(`${home(url)}/mailings`)
  await press(page, t('invitations:mailings.writeReminder'))
  await page.getByText(t('invitations:mailing.reaches', one)).waitFor()
  await page.getByText(t('mailing:leftOut.failing', one)).waitFor()
  await press(page, t('invitations:mailing.prepare', one))
  await press(page, t('invitations:mailing.approve', one))
  await press(page, t('invitations:mailing.sendReminder', one))
  await page.getByRole('heading', { name: t('invitations:mailing.sentTitle') }).waitFor()
}

type Letter = { subject: string; text: string; guest: string }

/** A mail that no event has is given to one, then to its guest, and recorded as the no that it says. */
export async function recordLetter(page: Page, { t, press }: Reader, url: string, letter: Letter) {
  await shows(page, `${url}/desk/inbox`, letter.subject)
  await page.getByRole('link', { name: letter.subject }).click()
  await page.getByText(letter.text).waitFor()
  await press(page, t('inbox:act.place'))
  await page.getByText(t('inbox:done.placed')).waitFor()
  await page.getByRole('searchbox', { name: t('inbox:act.search') }).fill(letter.guest)
  await press(page, t('inbox:act.find'))
  await press(page, t('inbox:act.link'))
  await page.getByText(t('inbox:done.linked')).waitFor()
  await page.locator('select[name="answers[0].reply"]').selectOption('declined')
  await press(page, t('inbox:act.record'))
  await page.getByText(t('inbox:done.recorded')).waitFor()
}

/** The room is another one, and everybody whose calendar says otherwise is told. */
export async function moveTheMeeting(page: Page, words: Reader, url: string, people: number) {
  const { t, fillEach, press, language } = words
  const place = venue.name[language === 'ar' ? 'ar' : 'en']
  await page.goto(`${home(url)}/settings`)
  await page
    .locator('section[aria-labelledby=venues] .part-row', { hasText: place })
    .getByRole('link', { name: t('common:edit') })
    .click()
  const form = page.locator('form[id^=venue-]')
  await fillEach(form, t('events:field.venueName'), otherRoom)
  await press(form, t('events:venues.save'))
  await page.getByText(t('events:done.venueSaved')).waitFor()
  await press(page, t('calendar:tell.button', { count: people }))
  await page.getByText(t('calendar:tell.done', { count: people })).waitFor()
}

/** A note verbale to the institutions, in Arabic and English; it gets a number and comes as PDF. */
export async function issueLetters(page: Page, { t, press, language }: Reader, url: string) {
  await page.goto(`${home(url)}/letters/new`)
  await page.locator('select[name=side]').selectOption('organisations')
  await page.locator('select[name=template]').selectOption('verbale')
  await page.locator('input[name=layout][value=after]').check()
  await page.locator('select[name=language]').selectOption('ar')
  await page.locator('select[name=second]').selectOption('en')
  await press(page, t('letters:issue.count'))
  const one = { count: 1, number: formatNumber(1, language) }
  await press(page, t('letters:issue.issue', one))
  await page.getByText(t('letters:done.issued')).waitFor()
  const number = page.locator('.message-list strong, .message-list .strong').first()
  expect(await number.textContent()).toMatch(/\/001$/)
  const print = page.getByRole('link', { name: t('letters:register.print') })
  const file = await page.request.get(new URL((await print.getAttribute('href')) ?? '', url).href)
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
}

/** How the desk tells somebody's story, line by line. */
export async function story(page: Page): Promise<string> {
  const lines = await page.locator('section[aria-labelledby=story] li.story').allTextContents()
  return lines.map((text) => text.replace(/\s+/g, ' ')).join('\n')
}

/** Words one after the other, whatever stands between them. */
export function inOrder(...words: string[]): RegExp {
  return new RegExp(words.map(literally).join('[^]*'))
}
