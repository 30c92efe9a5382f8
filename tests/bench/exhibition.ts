import { aMember } from '#tests/support/accounts.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { anOffice } from '#tests/support/builders.ts'
import { aBigExhibition } from './big-exhibition.ts'
import { benchDatabase } from './database.ts'
import { firstView, kilobytes, seenOnSlowNetwork } from './first-view.ts'
import { inTurn, median, processorTime, type Row, rate } from './measure.ts'
import { asked, compressed, load } from './pages.ts'
import { type Served, serveBytes, serveDemo, serveMajlis, signIn } from './server.ts'

const size = 1700
const few = 20
const rounds = 5
const times = 6

/** Exhibitions as visitors walk them and as the desk lists them: the model one, and one of 1,700 booths beside one of 20. */
export async function benchExhibition(): Promise<Row[]> {
  const demo = await serveDemo()
  const rows = await walked(demo.visitor)
  await demo.stop()
  return [...rows, ...(await large())]
}

/** The model exhibition: an exhibit from memory, and first views over a slow network. */
async function walked(visitor: string): Promise<Row[]> {
  const home = `${visitor}/exhibition`
  return [
    await fromMemory('exhibit page', `${home}/the-mobile-clinic`),
    await fromMemory('map of the exhibition', `${home}/map`),
    ...(await onSlowNetwork({
      'exhibition home': home,
      'exhibit page': `${home}/the-mobile-clinic`,
      plan: `${home}/plan`,
      map: `${home}/map`,
    })),
  ]
}

async function fromMemory(name: string, address: string): Promise<Row> {
  const bytes = await compressed(address)
  const bare = await serveBytes(bytes.body, bytes.headers)
  const [ours, theirs] = await inTurn(
    () => load(address, asked),
    () => load(bare.url, asked),
  )
  await bare.stop()
  return {
    name: `${name} from memory, ${kilobytes(bytes.body.length)} compressed`,
    figure: rate(ours),
    against: `${rate(theirs)} bare node:http, same bytes; pass line 0.5`,
    ratio: ours / theirs,
  }
}

async function onSlowNetwork(pages: Record<string, string>): Promise<Row[]> {
  const browser = await launchBrowser()
  const rows: Row[] = []
  for (const [name, address] of Object.entries(pages)) {
    const views: Awaited<ReturnType<typeof seenOnSlowNetwork>>[] = []
    for (let round = 0; round < 3; round++) views.push(await seenOnSlowNetwork(browser, address))
    const seconds = median(views.map((view) => view.seconds))
    const bytes = median(views.map((view) => view.bytes))
    rows.push({
      name: `${name} on 400 kbit/s and 400 ms, first visit: all text seen`,
      figure: `${seconds.toFixed(2)} s`,
      against: `pass line 3 s; ${kilobytes(bytes)} with the pictures in sight`,
      ratio: seconds / 3,
    })
  }
  await browser.close()
  return rows
}

async function large(): Promise<Row[]> {
  const database = await benchDatabase()
  const office = await anOffice(database)
  const { email } = await aMember(database, office.id)
  const small = await aBigExhibition(database, { officeId: office.id, slug: 'few', size: few })
  const big = await aBigExhibition(database, { officeId: office.id, slug: 'many', size })
  const server = await serveMajlis(database.url)
  try {
    const exhibit = { few: small.exhibits[3] ?? '', many: big.exhibits[3] ?? '' }
    return [
      ...(await weighed(server)),
      ...(await onSlowNetwork({ [`plan of ${size} booths`]: `${server.url}/en/many/exhibition/plan` })),
      ...(await listed(server, { cookie: await signIn(server.url, email), exhibit })),
    ]
  } finally {
    await server.stop()
    await database.drop()
  }
}

/** What a phone loads before it shows a page of the large exhibition, in the language in which it weighs most. */
async function weighed({ url }: Served): Promise<Row[]> {
  const pages = {
    list: { path: '', line: 60 },
    'a late page of the list': { path: '?page=70', line: 60 },
    'search for a frequent word': { path: '?q=family', line: 60 },
    'plan of one hall': { path: '/plan', line: 60 },
    'one area of the plan': { path: '/plan?area=3', line: 60 },
    'search on the plan': { path: '/plan?q=family', line: 60 },
    'exhibit page': { path: '/exhibit-7', line: 60 },
    map: { path: '/map', line: 40 },
    'a governorate': { path: '/map/IQG15', line: 60 },
  }
  const rows: Row[] = []
  for (const [name, { path, line }] of Object.entries(pages)) {
    const views = await Promise.all(
      ['en', 'fr', 'ar', 'ckb'].map((lang) => firstView(`${url}/${lang}/many/exhibition${path}`)),
    )
    const most = views.reduce((a, b) => (b.bytes > a.bytes ? b : a))
    rows.push({
      name: `${size.toLocaleString('en')} booths: ${name}, first view, compressed, without pictures`,
      figure: `${kilobytes(most.bytes)} in ${most.requests} requests`,
      against: `pass line ${line} KB`,
      ratio: most.bytes / 1024 / line,
    })
  }
  return rows
}

type Desk = { cookie: string; exhibit: Record<'few' | 'many', string> }

/** Pages of the desk in both exhibitions, in turn. */
async function listed({ url, pid }: Served, { cookie, exhibit }: Desk): Promise<Row[]> {
  const pages: Record<string, (slug: 'few' | 'many') => string> = {
    'exhibition list': () => '/exhibition',
    'exhibition list, a state': () => '/exhibition?state=published',
    'exhibition list, search': () => '/exhibition?search=family',
    'exhibition list, last page': (slug) => `/exhibition?page=${slug === 'many' ? size / 50 : 1}`,
    'booth list': () => '/booths',
    'booth list, last page': (slug) => `/booths?page=${slug === 'many' ? size / 50 : 1}`,
    'exhibit, its own page': (slug) => `/exhibition/${exhibit[slug]}`,
    'translation, overview': () => '/exhibition/translation',
    'posters and labels': () => '/exhibition/qr',
    visits: () => '/exhibition/visits',
  }
  const rows: Row[] = []
  for (const [name, path] of Object.entries(pages)) {
    const busy = { few: 0, many: 0 }
    const to = async (slug: 'few' | 'many') => {
      const begun = processorTime(pid)
      const ms = await mean(() => page(`${url}/desk/events/${slug}${path(slug)}`, cookie))
      busy[slug] += (processorTime(pid) - begun) / (times * rounds)
      return ms
    }
    await Promise.all([to('few'), to('many')])
    busy.few = busy.many = 0
    const [small, large] = await inTurn(
      () => to('few'),
      () => to('many'),
      rounds,
    )
    rows.push({
      name: `desk: ${name}, ${size.toLocaleString('en')} booths`,
      figure: `${large.toFixed(1)} ms (${busy.many.toFixed(1)} of processor)`,
      against: `${small.toFixed(1)} ms (${busy.few.toFixed(1)}) with ${few}`,
      ratio: large / small,
    })
  }
  return rows
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
