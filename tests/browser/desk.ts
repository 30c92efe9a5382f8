import type { Browser, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { aMember, password } from '#tests/support/accounts.ts'
import type { WholeMajlis } from '#tests/support/majlis.ts'
import { visitor } from '#tests/support/visitor.ts'

/** A page of a browser in which somebody of the office is signed in, in English. */
export async function aDesk(
  browser: Browser,
  majlis: WholeMajlis,
  { officeId, javaScriptEnabled }: { officeId: string; javaScriptEnabled: boolean },
): Promise<Page> {
  const { email } = await aMember(majlis.context.database, officeId)
  const answer = await visitor(majlis).post('/sign-in', { email, password })
  const context = await browser.newContext({ javaScriptEnabled, locale: 'en' })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(15_000)
  const cookies = answer.headers.getSetCookie().map((cookie) => (cookie.split(';')[0] ?? '').split('='))
  await context.addCookies(
    cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url: majlis.url })),
  )
  return context.newPage()
}
