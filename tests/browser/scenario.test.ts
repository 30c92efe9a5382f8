import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { direction, type Language, languageNames, languages } from '#app/i18n/languages.ts'
import { recipientName } from '#app/mail/address.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { hasDovecot } from '#tests/support/dovecot.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { bounceReport, gmailReply, outlookReply, writtenMail } from '#tests/support/mime.ts'
import { answerLinkIn, dateIn, datesTo, mailsTo, type ReceivedDate } from '#tests/support/received.ts'
import { accept, answer, answerByPhone, changeTo, digits, figure, openGuest, withdraw } from './answering.ts'
import {
  inOrder,
  issueLetters,
  moveTheMeeting,
  recordLetter,
  remind,
  shows,
  story,
  takeAnswer,
} from './desk-work.ts'
import { approveLetter, importGuests, inviteAll, sendLetter, writeInvitation } from './inviting.ts'
import { agreeTo, delegation, line, nameDelegates, sendSomebody } from './naming.ts'
import { addVenue, completeParts, createEvent, publish, setUp, writeTexts } from './office.ts'
import { directPostOffice, imapPostOffice, type PostOffice, replyTo } from './post-office.ts'
import {
  administrator,
  days,
  delegates,
  eventTexts,
  guests,
  ministry,
  otherRoom,
  slug,
  substitute,
} from './story.ts'
import { type Reader, reader } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const desktop = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const scriptless = { javaScriptEnabled: false }

async function context(language: Language, options: BrowserContextOptions): Promise<BrowserContext> {
  const opened = await browser.newContext({ locale: language, ...options })
  onTestFinished(() => opened.close())
  // A step that is not done by then is not slow but broken.
  opened.setDefaultTimeout(15_000)
  return opened
}

// The desk is played once with and once without script, the guests' part once at a desk and once on a phone.
const plays = [
  { language: 'en', desk: {}, guest: desktop },
  { language: 'ar', desk: scriptless, guest: phone },
] as const
type Played = (typeof plays)[number]

// Where Dovecot is not installed the same mails go to their reader directly.
test.skipIf(!hasDovecot).each(plays)(
  'from set-up to the changed room, mail coming in by a real IMAP server (Dovecot), in $language',
  async (played) => play(played, await imapPostOffice()),
)
test.skipIf(hasDovecot).each(plays)(
  'from set-up to the changed room, mail coming in without a server, in $language',
  async (played) => play(played, await directPostOffice()),
)

/** One playing of it: the organiser's page and what they read, the guests' page, and the post both ways. */
type Stage = {
  majlis: WholeMajlis
  language: Language
  words: Reader
  organiser: Page
  overview: Page
  guest: Page
  post(mail: string): Promise<void>
}

async function play(played: Played, office: PostOffice) {
  onTestFinished(() => office.close())
  const stage = await raise(played, office)
  await inviteEverybody(stage)
  const links = await linksSent(stage)
  await bounceComesBack(stage)
  await watchFigures(stage)
  await guestsAnswer(stage, links)
  await figuresFollow(stage, { accepted: 2, declined: 1, tentative: 2, unanswered: 4 })
  await calendarsAnswer(stage)
  await figuresFollow(stage, { accepted: 4, declined: 1, tentative: 0, unanswered: 4 })
  await ministryNames(stage, links.get(ministry.email) ?? '')
  await figuresFollow(stage, { accepted: 7, unanswered: 3 })
  await somebodyIsSent(stage, links.get(guests.osman.email) ?? '')
  await answerByPhone(stage.organiser, stage.words, stage.majlis.url, guests.lena.name)
  await onlyTheSilentAreReminded(stage)
  await letterBecomesAnAnswer(stage)
  await roomChanges(stage)
  await invitationIsWithdrawn(stage)
  await figuresFollow(stage, { accepted: 7, declined: 3, tentative: 0, waiting: 0, unanswered: 1 })
  expect(await stage.overview.getByText(stage.words.t('inbox:toDo', { count: 1 })).count()).toBe(0)
  await visitorReads(stage)
}

async function raise({ language, desk, guest }: Played, office: PostOffice): Promise<Stage> {
  const majlis = await aWholeMajlis({ settings: office.settings })
  onTestFinished(() => majlis.stop())
  const deskContext = await context(language, { ...desktop, ...desk })
  return {
    ...{ majlis, language, words: reader(language) },
    organiser: await deskContext.newPage(),
    overview: await deskContext.newPage(),
    guest: await (await context(language, { ...guest, ...scriptless })).newPage(),
    post: (mail) => office.deliver(majlis, mail),
  }
}

async function inviteEverybody({ organiser, words, majlis: { url, mails } }: Stage) {
  await setUp(organiser, words, url)
  await createEvent(organiser, words)
  await addVenue(organiser, words)
  await completeParts(organiser, words)
  await writeTexts(organiser, words)
  await importGuests(organiser, words, url)
  await inviteAll(organiser, words, url)
  await issueLetters(organiser, words, url)
  await writeInvitation(organiser, words, url)
  await approveLetter(organiser, words)
  const [testMail] = await mailsTo(mails, administrator.email, 1)
  expect(testMail?.subject).toContain(guests.hostile.name)
  expect(answerLinkIn(testMail)).toBe(`${url}/r/example`)
  await publish(organiser, words, url)
  await sendLetter(organiser, words, url)
}

