import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser } from '#tests/support/browser.ts'

/*
 * `npm run screenshots`: the README's pictures, taken from the demonstration event, so that they show what there is.
 */
process.env.NODE_ENV = 'production'
const { startDemo } = await import('#db/demo/start.server.ts')

const folder = new URL('../../docs/screenshots/', import.meta.url).pathname
const desktop = { viewport: { width: 1200, height: 800 } }
const phone = { viewport: { width: 375, height: 760 }, deviceScaleFactor: 2, isMobile: true }

mkdirSync(folder, { recursive: true })
const home = mkdtempSync(join(tmpdir(), 'majlis-screenshots-'))
const demo = await startDemo({
  port: 0,
  settings: { DATABASE_URL: `file:${home}/demo.db`, FILES_URL: `file:${home}/files`, LOG_LEVEL: 'error' },
})
const browser = await launchBrowser()
try {
  const english = demo.eventUrl
  const arabic = english.replace('/en/', '/ar/')
  await take('event-en', english, desktop)
  await take('agenda-en', `${english}/agenda`, desktop)
  await take('exhibition-en', `${english}/exhibition`, desktop)
  await take('answer-en', `${demo.guestUrl}?lang=en`, desktop)
  await take('answer-ar-phone', `${demo.guestUrl}?lang=ar`, phone)
  await take('exhibit-ar-phone', `${arabic}/exhibition/where-people-are`, phone)
  await takeDesk('desk-en', '/desk/events/improving-lives')
} finally {
  await browser.close()
  await demo.stop()
  rmSync(home, { recursive: true, force: true })
}

async function take(name: string, url: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const response = await page.goto(url)
  if (!response?.ok()) throw new Error(`${url}: ${response?.status()}`)
  await save(name, await page.screenshot())
  await context.close()
}

async function takeDesk(name: string, path: string) {
  const context = await browser.newContext(desktop)
  const page = await context.newPage()
  await page.goto(`${demo.url}/sign-in?lang=en`)
  await page.fill('input[type=email]', 'organiser@majlis.example')
  await page.fill('input[type=password]', demo.password)
  await page.click('main button[type=submit]')
  await page.waitForURL('**/desk')
  await page.goto(`${demo.url}${path}?lang=en`)
  await save(name, await page.screenshot())
  await context.close()
}

/** Few colours are enough for pages, and keep the repository small. */
async function save(name: string, png: Buffer) {
  await sharp(png).png({ palette: true, colours: 128, effort: 10 }).toFile(`${folder}${name}.png`)
}
