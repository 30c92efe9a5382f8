import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemOfficeScope } from '#app/accounts/scope.server.ts'
import { governorateName, governorates } from '#app/exhibition/governorates.ts'
import { drawnInOrder, placesWith } from '#app/exhibition/map/places.ts'
import { languages } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anEvent } from '#tests/support/builders.ts'
import { aSeries, takeFile } from '#tests/support/displacement.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { anExhibit } from '#tests/support/visitors.ts'
import { desktop, phone } from './inspection.ts'

let browser: Browser
let majlis: WholeMajlis
/** The addresses of the map and of the displacement data but for their language. */
let map: string
const displacement = '/lives/exhibition/displacement'
beforeAll(async () => {
  ;[browser, majlis] = await Promise.all([launchBrowser(), aWholeMajlis({ settings: { WORKER: 'off' } })])
  map = await anExhibitionEverywhere()
})
afterAll(async () => {
  await browser?.close()
  await majlis?.stop()
})

/** Twelve exhibits: one everywhere, and one more in Ninewa, Erbil and Basrah than in the governorate before. */
async function anExhibitionEverywhere() {
  const { database } = majlis.context
  const event = await anEvent(database, { slug: 'lives' })
  await takeFile(database, systemOfficeScope(event.officeId), aSeries)
  const all = governorates.map(({ pcode }) => pcode)
  const some = [['IQG15'], ['IQG15', 'IQG11'], ['IQG15', 'IQG11', 'IQG02']]
  await anExhibit(database, event, {
    slug: 'everywhere',
    booth: 'A1',
    sectors: ['coordination'],
    governorates: all,
  })
  for (const [at, pcodes] of [...some, ...some, ...some, ...some].entries())
    await anExhibit(database, event, {
      ...{ slug: `exhibit-${at}`, booth: `B${at}`, sectors: ['health'], governorates: pcodes },
      ...{ title: { en: `Clinic ${at}`, ar: `عيادة ${at}` }, summary: { en: 'Medical help' } },
    })
  return `/${event.slug}/exhibition/map`
}

/** Whether the focus is on the link of this whole name. */
const isFocused = (page: Page, name: string) =>
  page
    .getByRole('link', { name, exact: true })
    .first()
    .evaluate((link) => link === document.activeElement)

test('by keyboard alone: through the map as one reads it, into a governorate, to its neighbour and to an exhibit', async () => {
  const page = await browser.newPage({ viewport: desktop })
  await page.goto(`${majlis.url}/en${map}`)
  const places = placesWith({ language: 'en', values: {}, say: () => '', short: String, href: String })
  const order = drawnInOrder(places, 'en').map(({ name }) => name)
  await page.getByRole('navigation', { name: 'Themes' }).getByRole('link').last().focus()
  for (const name of order) {
    await page.keyboard.press('Tab')
    const count = name === 'Ninewa' ? 13 : name === 'Erbil' ? 9 : name === 'Basrah' ? 5 : 1
    const told = `${name}: ${count} exhibit${count === 1 ? '' : 's'}`
    expect([told, await isFocused(page, told)]).toEqual([told, true])
    const ring = await page.evaluate(() => {
      const edge = document.activeElement?.querySelector('.edge')
      return edge ? [getComputedStyle(edge).stroke !== 'none', getComputedStyle(edge).strokeWidth] : null
    })
    expect([name, ring]).toEqual([name, [true, '4px']])
  }
  // After the map comes its table, highest first.
  await page.keyboard.press('Tab')
  expect(await isFocused(page, 'Ninewa')).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/map\/IQG15$/)
  expect(await page.locator('h1').textContent()).toBe('Ninewa')
  await page.getByRole('complementary').getByRole('link', { name: 'Anbar' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/map\/IQG01$/)
  await page.getByRole('heading', { level: 3 }).getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/exhibition\/everywhere$/)
  await page.close()
})

test('on a phone without script, in Arabic: a theme, a governorate, and all of its exhibits in the list', async () => {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false })
  const page = await context.newPage()
  const t = translator('ar')
  await page.goto(`${majlis.url}/ar${map}`)
  await page.getByRole('link', { name: t('visitor:sector.health') }).click()
  await page.waitForURL(/sector=health/)
  expect(await page.locator('.map-sheet .muted').first().textContent()).toBe(
    '١٢ معروضاً تعمل في ٣ من ١٨ محافظة',
  )
  const anbar = page.getByRole('link', { name: `${governorateName('IQG01', 'ar')}: لا معروضات` })
  expect(await anbar.count()).toBe(1)
  // The shape itself is pressed, not its name.
  await page
    .getByRole('link', { name: /^نينوى: / })
    .locator('.edge')
    .click({ position: { x: 8, y: 30 } })
  await page.waitForURL(/\/map\/IQG15$/)
  await page.getByRole('link', { name: t('map:place.all', { count: 13, number: '١٣' }) }).click()
  await page.waitForURL(/exhibition\?governorate=IQG15$/)
  await page.getByRole('link', { name: t('map:place.about') }).click()
  await page.waitForURL(/\/map\/IQG15$/)
  await context.close()
})

test('no name lies on another in any language, on a phone or on a desk, and all can be read', async () => {
  const collisions: string[] = []
  for (const language of languages)
    for (const viewport of [phone, desktop]) {
      const page = await browser.newPage({ viewport })
      await page.goto(`${majlis.url}/${language}${map}`)
      const found = await page.evaluate(collidingNames)
      collisions.push(...found.map((pair) => `${language} ${viewport.width}: ${pair}`))
      await page.close()
    }
  expect(collisions).toEqual([])
})

