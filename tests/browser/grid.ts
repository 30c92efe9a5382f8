import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Demo } from './running-demo.ts'

export type Language = 'en' | 'ar'
type Where = { browser: Browser; demo: Demo }
type Screen = { width?: number; height?: number; hasTouch?: boolean }

/** An editor's grid of the demo's first day, in a browser of its own; what the browser complains of is kept. */
export async function aGrid({ browser, demo }: Where, language: Language, screen: Screen = {}) {
  const context: BrowserContext = await browser.newContext({
    locale: language,
    viewport: { width: screen.width ?? 1280, height: screen.height ?? 2200 },
    hasTouch: screen.hasTouch ?? false,
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

export const titles = { en: 'Coffee', ar: 'استراحة قهوة' }

export function itemOf(page: Page, language: Language) {
  return page.locator('.board-item', { hasText: new RegExp(`${titles[language]}(?!.*\\p{L})`, 'u') }).first()
}

export async function boxOf(page: Page, language: Language) {
  const box = await itemOf(page, language).boundingBox()
  if (!box) throw new Error('not on the page')
  return box
}

export type Drawn = { start: number; top: number; height: number }

/** Where the item is drawn in the grid; `start` from the side on which reading begins. */
export async function drawn(page: Page, language: Language): Promise<Drawn> {
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
export async function movedFrom(page: Page, language: Language, before: Drawn) {
  const now = await drawn(page, language)
  return {
    rooms: Math.round((now.start - before.start) / 184) + 0,
    minutes: Math.round((now.top - before.top) / 8) * 5 + 0,
    longer: Math.round((now.height - before.height) / 8) * 5 + 0,
  }
}

export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  // What is drawn follows a frame later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Real touches, as the browser gets them from a screen: it may make a scroll of them, and then cancels the pointer. */
export async function aFinger(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  return {
    async draw(from: { x: number; y: number }, to: { x: number; y: number }) {
      await send('touchStart', from)
      for (let step = 1; step <= 8; step++)
        await send('touchMove', {
          x: from.x + ((to.x - from.x) * step) / 8,
          y: from.y + ((to.y - from.y) * step) / 8,
        })
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      await send('touchEnd')
    },
  }
}

/** As Word puts it on the clipboard: lines broken anywhere, paragraphs in cells, a time and a room merged downwards. */
export const wordTable = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Time</b></p></td><td><p>Title</p></td>
<td><p>Room</p></td><td><p>Speakers</p></td></tr>
<tr><td rowspan=2><p class=MsoNormal>14:00 –
15:30<o:p></o:p></p></td><td><p>Needs of
families</p></td><td rowspan=3><p>Hall A</p></td><td><p>Dr Noor
Hassan</p><p>Ms Sara Ali</p></td></tr>
<tr><td><p dir=RTL>تقييم المرحلة</p></td><td><p>&nbsp;</p></td></tr>
<tr><td><p>15:30 – 16:00</p></td><td colspan=1><p>Coffee</p></td></tr></table><!--EndFragment--></body></html>`
