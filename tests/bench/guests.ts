import { and, eq, inArray } from 'drizzle-orm'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Database } from '#db/client.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { password } from '#tests/support/accounts.ts'
import { aCrowd } from './crowd.ts'
import { benchDatabase } from './database.ts'
import { inTurn, processorTime, type Row } from './measure.ts'
import { serveMajlis } from './server.ts'

const sizes = { few: 100, many: 100_000 }
const rounds = 5
const times = 8

/** Pages of the desk that show guests, in an event of 100 and in one of 100,000: how much slower the large one is. */
export async function benchGuests(): Promise<Row[]> {
  const database = await benchDatabase()
  const crowd = await aCrowd(database, sizes)
  const server = await serveMajlis(database.url)
  const rows = await measurePages(database, server, crowd)
  await server.stop()
  await database.drop()
  return rows
}

type Crowd = Awaited<ReturnType<typeof aCrowd>>

/**
 * Each page of both events in turn, as a browser asks for it. Somebody answers before every view, so that nothing a
 * server could have remembered of the last one helps.
 */
export async function measurePages(
  database: Database,
  { url, pid }: { url: string; pid: number },
  crowd: Crowd,
): Promise<Row[]> {
  const cookie = await signIn(url, crowd.administrator)
  const rows: Row[] = []
  for (const [name, path] of Object.entries(pages(crowd.part))) {
    const busy = { few: 0, many: 0 }
    const to = async (slug: Slug) => {
      const begun = processorTime(pid)
      const ms = await mean(async () => {
        await somebodyAnswers(database, crowd.part[slug])
        return page(`${url}/desk/events/${slug}${path(slug)}`, cookie)
      })
      busy[slug] += (processorTime(pid) - begun) / (times * rounds)
      return ms
    }
    const [small, large] = await inTurn(
      () => to('few'),
      () => to('many'),
      rounds,
    )
    // On a machine that is busy with other things, only the processor's time says what a page takes.
    rows.push({
      name: `desk: ${name}, 100,000 attendees`,
      figure: `${large.toFixed(1)} ms (${busy.many.toFixed(1)} of processor)`,
      against: `${small.toFixed(1)} ms (${busy.few.toFixed(1)}) with 100`,
      ratio: large / small,
    })
  }
  return rows
}

/** One of those who come thinks again, or is sure after all. */
async function somebodyAnswers(database: Database, partId: string): Promise<void> {
  await database.write(async (tx) => {
    const [one] = await tx
      .select()
      .from(attendances)
      .where(and(eq(attendances.partId, partId), inArray(attendances.status, ['accepted', 'tentative'])))
      .limit(1)
    if (!one) throw new Error('Nobody comes')
    const status = one.status === 'accepted' ? 'tentative' : 'accepted'
    await lockEvent(tx, one.eventId)
    await tx
      .update(attendances)
      .set({ status })
      .where(and(eq(attendances.attendeeId, one.attendeeId), eq(attendances.partId, partId)))
  })
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
    requests: () => '/requests',
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
