import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { delegates, slug, substitute } from './story.ts'
import { literally, type Reader } from './words.ts'

type Named = { name: string; email?: string }

async function writeRow(row: Locator, { t, fill }: Reader, { name, email }: Named) {
  if ((await row.getAttribute('open')) === null) await row.locator('summary').click()
  await fill(row, t('delegation:row.arabic'), name)
  if (email) await fill(row, t('answer:names.email'), email)
}

/** The ministry's focal point names two delegates, the first as their head, one who stands by, and one beyond the seats. */
export async function nameDelegates(page: Page, words: Reader) {
  const { t, press } = words
  const { salwa, omar, dilan, rana } = delegates
  await page.getByLabel(t('answer:organisationReply.accepted')).check()
  const rows = page.locator('.name-row')
  await writeRow(rows.nth(0), words, salwa)
  await rows.nth(0).getByLabel(t('delegation:row.head')).check()
  await writeRow(rows.nth(1), words, omar)
  await writeRow(rows.nth(2), words, dilan)
  await page.locator('.extra > summary', { hasText: t('delegation:more.title') }).click()
  await writeRow(page.locator('.extra .name-row').nth(0), words, rana)
  await nothingIsWide(page)
  await press(page, t('answer:send'))
  await page.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()
  await nothingIsWide(page)
}

async function nothingIsWide(page: Page) {
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
  expect(wide, 'the page is wider than the phone').toBe(false)
}

/** How each of a delegation stands, as the institution's own page says, in its order. */
export async function delegation(page: Page): Promise<string[]> {
  await page.reload()
  const members = await page.locator('.named-list > li').allTextContents()
  return members.map((text) => text.replace(/\s+/g, ' ').trim())
}

/** A member's line: their name, then these words. */
export function line({ name }: Named, ...words: string[]) {
  return expect.stringMatching(new RegExp([name, ...words].map(literally).join('.*')))
}

/** A guest asks that somebody comes in their place. */
export async function sendSomebody(page: Page, { t, fill, press }: Reader) {
  await page.locator('summary', { hasText: t('delegation:substitute.title') }).click()
  const form = page.locator('#in-place')
  await fill(form, t('delegation:row.latin'), substitute.name)
  await fill(form, t('answer:names.email'), substitute.email)
  await press(page, t('delegation:substitute.send'))
  await page.getByText(t('delegation:done.named')).waitFor()
}

/** The organiser says yes to whoever is asked for by this name. */
export async function agreeTo(page: Page, { t }: Reader, url: string, name: string) {
  await page.goto(`${url}/desk/events/${slug}/requests`)
  const request = page.locator('.requests > li', { hasText: name })
  await request.locator('summary').click()
  await request.locator('button[name=decision][value=seat]').click()
  await page.getByText(t('delegation:desk.done.decided')).waitFor()
}
