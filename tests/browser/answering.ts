import type { Locator, Page } from 'playwright-core'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { slug } from './story.ts'
import { field, type Reader } from './words.ts'

type Reply = 'accepted' | 'tentative' | 'declined'

/** The guest's own page, answered by one word; then it says what was recorded. */
export async function answer(page: Page, { t, press }: Reader, reply: Reply) {
  await page.getByLabel(t(`answer:reply.${reply}`)).check()
  await press(page, t('answer:send'))
  await page.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()
}

/** The same, with what they need. */
export async function accept(page: Page, { t, fill, press }: Reader) {
  await page.getByLabel(t('answer:reply.accepted')).check()
  await page.locator('details.needs > summary').click()
  await field(page, t('answer:needs.listen')).selectOption({ label: languageNames.ar })
  await fill(page, t('answer:needs.access'), 'Wheelchair & "aisle" seat')
  await fill(page, t('answer:message'), '<script>alert(1)</script> شكراً')
  await press(page, t('answer:send'))
  await page.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()
}

export async function changeTo(page: Page, { t, press }: Reader, reply: Reply) {
  await page.locator('details.change > summary').click()
  await page.getByLabel(t(`answer:reply.${reply}`)).check()
  await press(page, t('answer:sendChange'))
  await page.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()
}

/** How many accepted, declined … as the overview's figures of the meeting say. */
export function figure(page: Page, { t }: Reader, name: Reply | 'waiting' | 'unanswered'): Locator {
  const words = page.locator('small', { hasText: t(`guests:overview.figure.${name}`) })
  return page.locator('section', { has: page.locator('.answers-bar') }).locator('li.figure', { has: words })
}

/** What stands in a figure, in the digits of the reader's language. */
export function digits(value: number, { language }: Reader): RegExp {
  return new RegExp(`^${formatNumber(value, language)}(?!\\d)`)
}

/** One guest's page at the desk, found in the table by their name. */
export async function openGuest(page: Page, { follow }: Reader, url: string, name: string) {
  await page.goto(`${url}/desk/events/${slug}/guests?${new URLSearchParams({ search: name })}`)
  await follow(page, name)
  await page.locator('section[aria-labelledby=standing], section[aria-labelledby=named]').first().waitFor()
}

/** A guest rings up and says yes. */
export async function answerByPhone(page: Page, words: Reader, url: string, name: string) {
  const { t, fill, press } = words
  await openGuest(page, words, url, name)
  await page.locator('summary', { hasText: t('guests:behalf.title') }).click()
  const form = page.locator('#behalf')
  await form.getByLabel(t('guests:via.phone')).check()
  await form.locator('select[name$=".reply"]').first().selectOption('accepted')
  await fill(form, t('guests:behalf.note'), 'She rang at 10')
  await press(form, t('guests:behalf.record'))
  await page.getByText(t('guests:done.answered')).waitFor()
}

/** Takes an invitation back. */
export async function withdraw(page: Page, words: Reader, url: string, name: string) {
  const { t, press } = words
  await openGuest(page, words, url, name)
  await page.locator('summary', { hasText: t('guests:withdraw.title') }).click()
  await press(page, t('guests:withdraw.act'))
  await page.waitForURL(/done=withdrawn/)
}
