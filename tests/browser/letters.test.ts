import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatNumber } from '#app/i18n/format.ts'
import { addSignatory } from '#app/letters/letterhead.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aGuest, anInstitution } from '#tests/support/guests.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { pdfFacts, pdfText } from '#tests/support/pdf.ts'
import { desktop, phone } from './inspection.ts'
import { field, type Reader, reader } from './words.ts'

let browser: Browser
let majlis: WholeMajlis
beforeAll(async () => {
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ now: () => now })])
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

test.each([
  { language: 'en', isScripted: true },
  { language: 'ar', isScripted: false },
] as const)(
  'letters are issued, printed, signed and answered, in $language with script: $isScripted',
  async ({ language, isScripted }) => {
    const { database } = majlis.context
    const office = await anOffice(database)
    const event = await anEvent(database, { officeId: office.id })
    const guest = await aGuest(database, event, { language, name: 'Awat Rasul' })
    const other = await aGuest(database, event, { language, name: 'Evan Gabro', email: 'awat@guest.example' })
    await anInstitution(database, event, { language })
    const content = { names: { latin: { full: 'Elena Marchetti' } }, position: { en: 'Chief of Mission' } }
    await database.write((tx) => addSignatory(tx, office.scope, { content, now }))
    const member = await aMember(database, office.id)
    await database.write((tx) => tx.update(users).set({ language }).where(eq(users.id, member.userId)))
    const screen = isScripted ? desktop : phone
    const context = await browser.newContext({
      ...{ locale: language, viewport: screen, javaScriptEnabled: isScripted },
    })
    const page = await context.newPage()
    const words = reader(language)
    const home = `${majlis.url}/desk/events/${event.slug}`
    await page.goto(`${home}/letters/new`)
    await page.locator('[name=email]').fill(member.email)
    await page.locator('[name=password]').fill(password)
    await words.press(page, words.t('accounts:signIn.submit'))

    await issue(page, words, { side: 'persons', template: 'formal', count: 2 })
    const all = await download(page, page.locator('a[href*="letters.pdf"]'))
    expect([pdfText(all).length, pdfFacts(all).language]).toEqual([2, language])
    const files = unzipSync(await download(page, page.locator('a[href*="letters.zip"]')))
    expect(Object.keys(files)).toEqual(['2026-001-awat-rasul.pdf', '2026-002-evan-gabro.pdf'])
    const first = await signAndAnswer(page, words)
    const [standing] = await database.read
      .select()
      .from(attendances)
      .where(eq(attendances.attendeeId, guest.attendeeId))
    expect([standing?.status, standing?.answeredVia]).toEqual(['accepted', 'letter'])
    await page.goto(`${home}/guests/${guest.id}`)
    const story = (await page.locator('main').textContent()) ?? ''
    expect(['2026/001', 'IN/2026/001', 'M/17'].map((number) => story.includes(number))).toEqual([
      true,
      true,
      true,
    ])

    await page.goto(`${home}/letters/new`)
    await issue(page, words, { side: 'organisations', template: 'verbale', count: 1 })
    await page.locator('.message-list a').first().click()
    const [note = ''] = pdfText(await download(page, page.locator('a[href$="/pdf"]')))
    expect([note.includes('2026/003'), note.includes('Marchetti')]).toEqual([true, false])
    if (language === 'en') expect(note).toContain('presentsitscompliments')

    // What the office changes is read in the next letter and in none that was issued.
    const before = pdfText(await download(page, null, `${first}/pdf`))
    await page.goto(`${majlis.url}/desk/office/letters`)
    await page
      .locator('details', { has: page.locator('[name^="formulas[0]"]') })
      .locator('summary')
      .click()
    await page.locator(`[name="formulas[0].opening.${language}"]`).fill('Your Excellency 7,')
    const saves = page.locator('form', { has: page.locator('[name^="formulas[0]"]') })
    await words.press(saves, words.t('common:save'))
    await page.getByText(words.t('letters:office.saved')).waitFor()
    await page.goto(`${home}/letters/new?invitation=${other.id}`)
    await issue(page, words, { template: 'formal', count: 1 })
    await page.locator('.message-list a').first().click()
    const [next = ''] = pdfText(await download(page, page.locator('a[href$="/pdf"]')))
    expect([next.includes('2026/004'), next.includes('YourExcellency7,')]).toEqual([true, true])
    expect(pdfText(await download(page, null, `${first}/pdf`))).toEqual(before)
    await context.close()
  },
)

type Issuing = { side?: string; template: string; count: number }

/** From the form to the register of what was issued. */
async function issue(page: Page, { t, press, language }: Reader, { side, template, count }: Issuing) {
  await field(page, t('letters:issue.template')).selectOption(template)
  if (side) {
    await field(page, t('invitations:mailing.side')).selectOption(side)
    await press(page, t('letters:issue.count'))
  }
  await press(page, t('letters:issue.issue', { count, number: formatNumber(count, language) }))
  await page.getByText(t('letters:done.issued')).waitFor()
  expect(await page.locator('.message-list li').count()).toBe(count)
}

/** The first letter comes back signed, and its guest's answer on paper: both are scanned. Where the letter is. */
async function signAndAnswer(page: Page, { t, press, follow, fill }: Reader): Promise<string> {
  await page.locator('.message-list a', { hasText: '2026/001' }).click()
  await page.getByRole('heading', { name: '2026/001' }).waitFor()
  const address = page.url()
  await page.locator('[name=file]').setInputFiles(aScan('signed.pdf'))
  await press(page, t('letters:letter.upload'))
  await page.getByText(t('letters:done.scanned')).waitFor()
  await page.locator('.tag', { hasText: t('letters:state.signed') }).waitFor()
  await follow(page, t('letters:letter.enterReply'))
  await fill(page, t('letters:column.theirReference'), 'M/17')
  await page.locator('[name$=".reply"]').first().selectOption('accepted')
  await page.locator('[name=file]').setInputFiles(aScan('reply.pdf'))
  await press(page, t('letters:incoming.enter'))
  await page.getByText(t('letters:done.answered')).waitFor()
  return address.split('?')[0] ?? ''
}

function aScan(name: string) {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(aPdf) }
}

/** What a link gives to be saved, or an address. */
async function download(page: Page, link: Locator | null, address = ''): Promise<Uint8Array> {
  if (!link) return (await page.request.get(address)).body()
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFile(await file.path())
}
