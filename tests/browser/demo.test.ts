import { type ChildProcess, spawn } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../support/postgres.ts'
import { aFolder } from '../support/test-folder.ts'

type Ways = Record<'visitor' | 'organiser' | 'guest' | 'institution' | 'team', string[]>

/** `npm run demo` without its build, in a folder of this test alone. */
async function demo(folder: string, settings: Record<string, string> = {}, ...args: string[]) {
  const child = spawn(process.execPath, ['db/demo/serve.server.ts', ...args], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(await freePort()),
      DATABASE_URL: `file:${folder}/demo.db`,
      FILES_URL: `file:${folder}/files`,
      ...settings,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, ...(await whatItSays(child)) }
}

/** Everything on standard output until `ready`, or until the process ends. */
function whatItSays(child: ChildProcess): Promise<{ out: string; trouble: string; code: number | null }> {
  return new Promise((resolve) => {
    let [out, trouble] = ['', '']
    child.stderr?.on('data', (words) => {
      trouble += words
    })
    child.stdout?.on('data', (words) => {
      out += words
      if (/^ready$/m.test(out)) resolve({ out, trouble, code: null })
    })
    child.once('close', (code) => resolve({ out, trouble, code }))
  })
}

function waysIn(out: string): Ways {
  const lines = out.trim().split('\n')
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'visitor',
    'organiser',
    'guest',
    'institution',
    'team',
    'ready',
  ])
  return Object.fromEntries(
    lines.map((line) => line.split(' ')).map(([role, ...rest]) => [role, rest]),
  ) as Ways
}

async function stopped(child: ChildProcess): Promise<number | null> {
  const end = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  return end
}

async function signIn(address: string, email: string, password: string): Promise<number> {
  const { origin } = new URL(address)
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: new URLSearchParams({ email, password }),
  })
  return answer.status
}

test('a stranger starts the demo, follows every way in, stops it, and finds it again with --keep', async () => {
  const folder = aFolder()
  const first = await demo(folder, { DEMO_PASSWORD: 'tea for everybody' })
  expect(first.trouble).toBe('')
  const { visitor, organiser, guest, institution, team } = waysIn(first.out)
  const [page = ''] = visitor
  expect(await (await fetch(page)).text()).toContain('Improving Lives, Enhancing Livelihoods')
  const health = await fetch(new URL('/healthz', page))
  expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ ok: true })])
  for (const [link = ''] of [guest, institution, team]) expect((await fetch(link)).status).toBe(200)
  const [address = '', email = '', ...password] = organiser
  expect([email, password.join(' ')]).toEqual(['organiser@majlis.example', 'tea for everybody'])
  expect(await signIn(address, email, 'tea for nobody')).toBe(401)
  expect(await signIn(address, email, 'tea for everybody')).toBe(303)
  expect(await stopped(first.child)).toBe(0)

  const kept = await demo(folder, {}, '--keep')
  const again = waysIn(kept.out)
  expect(new URL(again.guest[0] ?? '').pathname).toBe(new URL(guest[0] ?? '').pathname)
  expect(await signIn(again.organiser[0] ?? '', email, again.organiser[2] ?? '')).toBe(303)
  expect(await signIn(again.organiser[0] ?? '', email, 'tea for everybody')).toBe(401)
  expect(await stopped(kept.child)).toBe(0)

  const fresh = await demo(folder)
  expect(new URL(waysIn(fresh.out).guest[0] ?? '').pathname).not.toBe(new URL(guest[0] ?? '').pathname)
  expect(await stopped(fresh.child)).toBe(0)
})

test('a kept demo under another secret says so in one line and ends', async () => {
  const folder = aFolder()
  const first = await demo(folder, { APP_SECRET: 'x'.repeat(40) })
  expect(await stopped(first.child)).toBe(0)
  const second = await demo(folder, {}, '--keep')
  expect(second.code).toBe(1)
  expect(second.out).toBe('')
  expect(second.trouble).toMatch(/^APP_SECRET: the demo that is kept was built with another one; [^\n]+\n$/)
})
