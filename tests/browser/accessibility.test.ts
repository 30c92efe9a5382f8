import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Language } from '#app/i18n/languages.ts'
import { addressOf, type Ids, patterns } from '#tests/support/addresses.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { now } from '#tests/support/builders.ts'
import { aWholeMajlis } from '#tests/support/majlis.ts'
import { answerStates } from './answer-states.ts'
import { anInspector, type Expected, type Inspector, weigh } from './inspection.ts'
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

// Two minutes on a quiet machine; a busy one may take its time.
const timeout = 900_000

/** What `app/routes.ts` holds besides pages, and why nobody looks at it by itself. */
const noPages: Record<string, string> = {
  home: 'leads on to the list of events',
  language: 'takes a form',
  'sign-out': 'takes a form',
  setup: 'is over once there is an office; looked at below',
  missing: 'is what is not there; looked at below',
  'answer.calendar': 'a calendar file',
  'answer.data-file': 'a file to be saved',
  'desk.event.privacy-copy': 'a file to be saved',
  'desk.event.speaker-copy': 'a file to be saved',
  paper: 'a file to be saved',
  handout: 'a file to be saved',
  'answer.paper': 'a file to be saved',
  'speaker.paper': 'a file to be saved',
  'desk.event.paper': 'a file to be saved',
  'desk.event.sign-ups-export': 'a spreadsheet',
  'agenda-ics': 'a calendar file',
  'schedule-file': 'a file for other systems',
  'reuse.exhibits': 'a file for other systems',
  'reuse.exhibit': 'a file for other systems',
  'reuse.map': 'a file for other systems',
  'reuse.programme': 'a file for other systems',
  'displacement-file': 'a spreadsheet, or a file for other systems',
  'desk.sheet-file': 'a spreadsheet',
  'agenda-pdf': 'a PDF',
  'kept-pdf': 'a PDF',
  'offline-list': 'addresses for a script',
  'desk.event.exhibit-visits-export': 'a spreadsheet',
  'desk.event.voices-export': 'a spreadsheet',
  'agenda-version': 'a number for a script',
  'desk.event.agenda-print': 'a PDF',
  'desk.event.agenda-export': 'a spreadsheet',
  'booth.handout': 'a file to be saved',
  'booth.save': 'what a script saves in the background',
  'desk.event.exhibit-save': 'what a script saves in the background',
  'desk.event.agenda-plan': 'what the grid asks for in the background',
  'desk.event.plan-steps': 'what the drawing board asks for in the background',
  'desk.directory-export': 'a spreadsheet',
  'desk.event.guests-export': 'a spreadsheet',
  'desk.event.clearance-list': 'an access list, given out by a form',
  'desk.event.exhibit-draft': 'stands in a frame of the preview, and is what visitors will see',
  'desk.event.exhibition-posters': 'a PDF or a drawing',
  'desk.event.translation-file': 'a file for translators',
  'desk.event.participants-paper': 'a PDF or a spreadsheet',
  'desk.event.question-file': 'a file to be saved',
  'desk.event.questions-preview': 'has no script, unlike the desk around it; looked at below',
  'desk.event.document': 'a file to be saved',
  'desk.event.letters-file': 'letters and their register, to be saved',
  'desk.event.letter-pdf': 'a PDF',
  'desk.event.letters-preview': 'stands in a frame of the letter’s page',
  'desk.office.letters-preview': 'stands in a frame of the text’s page',
  'desk.office.document': 'a file to be saved',
  'desk.event.message-html': 'stands in a frame of the message’s page',
  'desk.event.mailing-preview': 'stands in a frame of the mailing’s page',
}

/** The agenda as it will be is for those who edit it; looked at below. */
const draft = '/agenda/draft'

/** Further states of a page that its address says. */
const further: Record<string, string[]> = {
  'sign-in': ['?done=signedOut'],
  'site.displacement': ['?round=1'],
  'desk.displacement-import': ['?show=leave'],
  'desk.sheet-import': ['?show=leave'],
  reset: ['?done=sent'],
  'site.screen': ['?second=fr'],
  'site.exhibit': ['?at=A1&route=thirty-minutes'],
  'site.plan': ['?route=thirty-minutes'],
  'site.map': ['?sector=shelter&measure=organisations', '?programme=crp'],
  'desk.home': ['?when=past', '?search=nothing'],
  'desk.event.settings': ['?venue=new', '?step=cancel'],
  'desk.event.invite': ['?side=organisations&who=all', '?who=all'],
  'desk.event.outbox': ['?state=draft'],
  'desk.event.inbox': ['?state=recorded'],
  'desk.event.inbox-mail': ['?guest=a'],
  'desk.suppressions': ['?reason=bounced&q=nobody'],
  'desk.event.guests': ['?state=unanswered', '?search=nobody-at-all', '?sort=precedence'],
  'desk.event.agenda': ['?view=grid'],
  'desk.programmes': ['?programme=new'],
  'desk.programme': ['?open=facts', '?phase=new', '?indicator=new'],
  'desk.programme-indicator': ['?result=new'],
  'desk.event.exhibition-qr': ['?which=all&paper=a5'],
  'desk.event.agenda-release': ['?version=2'],
  'desk.event.rooms': ['?room=new'],
  'desk.event.tracks': ['?track=new'],
  'desk.event.tours': ['?tour=new'],
  'desk.event.enquiries': ['?shown=all'],
  'desk.event.guests-bulk': ['?act=withdraw&everybody=yes'],
  'desk.event.guests-answer': ['?everybody=yes&state=unanswered'],
  'desk.event.guests-leave': ['?everybody=yes'],
  'desk.event.guests-write': ['?everybody=yes&kind=ministry'],
}

