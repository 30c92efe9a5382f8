import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { users } from '#db/schema/accounts.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aGuest, anInstitution } from '#tests/support/guests.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { pdfFacts, pdfText } from '#tests/support/pdf.ts'
import { phone } from './inspection.ts'
import { reader } from './words.ts'

let browser: Browser
let majlis: WholeMajlis
beforeAll(async () => {
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ now: () => now })])
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

test('the guest of honour goes first, without script on a phone; list and name plates follow, in Arabic', async () => {
  const { database } = majlis.context
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const other = await anEvent(database, { officeId: office.id })
  const guests = [
    ['Evan Gabro', 'ministry'],
    ['Awat Rasul', 'local_authority'],
    ['Grace Okafor', 'donor'],
  ] as const
  for (const [name, kind] of guests) {
    const { organisationId } = await anInstitution(database, other, { name: `House of ${name}`, kind })
    await aGuest(database, event, { name, organisationId })
  }
  const member = await aMember(database, office.id, { role: 'organiser' })
  await database.write((tx) => tx.update(users).set({ language: 'ar' }).where(eq(users.id, member.userId)))
  const context = await browser.newContext({ locale: 'ar', viewport: phone, javaScriptEnabled: false })
  const page = await context.newPage()
  const t = translator('ar')
  const home = `${majlis.url}/desk/events/${event.slug}`
  await page.goto(`${home}/precedence`)
  await page.locator('[name=email]').fill(member.email)
  await page.locator('[name=password]').fill(password)
  await reader('ar').press(page, t('accounts:signIn.submit'))
  await page
    .getByRole('heading', { name: t('participants:precedence.title') })
    .first()
    .waitFor()
  // A move of a kind has the keys of guests made who came before there were any.
  await page.locator('summary', { hasText: t('participants:precedence.kinds') }).click()
  const donors = t('guests:kind.donor')
  await page.getByRole('button', { name: t('participants:precedence.up', { name: donors }) }).click()
  await page.getByText(t('participants:precedence.done.placed')).waitFor()
  expect(await namesOn(page)).toEqual(['Evan Gabro', 'Awat Rasul', 'Grace Okafor'])

  await page
    .getByRole('link', { name: t('participants:precedence.placeNamed', { name: 'Grace Okafor' }) })
    .click()
  await page.getByRole('button', { name: t('participants:precedence.first') }).click()
  await page.getByText(t('participants:precedence.placed.first')).waitFor()
  expect(await namesOn(page)).toEqual(['Grace Okafor', 'Evan Gabro', 'Awat Rasul'])
  await page
    .getByRole('link', { name: t('participants:precedence.placeNamed', { name: 'Awat Rasul' }) })
    .click()
  await page
    .getByRole('button', { name: t('participants:precedence.beforeNamed', { name: 'Evan Gabro' }) })
    .click()
  await page.getByText(t('participants:precedence.placed.before', { name: 'Evan Gabro' })).waitFor()
  await page.getByRole('button', { name: t('participants:precedence.up', { name: 'Evan Gabro' }) }).click()
  expect(await namesOn(page)).toEqual(['Grace Okafor', 'Evan Gabro', 'Awat Rasul'])

  await page.goto(`${home}/participants?audience=internal&state=invited`)
  const list = await download(page, t('participants:download.listPdf'))
  expect(pdfFacts(list)).toMatchObject({ language: 'ar', title: t('participants:paper.list') })
  const text = pdfText(list).join('')
  const places = ['GraceOkafor', 'EvanGabro', 'AwatRasul'].map((name) => text.indexOf(name))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(Math.min(...places)).toBeGreaterThan(0)
  await page.locator('[name=second]').selectOption('en')
  const plates = await download(page, t('participants:download.plates'))
  expect(pdfText(plates)).toHaveLength(3)
  expect(pdfText(plates)[0]).toContain('GraceOkafor')
  await context.close()
})

async function namesOn(page: Page): Promise<string[]> {
  const names = await page.locator('.participant .strong').allTextContents()
  return names.map((name) => name.replace(/^H\.E\. /, ''))
}

async function download(page: Page, name: string): Promise<Uint8Array> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  return readFile(await file.path())
}
