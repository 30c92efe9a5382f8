import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { administrator, days, eventTexts, officeName, slug, venue } from './story.ts'
import { field, type Reader } from './words.ts'

/** First run: whoever opens Majlis is led to `/setup`, and once it is done nobody finds it again. */
export async function setUp(page: Page, { t, fill, press, language }: Reader, url: string) {
  await page.goto(url)
  expect(new URL(page.url()).pathname).toBe('/setup')
  await fill(page, t('accounts:field.officeName'), officeName[language === 'ar' ? 'ar' : 'en'])
  await fill(page, t('accounts:field.senderAddress'), 'events@majlis.example')
  await fill(page, t('accounts:field.name'), administrator.name)
  await fill(page, t('accounts:field.email'), administrator.email)
  await fill(page, t('accounts:field.password'), administrator.password)
  await fill(page, t('accounts:field.repeated'), administrator.password)
  await press(page, t('accounts:setup.submit'))
  await page.getByRole('heading', { name: t('events:first.title') }).waitFor()
  expect((await page.request.get(`${url}/setup`)).status()).toBe(404)
}

/** The partner meeting by invitation and the exhibition open to all, from the template. */
export async function createEvent(page: Page, { t, fill, fillEach, follow, press }: Reader) {
  await follow(page, t('events:first.button'))
  await fillEach(page, t('events:field.name'), eventTexts.name)
  await fill(page, t('events:field.slug'), slug)
  await fill(page, t('events:new.meetingOn'), days.meeting)
  await fill(page, t('events:new.exhibitionFrom'), days.exhibitionFrom)
  await fill(page, t('events:new.exhibitionTo'), days.exhibitionTo)
  await press(page, t('events:new.submit'))
  await page.getByText(t('events:done.created')).waitFor()
}

export async function addVenue(page: Page, { t, fill, fillEach, follow, press }: Reader) {
  await follow(page, t('events:venues.add'))
  const form = page.locator('#venue-new')
  await fillEach(form, t('events:field.venueName'), venue.name)
  await fillEach(form, t('events:field.address'), venue.address)
  await fill(form, t('events:field.mapUrl'), venue.mapUrl)
  await press(form, t('events:venues.save'))
  await page.getByText(t('events:done.venueSaved')).waitFor()
}

/** Each part gets the place; the meeting its seats and the day until which guests answer. */
export async function completeParts(page: Page, { t, fill, press, language }: Reader) {
  for (const kind of ['meeting', 'exhibition'] as const) {
    const row = page.locator('.part-row', {
      has: page.locator('.tag', { hasText: t(`events:kind.${kind}`) }),
    })
    await row.locator('a').first().click()
    const place = venue.name[language === 'ar' ? 'ar' : 'en']
    await field(page, t('events:field.venue')).selectOption({ label: place })
    if (kind === 'meeting') {
      await fill(page, t('events:field.capacity'), '60')
      await fill(page, t('events:field.answerBy'), `${days.meeting}T08:00`)
    }
    await press(page, t('events:part.save'))
    await page.getByText(t('events:done.partSaved')).waitFor()
  }
}

export async function writeTexts(page: Page, { t, fill, fillEach, press }: Reader) {
  const form = page.locator('#texts-form')
  await fillEach(form, t('events:field.summary'), eventTexts.summary)
  await fillEach(form, t('events:field.description'), eventTexts.description)
  await fill(form, t('events:field.contactName'), 'Events desk')
  await fill(form, t('events:field.contactEmail'), 'events@majlis.example')
  await press(form, t('events:texts.save'))
  await page.getByText(t('events:done.saved')).waitFor()
}

export async function publish(page: Page, { t, press }: Reader, url: string) {
  await page.goto(`${url}/desk/events/${slug}/settings`)
  await press(page, t('events:publication.publish'))
  await page.getByText(t('events:done.published')).waitFor()
}