/** Every guest's link, out of the mail that came for them and nobody else; names as listed, but for quotes in a header. */
async function linksSent({ majlis }: Stage) {
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

/** The host of a mailbox that is none sends our mail back, to the address that it left from. */
async function bounceComesBack(stage: Stage) {
  const { majlis, organiser, words, post } = stage
  const { name, email } = guests.gone
  const sent = majlis.mails.received.find(({ to }) => to === email)
  expect(sent?.from).toMatch(/^rsvp\+b\.\S+@majlis\.example$/)
  await post(bounceReport({ to: sent?.from ?? '', recipient: email }))
  await openGuest(organiser, words, majlis.url, name)
  await shows(organiser, organiser.url(), words.t('inbox:reason.hard'))
  expect(await story(organiser)).toContain(words.t('guests:mailState.bounced'))
}

async function guestsAnswer({ guest: page, majlis }: Stage, links: Map<string, string>) {
  const open = async ({ email, language }: { email: string; language: Language }) => {
    await page.goto(links.get(email) ?? '')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    return reader(language)
  }
  const { hostile, noor, osman, sara, hawre } = guests
  await lookWithoutChange(page, links.get(hostile.email) ?? '', majlis)
  await accept(page, await open(hostile))
  await takesOneDate(majlis)
  await answer(page, await open(osman), 'accepted')
  for (const undecided of [sara, hawre]) await answer(page, await open(undecided), 'tentative')
  const arabic = await open(noor)
  await accept(page, arabic)
  await changeTo(page, arabic, 'declined')
  isTakenBack(await datesTo(majlis.mails, noor.email, 2))
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

/** Whatever a guest is called, their calendar gets one date of theirs and nobody else's. */
async function takesOneDate({ mails }: WholeMajlis) {
  const { name, email, language } = guests.hostile
  const [, confirmation] = await mailsTo(mails, email, 2)
  const date = dateIn(confirmation)
  expect(date).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED' })
  expect(date.attendees).toEqual([
    {
      ...{ name: name.replaceAll('"', "'"), address: `mailto:${email}` },
      parameters: ['cn', 'cutype', 'partstat', 'role', 'rsvp'],
    },
  ])
  expect(date.startsAt).toBe(`${days.meeting}T06:00:00Z`)
  expect(date.summary).toContain(eventTexts.name[language])
}

/** Outlook's answer names no organiser and counts; one that nobody vouches for waits for a person. */
async function calendarsAnswer({ majlis, organiser, words, post }: Stage) {
  const [toSara] = await datesTo(majlis.mails, guests.sara.email, 1)
  const [toHawre] = await datesTo(majlis.mails, guests.hawre.email, 1)
  if (!toSara || !toHawre) throw new Error('A calendar was sent nothing')
  const outlook = outlookReply({ ...replyTo(toSara), comment: 'I arrive at ten' })
  expect(Buffer.from(outlook).includes('ORGANIZER')).toBe(false)
  await post(outlook)
  await openGuest(organiser, words, majlis.url, guests.sara.name)
  await shows(organiser, organiser.url(), 'I arrive at ten')
  const { t } = words
  expect(await story(organiser)).toMatch(inOrder(t('answer:status.accepted'), t('guests:via.calendar')))

  await post(gmailReply(replyTo(toHawre, { isVouchedFor: false })))
  await takeAnswer(organiser, words, majlis.url, guests.hawre.name)
}

/** Two for the seats, one who stands by, one beyond them: named on a phone, in Arabic. */
async function ministryNames({ majlis, organiser, words, post }: Stage, link: string) {
  const page = await (await context('ar', { ...phone, ...scriptless })).newPage()
  const arabic = reader('ar')
  const { t } = arabic
  const { salwa, omar, dilan, rana } = delegates
  // The address of earlier letters leads to the one of today.
  await page.goto(link.replace('/o/', '/r/'))
  expect(page.url()).toBe(`${link}?lang=ar`)
  await nameDelegates(page, arabic)
  const [head, notYet] = [t('delegation:row.head'), t('delegation:state.notYet')]
  expect(await delegation(page)).toEqual([
    line(salwa, head, notYet),
    line(omar, notYet),
    line(dilan, t('delegation:seat.alternate')),
    line(rana, t('delegation:seat.requested')),
  ])

  const [mail] = await mailsTo(majlis.mails, salwa.email, 1)
  await page.goto(answerLinkIn(mail))
  expect(await page.textContent('main')).not.toContain(omar.name)
  await page.goBack()
  await post(gmailReply(replyTo(dateIn(mail))))
  await agreeTo(organiser, words, majlis.url, rana.name)
  await datesTo(majlis.mails, rana.email, 1)
  await expect
    .poll(() => delegation(page), { timeout: 15_000 })
    .toEqual([
      line(salwa, head, t('answer:status.accepted'), t('delegation:state.confirmed')),
      line(omar, t('answer:status.accepted'), notYet),
      line(dilan, t('delegation:seat.alternate')),
      line(rana, t('answer:status.accepted'), notYet),
    ])
}

/** A guest proposes somebody, the organiser agrees: the date moves from one calendar to the other, and the story says how. */
async function somebodyIsSent({ majlis, guest, organiser, words }: Stage, link: string) {
  const { osman } = guests
  await guest.goto(link)
  await sendSomebody(guest, reader(osman.language))
  await agreeTo(organiser, words, majlis.url, substitute.name)
  isTakenBack(await datesTo(majlis.mails, osman.email, 2))
  await openGuest(organiser, words, majlis.url, osman.name)
  const { t } = words
  expect(await story(organiser)).toMatch(
    inOrder(t('answer:status.proposed'), t('guests:story.nameSubstitute'), t('guests:story.requestSeat')),
  )
  expect(await organiser.locator('section[aria-labelledby=named]').textContent()).toContain(substitute.name)
}

/** Of all, one has not answered and can be reached; that nobody is in the office is no answer either. */
async function onlyTheSilentAreReminded({ majlis, organiser, words, post }: Stage) {
  const before = majlis.mails.received.length
  await remind(organiser, words, majlis.url)
  await mailsTo(majlis.mails, guests.sprout.email, 2)
  await post(
    writtenMail({
      ...{ from: guests.sprout.email, subject: 'Automatic reply: Reminder', text: 'I am away.' },
      headers: ['Auto-Submitted: auto-replied'],
    }),
  )
  await openGuest(organiser, words, majlis.url, guests.sprout.name)
  await shows(organiser, organiser.url(), words.t('inbox:reason.auto'))
  expect(majlis.mails.received.slice(before).map(({ to }) => to)).toEqual([guests.sprout.email])
}

/** Nobody knows the writer: the office gives the letter to the event, and the event to the guest whose place it is about. */
async function letterBecomesAnAnswer({ majlis, organiser, words, post }: Stage) {
  const [from, text] = ['sara@far.example', 'Mr Omar Said cannot come.']
  await post(writtenMail({ from, subject: 'Regrets', text }))
  await recordLetter(organiser, words, majlis.url, { subject: 'Regrets', text, guest: guests.gone.name })
}

/** Whose calendars have the date, each by the name they read and how many words they were sent before. */
const coming = [
  { ...guests.hostile, words: 1 },
  { ...guests.sara, words: 1 },
  { ...guests.hawre, words: 1 },
  { ...guests.lena, words: 1 },
  { ...delegates.salwa, language: 'ar', words: 1 },
  { ...delegates.omar, language: 'ar', words: 1 },
  { ...delegates.rana, language: 'ar', words: 1 },
  { ...substitute, language: 'en', words: 1 },
] as const

/** Every calendar that has the date is sent the same UID with a higher SEQUENCE and the other room; no other is. */
async function roomChanges({ majlis, organiser, words }: Stage) {
  const before = majlis.mails.received.length
  await moveTheMeeting(organiser, words, majlis.url, coming.length)
  for (const { email, language, words: count } of coming) {
    const sent = await datesTo(majlis.mails, email, count + 1)
    const [last, now] = sent.slice(-2)
    expect(now).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', uid: last?.uid })
    expect(now?.sequence).toBeGreaterThan(last?.sequence ?? Number.NaN)
    expect(now?.location).toContain(otherRoom[language])
    expect(now?.startsAt).toBe(last?.startsAt)
  }
  const told = majlis.mails.received.slice(before).map(({ to }) => to)
  expect(told.sort()).toEqual(coming.map(({ email }) => email).sort())
}

async function invitationIsWithdrawn({ majlis, organiser, words }: Stage) {
  await withdraw(organiser, words, majlis.url, guests.hostile.name)
  isTakenBack(await datesTo(majlis.mails, guests.hostile.email, 3))
}

/** The last of these takes the one before it out of the calendar. */
function isTakenBack(dates: ReceivedDate[]) {
  const [date, taken] = dates.slice(-2)
  expect(date).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED' })
  expect(taken).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: date?.uid })
  expect(taken?.sequence).toBeGreaterThan(date?.sequence ?? Number.NaN)
}

type Figures = Partial<Record<'accepted' | 'tentative' | 'declined' | 'waiting' | 'unanswered', number>>

async function watchFigures({ overview, words, majlis }: Stage) {
  // The page counts anew by a timer: the test turns the clock instead of waiting.
  await overview.clock.install()
  await overview.goto(`${majlis.url}/desk/events/${slug}`)
  await figure(overview, words, 'unanswered').getByText(digits(9, words)).waitFor()
}

async function figuresFollow({ overview, words }: Stage, expected: Figures) {
  if (words.language === 'en') await overview.clock.runFor(16_000)
  else await overview.reload()
  for (const [name, value] of Object.entries(expected))
    await figure(overview, words, name as 'accepted')
      .getByText(digits(value, words))
      .waitFor()
}

/** The public page in each language, each reached by the switch of the one before. */
async function visitorReads({ majlis, language: first }: Stage) {
  const page = await (await context(first, { ...phone, ...scriptless })).newPage()
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
