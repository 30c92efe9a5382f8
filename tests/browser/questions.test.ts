import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { readSaid } from '#app/questions/said.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aGuest } from '#tests/support/guests.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { aQuestion, optionOf, yesAndNo } from '#tests/support/questions.ts'
import { signedInVisitor } from '#tests/support/visitor.ts'
import { anInspector } from './inspection.ts'

let browser: Browser
let majlis: WholeMajlis
beforeAll(async () => {
  const settings = { WORKER: 'off' }
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ now: () => now, settings })])
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

/** A hotel, and the day of arrival if so; how many come along; the letter that names the guest. */
async function anAskedGuest() {
  const { database } = majlis.context
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { language: 'ar' })
  const hotel = await aQuestion(database, event, {
    ...{ kind: 'choice', label: { ar: 'هل تحتاجون إلى فندق؟' }, options: yesAndNo },
  })
  const arrival = await aQuestion(database, event, {
    ...{ kind: 'date', label: { ar: 'يوم الوصول' }, isRequired: true },
    condition: { questionId: hotel.id, options: [optionOf(hotel, 0)] },
  })
  const company = await aQuestion(database, event, {
    ...{ kind: 'number', label: { ar: 'عدد المرافقين' }, least: '0', most: '3' },
  })
  const letter = await aQuestion(database, event, { kind: 'file', label: { ar: 'كتاب الترشيح' } })
  return { event, guest, hotel, arrival, company, letter }
}

async function press(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
}

test('a guest answers questions in Arabic on a phone without script: conditions show, mistakes are told, nothing is lost', async () => {
  const { event, guest, hotel, arrival, company, letter } = await anAskedGuest()
  const t = translator('ar')
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'ar' },
  })
  const page = await context.newPage()
  await page.goto(`${majlis.url}/r/${guest.token}?lang=ar`)
  const day = page.getByLabel('يوم الوصول')
  const number = page.getByLabel('عدد المرافقين')
  expect(await day.isVisible()).toBe(false)
  await page.getByLabel(t('answer:reply.accepted')).check()
  await page.getByRole('radio', { name: 'نعم', exact: true }).check()
  expect(await day.isVisible()).toBe(true)
  await number.fill('اثنان')
  await page.getByLabel('كتاب الترشيح').setInputFiles({
    ...{ name: 'كتاب.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf) },
  })
  await press(page, t('answer:send'))

  const said = (id: string) =>
    page.locator('.field-error', { has: page.locator('span') }).filter({ hasText: id })
  expect(await said(t('questions:problem.notANumber')).count()).toBe(1)
  expect(await said(t('questions:problem.required')).count()).toBe(1)
  expect(await number.inputValue()).toBe('اثنان')
  expect(await number.getAttribute('aria-describedby')).toContain('error')
  expect(await page.getByRole('radio', { name: 'نعم', exact: true }).isChecked()).toBe(true)
  expect(await page.getByText('كتاب.pdf').count()).toBe(1)
  expect(await page.evaluate('document.documentElement.scrollWidth <= 360')).toBe(true)

  await number.fill('٢')
  await day.fill('2026-12-13')
  await press(page, t('answer:send'))
  await page.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()
  const { database } = majlis.context
  const answers = (await readSaid(database.read, [guest.attendeeId])).get(guest.attendeeId)
  const fileId = answers?.get(letter.id)?.[0] ?? ''
  expect(Object.fromEntries(answers ?? [])).toEqual({
    [hotel.id]: [optionOf(hotel, 0)],
    [arrival.id]: ['2026-12-13'],
    [company.id]: ['2'],
    [letter.id]: [fileId],
  })
  expect(await page.getByText('كتاب.pdf').first().isVisible()).toBe(true)

  // Who changes their mind takes the file back, and without a hotel the day is neither asked nor kept.
  await page.locator('details.change > summary').click()
  await page.getByRole('radio', { name: 'لا', exact: true }).check()
  expect(await day.isVisible()).toBe(false)
  await page.getByLabel(t('questions:file.remove')).check()
  await press(page, t('answer:sendChange'))
  await page.getByRole('heading', { name: t('answer:recorded.title') }).waitFor()
  const later = (await readSaid(database.read, [guest.attendeeId])).get(guest.attendeeId)
  expect(Object.fromEntries(later ?? [])).toEqual({ [hotel.id]: [optionOf(hotel, 1)], [company.id]: ['2'] })
  expect(await database.read.$count(documents, eq(documents.eventId, event.id))).toBe(0)
  const organiser = await aMember(database, event.officeId, { role: 'organiser' })
  const desk = await signedInVisitor(majlis, organiser.email, password)
  const address = `/desk/events/${event.slug}/questions/${letter.id}/files`
  expect((await desk.get(`${address}/${fileId}`)).status).toBe(404)
  await context.close()
})

test('files are told apart by their bytes and their size, and come to the desk in one', async () => {
  const { event, guest, letter } = await anAskedGuest()
  const send = async (file?: File) => {
    const form = new FormData()
    form.set('intent', 'answer')
    form.set('requestId', crypto.randomUUID())
    form.set('answers[0].part', event.meeting.id)
    form.set('answers[0].reply', 'accepted')
    if (file) form.set(`asked.${guest.attendeeId}.${letter.id}.file`, file)
    const headers = { Origin: majlis.url }
    return fetch(`${majlis.url}/r/${guest.token}?lang=en`, {
      method: 'POST',
      body: form,
      headers,
      redirect: 'manual',
    })
  }
  const t = translator('en')
  const page = await send(new File(['<script>alert(1)</script>'], 'letter.pdf'))
  expect([page.status, (await page.text()).includes(t('questions:problem.notADocument'))]).toEqual([
    400,
    true,
  ])
  const large = new File([aPdf, new Uint8Array(6 * 1024 * 1024)], 'letter.pdf')
  const tooLarge = await send(large)
  expect([
    tooLarge.status,
    (await tooLarge.text()).includes(t('questions:problem.tooLargeDocument')),
  ]).toEqual([400, true])
  expect((await send(new File([aPdf], '../<b>letter.pdf'))).status).toBe(303)
  // A page opened before there were questions sends nothing of them, and takes nothing back.
  expect((await send()).status).toBe(303)

  const { database } = majlis.context
  const organiser = await aMember(database, event.officeId, { role: 'organiser' })
  const desk = await signedInVisitor(majlis, organiser.email, password)
  const home = `/desk/events/${event.slug}/questions/${letter.id}`
  const summary = await (await desk.get(`${home}/answers`)).text()
  expect(summary).toContain('../&lt;b&gt;letter.pdf')
  const zip = await desk.get(`${home}/files/all.zip`)
  expect(zip.headers.get('Content-Type')).toBe('application/zip')
  const bytes = Buffer.from(await zip.arrayBuffer())
  expect(bytes.toString('latin1')).toContain('001-Ali-Hassan.pdf')
  expect(bytes.includes(Buffer.from(aPdf))).toBe(true)
})

test.each(['en', 'ar'] as const)(
  'the answer page with questions is without fault, in %s',
  async (language) => {
    const { guest } = await anAskedGuest()
    const inspector = await anInspector(await browser.newContext({ locale: language }))
    const address = `${majlis.url}/r/${guest.token}?lang=${language}`
    await inspector.inspect(address, { language, isScriptless: true })
    expect(inspector.faults).toEqual([])
  },
)
