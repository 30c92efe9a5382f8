import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { direction, type Language } from '#app/i18n/languages.ts'

export const desktop = { width: 1280, height: 900 }
/**
 * What search engines read, and the small files that the public agenda, the exhibition, the hall's screen and a team's
 * page may have.
 */
const harmless = [
  '[type="application/ld+json"]',
  '[src^="/assets/agenda-"]',
  '[src^="/assets/exhibition-"]',
  '[src^="/assets/hall-screen-"]',
  '[src^="/assets/keep-typing-"]',
  '[src^="/assets/rounds-"]',
].join(', ')
export const phone = { width: 360, height: 740 }

/** Somebody who opens pages one after another and notes what is wrong with each. */
export type Inspector = {
  page: Page
  /** Opens an address and looks at it as a desktop and as a phone shows it, and at its colours in the dark. */
  inspect(address: string, expected: Expected): Promise<void>
  faults: string[]
}
type Screen = 'desktop' | 'phone'
/** `screens` are those on which axe looks at it; how wide it is is looked at on both. */
export type Expected = {
  language: Language
  isScriptless: boolean
  status?: number
  screens?: readonly Screen[]
  inTheDark?: boolean
}

export async function anInspector(context: BrowserContext): Promise<Inspector> {
  const page = await context.newPage()
  const faults: string[] = []
  let here = ''
  const fault = (what: string) => void faults.push(`${here}: ${what}`)
  // A page that is meant to be missing is told of by the browser, too.
  // Axe asks to run in every frame; the preview's runs nothing.
  const isAxe = (text: string) =>
    text.startsWith('Blocked script execution') && text.includes('/preview/page')
  const isExpected = (text: string, status: number) =>
    isAxe(text) || (status >= 400 && text.includes(String(status)))
  let expectedStatus = 200
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text(), expectedStatus)) fault(message.text())
  })
  page.on('pageerror', (error) => fault(String(error)))

  return {
    page,
    faults,
    async inspect(address, expected) {
      const { language, isScriptless, status = 200, screens = ['desktop', 'phone'] } = expected
      here = `${language} ${new URL(address).pathname}`
      expectedStatus = status
      await page.setViewportSize(desktop)
      const answer = await page.goto(address)
      if (!isScriptless)
        await page.waitForFunction(isHydrated).catch(() => fault('its script never took it over'))
      if (answer?.status() !== status) fault(`status ${answer?.status()}`)
      // Where React's buffer ended inside a letter it left these, and the reader saw � in Arabic words.
      if ((await answer?.body())?.includes(0)) fault('a NUL byte in the page')
      for (const what of await page.evaluate(facts, [language, direction(language)])) fault(what)
      if (isScriptless && (await page.locator(`script:not(${harmless})`).count()))
        fault('a script where none may be')
      const axe = anAxe(page)
      const look = async (screen: Screen) => {
        if (!screens.includes(screen)) return
        for (const violation of await axe()) fault(`${screen}: ${violation}`)
      }
      await look('desktop')
      await page.setViewportSize(phone)
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (beyond > 0) fault(`phone: ${beyond} px wider than the screen`)
      await look('phone')
      if (!expected.inTheDark) return
      await page.emulateMedia({ colorScheme: 'dark' })
      for (const violation of await axe('color-contrast')) fault(`dark: ${violation}`)
      await page.emulateMedia({ colorScheme: 'light' })
    },
  }
}

/** React marks the elements it has taken over: only then are its complaints out. */
function isHydrated(): boolean {
  return Object.keys(document.body).some((key) => key.startsWith('__react'))
}

/** What a first view costs: compressed bytes over the line and requests, pictures left out. */
export async function weigh(page: Page, address: string): Promise<{ bytes: number; requests: number }> {
  const sent: Request[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'image') sent.push(request)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const sizes = await Promise.all(sent.map((request) => request.sizes()))
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0)
  return { bytes, requests: sent.length }
}

function facts([language, dir]: [string, string] | string[]): string[] {
  const { lang, dir: said, scrollWidth } = document.documentElement
  return [
    lang === language ? '' : `lang is ${lang}`,
    said === dir ? '' : `dir is ${said}`,
    document.title ? '' : 'no title',
    scrollWidth > window.innerWidth ? 'wider than the screen' : '',
    document.querySelectorAll('h1').length === 1 ? '' : 'not one h1',
  ].filter(Boolean)
}

/** Looks at the document that is open, once or more: its half a megabyte of script is put into it for the first look. */
function anAxe(page: Page) {
  let isThere = false
  return async (rule?: string): Promise<string[]> => {
    // Without the legacy mode every look opens another tab to put frames together that cannot run a script anyway.
    const builder = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).setLegacyMode()
    const axe = builder.options({ resultTypes: ['violations'] })
    isThere = true
    const { violations } = await (rule ? axe.withRules(rule) : axe).analyze()
    return violations.map(
      ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  }
}
