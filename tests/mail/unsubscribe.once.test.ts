import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSuppressions } from '#app/mail/suppression.server.ts'
import { readUnsubscribeToken, unsubscribeToken } from '#app/mail/unsubscribe.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { aWholeMajlis, type WholeMajlis } from '#tests/support/majlis.ts'

let majlis: WholeMajlis
let office: Awaited<ReturnType<typeof anOffice>>
beforeAll(async () => {
  majlis = await aWholeMajlis({ now: () => now, settings: { WORKER: 'off' } })
  office = await anOffice(majlis.context.database)
})
afterAll(() => majlis?.stop())

const linkOf = (address: string) =>
  `${majlis.url}/u/${unsubscribeToken(majlis.secret, { officeId: office.id, address })}`

async function reasonsOf(search: string) {
  const { rows } = await readSuppressions(majlis.context.database.read, office.scope, {
    filter: { search },
    page: 1,
  })
  return rows.map(({ reason }) => reason)
}

const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })

test('a mail program unsubscribes with one POST: no cookie, no Origin, no redirect', async () => {
  const link = linkOf('one@guest.example')
  const answer = await post(link, { 'List-Unsubscribe': 'One-Click' })
  expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([200, null])
  expect(await reasonsOf('one@')).toEqual(['unsubscribed'])
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  const asParts = await fetch(linkOf('parts@guest.example'), { method: 'POST', body })
  expect([asParts.status, await reasonsOf('parts@')]).toEqual([200, ['unsubscribed']])
})

test('opening the link changes nothing, however often a scanner does it', async () => {
  const link = linkOf('two@guest.example')
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
  const page = await fetch(`${link}?lang=ar`)
  const html = await page.text()
  expect(html).toContain('two@guest.example')
  expect(html).toContain('dir="rtl"')
  expect(html).not.toContain('<script')
  expect(page.headers.get('Cache-Control')).toBe('no-store')
  expect(page.headers.get('X-Robots-Tag')).toContain('noindex')
  expect(await reasonsOf('two@')).toEqual([])
})

test('on the page it takes a button, and another one undoes it', async () => {
  const link = linkOf('three@guest.example')
  const done = await post(`${link}?lang=fr`, { intent: 'unsubscribe' })
  expect([done.status, done.headers.get('Location')]).toEqual([
    303,
    expect.stringMatching(/^\/u\/[\w-]+\?lang=fr&done=unsubscribed$/),
  ])
  expect(await reasonsOf('three@')).toEqual(['unsubscribed'])
  expect(await (await fetch(link)).text()).toContain('value="undo"')
  expect((await post(link, { intent: 'undo' })).status).toBe(303)
  expect(await reasonsOf('three@')).toEqual([])
})

test('a link nobody made leads nowhere and changes nothing', async () => {
  const good = new URL(linkOf('four@guest.example')).pathname
  const other = unsubscribeToken('another secret', { officeId: office.id, address: 'four@guest.example' })
  const foreign = unsubscribeToken(majlis.secret, { officeId: 'gone', address: 'four@guest.example' })
  for (const path of [good.slice(0, -3), '/u/x', `/u/${other}`, `/u/${foreign}`]) {
    expect([path, (await fetch(majlis.url + path)).status]).toEqual([path, 404])
    const posted = await post(majlis.url + path, { 'List-Unsubscribe': 'One-Click' })
    expect([path, posted.status]).toEqual([path, 404])
  }
  expect((await post(majlis.url + good, { intent: 'anything' })).status).toBe(404)
  expect(await reasonsOf('four@')).toEqual([])
})

test('one address of one office has one token, whatever its case, and it fits a header line', () => {
  const token = (address: string, officeId = office.id) =>
    unsubscribeToken(majlis.secret, { officeId, address })
  expect(token('Ali@Guest.Example')).toBe(token('ali@guest.example'))
  expect(token('ali@guest.example', 'another')).not.toBe(token('ali@guest.example'))
  expect(readUnsubscribeToken(majlis.secret, token('ALI@guest.example'))).toEqual({
    ...{ officeId: office.id, address: 'ali@guest.example' },
  })
  const longest = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`
  // RFC 5322 §2.1.1: no line over 998 characters.
  expect(`List-Unsubscribe: <https://${'h'.repeat(200)}/u/${token(longest)}>`.length).toBeLessThan(998)
})