/** Names that overlap, or are smaller than nine pixels. */
function collidingNames(): string[] {
  const scale = (document.querySelector('.governorate-map svg')?.getBoundingClientRect().width ?? 0) / 1000
  const names = [...document.querySelectorAll('.place text')].map((text) => ({
    name: text.textContent ?? '',
    box: text.getBoundingClientRect(),
    size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
  }))
  const apart = (a: DOMRect, b: DOMRect) =>
    // A box is as high as its font's tallest letter: a pixel or two of it is empty.
    a.right <= b.left + 2 || b.right <= a.left + 2 || a.bottom <= b.top + 2 || b.bottom <= a.top + 2
  const pairs = names.flatMap((one, at) =>
    names
      .slice(at + 1)
      .flatMap((other) => (apart(one.box, other.box) ? [] : [`${one.name} × ${other.name}`])),
  )
  return [...pairs, ...names.flatMap(({ name, size }) => (size < 9 ? [`${name} at ${size} px`] : []))]
}

test('map and displacement data weigh little, and print on one sheet each in every language', async () => {
  const addresses = languages.flatMap((language) => [map, displacement].map((at) => `/${language}${at}`))
  for (const address of addresses) {
    const answer = await fetch(majlis.url + address, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(Number(answer.headers.get('Content-Length'))).toBeLessThan(40 * 1024)
    expect(answer.headers.get('Content-Encoding')).toBe('gzip')
    const page = await browser.newPage()
    await page.goto(majlis.url + address)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const sheets = [
      ...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)[\s\S]*?\/MediaBox \[([^\]]*)\]/g),
    ]
    // A4 across.
    expect([address, sheets.map(([, box]) => box?.split(' ').map(Number).map(Math.round))]).toEqual([
      address,
      [[0, 0, 842, 595]],
    ])
    await page.close()
  }
})

/** What the page shows: its round, how the map tells Ninewa, Ninewa's line in the table, and its address. */
async function shownOn(page: Page) {
  const ninewa = { link: page.locator('.governorate-map a'), row: page.locator('.place-table tbody tr') }
  return [
    await page.locator('#round').textContent(),
    await ninewa.link.filter({ hasText: /^Ninewa.*(?:80|79),000/ }).count(),
    await ninewa.row.filter({ hasText: 'Ninewa' }).locator('td').first().textContent(),
    new URL(page.url()).search,
    await page.locator('.lang a').first().getAttribute('href'),
  ]
}

test('by keyboard through the rounds: map, table and address follow, and what cannot be fetched is said', async () => {
  const page = await browser.newPage({ viewport: desktop })
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto(`${majlis.url}/en${displacement}`)
  const [slider, told] = [
    page.getByRole('slider', { name: 'Move through the rounds' }),
    page.getByRole('status'),
  ]
  const arrived = (round: string, number: string) =>
    page.waitForFunction(
      ([text = '', figure = '']) => {
        const said = document.querySelector('[role=status]')?.textContent ?? ''
        return said.includes(text) && said.includes(figure)
      },
      [round, number],
    )
  await page.getByText('The figures of this chart').click()
  expect((await shownOn(page)).slice(0, 4)).toEqual(['Round 80, \u20681 August 2020\u2069', 1, '80,000', ''])
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  expect(await slider.getAttribute('aria-valuetext')).toBe('Round 79, \u20681 July 2020\u2069')
  await arrived('Round 79', 'Internally displaced persons')
  const earlier = ['Round 79, \u20681 July 2020\u2069', 1, '79,000', '?round=2020-07-01']
  expect(await shownOn(page)).toEqual([...earlier, `/en${displacement}?round=2020-07-01`])
  expect(await page.locator('.line-chart details').getAttribute('open')).not.toBeNull()
  // Without network what is shown stays what it is, and says so; the plain link stays.
  await page.context().setOffline(true)
  await page.keyboard.press('Home')
  await arrived('Round 1, ', 'could not be fetched')
  expect(await told.textContent()).toMatch(/still those of: Round 79/)
  expect((await shownOn(page)).slice(0, 4)).toEqual(earlier)
  await page.context().setOffline(false)
  await page.getByRole('link', { name: 'Open this round' }).click()
  await page.waitForURL(/round=2014-01-01/)
  expect(await page.locator('#round').textContent()).toContain('Round 1, ')
  expect(faults).toEqual([])
  await page.close()
})

test('the rounds on a phone without script, in Arabic: by links from year to year, and no slider', async () => {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false })
  const page = await context.newPage()
  const t = translator('ar')
  await page.goto(`${majlis.url}/ar${displacement}`)
  expect(await page.getByRole('slider').count()).toBe(0)
  await page
    .getByRole('navigation', { name: t('displacement:time.label') })
    .getByRole('link', { name: '٢٠١٤' })
    .click()
  await page.waitForURL(/round=2014-12-01#where/)
  await page.getByRole('link', { name: t('displacement:time.later'), exact: true }).click()
  await page.waitForURL(/round=2015-01-01#where/)
  expect(await page.locator('#round').textContent()).toContain('الجولة ١٣')
  const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(sideways)).toBe(0)
  await context.close()
})
