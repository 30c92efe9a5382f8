import { and, eq, inArray } from 'drizzle-orm'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Database } from '#db/client.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { aCrowd, fiftyAndFifty, hasNeeds, kindOf, nameOf, statusOf } from './crowd.ts'
import { benchDatabase } from './database.ts'
import { inTurn, processorTime, type Row } from './measure.ts'
import { serveMajlis, signIn } from './server.ts'

const upTo = (size: number) => Array.from({ length: size }, (_, i) => i)
/*
 * Against the large event stands one of 100 guests. Where a page shows some of them only, half of the 100 are such, so
 * that both events fill a page: it is compared how long finding takes, not how long fifty rows take to write.
 */
const guestsOf = {
  few: upTo(100),
  many: upTo(100_000),
  declined: fiftyAndFifty((i) => statusOf(i) === 'declined'),
  waiting: fiftyAndFifty((i) => statusOf(i) === 'waitlisted'),
  needs: fiftyAndFifty(hasNeeds),
  ministries: fiftyAndFifty((i) => kindOf(i) === 'ministry'),
  ali: fiftyAndFifty((i) => nameOf(i).includes('Ali')),
  narin: fiftyAndFifty((i) => nameOf(i).includes('Narin') && nameOf(i).includes('Zebari')),
  bounced: fiftyAndFifty((i) => i % 2000 === 9),
}
type Slug = keyof typeof guestsOf
const rounds = 5
const times = 8

/** Pages of the desk that show guests, in events of 100 and in one of 100,000: how much slower the large one is. */
export async function benchGuests(): Promise<Row[]> {
  const database = await benchDatabase()
  const crowd = await aCrowd(database, guestsOf)
  const server = await serveMajlis(database.url)
  const rows = await measurePages(database, server, crowd)
  await server.stop()
  await database.drop()
  return rows
}

type Crowd = Awaited<ReturnType<typeof aCrowd<Slug>>>

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
  for (const [name, { path, against }] of Object.entries(pages(crowd.part))) {
    const busy = { small: 0, many: 0 }
    const to = async (slug: Slug) => {
      const begun = processorTime(pid)
      const ms = await mean(async () => {
        await somebodyAnswers(database, crowd.part[slug])
        return page(`${url}/desk/events/${slug}${path(slug)}`, cookie)
      })
      busy[slug === 'many' ? slug : 'small'] += (processorTime(pid) - begun) / (times * rounds)
      return ms
    }
    const [small, large] = await inTurn(
      () => to(against),
      () => to('many'),
      rounds,
    )
    // On a machine that is busy with other things, only the processor's time says what a page takes.
    rows.push({
      name: `desk: ${name}, 100,000 attendees`,
      figure: `${large.toFixed(1)} ms (${busy.many.toFixed(1)} of processor)`,
      against: `${small.toFixed(1)} ms (${busy.small.toFixed(1)}) with 100`,
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

type Page = { path: (slug: Slug) => string; against: Slug }

function pages(part: Record<Slug, string>): Record<string, Page> {
  const at = (query: string, against: Slug = 'few') => ({
    path: (slug: Slug) => `/guests?part=${part[slug]}${query}`,
    against,
  })
  const plain = (path: string) => ({ path: () => path, against: 'few' as const })
  return {
    'guest table, first page': plain('/guests'),
    'guest table, one state of a part': at('&status=declined', 'declined'),
    'guest table, waiting list': at('&status=waitlisted', 'waiting'),
    'guest table, needs access help': at('&needs=yes', 'needs'),
    'guest table, ministries': at('&kind=ministry', 'ministries'),
    'guest table, search for a frequent name': at('&search=ali', 'ali'),
    'guest table, search for two frequent names': at('&search=zebari+narin', 'narin'),
    'guest table, search for one person': plain('/guests?search=qaraqosh11'),
    'guest table, by organisation': at('&sort=organisation'),
    'guest table, latest answers': at('&sort=answered'),
    'guest table, a late page': { path: late, against: 'few' },
    overview: plain(''),
    outbox: { path: () => '/outbox', against: 'bounced' },
    mailings: plain('/mailings'),
    people: plain('/people'),
    requests: plain('/requests'),
  }
}

/** A page far down, and full: a cursor behind the names that begin before `y`, or of a hundred before `k`. */
function late(slug: Slug): string {
  const cursor = Buffer.from(JSON.stringify([1, slug === 'many' ? 'y' : 'k', ''])).toString('base64url')
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
