import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkToken } from '#app/accounts/token.server.ts'
import { setContact } from '#app/agenda/enrol.server.ts'
import { readPapersOfItem } from '#app/agenda/read-papers.server.ts'
import { addWrittenName } from '#app/agenda/roles.server.ts'
import { readSpeakers } from '#app/agenda/speakers.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { anItem } from '#tests/support/agenda.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aPhoto } from '#tests/support/exhibition.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
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

test('a speaker is asked from the desk and answers in Arabic on a phone without script', async () => {
  const { database, env } = majlis.context
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const holder = {
    ...{ names: { arabic: { full: 'نور حسن' } }, honorific: {}, position: { ar: 'مديرة عامة' } },
    organisationName: { ar: 'وزارة الهجرة' },
  }
  const written = await database.write((tx) =>
    addWrittenName(tx, event.scope, { itemId, role: 'speaker', holder, now }),
  )
  const secret = env.APP_SECRET
  const contact = { roleId: written.ok ? written.id : '', email: 'noor@moh.example', language: 'ar' } as const
  await database.write((tx) => setContact(tx, event.scope, { ...contact, secret, now }))
  const { email } = await aMember(database, event.officeId, { role: 'organiser' })
  const organiser = await signedInVisitor(majlis, email, password)
  const desk = `/desk/events/${event.slug}/speakers`
  expect((await organiser.post(desk, { intent: 'ask', which: 'all' })).status).toBe(303)
  const [mail] = await database.read.select().from(messages).where(eq(messages.kind, 'invitation'))
  const [asked] = await readSpeakers(database.read, event.id)
  const token = linkToken(secret, 'speaker', asked?.speaker?.id ?? '', 1)
  expect(mail?.text).toContain(`/s/${token}`)

  const t = translator('ar')
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'ar' },
  })
  const page = await context.newPage()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto(`${majlis.url}/s/${token}`)
  await page.getByText(t('speakers:own.confirm')).click()
  await page.locator('.contribution-field > summary').click()
  await page.locator('input[name="roles[0].contribution.ar"]').fill('عشر سنوات من البيانات')
  await press(t('speakers:own.answer'))
  await expect.poll(() => page.getByText(t('speakers:done.answered')).count()).toBe(1)
  await page.locator('textarea[name="biography.ar"]').fill('مديرة **الإحصاء** <script>alert(1)</script>')
  await press(t('speakers:own.save'))
  expect(await page.locator('.speaker-card strong').textContent()).toBe('الإحصاء')
  await page
    .getByLabel(t('speakers:own.picture'), { exact: true })
    .setInputFiles({ name: 'noor.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
  await press(t('speakers:own.sendPicture'))
  expect(await page.locator('.speaker-picture img').count()).toBe(1)
  const slides = page.getByLabel(t('speakers:papers.file'), { exact: true })
  await slides.setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<html>') })
  await press(t('speakers:own.sendSlides'))
  expect(await page.getByText(t('speakers:refused.notADocument')).count()).toBe(1)
  await slides.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf) })
  await press(t('speakers:own.sendSlides'))
  const [paper] = await readPapersOfItem(database.read, event.id, itemId)
  expect([paper?.kind, paper?.audience]).toEqual(['slides', 'staff'])

  // Staff's papers stay theirs; the speaker opens what they brought, and nobody else's link does.
  const file = paper?.files[0]?.id
  const statusOf = async (path: string) => (await fetch(majlis.url + path)).status
  expect(await statusOf(`/s/${token}/papers/${file}`)).toBe(200)
  expect(await statusOf(`/${event.slug}/papers/${file}`)).toBe(404)
  expect((await organiser.get(`/desk/events/${event.slug}/papers/${file}`)).status).toBe(200)
  const guests = await database.read.select().from(attendees).where(eq(attendees.eventId, event.id))
  expect(guests.map(({ names }) => names.arabic?.full)).toEqual(['نور حسن'])

  await context.close()
  const looking = await browser.newContext({ locale: 'ar' })
  const inspector = await anInspector(looking)
  await inspector.inspect(`${majlis.url}/s/${token}?lang=ar`, { language: 'ar', isScriptless: true })
  expect(inspector.faults).toEqual([])
  await looking.close()
})
