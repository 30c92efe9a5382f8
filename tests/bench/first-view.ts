import type { Browser } from 'playwright-core'
import { compressed } from './pages.ts'

export type FirstView = { bytes: number; requests: number }

export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

/** The page with the styles and scripts it names, compressed as a browser gets them; no pictures. */
export async function firstView(address: string): Promise<FirstView> {
  const page = await (await fetch(address)).text()
  const tags = page.match(/<(?:link [^>]*rel="(?:stylesheet|modulepreload)"|script )[^>]*>/g) ?? []
  const named = tags.flatMap((tag) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? [])
  const addresses = [address, ...new Set(named.map((path) => new URL(path, address).href))]
  const bodies = await Promise.all(addresses.map(compressed))
  return { bytes: bodies.reduce((sum, { body }) => sum + body.length, 0), requests: bodies.length }
}

/** 400 kbit/s each way; `latency` in milliseconds is what each answer takes to begin. */
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const phone = { width: 360, height: 740 }

/**
 * Seconds until a phone that has never been here shows all of the page's text, styled, over a slow network (Chromium's
 * own emulation), and how many bytes it had loaded when everything in sight was there, pictures too.
 */
export async function seenOnSlowNetwork(
  browser: Browser,
  address: string,
): Promise<{ seconds: number; bytes: number }> {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', slow)
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForLoadState('networkidle')
  const ms = await page.evaluate(whenAllTextWasSeen)
  await context.close()
  return { seconds: ms / 1000, bytes }
}

/** Runs in the page. The text is there once the document is read; it is seen from the first painting on. */
function whenAllTextWasSeen(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const [painted] = performance.getEntriesByName('first-contentful-paint')
  return Math.max(navigation?.domInteractive ?? Number.NaN, painted?.startTime ?? Number.NaN)
}
