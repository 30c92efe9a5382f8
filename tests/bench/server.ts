import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { password } from '#tests/support/accounts.ts'
import { site } from '#tests/support/guests.ts'

const root = new URL('../..', import.meta.url).pathname

/** In milliseconds. */
export type Block = { held: number; busy: number }

export type Served = {
  url: string
  pid: number
  /** For how long its loop was held up at most since the last asking, and how much of that was the processor's. */
  longestBlock(): Promise<Block>
  stop(): Promise<void>
}

/** Majlis as it runs for real, in a process of its own, over the database at `databaseUrl`; it sends no mail. */
export async function serveMajlis(databaseUrl: string): Promise<Served> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PORT: String(port),
    APP_URL: url,
    APP_SECRET: site.secret,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
    WORKER: 'off',
  }
  return serve(['--import', './tests/bench/loop-watch.ts', 'server.ts'], env, url)
}

/** The demonstration event as `npm run demo` serves it, over a database of its own; `visitor` is its public page. */
export async function serveDemo(): Promise<Served & { visitor: string }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'majlis-bench-'))
  const env = {
    PORT: String(port),
    APP_URL: url,
    DATABASE_URL: `file:${folder}/demo.db`,
    FILES_URL: `file:${folder}/files`,
    LOG_LEVEL: 'silent',
  }
  const demo = await serve(['db/demo/serve.server.ts'], env, url)
  return {
    ...demo,
    visitor: `${url}/en/improving-lives`,
    async stop() {
      await demo.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Bare `node:http` that answers everything with the same bytes and headers, in a process of its own. */
export async function serveBytes(body: Uint8Array, headers: Record<string, string>): Promise<Served> {
  const port = await freePort()
  const program = `
    const body = Buffer.from(process.env.BODY, 'base64')
    const headers = JSON.parse(process.env.HEADERS)
    require('node:http').createServer((_, res) => { res.writeHead(200, headers); res.end(body) }).listen(${port}, '127.0.0.1')`
  const env = {
    BODY: Buffer.from(body).toString('base64'),
    HEADERS: JSON.stringify({ ...headers, 'content-length': String(body.length) }),
  }
  return serve(['--input-type=commonjs', '-e', program], env, `http://127.0.0.1:${port}`)
}

/** The `Cookie` header of somebody who has signed in. */
export async function signIn(url: string, email: string): Promise<string> {
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

async function serve(args: string[], env: Record<string, string>, url: string): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { NODE_ENV: 'production', PATH: process.env.PATH, ...env },
  })
  await answers(child, `${url}/healthz`)
  return {
    url,
    pid: child.pid ?? 0,
    async longestBlock() {
      child.send('tell')
      const [block] = await once(child, 'message')
      return block
    },
    async stop() {
      child.kill('SIGTERM')
      if (isAlive(child)) await once(child, 'exit')
    },
  }
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  while (isAlive(child)) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The server ended with ${child.exitCode} before it answered`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
