import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { newId } from '#db/id.server.ts'
import { assignments } from '#db/schema/events.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aClearedGuest, aComingGuest, aGate } from '#tests/support/clearance.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { phone } from './inspection.ts'
import { reader as readerOf } from './words.ts'

let browser: Browser
let majlis: WholeMajlis
beforeAll(async () => {
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ now: () => now })])
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

test('a guest fills the gate’s form in Arabic on a phone; the officer makes list 1, a change, list 2', async () => {
  const { database } = majlis.context
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  await aGate(database, event)
  const guest = await aComingGuest(database, event, 'Salwa Karim')
  await aClearedGuest(database, event, { name: 'Sara Kovač' })
  const officer = await aMember(database, office.id, { role: 'viewer', email: 'officer@majlis.example' })
  const role = {
    id: newId(),
    eventId: event.id,
    userId: officer.userId,
    role: 'clearance_officer' as const,
    createdAt: now,
  }
  await database.write((tx) => tx.insert(assignments).values(role))

  const ar = await browser.newContext({ locale: 'ar', viewport: phone, javaScriptEnabled: false })
  const page = await ar.newPage()
  const reader = readerOf('ar')
  const t = translator('ar')
  await page.goto(`${majlis.url}/r/${guest.token}?lang=ar`)
  await page.getByRole('link', { name: t('clearance:notice.fill') }).click()
  await reader.fill(page, t('clearance:form.arabicName'), 'سلوى عبد الكريم جاسم')
  await reader.fill(page, t('clearance:form.documentNumber'), '١٩٨٤١١٠٢٣٣٤٤')
  await page.locator('[name=nationality]').selectOption('IQ')
  await reader.press(page, t('clearance:form.send'))
  // The kind was forgotten: nothing that was typed is lost.
  await page.getByText(t('errors:formHasErrors')).waitFor()
  expect(await page.locator('[name=arabicName]').inputValue()).toBe('سلوى عبد الكريم جاسم')
  await page.locator('[name=documentKind]').selectOption('national_id')
  await reader.fill(page, t('clearance:form.plate'), '21 M 58220')
  await reader.press(page, t('clearance:form.send'))
  await page.getByText(t('clearance:form.kept.fresh')).waitFor()
  expect(await page.content()).toContain('••••344')
  expect(await page.content()).not.toMatch(/198411023344|58220|سلوى عبد/)

  const en = await browser.newContext({ locale: 'en' })
  const desk = await en.newPage()
  const say = translator('en')
  const { press } = readerOf('en')
  await desk.goto(`${majlis.url}/desk/events/${event.slug}/clearance`)
  await desk.locator('[name=email]').fill(officer.email)
  await desk.locator('[name=password]').fill(password)
  await press(desk, say('accounts:signIn.submit'))
  await press(desk, say('clearance:list.make', { number: '1' }))
  await desk.getByText(say('clearance:list.done', { number: '1' })).waitFor()

  await page.getByRole('link', { name: t('clearance:form.kept.replace') }).click()
  await page.locator('[name=documentKind]').selectOption('national_id')
  await reader.fill(page, t('clearance:form.arabicName'), 'سلوى عبد الكريم جاسم')
  await reader.fill(page, t('clearance:form.documentNumber'), '198411023344')
  await page.locator('[name=nationality]').selectOption('IQ')
  await reader.fill(page, t('clearance:form.plate'), '21 M 99999')
  await reader.press(page, t('clearance:form.send'))
  await page.getByText(t('clearance:form.kept.fresh')).waitFor()
  await ar.close()

  await press(desk, say('clearance:list.make', { number: '2' }))
  await desk
    .getByText(say('clearance:list.since', { added: 0, removed: 0, changed: 1, number: '1' }))
    .waitFor()
  for (const format of ['pdf', 'xlsx'] as const) {
    const download = desk.waitForEvent('download')
    await desk.getByRole('button', { name: say(`clearance:list.${format}`, { number: '2' }) }).click()
    expect((await download).suggestedFilename()).toBe(`access-list-2.${format}`)
  }
  await en.close()
})
