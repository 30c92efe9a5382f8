import { expect, test } from 'vitest'
import { newId } from '#db/id.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aFront, fromOurPage, page } from '#tests/support/front.ts'

const html = { 'Content-Type': 'text/html; charset=utf-8' }

test('health says that the database answers, and that it does not', async () => {
  const database = await testDatabase()
  const { ask } = await aFront(database)
  const well = await ask('/healthz')
  expect([well.status, await well.json()]).toEqual([200, { ok: true, database: expect.any(String) }])
  const broken = await aFront({ ...database, read: {} as typeof database.read })
  const ill = await broken.ask('/healthz')
  expect([ill.status, await ill.json()]).toEqual([503, { ok: false, database: 'unreachable' }])
})

test('a foreign post is refused in the reader’s language and reaches nothing', async () => {
  let rendered = 0
  const { ask } = await aFront(await testDatabase(), {
    render: () => {
      rendered++
      return page('')
    },
  })
  const answer = await ask('/desk/members', {
    method: 'POST',
    headers: { Origin: 'https://evil.example', 'Accept-Language': 'ar-IQ,ar;q=0.9' },
  })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('<html lang="ar" dir="rtl">')
  await ask('/desk/members?_data=x', { headers: fromOurPage })
  expect(rendered).toBe(0)
})

test('a page carries a nonce of its own, and says that it may be framed by nobody', async () => {
  const { ask } = await aFront(await testDatabase(), {
    render: (_, { nonce }) => new Response(nonce, { headers: html }),
  })
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const answer = await ask('/sign-in')
      const nonce = await answer.text()
      const policy = answer.headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      return nonce
    }),
  )
  expect(nonces[0]).not.toBe(nonces[1])
})

test('private pages are neither stored nor indexed, and tell no address to others', async () => {
  const { ask } = await aFront(await testDatabase(), { render: () => new Response('', { headers: html }) })
  for (const path of [
    '/desk',
    '/desk/members.data',
    '/r/abcdefghijklmnop',
    '/reset/x',
    '/sign-in',
    '/setup',
    '/Desk',
    '/%72/x',
  ]) {
    const { headers } = await ask(path)
    expect([
      path,
      headers.get('Cache-Control'),
      headers.get('X-Robots-Tag'),
      headers.get('Referrer-Policy'),
    ]).toEqual([path, 'no-store', 'noindex, nofollow', 'same-origin'])
  }
  expect((await ask('/about')).headers.get('X-Robots-Tag')).toBe(null)
})

test('https is insisted on where APP_URL has it', async () => {
  const database = await testDatabase()
  const over = async (url: string) => {
    const { ask } = await aFront(database, { env: { APP_URL: url } })
    return (await ask('/sign-in')).headers.get('Strict-Transport-Security')
  }
  expect(await over('https://meet.example')).toBe('max-age=31536000')
  expect(await over('http://localhost:3000')).toBe(null)
})

test('a text is compressed as the client takes it', async () => {
  const long = 'Partner meeting. '.repeat(200)
  const { ask } = await aFront(await testDatabase(), { render: () => new Response(long, { headers: html }) })
  const encodingFor = async (accepted: string) =>
    (await ask('/desk', { headers: { 'Accept-Encoding': accepted } })).headers.get('Content-Encoding')
  expect(await encodingFor('gzip, deflate, br')).toBe('br')
  expect(await encodingFor('gzip, br;q=0')).toBe('gzip')
  expect(await encodingFor('identity')).toBe(null)
  const plain = await ask('/desk')
  expect(await plain.text()).toBe(long)
  expect(plain.headers.get('Vary')).toContain('Accept-Encoding')
})

test('an answer to HEAD has headers and no body', async () => {
  const { ask } = await aFront(await testDatabase())
  const answer = await ask('/sign-in', { method: 'HEAD' })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
  expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
})

test('a form larger than a megabyte is refused unread, a guest list of that size is not', async () => {
  const { ask } = await aFront(await testDatabase(), {
    render: async (request) => new Response(String((await request.arrayBuffer()).byteLength)),
  })
  const send = (path: string, megabytes: number, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { ...fromOurPage, 'Accept-Language': 'fr', ...headers },
      body: new Uint8Array(megabytes * 1024 * 1024 + 1),
    })
  const refused = await send('/desk/members', 1)
  expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining('lang="fr"')])
  expect(await (await send('/desk/members', 0)).text()).toBe('1')
  expect(await (await send('/desk/imports', 2)).text()).toBe(String(2 * 1024 * 1024 + 1))
  expect((await send('/desk/imports', 15)).status).toBe(413)
  for (const path of [
    'events/crp/exhibition/123',
    'events/crp/agenda/import',
    'events/crp/booths/plan',
    'displacement',
    'programmes/imports',
    'activities',
  ])
    expect([path, (await send(`/desk/${path}`, 3)).status]).toEqual([path, 200])
})

test('a fault of ours is a page that says so, and a line in the log', async () => {
  const { ask, lines } = await aFront(await testDatabase(), {
    render: () => {
      throw new Error('broken inside')
    },
  })
  const answer = await ask('/r/abcdefghijklmnop', { headers: { 'Accept-Language': 'ckb' } })
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(text).toContain('<html lang="ckb" dir="rtl">')
  expect(text).not.toContain('broken inside')
  expect(lines.join('')).toContain('broken inside')
  expect(lines.join('')).not.toContain('abcdefghijklmnop')
})

