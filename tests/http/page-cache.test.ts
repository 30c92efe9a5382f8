import { expect, test } from 'vitest'
import { lockEvent } from '#app/events/lock.server.ts'
import { aMember, signedIn } from '#tests/support/accounts.ts'
import { anEvent, anOffice } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aFront, page } from '#tests/support/front.ts'

/** A front whose pages count how often they were made. */
async function counted(make: (n: number, request: Request) => Response = (n) => page(`<p>Page ${n}</p>`)) {
  const database = await testDatabase()
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id, slug: 'crp' })
  const made: string[] = []
  const { ask } = await aFront(database, {
    render: (request) => {
      made.push(request.url)
      return make(made.length, request)
    },
  })
  const text = async (path: string, init?: RequestInit) => (await ask(path, init)).text()
  return { database, office, event, made, ask, text }
}

test('a page is made once and given to everyone', async () => {
  const { text, made } = await counted()
  expect([await text('/en/crp'), await text('/en/crp')]).toEqual(['<p>Page 1</p>', '<p>Page 1</p>'])
  expect(await text('/ar/crp')).toBe('<p>Page 2</p>')
  expect(made).toEqual(['https://meet.example/en/crp', 'https://meet.example/ar/crp'])
})

test('the first request after a change sees the change', async () => {
  const { text, database, event } = await counted()
  for (let n = 1; n <= 5; n++) {
    expect(await text('/en/crp/agenda')).toBe(`<p>Page ${n}</p>`)
    expect(await text('/en/crp/agenda')).toBe(`<p>Page ${n}</p>`)
    await database.write((tx) => lockEvent(tx, event.id))
  }
})

test('the list of events is fresh after a change to any of them', async () => {
  const { text, database, event, office } = await counted()
  expect(await text('/en')).toBe('<p>Page 1</p>')
  await database.write((tx) => lockEvent(tx, event.id))
  expect(await text('/en')).toBe('<p>Page 2</p>')
  await anEvent(database, { officeId: office.id, slug: 'another' })
  expect(await text('/en')).toBe('<p>Page 3</p>')
  expect(await text('/en')).toBe('<p>Page 3</p>')
})

test('who is signed in is never given a kept page, and their page is not kept', async () => {
  const { text, ask, database, office } = await counted()
  const { email } = await aMember(database, office.id)
  const headers = { Cookie: await signedIn(database, email) }
  expect(await text('/en/crp', { headers })).toBe('<p>Page 1</p>')
  expect(await text('/en/crp')).toBe('<p>Page 2</p>')
  const own = await ask('/en/crp', { headers })
  expect(await own.text()).toBe('<p>Page 3</p>')
  expect(own.headers.get('Cache-Control')).toBe('private, no-cache')
})

test.for([
  ['a page that sets a cookie', () => page('x', { 'Set-Cookie': 'a=b' })],
  ['a page that is not public', () => page('x', { 'Cache-Control': 'no-store' })],
  [
    'a page that is missing',
    () => new Response('x', { status: 404, headers: { 'Cache-Control': 'public' } }),
  ],
] as const)('%s is not kept', async ([, make]) => {
  const { text, made } = await counted(make)
  await Promise.all([text('/en/crp'), text('/en/crp')])
  await text('/en/crp')
  expect(made).toHaveLength(3)
})

test('fifty readers at once cause one page to be made', async () => {
  const { text, made } = await counted()
  const texts = await Promise.all(Array.from({ length: 50 }, () => text('/en/crp/exhibition')))
  expect(new Set(texts)).toEqual(new Set(['<p>Page 1</p>']))
  expect(made).toHaveLength(1)
})

test('unknown parameters make no page of their own, known ones in any order make one', async () => {
  const { text, made } = await counted()
  await text('/en/crp/exhibition?utm_source=mail&sector=health&page=2')
  await text('/en/crp/exhibition?page=2&sector=health&fbclid=1')
  await text('/en/crp/exhibition?q=&governorate=&sector=health&page=2')
  await text('/en/crp/exhibition?sector=shelter')
  expect(made).toEqual([
    'https://meet.example/en/crp/exhibition?page=2&sector=health',
    'https://meet.example/en/crp/exhibition?sector=shelter',
  ])
})

test('the map and each governorate are kept, by what is chosen on them', async () => {
  const { text, made } = await counted()
  await text('/en/crp/exhibition/map?measure=organisations&sector=health&x=1')
  await text('/en/crp/exhibition/map?sector=health&measure=organisations')
  await text('/ckb/crp/exhibition/map/IQG15')
  await text('/ckb/crp/exhibition/map/IQG15?utm_source=mail')
  expect(made).toEqual([
    'https://meet.example/en/crp/exhibition/map?measure=organisations&sector=health',
    'https://meet.example/ckb/crp/exhibition/map/IQG15',
  ])
})

