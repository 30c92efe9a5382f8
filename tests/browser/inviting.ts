import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { administrator, guestList, guests, ministry, slug } from './story.ts'
import type { Reader } from './words.ts'

const persons = Object.keys(guests).length
/** A person by their own name, an institution by its. */
const subject = '{{ event.name }}: {{ guest.name }}{% if seats %}{{ organisation.name }}{% endif %}'

/** Nothing is written until the list has been looked at and taken. */
export async function importGuests(page: Page, { t, press, language }: Reader, url: string) {
  await page.goto(`${url}/desk/imports`)
  await page.locator('input[type=file]').setInputFiles(guestList())
  await press(page, t('imports:upload'))
  await page.getByRole('heading', { name: 'guests.csv' }).waitFor()
  const rows = page.locator('.import-rows > li')
  expect(await rows.locator('.strong').allInnerTexts()).toEqual([
    ...[...Object.values(guests), ministry].map(({ name }) => name),
    ...['SARA KOVAC', 'Total: nine'],
  ])
  // One person in two spellings is one person, and a line of sums is nobody.
  const double = t('imports:finding.duplicateInFile', { line: formatNumber(2, language) })
  await rows.filter({ hasText: 'SARA KOVAC' }).getByText(double).waitFor()
  await rows.filter({ hasText: 'Total: nine' }).locator('select').selectOption('leave')
  await press(page, t('imports:saveChoices'))
  await page.getByText(t('imports:done.choices')).waitFor()
  const count = persons + 1
  await press(page, t('imports:confirm', { count, shown: formatNumber(count, language) }))
  await page.getByText(t('imports:done.taken')).waitFor()
}

/** All persons by one button, who may propose a substitute; the ministry by its tick, with two seats and one who stands by. */
export async function inviteAll(page: Page, { t, press, follow, language }: Reader, url: string) {
  await page.goto(`${url}/desk/events/${slug}/invite`)
  const number = formatNumber(persons, language)
  await page.locator('input[name=policy][value=substitute]').check()
  await press(page, t('invitations:invite.inviteAllPersons', { count: persons, number }))
  await page.getByText(t('invitations:invite.done.persons', { count: persons, number })).waitFor()
  await follow(page.getByRole('main'), t('invitations:invite.organisations'))
  await page.getByLabel(t('invitations:invite.choose', { name: ministry.name })).check()
  await press(page, t('invitations:invite.inviteChosen'))
  const one = { count: 1, number: formatNumber(1, language) }
  await page.getByText(t('invitations:invite.done.organisations', one)).waitFor()
}

/** One letter in each language, from the suggested text, with the guest's name in the subject. */
export async function writeInvitation(page: Page, { t, press, language }: Reader, url: string) {
  await page.goto(`${url}/desk/events/${slug}/mailings`)
  await press(page, t('invitations:mailings.writeInvitation'))
  for (const known of ['en', 'ar'] as const) {
    const sheet = page.locator('.letter-sheet', { has: page.locator(`summary [lang=${known}]`) })
    if (!(await sheet.evaluate((details: HTMLDetailsElement) => details.open)))
      await sheet.getByText(languageNames[known]).click()
    await sheet.getByLabel(t('invitations:mailing.subject')).fill(subject)
  }
  await page.locator('#guest').selectOption({ label: `${guests.hostile.name} (${languageNames.en})` })
  await press(page, t('invitations:mailing.previewNow'))
  await page
    .frameLocator('iframe.mail-frame')
    .getByText(`Improving Lives, Enhancing Livelihoods: ${guests.hostile.name}`)
    .waitFor()
  await press(page, t('invitations:mailing.test'))
  const said = page.getByRole('status').filter({ hasText: administrator.email })
  await said.waitFor()
  expect(language).toBe(await page.locator('html').getAttribute('lang'))
}

/** Prepared, approved and sent by three presses; before the event is public the last one is not there. */
export async function approveLetter(page: Page, { t, press, language }: Reader) {
  const count = persons + 1
  const number = formatNumber(count, language)
  await press(page, t('invitations:mailing.prepare', { count, number }))
  await press(page, t('invitations:mailing.approve', { count, number }))
  await page.getByText(t('invitations:mailing.notPublished')).waitFor()
}

export async function sendLetter(page: Page, { t, press, follow, language }: Reader, url: string) {
  const count = persons + 1
  await page.goto(`${url}/desk/events/${slug}/mailings`)
  await follow(page, t('templates:name.invitation'))
  await press(page, t('invitations:mailing.sendInvitation', { count, number: formatNumber(count, language) }))
  await page.getByRole('heading', { name: t('invitations:mailing.sentTitle') }).waitFor()
}