test('the log holds neither tokens nor queries nor addresses, and one line a request', async () => {
  const { ask, lines } = await aFront(await testDatabase())
  await ask('/r/secretsecretsecret/calendar.ics?name=Noor')
  await ask('/reset/secretsecretsecret')
  await ask('/u/secretsecretsecret', { method: 'POST' })
  await ask('/%72/secretsecretsecret')
  await ask('//R//secretsecretsecret')
  await ask('/en/x%0D%0A{"level":50}?mail=noor@majlis.example')
  const log = lines.join('')
  expect(log).not.toMatch(/secret|Noor|noor|192\.0\.2/)
  expect(lines.map((line) => JSON.parse(line).path)).toEqual([
    '/r/***/calendar.ics',
    '/reset/***',
    '/u/***',
    '/r/***',
    '/R/***',
    '/en/x??{"level":50}',
  ])
})

test('a hunter for links is stopped, a guest with a link is not, even behind the same address', async () => {
  const { ask } = await aFront(await testDatabase(), {
    render: (request) => new Response('', { status: request.url.endsWith('/r/right') ? 200 : 404 }),
  })
  for (let n = 0; n <= 60; n++) await ask(`/r/wrong${n}`, { from: '2001:db8::1' })
  const stopped = await ask('/r/wrong61', { from: '2001:db8::2' })
  expect([stopped.status, stopped.headers.get('Retry-After')]).toEqual([429, '600'])
  expect((await ask('/r/wrong61', { from: '192.0.2.9' })).status).toBe(404)
  expect((await ask('/r/right', { from: '2001:db8::2' })).status).toBe(200)
})

test('a printed code leads to its published exhibit in the best language of the event', async () => {
  const database = await testDatabase()
  const [event, draft, cancelled] = [
    await anEvent(database, { slug: 'crp' }),
    await anEvent(database, { state: 'draft' }),
    await anEvent(database, { slug: 'off', state: 'cancelled' }),
  ]
  const exhibit = (given: { eventId: string; qrCode: string; state: 'draft' | 'published' }) => ({
    id: newId(),
    organisationName: {},
    slug: `stand-${given.qrCode}`,
    title: {},
    summary: {},
    position: 0,
    createdAt: now,
    updatedAt: now,
    ...given,
  })
  await database.write((tx) =>
    tx
      .insert(exhibits)
      .values([
        exhibit({ eventId: event.id, qrCode: 'k7', state: 'published' }),
        exhibit({ eventId: event.id, qrCode: 'k8', state: 'draft' }),
        exhibit({ eventId: draft.id, qrCode: 'k9', state: 'published' }),
        exhibit({ eventId: cancelled.id, qrCode: 'k3', state: 'published' }),
      ]),
  )
  const { ask } = await aFront(database)
  const leadsTo = async (code: string, language: string) => {
    const answer = await ask(`/q/${code}`, { headers: { 'Accept-Language': language } })
    expect(answer.headers.get('Set-Cookie')).toBe(null)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    return [answer.status, answer.headers.get('Location')]
  }
  expect(await leadsTo('k7', 'ar')).toEqual([302, '/ar/crp/exhibition/stand-k7'])
  // The event speaks English and Arabic: a reader of Kurdish is likelier to read Arabic.
  expect(await leadsTo('k7', 'ckb')).toEqual([302, '/ar/crp/exhibition/stand-k7'])
  expect(await leadsTo('k7', 'fr')).toEqual([302, '/en/crp/exhibition/stand-k7'])
  // As people type it off the poster.
  expect(await leadsTo('K7', 'en')).toEqual([302, '/en/crp/exhibition/stand-k7'])
  expect(await leadsTo('k3', 'en')).toEqual([302, '/en/off/exhibition/stand-k3'])
  // The code at the entrance is the event's own address.
  expect(await leadsTo('crp', 'ckb')).toEqual([302, '/ar/crp/exhibition'])
  for (const code of ['k8', 'k9', 'none', '%20']) expect(await leadsTo(code, 'en')).toEqual([404, null])
  const closed = await (await ask('/q/k8', { headers: { 'Accept-Language': 'ar' } })).text()
  expect(closed).toContain('<html lang="ar" dir="rtl">')
  expect(closed).toContain('href="/ar/crp/exhibition"')
  // Nothing tells that a draft event is there.
  expect(await (await ask('/q/k9')).text()).toBe(await (await ask('/q/none')).text())
})

test('a picture is served as a picture and can be nothing else', async () => {
  const key = 'abcdefghijklmnopqrstuv'
  const { ask } = await aFront(await testDatabase(), {
    pictures: Object.fromEntries(
      ['avif', 'webp', 'jpeg', 'html'].map((ending) => [`${key}/640.${ending}`, new Uint8Array([1, 2, 3])]),
    ),
  })
  for (const format of ['avif', 'webp', 'jpeg'])
    expect(Object.fromEntries((await ask(`/files/${key}/640.${format}`)).headers)).toMatchObject({
      'content-type': `image/${format}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  for (const path of [`/files/${key}/641.webp`, `/files/${key}/640.html`, '/files/..%2F..%2Fsecret/640.webp'])
    expect((await ask(path)).status).toBe(404)
})

test('/api/auth is not there', async () => {
  const { ask } = await aFront(await testDatabase(), { render: () => new Response(null, { status: 404 }) })
  expect((await ask('/api/auth/get-session')).status).toBe(404)
})