test('what one reader claims in headers does not reach the page of the next', async () => {
  const { text, made } = await counted((_, request) => page(JSON.stringify([...request.headers])))
  const headers = { 'X-Forwarded-Host': 'evil.example', Cookie: 'majlis_lang=fr', 'Accept-Language': 'fr' }
  expect(await text('/en/crp', { headers })).toBe('[]')
  expect(made).toEqual(['https://meet.example/en/crp'])
})

test('a calendar is kept per language of the reader', async () => {
  const { text, made } = await counted((_, request) =>
    page(request.headers.get('Accept-Language') ?? '', { 'Content-Type': 'text/calendar; charset=utf-8' }),
  )
  const inLanguage = (language: string) =>
    text('/crp/agenda.ics', { headers: { 'Accept-Language': language } })
  expect(await inLanguage('ar-IQ,ar;q=0.8')).toBe('ar')
  expect(await inLanguage('fr-FR')).toBe('fr')
  expect(await inLanguage('ar')).toBe('ar')
  expect(made).toHaveLength(2)
})

test('a calendar whose address says its language is one and the same for every reader', async () => {
  const { text, made } = await counted((n) =>
    page(`calendar ${n}`, { 'Content-Type': 'text/calendar; charset=utf-8' }),
  )
  const read = (lang: string, language: string) =>
    text(`/crp/agenda.ics?lang=${lang}&utm_source=mail`, { headers: { 'Accept-Language': language } })
  expect(await read('ar', 'en-GB')).toBe('calendar 1')
  expect(await read('ar', 'fr-FR')).toBe('calendar 1')
  expect(await read('fr', 'fr-FR')).toBe('calendar 2')
  expect(made).toEqual([
    'https://meet.example/crp/agenda.ics?lang=ar',
    'https://meet.example/crp/agenda.ics?lang=fr',
  ])
})

test('who has the page already gets no second copy of it', async () => {
  const { ask, database, event } = await counted()
  const first = await ask('/en/crp')
  const etag = first.headers.get('ETag') ?? ''
  const again = await ask('/en/crp', { headers: { 'If-None-Match': etag } })
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
  await database.write((tx) => lockEvent(tx, event.id))
  const changed = await ask('/en/crp', { headers: { 'If-None-Match': etag } })
  expect([changed.status, await changed.text()]).toEqual([200, '<p>Page 2</p>'])
})

test('a kept page may run no script, and is sent compressed', async () => {
  const { ask } = await counted(() => page('<p>Partner meeting</p>'.repeat(200)))
  const headers = { 'Accept-Encoding': 'br, gzip' }
  for (const answer of [await ask('/en/crp', { headers }), await ask('/en/crp', { headers })]) {
    expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'none'")
    expect(answer.headers.get('Content-Encoding')).toBe('br')
    expect(Number(answer.headers.get('Content-Length'))).toBeLessThan(200)
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
  }
})

test('a paper of megabytes is given out but takes no room from pages', async () => {
  const pdf = new Uint8Array(3 * 1024 * 1024)
  const { ask, text, made } = await counted((n, { url }) =>
    url.includes('.pdf')
      ? new Response(pdf, { headers: { 'Cache-Control': 'public', 'Content-Type': 'application/pdf' } })
      : page(`<p>Page ${n}</p>`),
  )
  const paper = await ask('/crp/agenda.pdf?lang=ar&utm_source=mail')
  expect((await paper.arrayBuffer()).byteLength).toBe(pdf.length)
  await ask('/crp/agenda.pdf?lang=ar')
  expect([await text('/en/crp'), await text('/en/crp')]).toEqual(['<p>Page 3</p>', '<p>Page 3</p>'])
  expect(made).toHaveLength(3)
})

test('a kept agenda or exhibition may run files of ours and nothing else', async () => {
  const { ask } = await counted()
  const scripts = async (path: string) =>
    /script-src ([^;]+)/.exec((await ask(path)).headers.get('Content-Security-Policy') ?? '')?.[1]
  expect(await scripts('/en/crp/agenda')).toBe("'self'")
  expect(await scripts('/en/crp/agenda?items=a')).toBe("'self'")
  expect(await scripts('/ar/crp/agenda/screen')).toBe("'self'")
  expect(await scripts('/en/crp/exhibition')).toBe("'self'")
  expect(await scripts('/en/crp')).toBe("'none'")
})

test('addresses that are no page of an event pass by the cache', async () => {
  const { text, made } = await counted()
  for (const path of ['/en/none', '/en/crp/agenda/', '/en/crp.data', '/desk', '/sign-in', '/en/crp/other'])
    await Promise.all([text(path), text(path)])
  expect(made).toHaveLength(12)
})
