import { password } from '#tests/support/accounts.ts'
import { aCrowd } from './crowd.ts'
import { benchDatabase } from './database.ts'
import { inTurn, type Row } from './measure.ts'
import { serveMajlis } from './server.ts'

const sizes = { few: 100, many: 100_000 }
const rounds = 5
const times = 8

/** Pages of the desk that show guests, in an event of 100 and in one of 100,000: how much slower the large one is. */
export async function benchGuests(): Promise<Row[]> {
  const database = await benchDatabase()
  const crowd = await aCrowd(database, sizes)
  const server = await serveMajlis(database.url)
  const rows = await measurePages(server.url, crowd)
  await server.stop()
  await database.drop()
  return rows
}

/** Each page of both events in turn, as a browser asks for it. */
export async function measurePages(url: string, crowd: Awaited<ReturnType<typeof aCrowd>>): Promise<Row[]> {
  const cookie = await signIn(url, crowd.administrator)
  const rows: Row[] = []
  for (const [name, path] of Object.entries(pages(crowd.part))) {
    const to = (slug: Slug) => mean(() => page(`${url}/desk/events/${slug}${path(slug)}`, cookie))
    const [small, large] = await inTurn(
      () => to('few'),
      () => to('many'),
      rounds,
    )
    rows.push({
      name: `desk: ${name}, 100,000 attendees`,
      figure: `${large.toFixed(1)} ms`,
      against: `${small.toFixed(1)} ms with 100`,
      ratio: large / small,
    })
  }
  return rows
}

async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
    body: new URLSearchParams({ email, password }),
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

type Slug = 'few' | 'many'

function pages(part: Record<Slug, string>): Record<string, (slug: Slug) => string> {
  const at = (query: string) => (slug: Slug) => `/guests?part=${part[slug]}${query}`
  return {
    'guest table, first page': () => '/guests',
    'guest table, one state of a part': at('&status=declined'),
    'guest table, waiting list': at('&status=waitlisted'),
    'guest table, needs access help': at('&needs=yes'),
    'guest table, ministries': at('&kind=ministry'),
    'guest table, search for a frequent name': at('&search=ali'),
    'guest table, search for one person': at('&search=zebari+narin'),
    'guest table, by organisation': at('&sort=organisation'),
    'guest table, latest answers': at('&sort=answered'),
    'guest table, a late page': late,
    overview: () => '',
    outbox: () => '/outbox',
    mailings: () => '/mailings',
    people: () => '/people',
  }
}

/** A page far down: a cursor behind the names that begin before `y`. */
function late(slug: Slug): string {
  const cursor = Buffer.from(JSON.stringify([1, slug === 'few' ? 's' : 'y', ''])).toString('base64url')
  return `/guests?after=${cursor}&from=51`
}

async function mean(work: () => Promise<number>): Promise<number> {
  let total = 0
  for (let i = 0; i < times; i++) total += await work()
  return total / times
}

async function page(url: string, cookie: string): Promise<number> {
  const begun = performance.now()
  const response = await fetch(url, { headers: { Cookie: cookie, 'Accept-Language': 'en' } })
  await response.text()
  const ms = performance.now() - begun
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
  return ms
}
