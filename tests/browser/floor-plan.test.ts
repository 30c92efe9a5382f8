import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { aRunningDemo, type Demo } from './running-demo.ts'

let browser: Browser
let demo: Demo
beforeAll(async () => {
  ;[browser, demo] = await Promise.all([launchBrowser(), aRunningDemo()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

type Options = Parameters<Browser['newContext']>[0]
type Language = 'en' | 'ar'

/** An editor's board of the demo's main hall, in a browser of its own; what the browser complains of is kept. */
async function aBoard(language: Language, options: Options = {}) {
  const context = await browser.newContext({
    locale: language,
    viewport: { width: 1280, height: 1600 },
    ...options,
  })
  await context.addCookies(
    demo.cookies.map((cookie) => {
      const [name = '', value = ''] = cookie.split(/=(.*)/s)
      return { name, value, url: demo.url }
    }),
  )
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refusal is an answer to the board, which browsers log as a failed request.
    if (message.type() === 'error' && !message.text().includes('409')) complaints.push(message.text())
  })
  await page.goto(`${demo.url}/desk/events/improving-lives/booths/plan?lang=${language}`)
  return { context, page, complaints }
}

async function aDrawnBoard(language: Language, options: Options = {}) {
  const board = await aBoard(language, options)
  await thing(board.page, 'A1').waitFor()
  return board
}

function thing(page: Page, code: string) {
  return page.locator('.drawn', { has: page.locator(`.plan-code:text-is("${code}")`) })
}

/** Where a booth is drawn, in centimetres: x, y, width, depth; null when it is not. */
async function drawn(page: Page, code: string): Promise<number[] | null> {
  await page.locator('[data-saving=false]').waitFor()
  if (!(await thing(page, code).count())) return null
  return thing(page, code)
    .locator('.drawn-hold')
    .evaluate((rect) => ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name))))
}

/** Pixels of so many centimetres, and the middle of a booth on the screen. */
async function onScreen(page: Page, code: string) {
  const box = await thing(page, code).locator('.drawn-hold').boundingBox()
  const width = (await drawn(page, code))?.[2] ?? 1
  if (!box) throw new Error(`${code} is not on the page`)
  return {
    ...{ x: box.x + box.width / 2, y: box.y + box.height / 2, box },
    scale: box.width / width,
  }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('the public plan is walked by keyboard, found in, and printed on one sheet of A3', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  const plan = `${demo.url}/ar/improving-lives/exhibition/plan`
  await page.goto(`${plan}?at=A1`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.locator('a.plan-booth').first().focus()
  const walked: (string | null | undefined)[] = []
  for (let at = 0; at < 8; at++) {
    walked.push(await page.evaluate(() => document.activeElement?.querySelector('.plan-code')?.textContent))
    await page.keyboard.press('Tab')
  }
  expect(walked).toEqual(['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4'])
  // Past the drawing, the same again as a list.
  expect(await page.locator('.plan-list .booth-code').allTextContents()).toEqual(walked)
  await page.locator('#zoom-4').check()
  const size = await page.locator('.plan-svg').boundingBox()
  expect(size?.width).toBeGreaterThan(1200)
  await page.goto(`${plan}?q=A3`)
  expect(await page.locator('.plan-booth.is-hit .plan-code').allTextContents()).toEqual(['A3'])
  await page.goto(plan)
  await page.locator('a.plan-booth').first().click()
  await page.locator('a', { hasText: translator('ar')('plan:showOnPlan') }).click()
  expect(new URL(page.url()).searchParams.get('at')).toBe('A1')
  await page.locator('.plan-pin').waitFor()

  const sheet = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width = 0, height = 0] = (/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(sheet) ?? []).map(Number)
  expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([420, 297])
  await context.close()
})

