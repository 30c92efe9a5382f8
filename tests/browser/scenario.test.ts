import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { direction, type Language, languageNames, languages } from '#app/i18n/languages.ts'
import { recipientName } from '#app/mail/address.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { answerLinkIn, dateIn, mailsTo } from '#tests/support/received.ts'
import { accept, answerByPhone, changeTo, digits, figure } from './answering.ts'
import { approveLetter, importGuests, inviteAll, sendLetter, writeInvitation } from './inviting.ts'
import { addVenue, completeParts, createEvent, publish, setUp, writeTexts } from './office.ts'
import { administrator, days, eventTexts, guests, ministry, slug } from './story.ts'
import { type Reader, reader } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const desktop = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const scriptless = { javaScriptEnabled: false }
type Place = { language: Language; majlis: WholeMajlis }

async function context(language: Language, options: BrowserContextOptions): Promise<BrowserContext> {
  const opened = await browser.newContext({ locale: language, ...options })
  onTestFinished(() => opened.close())
  // A step that is not done by then is not slow but broken.
  opened.setDefaultTimeout(15_000)
  return opened
}

// The desk is played once with and once without script, the guests' part once at a desk and once on a phone.
test.each([
  { language: 'en', desk: {}, guest: desktop },
  { language: 'ar', desk: scriptless, guest: phone },
] as const)('from set-up to the answers and the visitor’s page, in $language', async (played) => {
  const { language } = played
  const majlis = await aWholeMajlis()
  onTestFinished(() => majlis.stop())
  const place = { language, majlis }
  const desk = await context(language, { ...desktop, ...played.desk })
  const organiser = await desk.newPage()
  const words = reader(language)

  await prepareEvent(organiser, words, majlis.url)
  await importGuests(organiser, words, majlis.url)
  await inviteAll(organiser, words, majlis.url)
  await writeInvitation(organiser, words, majlis.url)
  await approveLetter(organiser, words)
  const [testMail] = await mailsTo(majlis.mails, administrator.email, 1)
  expect(testMail?.subject).toContain(guests.hostile.name)
  expect(answerLinkIn(testMail)).toBe(`${majlis.url}/r/example`)
  await publish(organiser, words, majlis.url)
  await sendLetter(organiser, words, majlis.url)

  const links = await linksSent(majlis)
  const overview = await (
    await context(language, { ...desktop, ...played.desk, ...(await signedIn(desk)) })
  ).newPage()
  await watchFigures(overview, words, majlis.url)
  await guestsAnswer(await context(language, { ...played.guest, ...scriptless }), links, place)
  await figuresFollow(overview, words, { accepted: 1, declined: 1, unanswered: 3 })

  await answerByPhone(organiser, words, majlis.url)
  expect(await organiser.locator('main').textContent()).toContain(ministry.delegate)
  await figuresFollow(overview, words, { accepted: 2, declined: 1 })
  await visitorReads(await context(language, { ...phone, ...scriptless }), place)
})

async function signedIn(desk: BrowserContext) {
  return { storageState: await desk.storageState() }
}

async function prepareEvent(page: Page, words: Reader, url: string) {
  await setUp(page, words, url)
  await createEvent(page, words)
  await addVenue(page, words)
  await completeParts(page, words)
  await writeTexts(page, words)
}

/** Every guest's link, out of the mail that came for them and nobody else; names as listed, but for quotes in a header. */
async function linksSent(majlis: WholeMajlis) {
  const links = new Map<string, string>()
  for (const { name, email } of [...Object.values(guests), ministry]) {
    const [mail] = await mailsTo(majlis.mails, email, 1)
    const to = [mail?.to ?? []].flat().flatMap(({ value }) => value)
    expect(to).toEqual([{ name: recipientName(name), address: email }])
    expect(mail?.subject).toContain(name)
    expect(mail?.attachments).toEqual([])
    const link = answerLinkIn(mail)
    expect(link).toContain(`${majlis.url}/${email === ministry.email ? 'o' : 'r'}/`)
    links.set(email, link)
  }
  return links
}

async function guestsAnswer(
  context: BrowserContext,
  links: Map<string, string>,
  { language, majlis }: Place,
) {
  const [first, second] = language === 'ar' ? [guests.noor, guests.hostile] : [guests.hostile, guests.noor]
  const page = await context.newPage()
  await lookWithoutChange(page, links.get(first.email) ?? '', majlis)
  expect(await page.locator('html').getAttribute('lang')).toBe(first.language)
  await accept(page, reader(first.language))
  const [, confirmation] = await mailsTo(majlis.mails, first.email, 2)
  expect(dateIn(confirmation)).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED' })
  const [attendee, ...others] = dateIn(confirmation).attendees
  expect(others).toEqual([])
  expect(attendee).toEqual({
    name: first.name.replaceAll('"', "'"),
    address: `mailto:${first.email}`,
    parameters: ['cn', 'cutype', 'partstat', 'role', 'rsvp'],
  })
  expect(dateIn(confirmation).startsAt).toBe(`${days.meeting}T06:00:00Z`)
  expect(dateIn(confirmation).summary).toContain(eventTexts.name[first.language])

  await page.goto(links.get(second.email) ?? '')
  await accept(page, reader(second.language))
  await changeTo(page, reader(second.language), 'declined')
  const [, , withdrawal] = await mailsTo(majlis.mails, second.email, 3)
  expect(dateIn(withdrawal)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' })
}

/** Scanners open every link in a mail, some ask for its head first, browsers fetch ahead: none of it is an answer. */
async function lookWithoutChange(page: Page, link: string, { context: { database } }: WholeMajlis) {
  const before = await contentsOf(database)
  await page.request.head(link)
  await page.request.get(`${link}?a=yes`, { headers: { 'Sec-Purpose': 'prefetch' } })
  await page.goto(link)
  expect(await page.locator('script').count()).toBe(0)
  expect(await contentsOf(database)).toEqual(before)
}

async function watchFigures(page: Page, words: Reader, url: string) {
  // The page counts anew by a timer: the test turns the clock instead of waiting.
  await page.clock.install()
  await page.goto(`${url}/desk/events/${slug}`)
  await figure(page, words, 'unanswered').getByText(digits(5, words)).waitFor()
}

async function figuresFollow(
  page: Page,
  words: Reader,
  expected: Partial<Record<'accepted' | 'declined' | 'unanswered', number>>,
) {
  if (words.language === 'en') await page.clock.runFor(16_000)
  else await page.reload()
  for (const [name, value] of Object.entries(expected))
    await figure(page, words, name as 'accepted')
      .getByText(digits(value, words))
      .waitFor()
}

/** The public page in each language, each reached by the switch of the one before. */
async function visitorReads(context: BrowserContext, { majlis, language: first }: Place) {
  const page = await context.newPage()
  const { origin } = new URL(majlis.url)
  await page.goto(`${majlis.url}/${first}/${slug}`)
  for (const language of languages) {
    await page.locator('nav.lang').getByText(languageNames[language], { exact: true }).click()
    await page.waitForURL(`${origin}/${language}/${slug}`)
    const html = page.locator('html')
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([
      language,
      direction(language),
    ])
    expect(await page.locator('h1').textContent()).toBe(eventTexts.name[language])
    expect(await page.locator('link[rel=alternate]').evaluateAll(alternates)).toEqual(
      languages.map((other) => [other, `${majlis.url}/${other}/${slug}`]),
    )
  }
}

function alternates(links: Element[]) {
  return links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])
}
