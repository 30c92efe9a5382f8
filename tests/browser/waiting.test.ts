import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { submitFreeSeats } from '#app/answers/submit-waiting.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { newId } from '#db/id.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'
import { aWholeMajlis } from '#tests/support/majlis.ts'
import { visitor } from '#tests/support/visitor.ts'
import { anInspector } from './inspection.ts'
import { reader } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const { t, press } = reader('ar')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

test('a guest who waits is told the rule, offered a seat and takes it, in Arabic and without a script', async () => {
  let clock = now
  const settings = { WORKER: 'off', APP_SECRET: site.secret }
  const majlis = await aWholeMajlis({ now: () => clock, settings })
  onTestFinished(() => majlis.stop())
  const { database } = majlis.context
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id, capacity: 1 })
  const rule = { seatsGiven: 'offer' as const, offerHours: 24 }
  await database.write((tx) => tx.update(parts).set(rule).where(eq(parts.id, event.meeting.id)))
  const [ali, layla] = [
    await aGuest(database, event, { email: 'ali@guest.example' }),
    await aGuest(database, event, { name: 'Layla Aziz', email: 'layla@guest.example', language: 'ar' }),
  ]
  const answer = ({ scope }: typeof ali, reply: 'accepted' | 'declined', at: Date) =>
    submitAnswer(database, scope, { given: anAnswer(event.meeting.id, reply), site, now: at })
  await answer(ali, 'accepted', now)

  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const address = `${majlis.url}/r/${layla.token}?lang=ar`
  await page.goto(address)
  const toldRule = t('waiting:rule.offer', { count: 24 })
  expect(await page.locator('main').textContent()).toContain(toldRule)
  await page.getByLabel(t('answer:reply.accepted')).check()
  await press(page, t('answer:send'))
  expect(await page.locator('.waits').textContent()).toContain(t('waiting:page.place', { place: 1 }))

  await answer(ali, 'declined', hours(1))
  clock = hours(2)
  // The eyes of the inspection are scripts of their own.
  const seeing = await browser.newContext()
  onTestFinished(() => seeing.close())
  const { inspect, faults } = await anInspector(seeing)
  await inspect(address, { language: 'ar', isScriptless: true, screens: ['phone'] })
  await page.goto(address)
  const until = formatInstant(hours(25), 'dayAndTime', 'ar', event.zone)
  expect(await page.locator('.offer').textContent()).toContain(until)
  const [offer] = (await database.read.select().from(messages)).filter(({ subject }) =>
    subject.includes(t('templates:headline.offered')),
  )
  expect(offer?.text).toContain(until)
  // To open the mail's link takes nothing; nor does a button pressed too late.
  clock = hours(26)
  await press(page, t('waiting:offer.take'))
  expect(await page.getByRole('alert').textContent()).toContain(t('answer:refused.offerOver'))
  const standing = async () => {
    const [row] = await database.read
      .select()
      .from(attendances)
      .where(eq(attendances.attendeeId, layla.attendeeId))
    return row?.status
  }
  expect(await standing()).toBe('offered')
  // Nobody else waits, so asking again brings the seat.
  await press(page, t('waiting:page.again'))
  expect(await page.locator('main').textContent()).toContain(t('answer:status.accepted'))
  expect([await standing(), faults]).toEqual(['accepted', []])
})

test('an institution takes the seat offered to one of its delegates, and nobody else’s', async () => {
  const settings = { WORKER: 'off', APP_SECRET: site.secret }
  const majlis = await aWholeMajlis({ now: () => hours(1), settings })
  onTestFinished(() => majlis.stop())
  const { database } = majlis.context
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id, capacity: 0 })
  const ministry = await anInstitution(database, event)
  const names = [aDelegate('First Delegate', { email: 'first@ministry.example' })]
  const given = anAnswer(event.meeting.id, 'accepted', { names })
  await submitAnswer(database, ministry.scope, { given, site, now })
  const stranger = await aGuest(database, event, { email: 'stranger@guest.example' })
  await submitAnswer(database, stranger.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  const rule = { seatsGiven: 'offer' as const, capacity: 2 }
  await database.write((tx) => tx.update(parts).set(rule).where(eq(parts.id, event.meeting.id)))
  await submitFreeSeats(database, event.scope, { site, now: hours(1) })
  const delegate = names[0]?.spareId ?? ''
  const take = async (attendee: string) => {
    const form = { intent: 'offer', says: 'take', part: event.meeting.id, attendee, requestId: newId() }
    const { status } = await visitor(majlis).post(`/o/${ministry.token}?lang=en`, form)
    const rows = await database.read.select().from(attendances)
    return [status, rows.find(({ attendeeId }) => attendeeId === attendee)?.status]
  }
  const page = await (await visitor(majlis).get(`/o/${ministry.token}?lang=en`)).text()
  expect(page).toContain('A seat is offered to First Delegate')
  expect(await take(stranger.attendeeId)).toEqual([404, 'offered'])
  expect(await take(delegate)).toEqual([303, 'accepted'])
})
