import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agendaOfEvent } from '#app/agenda/read.server.ts'
import { aMember, password } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { anInspector, phone } from './inspection.ts'
import { field, reader } from './words.ts'

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

const { t, fill, press, follow } = reader('en')

const events = [
  ['2026-12-14T09:00:00+03:00', '01:00', 'Opening', 'Hall A', ['Noor Hassan']],
  ['2026-12-14T10:30:00+03:00', '01:30', 'Needs by governorate', 'Hall A', ['Shirin Aziz', 'Karwan Ali']],
  ['2026-12-14T10:30:00+03:00', '01:30', 'Data clinic', 'Hall B', []],
].map(([date, duration, title, room, persons], at) => ({
  ...{ id: at + 1, date, duration, title, room, persons, language: 'en', abstract: `About ${title}` },
}))
const schedule = {
  name: 'schedule.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ schedule: { version: '0.9', events } })),
}

/** Signed in at the desk, in English. */
async function anOrganiser(email: string) {
  const context = await browser.newContext({ locale: 'en' })
  const page = await context.newPage()
  await page.goto(`${majlis.url}/sign-in`)
  await fill(page, t('accounts:field.email'), email)
  await fill(page, t('accounts:field.password'), password)
  await press(page, t('accounts:signIn.submit'))
  await page.waitForURL(/\/desk/)
  return { context, page }
}

/** Sends a schedule to an event, looks at what it would do, and takes it. */
async function importInto(page: Page, slug: string, file: typeof schedule) {
  await page.goto(`${majlis.url}/desk/events/${slug}/agenda`)
  await follow(page, t('exchange:short'))
  await page.getByLabel(t('uploads:file'), { exact: true }).setInputFiles(file)
  await press(page, t('exchange:upload'))
  await page.getByRole('heading', { name: file.name }).waitFor()
  expect(await page.locator('.exchange-lines > li').count()).toBe(events.length)
  await press(page, t('exchange:confirm'))
  await page.getByText(t('exchange:done.taken')).waitFor()
}

async function release(page: Page, slug: string, version: string) {
  await page.goto(`${majlis.url}/desk/events/${slug}/agenda/release`)
  await press(page, t('programme:desk.release', { version }))
  await page.getByText(t('programme:done.released')).waitFor()
}

test('a schedule comes in, is edited and released; everybody sees it then and not before; elsewhere it is the same', async () => {
  const { database } = majlis.context
  const first = await anEvent(database)
  const second = await anEvent(database, { officeId: first.officeId })
  const { email } = await aMember(database, first.officeId, { role: 'organiser' })
  const { context, page } = await anOrganiser(email)
  /** Which of the public day in Arabic, the calendar and the schedule file say `text`. */
  const saying = async (text: string) => {
    const places = {
      page: `/ar/${first.slug}/agenda`,
      ics: `/${first.slug}/agenda.ics?lang=ar`,
      json: `/${first.slug}/schedule.json`,
    }
    const said = await Promise.all(
      Object.entries(places).map(async ([place, path]) => ({ place, file: await read(path) })),
    )
    // A calendar folds its lines.
    return said.filter(({ file }) => file.replaceAll('\r\n ', '').includes(text)).map(({ place }) => place)
  }

  await importInto(page, first.slug, schedule)
  expect(await saying('Data clinic')).toEqual([])
  await release(page, first.slug, '1')
  expect(await saying('Data clinic')).toEqual(['page', 'ics', 'json'])

  await page.goto(`${majlis.url}/desk/events/${first.slug}/agenda`)
  await page.getByRole('link', { name: 'Needs by governorate' }).first().click()
  await page.locator('input[name="title.ar"]').fill(inArabic)
  await field(page, t('events:field.startsAt')).fill('2026-12-14T13:15')
  await field(page, t('events:field.endsAt')).fill('2026-12-14T14:45')
  await press(page, t('agenda:item.save'))
  await page.getByText(t('agenda:done.saved')).waitFor()
  expect([await saying(inArabic), await saying('20261214T101500Z')]).toEqual([[], []])
  await release(page, first.slug, '2')
  expect(await saying(inArabic)).toEqual(['page', 'ics', 'json'])
  expect([await saying('20261214T101500Z'), await saying('2026-12-14T13:15:00+03:00')]).toEqual([
    ['ics'],
    ['json'],
  ])

  await seenOnAPhone(first.slug)
  const exported = Buffer.from(await read(`/${first.slug}/schedule.json`))
  await importInto(page, second.slug, { ...schedule, name: 'exported.json', buffer: exported })
  const [there, here] = await Promise.all([agendaOf(database, second.id), agendaOf(database, first.id)])
  expect(there).toEqual(here)
  expect(here.map(({ title }) => title.ar)).toEqual([undefined, undefined, inArabic])
  await context.close()
})

const inArabic = 'الاحتياجات حسب المحافظة'

/** A public address as anybody sees it who has no session. */
async function read(path: string): Promise<string> {
  return (await fetch(`${majlis.url}${path}`)).text()
}

/** The day and the item, in Arabic. */
async function seenOnAPhone(slug: string) {
  const context = await browser.newContext({ locale: 'ar', viewport: phone })
  const { page, inspect, faults } = await anInspector(context)
  await page.goto(`${majlis.url}/ar/${slug}/agenda`)
  const item = page.getByRole('link', { name: inArabic }).first()
  const address = new URL((await item.getAttribute('href')) ?? '', page.url()).href
  for (const one of [page.url(), address]) await inspect(one, { language: 'ar', isScriptless: true })
  expect(faults).toEqual([])
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(inArabic)
  expect(await page.locator('main').textContent()).toContain('١٣:١٥')
  await context.close()
}

/** What an agenda says, without the ids of this house. */
async function agendaOf(database: WholeMajlis['context']['database'], eventId: string) {
  const items = await agendaOfEvent(database.read, eventId)
  return items.map(({ title, abstract, startsAt, endsAt, room, track, kind, roles, ...item }) => ({
    ...{ title, abstract, startsAt, endsAt, kind, room: room?.name, track: track?.name },
    spoken: item.spokenLanguages,
    interpreted: item.interpretedLanguages,
    people: roles.map(({ role, names }) => ({ role, names })),
  }))
}