test.each(['en', 'ar'] as const)(
  'booths are dragged, stretched, added and put back by hand, in %s',
  async (language) => {
    const { context, page, complaints } = await aDrawnBoard(language)
    const t = translator(language)
    const before = await drawn(page, 'B1')
    // The drawing is not mirrored: right is right in either direction of writing. Beside B4 it catches on its edge.
    const { x, y, scale } = await onScreen(page, 'B1')
    await drag(page, { x, y }, { x: x + 820 * scale, y: y - 12 * scale })
    await page.mouse.up()
    expect(await drawn(page, 'B1')).toEqual([1500, 700, 400, 300])
    expect(await page.locator('.board-says').textContent()).toContain('B1')

    await thing(page, 'B1').click()
    const held = await onScreen(page, 'B1')
    const corner = { x: held.box.x + held.box.width, y: held.box.y + held.box.height }
    await drag(page, corner, { x: corner.x - 100 * scale, y: corner.y + 100 * scale })
    await page.mouse.up()
    expect(await drawn(page, 'B1')).toEqual([1500, 700, 300, 400])

    await drag(page, { x: held.x, y: held.y }, { x: held.x, y: held.y + 300 * scale })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await drawn(page, 'B1')).toEqual([1500, 700, 300, 400])

    // Two at once keep their distance, and what they then stand in is said and hinders nobody.
    await thing(page, 'A1').click()
    await thing(page, 'A2').click({ modifiers: ['Shift'] })
    const pair = await onScreen(page, 'A2')
    await drag(page, pair, { x: pair.x, y: pair.y + 600 * scale })
    await page.mouse.up()
    expect([await drawn(page, 'A1'), await drawn(page, 'A2')]).toEqual([
      [400, 700, 400, 300],
      [800, 700, 400, 300],
    ])
    expect(await page.locator('#plan-warnings').count()).toBe(1)

    await button(page, t('drawing:board.draw')).click()
    const floor = await onScreen(page, 'A3')
    const start = { x: floor.x, y: floor.y + 320 * scale }
    await drag(page, start, { x: start.x + 250 * scale, y: start.y + 150 * scale })
    await page.mouse.up()
    await button(page, t('drawing:board.draw')).click()
    await page.locator('[data-saving=false]').waitFor()
    expect(await page.locator('.plan-side [name=code]').inputValue()).toMatch(/^\w\d+$/)

    for (let steps = 0; steps < 4; steps++) {
      await button(page, t('drawing:board.undo')).click()
      await page.locator('[data-saving=false]').waitFor()
    }
    expect(await drawn(page, 'B1')).toEqual(before)
    expect(await page.locator('.drawn.plan-booth').count()).toBe(8)
    expect(await page.locator('#plan-warnings').count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  },
)

test.each(['en', 'ar'] as const)('keys do what hands do, and are told in words, in %s', async (language) => {
  const { context, page, complaints } = await aDrawnBoard(language)
  const t = translator(language)
  const said = () => page.locator('.board-says').textContent()
  const before = await drawn(page, 'A1')
  await thing(page, 'A1').focus()
  await page.keyboard.press('PageDown')
  expect(await thing(page, 'A2').evaluate((booth) => booth === document.activeElement)).toBe(true)
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('r')
  expect(await drawn(page, 'A1')).toEqual([451, 150, 300, 450])
  expect(await said()).toContain('A1')
  expect(await thing(page, 'A1').evaluate((booth) => booth === document.activeElement)).toBe(true)

  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'code')
  await page.keyboard.type('A2')
  await page.keyboard.press('Enter')
  await page.locator('.notice.error', { hasText: t('drawing:trouble.codeTaken') }).waitFor()
  await page.locator('.plan-side [name=code]').fill('Z9')
  await page.keyboard.press('Enter')
  await thing(page, 'Z9').waitFor()
  expect((await drawn(page, 'Z9'))?.slice(0, 2)).toEqual([451, 150])

  await thing(page, 'Z9').focus()
  await page.keyboard.press('Delete')
  await button(page, t('drawing:side.place', { name: '\u2068Z9\u2069' })).waitFor()
  expect(await drawn(page, 'Z9')).toBe(null)
  while (await button(page, t('drawing:board.undo')).isEnabled()) {
    await button(page, t('drawing:board.undo')).click()
    await page.locator('[data-saving=false]').waitFor()
  }
  expect([await drawn(page, 'Z9'), await drawn(page, 'A1')]).toEqual([null, before])
  await thing(page, 'A1').focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('[data-saving=false]').waitFor()
  await page.keyboard.press('Control+z')
  await page.locator('[data-saving=false]').waitFor()
  await page.keyboard.press('Control+Shift+z')
  expect((await drawn(page, 'A1'))?.[0]).toBe(450)
  await page.keyboard.press('Control+z')
  expect(await drawn(page, 'A1')).toEqual(before)
  const axe = await new AxeBuilder({ page }).analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('two draw at once: each sees the other’s steps, and neither writes over them unseen', async () => {
  const [noor, sara] = await Promise.all([aDrawnBoard('en'), aDrawnBoard('en')])
  const t = translator('en')
  const before = await drawn(noor.page, 'B3')
  await thing(noor.page, 'B3').focus()
  await noor.page.keyboard.press('ArrowDown')
  await noor.page.locator('[data-saving=false]').waitFor()
  await sara.page.locator('.drawn.is-new').waitFor()
  expect((await drawn(sara.page, 'B3'))?.[1]).toBe(1050)

  const held = await onScreen(sara.page, 'B3')
  await drag(sara.page, held, { x: held.x + 200 * held.scale, y: held.y })
  await noor.page.keyboard.press('ArrowUp')
  await noor.page.locator('[data-saving=false]').waitFor()
  await sara.page.mouse.up()
  const refusal = sara.page.locator('.notice.error')
  await refusal.waitFor()
  expect(await drawn(sara.page, 'B3')).toEqual(before)
  await refusal.getByRole('button', { name: t('drawing:trouble.mine') }).click()
  await refusal.waitFor({ state: 'detached' })
  expect((await drawn(sara.page, 'B3'))?.[0]).toBeGreaterThan(before?.[0] ?? 0)
  await button(sara.page, t('drawing:board.undo')).click()
  expect(await drawn(sara.page, 'B3')).toEqual(before)
  expect([...noor.complaints, ...sara.complaints]).toEqual([])
  await Promise.all([noor.context.close(), sara.context.close()])
})

test('a finger chooses by a tap, and then moves what it chose', async () => {
  const { context, page, complaints } = await aDrawnBoard('en', {
    ...{ hasTouch: true, viewport: { width: 820, height: 1180 } },
  })
  const before = await drawn(page, 'B2')
  const { x, y, scale } = await onScreen(page, 'B2')
  await page.touchscreen.tap(x, y)
  await page.locator('.drawn.is-chosen').waitFor()
  const client = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', by = 0) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + by * scale, y }],
    })
  await touch('touchStart')
  await touch('touchMove', 100)
  await touch('touchMove', 200)
  await touch('touchEnd')
  await page.waitForFunction(() => document.querySelector('.board-says')?.textContent?.includes('B2'))
  expect((await drawn(page, 'B2'))?.[0]).toBe((before?.[0] ?? 0) + 200)
  await button(page, translator('en')('drawing:board.undo')).click()
  expect(await drawn(page, 'B2')).toEqual(before)
  expect(complaints).toEqual([])
  await context.close()
})

