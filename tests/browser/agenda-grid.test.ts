import type { Browser, BrowserContext, Page } from 'playwright-core'
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

type Language = 'en' | 'ar'

/** An editor's grid of the demo's first day, in a browser of its own; what the browser complains of is kept. */
async function aGrid(language: Language) {
  const context: BrowserContext = await browser.newContext({
    locale: language,
    viewport: { width: 1280, height: 2200 },
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
    // A refusal is an answer to the grid, which browsers log as a failed request.
    if (message.type() === 'error' && !message.text().includes('409')) complaints.push(message.text())
  })
  await page.goto(`${demo.url}/desk/events/improving-lives/agenda?view=grid&lang=${language}`)
  await page.locator('.board-field .board-item').first().waitFor()
  return { context, page, complaints }
}

const titles = { en: 'Coffee', ar: 'استراحة قهوة' }

function itemOf(page: Page, language: Language) {
  return page.locator('.board-item', { hasText: new RegExp(`${titles[language]}(?!.*\\p{L})`, 'u') }).first()
}

async function boxOf(page: Page, language: Language) {
  const box = await itemOf(page, language).boundingBox()
  if (!box) throw new Error('not on the page')
  return box
}

type Drawn = { start: number; top: number; height: number }

/** Where the item is drawn in the grid; `start` from the side on which reading begins. */
async function drawn(page: Page, language: Language): Promise<Drawn> {
  await page.locator('[data-saving=false]').waitFor()
  return itemOf(page, language).evaluate((item) => {
    const { insetInlineStart, insetBlockStart, blockSize } = item.style
    return {
      start: Number.parseFloat(insetInlineStart),
      top: Number.parseFloat(insetBlockStart),
      height: Number.parseFloat(blockSize),
    }
  })
}