/** Pages that cannot be told from their pattern: what is new has no id yet. */
const languages = ['en', 'ar'] as const
const isDesk = (pattern: string) => /^\/desk(\/|$)/.test(pattern)

const besides = [
  'parts/new',
  'questions/new',
  'questions/new?kind=several',
  'agenda/new',
  'exhibition/new',
].map((path) => `/desk/events/improving-lives/${path}`)

test.each(languages)('the desk is without fault on every page, in %s', { timeout }, async (language) => {
  // The desk has too many pages to look at each four times: one direction on each screen finds what there is.
  const screens = [language === 'en' ? 'desktop' : 'phone'] as const
  const dark = ['/desk', '/desk/events/improving-lives', '/desk/events/improving-lives/guests']
  const pages = [...(await addresses(language, isDesk)), ...besides.map((path) => demo.url + path)]
  const faults = await faultsOn(await aContext(language, demo), [
    ...pages.map((address) => ({
      ...{ address, language, isScriptless: false, screens },
      inTheDark: dark.some((path) => address === demo.url + path),
    })),
    { address: `${demo.url}/${language}/improving-lives${draft}`, language, isScriptless: true },
    {
      address: `${demo.url}/desk/events/improving-lives/questions/preview?lang=${language}`,
      ...{ language, isScriptless: true },
    },
  ])
  expect(faults).toEqual([])
})

test.each(languages)(
  'guests and visitors find no page with a fault, in %s',
  { timeout },
  async (language) => {
    const pages = await addresses(language, (pattern) => !isDesk(pattern))
    const expected = { language, isScriptless: true }
    const faults = await faultsOn(await aContext(language), [
      ...pages.map((address) => ({ address, ...expected, inTheDark: true })),
      { address: `${demo.url}/${language}/nothing-here`, ...expected, status: 404 },
    ])
    expect(faults).toEqual([])
  },
)

test('the first view of a guest’s and a visitor’s page weighs little and asks for little', async () => {
  const heavy: object[] = []
  // The screen of a hall is no phone: it asks again, and keeps what it got.
  const isFirstView = (pattern: string) => /^\/(:lang|[oru]\/)/.test(pattern) && !pattern.endsWith('/screen')
  for (const address of await addresses('ar', isFirstView)) {
    // Nothing is in the cache of somebody who has not been here.
    const context = await browser.newContext()
    const weight = await weigh(await context.newPage(), address)
    await context.close()
    if (weight.bytes > 60 * 1024 || weight.requests > 3) heavy.push({ address, ...weight })
  }
  expect(heavy).toEqual([])
})

test(
  'a guest’s page is without fault in each of its states, as is the first page of all',
  async () => {
    const majlis = await aWholeMajlis({ now: () => now, settings: { WORKER: 'off' } })
    onTestFinished(() => majlis.stop())
    const inAll = (pages: readonly { path: string; status?: number }[]) =>
      Promise.all(
        languages.map(async (language) =>
          faultsOn(
            await aContext(language),
            pages.map(({ path, status = 200 }) => {
              const address = new URL(path, majlis.url)
              address.searchParams.set('lang', language)
              return { address: address.href, language, isScriptless: true, status }
            }),
          ),
        ),
      )
    expect(await inAll([{ path: '/setup' }])).toEqual([[], []])
    const states = Object.entries(await answerStates(majlis.context.database))
    const pages = states.map(([state, path]) => ({
      path: `${path}#${state}`,
      status: state === 'wrong' ? 404 : 200,
    }))
    expect(await inAll(pages)).toEqual([[], []])
  },
  timeout,
)

/** What is wrong with these pages: two are looked at at once, for while the server writes one the browser reads another. */
async function faultsOn(
  context: BrowserContext,
  pages: readonly ({ address: string } & Expected)[],
): Promise<string[]> {
  const left = [...pages]
  const inspectors = await Promise.all([anInspector(context), anInspector(context)])
  const look = async ({ inspect }: Inspector) => {
    for (let next = left.shift(); next; next = left.shift()) await inspect(next.address, next)
  }
  await Promise.all(inspectors.map(look))
  await context.close()
  return inspectors.flatMap(({ faults }) => faults)
}

async function aContext(language: Language, signedIn?: Demo) {
  const context = await browser.newContext({ locale: language })
  if (!signedIn) return context
  const cookies = [...signedIn.cookies, `majlis_lang=${language}`].map((cookie) => cookie.split('='))
  await context.addCookies(
    cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url: signedIn.url })),
  )
  return context
}

/** Every page of `app/routes.ts` whose pattern is wanted, in the order in which it lists them. */
async function addresses(language: Language, isWanted: (pattern: string) => boolean): Promise<string[]> {
  const pages = (await patterns()).filter(
    ({ name, pattern }) => !(name in noPages) && !pattern.includes(draft) && isWanted(pattern),
  )
  const paths = pages.flatMap(({ name, pattern }) => {
    const isSite = pattern.startsWith('/:lang')
    const ids: Ids = {
      ...demo.ids,
      lang: language,
      ...(isSite && { exhibit: demo.exhibitSlug, programme: 'crp' }),
    }
    const tokens: Record<string, string> = {
      'reset.token': demo.resetToken,
    }
    const holders: Record<string, string> = {
      '/o/': demo.institutionToken,
      '/s/': demo.speakerToken,
      '/b/': demo.boothToken,
    }
    const token = holders[pattern.slice(0, 3)] ?? tokens[name]
    const path = addressOf(pattern, token ? { token } : ids)
    const asked = /^\/[bors]\//.test(pattern) ? `${path}?lang=${language}` : path
    const more = name === 'site.agenda-mine' ? [`?items=${ids.item}`] : (further[name] ?? [])
    return [asked, ...more.map((query) => path + query)]
  })
  return paths.map((path) => demo.url + path)
}
