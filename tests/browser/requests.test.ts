import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPasswordLink, sendPasswordLink } from '#app/accounts/password.server.ts'
import { aMail, password } from '#tests/support/accounts.ts'
import { addressOf, namesIn, patterns } from '#tests/support/addresses.ts'
import { now } from '#tests/support/builders.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'
import { signedInVisitor, type Visitor, visitor } from '#tests/support/visitor.ts'
import { aWholeOffice } from '#tests/support/whole-office.ts'

type Office = Awaited<ReturnType<typeof aWholeOffice>>

let majlis: WholeMajlis
let office: Office
let administrator: Visitor

beforeAll(async () => {
  // One proxy of ours is believed, so that a test can come from any address it likes.
  majlis = await aWholeMajlis({ now: () => now, settings: { TRUSTED_PROXIES: '1', WORKER: 'off' } })
  office = await aWholeOffice(majlis.context, 'ours')
  administrator = await signedInVisitor(majlis, office.administrator.email, password)
})
afterAll(() => majlis?.stop())

test('whoever opens or fetches a link ahead, as scanners and browsers do, writes nothing', async () => {
  const links = [...(await linksOf(office.first)), `/reset/${await resetToken()}`]
  const fetchers: Record<string, string>[] = [
    { 'Sec-Purpose': 'prefetch' },
    { 'Sec-Purpose': 'prefetch;prerender', Purpose: 'prefetch' },
    { 'User-Agent': 'Mozilla/5.0 (compatible; MS-Safelinks)' },
    {},
  ]
  await unchanged(async () => {
    for (const link of links)
      for (const headers of fetchers) {
        const [got, asked] = [await visitor(majlis).get(link, headers), await head(link, headers)]
        // There is a calendar entry only once somebody has said yes.
        const isThere = got.status < 400 || link.includes('.ics')
        expect([link, isThere, asked.status]).toEqual([link, true, got.status])
      }
  })
})

test('a hundred megabytes are refused before they are sent, whether told of or not', async () => {
  const { event, exhibit } = office.first.ids
  const address = `/desk/events/${event}/exhibition/${exhibit}`
  const told = await upload(address, { 'Content-Length': String(100 * megabyte) }, 0)
  expect(told).toEqual({ status: 413, megabytes: 0 })
  const untold = await upload(address, { 'Transfer-Encoding': 'chunked' }, 100)
  // Whoever goes on sending may find the line closed before they have read why.
  expect([413, null]).toContain(untold.status)
  // What lies between two processes is taken by the system, not by us.
  expect(untold.megabytes).toBeLessThan(30)
})

test('no page of the desk writes when it is only looked at', async () => {
  const ids = {
    ...office.first.ids,
    import: office.import,
    unplaced: office.unplaced,
    picture: office.picture,
    letterTemplate: office.letterTemplate,
    letterFile: 'register.xlsx',
    file: 'guests.csv',
    sheet: 'agenda.csv',
    signUpSheet: 'list.csv',
    translation: 'en-ar.csv',
    paper: 'list.xlsx',
    poster: 'entrance.pdf',
    programme: office.programme,
    indicator: office.indicator,
    kind: 'invitation',
    dataset: office.dataset,
    figures: office.figures,
    resultsFile: office.resultsFile,
    activitiesFile: office.activitiesFile,
    resultsSheet: 'results.xlsx',
    activitiesSheet: 'template.xlsx',
  }
  const desk = (await patterns()).map(({ pattern }) => pattern).filter((pattern) => /^\/desk\b/.test(pattern))
  const missed: string[] = []
  await unchanged(async () => {
    for (const pattern of desk) {
      const file = pattern.startsWith('/desk/directory') ? 'persons.csv' : ids.file
      const { status } = await administrator.get(addressOf(pattern, { ...ids, file }))
      if (status >= 400) missed.push(pattern)
    }
  })
  // A page that is not there was not looked at; clearance is its officer's alone, and has tests of its own.
  expect(missed.filter((pattern) => !pattern.includes('/clearance'))).toEqual([])
})

