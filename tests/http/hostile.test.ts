import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'
import { aFront, fromOurPage } from '#tests/support/front.ts'

/** A front before a Remix that must not be reached, and how often it was. */
async function aWatchedFront() {
  const reached: string[] = []
  const front = await aFront(await testDatabase(), {
    render: (request) => {
      reached.push(request.url)
      return new Response('')
    },
  })
  return { ...front, reached }
}

test('an address that is no text is not here, for the database and the log would stumble over it', async () => {
  const { ask, reached } = await aWatchedFront()
  for (const path of ['/en/%00', '/q/%00', '/en?q=%00', '/r/secret/%zz', '/r/%E0%A4%A', '/%', '/en/%ff'])
    expect([path, (await ask(path)).status]).toEqual([path, 404])
  expect(reached).toEqual([])
  expect((await ask('/en/%D8%B9?q=%25&x=%zz')).status).toBe(200)
})

test('there is no method but those of links and forms', async () => {
  const { ask, reached } = await aWatchedFront()
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    const answer = await ask('/desk/members', { method, headers: fromOurPage })
    expect([method, answer.status, answer.headers.get('Allow')]).toEqual([method, 405, 'GET, HEAD, POST'])
  }
  expect(reached).toEqual([])
})

test('a form sent through a proxy that changes Host arrives whole, and without a second opinion on its origin', async () => {
  const { ask } = await aFront(await testDatabase(), {
    render: async (request) => Response.json([request.headers.get('Origin'), await request.text()]),
  })
  const headers = {
    ...fromOurPage,
    Host: 'inside:3000',
    'X-Forwarded-Host': 'inside',
    'Content-Type': 'text/plain',
  }
  const answer = await ask('/sign-in', { method: 'POST', headers, body: 'email=a' })
  expect(await answer.json()).toEqual([null, 'email=a'])
})
