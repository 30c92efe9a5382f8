import type { Browser, Page } from 'playwright-core'
import { aMember } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anOffice } from '#tests/support/builders.ts'
import { aBigAgenda } from './big-agenda.ts'
import { benchDatabase } from './database.ts'
import type { Row } from './measure.ts'
import { serveMajlis, signIn } from './server.ts'

const size = { items: 900, rooms: 60, persons: 300 }

/**
 * The agenda's grid in a real browser: an item in the hand over 60 rooms, on a day of 300 items and on one of 900. A
 * frame is what the eye sees; beside it stands what the page's own thread computed, which alone means something on a
 * machine that is busy with other things.
 */
export async function benchGrid(): Promise<Row[]> {
  const database = await benchDatabase()
  const office = await anOffice(database)
  const { email } = await aMember(database, office.id)
  const agendas: { slug: string; ofDay: number }[] = []
  for (const days of [3, 1]) {
    const { slug } = await aBigAgenda(database, office.id, { ...size, days })
    agendas.push({ slug, ofDay: size.items / days })
  }
  const server = await serveMajlis(database.url)
  const browser = await launchBrowser()
  const cookie = await signIn(server.url, email)
  const rows: Row[] = []
  for (const { slug, ofDay } of agendas) {
    const page = await aGrid(browser, { url: server.url, slug, cookie })
    rows.push(...rowsOf(ofDay, await measureDrag(browser, page)))
    await page.context().close()
  }
  await browser.close()
  await server.stop()
  await database.drop()
  return rows
}

async function aGrid(browser: Browser, { url, slug, cookie }: { url: string; slug: string; cookie: string }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const cookies = cookie.split('; ').map((one) => {
    const [name = '', value = ''] = one.split(/=(.*)/s)
    return { name, value, url }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(`${url}/desk/events/${slug}/agenda?view=grid&lang=en`)
  await page.locator('.board-field .board-item').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

type Measured = { frames: number[]; tasks: number[] }

/** Three seconds of a drag, to and fro over the rooms in sight and then along their edge, and the drop. */
async function measureDrag(browser: Browser, page: Page): Promise<Measured> {
  const box = await page.locator('.board-field .board-item').nth(2).boundingBox()
  const grid = await page.locator('.board-scroll').boundingBox()
  if (!box || !grid) throw new Error('nothing to drag')
  const at = { x: box.x + 60, y: box.y + 20 }
  await page.mouse.move(at.x, at.y)
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
  const frames = page.evaluate(framesUntilDropped)
  await page.mouse.down()
  for (let step = 0; step < 150; step++) {
    const by = { x: 300 * Math.sin(step / 10), y: 120 * Math.sin(step / 13) }
    await page.mouse.move(at.x + 300 + by.x, at.y + 130 + by.y)
    await page.waitForTimeout(8)
  }
  for (let step = 0; step < 60; step++) {
    await page.mouse.move(grid.x + grid.width - 20 - (step % 2), at.y + 100)
    await page.waitForTimeout(8)
  }
  await page.mouse.up()
  const measured = { frames: await frames, tasks: tasksIn(await browser.stopTracing()) }
  // Otherwise smooth frames could mean that nothing was dragged.
  await page.locator('[data-saving=false]').waitFor()
  if (await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()) throw new Error('not moved')
  return measured
}

/** Runs in the page: how long each frame took, until a second after the pointer is let go. */
function framesUntilDropped(): Promise<number[]> {
  return new Promise((done) => {
    const frames: number[] = []
    let last = 0
    let isOver = false
    window.addEventListener('pointerup', () => setTimeout(() => (isOver = true), 1000), { once: true })
    requestAnimationFrame(function frame(now) {
      if (last) frames.push(now - last)
      last = now
      if (isOver) done(frames)
      else requestAnimationFrame(frame)
    })
  })
}

type Traced = { name: string; ph: string; pid: number; tid: number; tdur?: number; args: { name?: string } }

/** Milliseconds of processor of each task of the page's thread, the one that was given the most to do. */
function tasksIn(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] }
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  )
  const ofThread = threads.map(({ pid, tid }) =>
    traceEvents
      .filter((one) => one.name === 'RunTask' && one.ph === 'X' && one.pid === pid && one.tid === tid)
      .map(({ tdur = 0 }) => tdur / 1000),
  )
  return ofThread.toSorted((a, b) => sum(b) - sum(a))[0] ?? []
}

function rowsOf(ofDay: number, { frames, tasks }: Measured): Row[] {
  const inOrder = frames.toSorted((a, b) => a - b)
  const ms = (value: number | undefined) => `${(value ?? Number.NaN).toFixed(1)} ms`
  const late = inOrder[Math.floor(inOrder.length * 0.99)]
  return [
    {
      name: `grid: drag of one of a day's ${ofDay} items over ${size.rooms} rooms, time of a frame`,
      figure: `${ms(inOrder[Math.floor(inOrder.length / 2)])}, 99 of 100 within ${ms(late)}, longest ${ms(inOrder.at(-1))}`,
      against: 'screen asks for one each 16.7 ms',
      ratio: null,
    },
    {
      name: 'grid: the same drag, processor of the page',
      figure: `${ms(sum(tasks) / frames.length)} a frame, longest task ${ms(Math.max(...tasks))}`,
      against: '16.7 ms between two frames',
      ratio: sum(tasks) / frames.length / (1000 / 60),
    },
  ]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