test('the back door of single loaders is shut, to read as to change', async () => {
  await unchanged(async () => {
    for (const path of ['/desk/members', `/desk/events/${office.first.ids.event}/guests`]) {
      const address = `${path}?_data=${encodeURIComponent('routes/desk.members/route')}`
      expect((await administrator.get(address)).status).toBe(403)
      expect((await administrator.post(address, removal())).status).toBe(403)
    }
  })
})

test('a form on another site changes nothing, whoever is signed in here', async () => {
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: '' },
    { Origin: `${majlis.url}.evil.example` },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]
  const forms = ['/desk/members', '/desk/members.data', `/r/${office.first.token}`, '/language', '/sign-out']
  await unchanged(async () => {
    for (const path of forms)
      for (const headers of foreign)
        expect([path, headers, (await administrator.post(path, removal(), headers)).status]).toEqual([
          path,
          headers,
          403,
        ])
  })
  expect((await administrator.get('/desk')).status).toBe(200)
})

test('frames of other sites hold what is made for them and nothing else; any page may read data, by reading alone', async () => {
  const { event } = office.first.ids
  const policyOf = (answer: Response) => answer.headers.get('Content-Security-Policy')
  const frames = [`exhibits/${event}`, 'map', 'displacement', 'displacement?view=map']
  for (const who of [visitor(majlis), administrator])
    for (const path of frames) {
      const answer = await who.get(`/en/${event}/embed/${path}`)
      const page = await answer.text()
      expect([path, answer.status, answer.headers.getSetCookie()]).toEqual([path, 200, []])
      expect(policyOf(answer)).toContain("script-src 'none'")
      expect(policyOf(answer)).toMatch(/form-action 'none'.*frame-ancestors \*$/)
      expect(page).toContain('<base target="_blank"/>')
      expect(page).not.toMatch(/<script|<form/)
    }
  const pages = [`/en/${event}/exhibition/${event}`, `/en/${event}/exhibition/map`, `/en/${event}/Embed/map`]
  for (const path of [...pages, '/sign-in', `/${event}/exhibits.json`])
    expect([path, policyOf(await visitor(majlis).get(path))]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'none'"),
    ])
  for (const file of ['exhibits.json', `exhibits/${event}.json`, 'map.json']) {
    const path = `/${event}/${file}`
    const answer = await visitor(majlis).get(path, { Origin: 'https://elsewhere.example' })
    expect([path, answer.status, answer.headers.getSetCookie()]).toEqual([path, 200, []])
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const again = { 'If-None-Match': answer.headers.get('ETag') ?? '' }
    expect((await visitor(majlis).get(path, again)).status).toBe(304)
    const sent = await visitor(majlis).post(path, {}, { Origin: 'https://elsewhere.example' })
    expect([sent.status, sent.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null])
    const asked = await fetch(majlis.url + path, { method: 'OPTIONS', headers: { Origin: majlis.url } })
    expect([asked.status, asked.headers.get('Access-Control-Allow-Origin')]).toEqual([405, null])
  }
})

test('guessing a password from one address is stopped, whatever it says of the way it came', async () => {
  const guess = (hop: number) => guessFrom('somebody@ours.example', `203.0.113.${hop}, 198.51.100.7`)
  expect(await several(10, guess)).toEqual(Array(10).fill(401))
  expect(await guess(99)).toBe(429)
})

test('guessing a password from one /64 is stopped, however the rest of the address turns', async () => {
  const guess = (turn: number) => guessFrom('other@ours.example', `2001:db8:1:2:${turn}:5:6:${turn}`)
  expect(await several(10, guess)).toEqual(Array(10).fill(401))
  expect(await guess(99)).toBe(429)
  expect(await guessFrom('other@ours.example', '2001:db8:1:3::1')).toBe(401)
})

/** Every address that is a guest's own, by `app/routes.ts`, with what a mail may add to it. */
async function linksOf({
  token,
  institutionToken,
  speakerToken,
  boothToken,
}: Office['first']): Promise<string[]> {
  // A paper stands on the guest's page, never in a mail, and counts how often it was opened; a document on its team's.
  const own = (await patterns()).filter(({ pattern }) =>
    /^\/[robus]\/:token(?!\/(papers|handouts))/.test(pattern),
  )
  expect([...new Set(own.flatMap(({ pattern }) => namesIn(pattern)))].sort()).toEqual(['copy', 'token'])
  return own
    .map(({ pattern }) => {
      const holder =
        { '/o/': institutionToken, '/s/': speakerToken, '/b/': boothToken }[pattern.slice(0, 3)] ?? token
      return addressOf(pattern, { token: holder, copy: 'what-we-hold.json' })
    })
    .flatMap((address) => [address, `${address}?a=yes`, `${address}?lang=ar&a=no`])
}

