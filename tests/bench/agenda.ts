import { sessionCookie } from '#app/accounts/auth.server.ts'
import { confirmAgendaImport, openAgendaImport, readForEvent } from '#app/agenda/exchange/imports.server.ts'
import { parseSchedule } from '#app/agenda/exchange/parse.server.ts'
import { newId } from '#db/id.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { aRelease } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { benchDatabase } from './database.ts'
import { firstView, kilobytes } from './first-view.ts'
import { inTurn, processorTime, type Row, rate, secondsOf, time } from './measure.ts'
import { asked, compressed, load } from './pages.ts'
import { aLargeSchedule } from './schedule.ts'
import { type Block, type Served, serveBytes, serveMajlis, signIn } from './server.ts'

const items = 900
const times = 10

/** An agenda of 900 items over 60 rooms and five days: seen, subscribed to, edited, and imported. */
export async function benchAgenda(): Promise<Row[]> {
  const database = await benchDatabase()
  const shown = await anEvent(database, { slug: 'shown' })
  const filled = await anEvent(database, { slug: 'filled', officeId: shown.officeId })
  const { email } = await aMember(database, shown.officeId)
  await fill(database, shown)
  const server = await serveMajlis(database.url)
  try {
    const cookie = await signIn(server.url, email)
    return [
      ...(await seen(server)),
      await rendered(server, 'agenda.ics, whole, made anew', '/shown/agenda.ics?lang=en'),
      await rendered(server, 'desk: agenda of 180 items a day', '/desk/events/shown/agenda', cookie),
      await rendered(server, 'desk: the same as a grid', '/desk/events/shown/agenda?view=grid', cookie),
      ...(await imported(server, `/desk/events/${filled.slug}/agenda/import`, cookie)),
    ]
  } finally {
    await server.stop()
    await database.drop()
  }
}

type Bench = Awaited<ReturnType<typeof benchDatabase>>

async function fill(database: Bench, event: Awaited<ReturnType<typeof anEvent>>): Promise<void> {
  const bytes = aLargeSchedule(items)
  const read = await parseSchedule(bytes, await readForEvent(database.read, event.scope))
  if (!read.ok) throw new Error(read.reason)
  const file = { fileName: 'schedule.json', bytes, schedule: read.schedule, now }
  const opened = await openAgendaImport(database, event.scope, file)
  if (!opened.ok) throw new Error(opened.reason)
  const given = { importId: opened.id, remove: new Set<string>(), now }
  const taken = await confirmAgendaImport(database, event.scope, given)
  if (!taken.ok || taken.report.counts.new !== items) throw new Error('Not all items were taken')
  await aRelease(database, event)
}

/** The page of a day as everybody sees it, and what a phone loads to show it. */
async function seen(server: Served): Promise<Row[]> {
  const address = `${server.url}/en/shown/agenda/2026-12-15`
  const bytes = await compressed(address)
  const bare = await serveBytes(bytes.body, bytes.headers)
  const [ours, theirs] = await inTurn(
    () => load(address, asked),
    () => load(bare.url, asked),
  )
  await bare.stop()
  const view = await firstView(address)
  return [
    {
      name: `day of an agenda of ${items} items from memory, ${kilobytes(bytes.body.length)} compressed`,
      figure: rate(ours),
      against: `${rate(theirs)} bare node:http, same bytes`,
      ratio: ours / theirs,
    },
    await rendered(server, 'the same rendered and compressed anew', '/en/shown/agenda/2026-12-15'),
    {
      name: 'the same, first view on a phone, compressed, without pictures',
      figure: `${kilobytes(view.bytes)} in ${view.requests} requests`,
      against: 'pass line 60 KB in 3',
      ratio: null,
    },
  ]
}

const heldUp = ({ held, busy }: Block) =>
  `loop held up at most ${held.toFixed(0)} ms (${busy.toFixed(0)} of processor)`

/** How long an answer takes, and how much of the processor; a session makes the front pass it to Remix each time. */
async function rendered(
  server: Served,
  name: string,
  path: string,
  cookie = `${sessionCookie}=nobody`,
): Promise<Row> {
  const ask = () => answer(`${server.url}${path}`, { headers: { ...asked, Cookie: cookie } })
  for (let i = 0; i < 3; i++) await ask()
  await server.longestBlock()
  const begun = processorTime(server.pid)
  const seconds = await secondsOf(async () => {
    for (let i = 0; i < times; i++) await ask()
  })
  const busy = (processorTime(server.pid) - begun) / times
  const held = await server.longestBlock()
  return {
    name,
    figure: `${((seconds * 1000) / times).toFixed(0)} ms (${busy.toFixed(0)} of processor)`,
    against: heldUp(held),
    ratio: null,
  }
}

/** As an organiser does it: sent, looked at, taken. */
async function imported(server: Served, path: string, cookie: string): Promise<Row[]> {
  const headers = { Cookie: cookie, Origin: server.url }
  const step = async (name: string, work: () => Promise<Response>) => {
    await server.longestBlock()
    let response = new Response()
    const seconds = await secondsOf(async () => {
      response = await work()
    })
    const held = await server.longestBlock()
    const against = heldUp(held)
    return {
      response,
      row: { name: `schedule of ${items} items: ${name}`, figure: time(seconds), against, ratio: null },
    }
  }
  const form = () => {
    const body = new FormData()
    body.set('id', newId())
    body.set('file', new File([aLargeSchedule(items).slice()], 'schedule.json'))
    return body
  }
  const rows: Row[] = []
  for (const turn of ['', ', once more']) {
    const sent = await step(`sent and read${turn}`, () =>
      answer(`${server.url}${path}`, { method: 'POST', headers, body: form() }),
    )
    const address = `${server.url}${sent.response.headers.get('Location')}`
    const looked = await step(`compared and shown${turn}`, () => answer(address, { headers }))
    const taken = await step(`taken${turn}`, () =>
      answer(address, { method: 'POST', headers, body: new URLSearchParams({ intent: 'confirm' }) }),
    )
    rows.push(sent.row, looked.row, taken.row)
  }
  return rows
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', ...init })
  await response.arrayBuffer()
  if (response.status >= 400) throw new Error(`${url}: ${response.status}`)
  return response
}