/** What became of it, in rooms and minutes. */
async function movedFrom(page: Page, language: Language, before: Drawn) {
  const now = await drawn(page, language)
  return {
    rooms: Math.round((now.start - before.start) / 184) + 0,
    minutes: Math.round((now.top - before.top) / 8) * 5 + 0,
    longer: Math.round((now.height - before.height) / 8) * 5 + 0,
  }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  // What is drawn follows a frame later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

test.each(['en', 'ar'] as const)(
  'an item is dragged, stretched and put aside by hand, in %s',
  async (language) => {
    const { context, page, complaints } = await aGrid(language)
    const t = translator(language)
    const first = await drawn(page, language)
    const pull = async (by: { x: number; y: number }, from: 'middle' | 'end' = 'middle') => {
      const box = await boxOf(page, language)
      const at = { x: box.x + box.width / 2, y: box.y + (from === 'end' ? box.height - 3 : 20) }
      await drag(page, at, { x: at.x + by.x, y: at.y + by.y })
    }
    // One room towards the first, half an hour later: what it would clash with is said while it is still in the hand.
    await pull({ x: language === 'ar' ? 368 : -368, y: 48 })
    expect(await page.locator('.board-target.is-warned').count()).toBe(1)
    await page.mouse.up()
    expect(await movedFrom(page, language, first)).toEqual({ rooms: -2, minutes: 30, longer: 0 })
    const placed = await drawn(page, language)
    await pull({ x: 0, y: 40 }, 'end')
    await page.mouse.up()
    expect(await movedFrom(page, language, placed)).toEqual({ rooms: 0, minutes: 0, longer: 25 })

    const stretched = await drawn(page, language)
    await pull({ x: 0, y: 200 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await movedFrom(page, language, stretched)).toEqual({ rooms: 0, minutes: 0, longer: 0 })

    const [side, box] = [await page.locator('.board-side').boundingBox(), await boxOf(page, language)]
    const to = { x: (side?.x ?? 0) + 90, y: (side?.y ?? 0) + 60 }
    await drag(page, { x: box.x + 60, y: box.y + 20 }, to)
    await page.mouse.up()
    await page.locator('.board-side .board-item').waitFor()
    for (let steps = 0; steps < 3; steps++) {
      await page.getByRole('button', { name: t('planner:board.undo'), exact: true }).click()
      await page.locator('[data-saving=false]').waitFor()
    }
    await page.locator('.board-side .board-item').waitFor({ state: 'detached' })
    expect(await movedFrom(page, language, first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
    expect(complaints).toEqual([])
    await context.close()
  },
)

test.each(['en', 'ar'] as const)('keys do what hands do, and are told in words, in %s', async (language) => {
  const { context, page, complaints } = await aGrid(language)
  const t = translator(language)
  const first = await drawn(page, language)
  const said = () => page.locator('.board-says').textContent()
  await itemOf(page, language).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const towardsFirst = language === 'ar' ? 'ArrowRight' : 'ArrowLeft'
  await page.keyboard.press(towardsFirst)
  await page.keyboard.press('Shift+ArrowDown')
  expect(await movedFrom(page, language, first)).toEqual({
    ...{ rooms: -1, minutes: 10, longer: 5 },
  })
  expect(await said()).toContain(titles[language])
  expect(await itemOf(page, language).evaluate((item) => item === document.activeElement)).toBe(true)

  await page.keyboard.press('Delete')
  await page.locator('.board-side .board-item').waitFor()
  expect(await said()).toContain(t('planner:board.inSideList'))
  await page.keyboard.press('Space')
  await page.locator('.board-side .board-item').waitFor({ state: 'detached' })
  await page.locator('[data-saving=false]').waitFor()
  for (let steps = 0; steps < 6; steps++) {
    await page.keyboard.press('Control+z')
    await page.locator('[data-saving=false]').waitFor()
  }
  expect(await movedFrom(page, language, first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
  await page.keyboard.press('Control+Shift+z')
  expect((await movedFrom(page, language, first)).minutes).toBeGreaterThan(0)
  await page.keyboard.press('Control+z')
  expect(await movedFrom(page, language, first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/agenda\/[\da-f-]{36}/)
  expect(complaints).toEqual([])
  await context.close()
})

test('two edit at once: each sees the other’s moves, and neither writes over them unseen', async () => {
  const [noor, sara] = await Promise.all([aGrid('en'), aGrid('en')])
  const t = translator('en')
  const first = await drawn(noor.page, 'en')
  await itemOf(noor.page, 'en').focus()
  await noor.page.keyboard.press('ArrowDown')
  await noor.page.locator('[data-saving=false]').waitFor()
  // The other page learns of it by itself.
  await sara.page.locator('.board-item.is-new').waitFor()
  expect(await movedFrom(sara.page, 'en', first)).toEqual({ rooms: 0, minutes: 5, longer: 0 })

  // One holds it while the other moves it: the hand is not shaken, the drop is refused and both places are shown.
  const held = await boxOf(sara.page, 'en')
  const grab = { x: held.x + 60, y: held.y + 20 }
  await drag(sara.page, grab, { x: grab.x, y: grab.y + 80 })
  await noor.page.keyboard.press('ArrowUp')
  await noor.page.locator('[data-saving=false]').waitFor()
  await sara.page.locator('.board-says', { hasText: /./ }).waitFor()
  await sara.page.mouse.up()
  const refusal = sara.page.locator('.notice.error')
  await refusal.waitFor()
  expect(await movedFrom(sara.page, 'en', first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
  await refusal.getByRole('button', { name: t('planner:trouble.mine') }).click()
  await refusal.waitFor({ state: 'detached' })
  expect(await movedFrom(sara.page, 'en', first)).toEqual({ rooms: 0, minutes: 55, longer: 0 })
  await sara.page.keyboard.press('Control+z')
  await sara.page.getByRole('button', { name: t('planner:board.undo'), exact: true }).click()
  await sara.page.locator('[data-saving=false]').waitFor()
  expect([...noor.complaints, ...sara.complaints]).toEqual([])
  await Promise.all([noor.context.close(), sara.context.close()])
})