async function resetToken(): Promise<string> {
  const { userId } = office.administrator
  const link = newPasswordLink('reset', now)
  const mail = aMail(office.id, office.administrator.email)
  await majlis.context.database.write((tx) => sendPasswordLink(tx, { userId, link, mail, now }))
  return link.token
}

function head(path: string, headers: Record<string, string>): Promise<Response> {
  return fetch(majlis.url + path, { method: 'HEAD', redirect: 'manual', headers })
}

function removal() {
  return { intent: 'remove', membership: office.administrator.membershipId }
}

async function guessFrom(email: string, forwardedFor: string): Promise<number> {
  const form = { email, password: 'not the password' }
  return (await visitor(majlis).post('/sign-in', form, { 'X-Forwarded-For': forwardedFor })).status
}

async function several(count: number, guess: (turn: number) => Promise<number>): Promise<number[]> {
  const statuses: number[] = []
  for (let turn = 0; turn < count; turn++) statuses.push(await guess(turn))
  return statuses
}

async function unchanged(attempts: () => Promise<void>) {
  const before = await contentsOf(majlis.context.database)
  await attempts()
  expect(await contentsOf(majlis.context.database)).toEqual(before)
}

test('no form, however it is bent, breaks a page or holds it up', async () => {
  const anyone = visitor(majlis)
  const guest = `/r/${office.first.token}?lang=en`
  const bent: Record<string, string>[] = [
    {},
    { 'email[99999999]': 'x', 'names[99999999].name': 'x' },
    { __intent__: '{', __state__: '{', '__proto__[x]': '1', constructor: 'x' },
    { 'name.en.x': 'a', 'name.en': 'b', 'email.x': 'a', 'answers[0].part.x': 'a' },
    { name: '\0', email: '\0', to: '/\u2028/x', language: 'ar', note: '\0' },
  ]
  for (const form of bent)
    for (const [who, path] of [
      [anyone, '/sign-in'],
      [anyone, '/reset'],
      [anyone, '/language'],
      [anyone, guest],
      [administrator, '/desk/events/new'],
      [administrator, '/desk/members'],
    ] as const)
      for (const intent of ['answer', 'wrongRecipient', 'invite']) {
        const { status } = await who.post(path, { intent, ...form })
        expect([path, form, status < 500]).toEqual([path, form, true])
      }
  for (const type of ['application/json', 'multipart/form-data', 'text/plain'])
    expect((await anyone.post(guest, {}, { 'Content-Type': type })).status).toBe(400)
})

const megabyte = 1024 * 1024

/** Sends up to so many megabytes, as far as they are taken; null when the line was closed before an answer was read. */
async function upload(address: string, headers: Record<string, string>, most: number) {
  const { origin } = new URL(majlis.url)
  const type = 'multipart/form-data; boundary=x'
  const sent = request(majlis.url + address, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': type, ...headers },
  })
  sent.flushHeaders()
  let isOver = false
  const answer = new Promise<number | null>((resolve) => {
    sent.on('response', ({ statusCode }: IncomingMessage) => resolve(statusCode ?? null))
    sent.on('error', () => resolve(null))
  }).finally(() => {
    isOver = true
  })
  let megabytes = 0
  while (!isOver && megabytes < most && (await isTaken(sent, answer))) megabytes++
  const status = await answer
  sent.destroy()
  return { status, megabytes }
}

/** Whether the next megabyte was taken, before there was an answer. */
function isTaken(sent: ClientRequest, answer: Promise<unknown>): Promise<boolean> {
  const next = new Promise<boolean>((resolve) => {
    sent.write(Buffer.alloc(megabyte), (error) => resolve(!error))
  })
  return Promise.race([next, answer.then(() => false)])
}