test.each(['en', 'ar'] as const)(
  'without script the table and the forms do it all, in %s',
  async (language) => {
    const { context, page } = await aBoard(language, { javaScriptEnabled: false })
    const t = translator(language)
    const letter = language === 'en' ? 'Q' : 'R'
    // After a form the page is in its editor's own language again.
    const press = (intent: string) => page.locator(`button[name=intent][value=${intent}]`)
    const field = (name: string) => page.locator(`.plan-table [name="${name}"]`)
    expect(await page.locator('h1').textContent()).toBe(t('drawing:title'))
    expect(await page.locator('.drawn').count()).toBe(0)
    await field('booths[0].x').fill('3.5')
    await field('booths[0].code').fill('')
    await field('booths[1].width').fill('0')
    await press('table').click()
    // What was typed is not lost, and what is amiss stands at its field.
    expect(await field('booths[0].x').inputValue()).toBe('3.5')
    expect(await field('booths[0].code').getAttribute('aria-invalid')).toBe('true')
    await field('booths[0].code').fill('A1')
    await field('booths[1].width').fill('4')
    await press('table').click()
    await page.locator('.notice.success').waitFor()
    expect(await field('booths[0].x').inputValue()).toBe('3.5')
    await field('booths[0].x').fill('4')
    await press('table').click()

    const row = page.locator('form', { has: page.locator('[value=row]') })
    await page.locator('details:has(button[value=row]) > summary').click()
    await row.locator('[name=code]').fill(`${letter}1`)
    await row.locator('[name=count]').fill('3')
    await row.locator('[name=x]').fill('14')
    await row.locator('[name=y]').fill('11')
    await row.locator('[name=width]').fill('2')
    await row.locator('[name=depth]').fill('2')
    await row.getByRole('button').click()
    const codes = () =>
      page
        .locator('.plan-table [name$=".code"]')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    const all = await codes()
    const last = all.length - 1
    expect(all.slice(-3)).toEqual([`${letter}1`, `${letter}2`, `${letter}3`])
    for (const name of ['x', 'y', 'width', 'depth']) await field(`booths[${last}].${name}`).fill('')
    await press('table').click()
    await press('arrange').click()
    expect(await field(`booths[${last}].x`).inputValue()).not.toBe('')
    await context.close()
  },
)
