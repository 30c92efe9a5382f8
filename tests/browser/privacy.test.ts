import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { listingConsents, privacyRequests } from '#db/schema/privacy.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { signedInVisitor, visitor } from '#tests/support/visitor.ts'
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

test('a guest sees what is held, agrees to be listed, and asks to be erased, in Arabic on a phone without script', async () => {
  const { database } = majlis.context
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { language: 'ar', name: 'Zainab Qasim' })
  const t = translator('ar')
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'ar' },
  })
  const page = await context.newPage()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto(`${majlis.url}/r/${guest.token}?lang=ar`)
  const consent = page.getByLabel(t('privacy:listing.iAgree'))
  expect(await consent.isChecked()).toBe(false)
  await page.getByLabel(t('answer:reply.accepted')).check()
  await consent.check()
  await press(t('answer:send'))
  const consents = () =>
    database.read.select().from(listingConsents).where(eq(listingConsents.eventId, event.id))
  expect(await consents()).toMatchObject([{ attendeeId: guest.attendeeId, agrees: true, via: 'link' }])

  await page
    .getByRole('link', { name: t('privacy:data.link'), exact: true })
    .last()
    .click()
  await page.getByRole('heading', { name: t('privacy:data.title') }).waitFor()
  expect(await page.getByText('Zainab Qasim').count()).toBeGreaterThan(0)
  expect(await page.evaluate('document.documentElement.scrollWidth <= 360')).toBe(true)
  await press(t('privacy:listing.withdraw'))
  expect(await consents()).toMatchObject([{ agrees: false }])

  await page.getByText(t('privacy:correction.title')).click()
  await press(t('privacy:correction.send'))
  expect(await page.locator('.field-error').first().textContent()).toBe(t('privacy:correction.nothing'))
  await page.getByRole('link', { name: t('privacy:erasure.title') }).click()
  await page.getByLabel(t('privacy:erasure.reason')).fill('تركتُ العمل')
  await press(t('privacy:erasure.send'))
  await page.getByText(t('privacy:done.asked')).waitFor()
  const [request] = await database.read
    .select()
    .from(privacyRequests)
    .where(eq(privacyRequests.attendeeId, guest.attendeeId))
  expect(request).toMatchObject({ kind: 'erasure', state: 'open', reason: 'تركتُ العمل', via: 'link' })
  await context.close()
})

test('the desk erases whom it is asked to, and the link is dead', async () => {
  const { database } = majlis.context
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { name: 'Zainab Qasim', email: 'zainab@moh.example' })
  const given = anAnswer(event.meeting.id, 'accepted')
  await submitAnswer(database, guest.scope, { given, site, now })
  const organiser = await aMember(database, event.officeId, { role: 'organiser' })
  const desk = await signedInVisitor(majlis, organiser.email, password)
  const stranger = visitor(majlis)
  const home = `/desk/events/${event.slug}`
  const asked = await stranger.post(`/r/${guest.token}/data?lang=en`, { intent: 'erasure', reason: '' })
  expect(asked.status).toBe(303)
  const again = await stranger.post(`/r/${guest.token}/data?lang=en`, {
    intent: 'erasure',
    reason: 'Once more',
  })
  expect([again.status, (await again.text()).includes('Once more')]).toEqual([409, true])
  const copy = await stranger.get(`/r/${guest.token}/data/what-we-hold.json`)
  expect([copy.headers.get('Cache-Control'), (await copy.text()).includes('zainab@moh.example')]).toEqual([
    ...['private, no-store', true],
  ])
  const [request] = await database.read
    .select()
    .from(privacyRequests)
    .where(eq(privacyRequests.eventId, event.id))
  const address = `${home}/privacy/${request?.id}`
  const shown = await (await desk.get(address)).text()
  expect(shown).toContain(translator('en')('privacy:effect.directory'))
  const refused = await desk.post(address, { intent: 'refuse', answer: '' })
  expect(refused.status).toBe(400)
  const granted = await desk.post(address, { intent: 'grant', reach: 'office', answer: '' })
  expect(granted.status).toBe(303)
  const [left] = await database.read.select().from(attendees).where(eq(attendees.id, guest.attendeeId))
  expect(left?.names).toEqual({ latin: { full: '—' } })
  expect((await stranger.get(`/r/${guest.token}/data?lang=en`)).status).toBe(404)
  expect((await desk.post(address, { intent: 'grant', reach: 'office' })).status).toBe(409)
  for (const path of [
    home,
    `${home}/guests`,
    `${home}/guests/${guest.id}`,
    `${home}/privacy`,
    `${home}/outbox`,
  ])
    expect([path, (await desk.get(path)).status]).toEqual([path, 200])
})

test.each(['en', 'ar'] as const)(
  'the page before an erasure is asked for is without fault, in %s',
  async (language) => {
    const { database } = majlis.context
    const guest = await aGuest(database, await anEvent(database))
    const inspector = await anInspector(await browser.newContext({ locale: language }))
    const address = `${majlis.url}/r/${guest.token}/data?lang=${language}&ask=erasure`
    await inspector.inspect(address, { language, isScriptless: true })
    expect(inspector.faults).toEqual([])
  },
)
