import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { aFinger, aGrid, boxOf, drag, drawn, itemOf, movedFrom, titles, wordTable } from './grid.ts'
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

test.each(['en', 'ar'] as const)(
  'an item is dragged, stretched and put aside by hand, in %s',
  async (language) => {
    const { context, page, complaints } = await aGrid({ browser, demo }, language)
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
  const { context, page, complaints } = await aGrid({ browser, demo }, language)
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
  const [noor, sara] = await Promise.all([aGrid({ browser, demo }, 'en'), aGrid({ browser, demo }, 'en')])
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

test.each(['en', 'ar'] as const)(
  'a finger scrolls the grid, and drags by the grip, in %s',
  async (language) => {
    const tablet = { width: 820, height: 1180, hasTouch: true }
    const { context, page, complaints } = await aGrid({ browser, demo }, language, tablet)
    await page.locator('.board-scroll').scrollIntoViewIfNeeded()
    await itemOf(page, language).scrollIntoViewIfNeeded()
    const first = await drawn(page, language)
    const finger = await aFinger(context, page)
    const box = await boxOf(page, language)
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await finger.draw(middle, { x: middle.x, y: middle.y - 120 })
    expect(await movedFrom(page, language, first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })

    const grip = await itemOf(page, language).locator('.board-grip').boundingBox()
    const from = { x: (grip?.x ?? 0) + 12, y: (grip?.y ?? 0) + 12 }
    await finger.draw(from, { x: from.x, y: from.y + 48 })
    expect(await movedFrom(page, language, first)).toEqual({ rooms: 0, minutes: 30, longer: 0 })
    await page.getByRole('button', { name: translator(language)('planner:board.undo'), exact: true }).tap()
    expect(await movedFrom(page, language, first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
    expect(complaints).toEqual([])
    await context.close()
  },
)

test.each(['en', 'ar'] as const)('what is held at the edge scrolls the grid on, in %s', async (language) => {
  const { context, page, complaints } = await aGrid({ browser, demo }, language, { width: 700, height: 900 })
  const first = await drawn(page, language)
  const scroll = page.locator('.board-scroll')
  await scroll.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await itemOf(page, language).evaluate((item) => item.scrollIntoView({ block: 'nearest', inline: 'center' }))
  const scrolled = () =>
    scroll.evaluate((element) => [Math.abs(element.scrollLeft), element.scrollWidth - element.clientWidth])
  const [item, grid] = [await boxOf(page, language), await scroll.boundingBox()]
  const edge = grid && (language === 'ar' ? grid.x + 8 : grid.x + grid.width - 8)
  const at = { x: item.x + item.width / 2, y: item.y + 12 }
  await drag(page, at, { x: edge ?? 0, y: at.y })
  await page.waitForFunction(() => {
    const element = document.querySelector('.board-scroll')
    return element && Math.abs(element.scrollLeft) >= element.scrollWidth - element.clientWidth - 1
  })
  const [now = 0, most = 0] = await scrolled()
  expect([most > 100, now >= most - 1]).toEqual([true, true])
  await drag(page, { x: edge ?? 0, y: at.y }, { x: edge ?? 0, y: at.y })
  await page.mouse.up()
  // The last column is that of no room.
  expect((await movedFrom(page, language, first)).rooms).toBeGreaterThan(0)
  expect(await page.locator('.board-says').textContent()).toContain(
    translator(language)('agenda:item.noRoom'),
  )
  await page.keyboard.press('Control+z')
  expect(await movedFrom(page, language, first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
  expect(complaints).toEqual([])
  await context.close()
})

test('another day is reached by its tab and by Page Down, and what went there comes back', async () => {
  const { context, page, complaints } = await aGrid({ browser, demo }, 'en')
  const first = await drawn(page, 'en')
  const [box, tab] = [await boxOf(page, 'en'), await page.locator('[data-drop^="day:"]').nth(1).boundingBox()]
  await drag(page, { x: box.x + 60, y: box.y + 20 }, { x: (tab?.x ?? 0) + 20, y: (tab?.y ?? 0) + 20 })
  await page.mouse.up()
  await itemOf(page, 'en').waitFor({ state: 'detached' })
  await page.locator('[data-saving=false]').waitFor()
  await page.locator('[data-drop^="day:"]').nth(1).click()
  await itemOf(page, 'en').waitFor()
  expect((await drawn(page, 'en')).height).toBe(first.height)

  await itemOf(page, 'en').press('PageUp')
  await itemOf(page, 'en').waitFor({ state: 'detached' })
  await page.locator('[data-saving=false]').waitFor()
  await page.locator('[data-drop^="day:"]').first().click()
  await itemOf(page, 'en').waitFor()
  expect(await movedFrom(page, 'en', first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
  // Before the first day there is none.
  await itemOf(page, 'en').press('PageUp')
  expect(await movedFrom(page, 'en', first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
  await itemOf(page, 'en').press('PageDown')
  await itemOf(page, 'en').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await itemOf(page, 'en').waitFor()
  expect(await movedFrom(page, 'en', first)).toEqual({ rooms: 0, minutes: 0, longer: 0 })
  expect(complaints).toEqual([])
  await context.close()
})

test('a table copied out of a text with merged cells is pasted as rows, looked at and understood', async () => {
  const { context, page, complaints } = await aGrid({ browser, demo }, 'en')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${demo.url}/desk/events/improving-lives/agenda/paste?lang=en`)
  await page.evaluate(async (html) => {
    const blob = (type: string, text: string) => new Blob([text], { type })
    const plain = blob('text/plain', 'what a text editor would get')
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': plain }),
    ])
  }, wordTable)
  await page.locator('textarea').focus()
  await page.keyboard.press('Control+v')
  await page.getByRole('button', { name: translator('en')('planner:paste.read') }).click()
  await page.locator('#preview').waitFor()
  const rows = await page
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)))
  expect(rows).toEqual([
    [
      expect.stringContaining('14:00–15:30'),
      expect.stringContaining('Needs'),
      'Hall A',
      'Dr Noor HassanMs Sara Ali',
    ],
    [expect.stringContaining('14:00–15:30'), expect.stringContaining('تقييم المرحلة'), 'Hall A', ''],
    [expect.stringContaining('15:30–16:00'), expect.stringContaining('Coffee'), 'Hall A', ''],
  ])
  expect(complaints).toEqual([])
  await context.close()
})
