import { onTestFinished } from 'vitest'
import { createAuth } from '#app/accounts/auth.server.ts'
import { type Env, readEnv } from '#app/env.server.ts'
import { createFront } from '#app/http/front.server.ts'
import { openLimits } from '#app/http/limits.server.ts'
import { createLog } from '#app/http/log.server.ts'
import type { StaticFiles } from '#app/http/static.server.ts'
import type { VisitCounter } from '#app/http/visits.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import type { Database } from '#db/client.server.ts'
import { secrets } from './accounts.ts'
import { now } from './builders.ts'

type Given = {
  render?: (request: Request, context: MajlisContext) => Response | Promise<Response>
  env?: Partial<Env>
  files?: StaticFiles
  pictures?: Record<string, Uint8Array>
  visits?: VisitCounter
}

/** The front with `render` in Remix's place. `ask` sends it a request; `lines` are the log. */
export async function aFront(database: Database, given: Given = {}) {
  const lines: string[] = []
  const limits = await openLimits('file:unused')
  onTestFinished(() => limits.close())
  const env = { ...readEnv({ NODE_ENV: 'test' }), ...secrets, ...given.env }
  const shared = {
    env,
    database,
    limits,
    auth: createAuth(database, env),
    files: {
      put: async () => {},
      get: async (key: string) => given.pictures?.[key] ?? null,
      copy: async () => {},
      remove: async () => {},
    },
    now: () => now,
    wakeWorker: () => {},
  }
  const render = given.render ?? (() => page('<p>Hello</p>'))
  const front = createFront(shared, async (request, context) => render(request, context), {
    log: createLog('info', { write: (line) => void lines.push(line) }),
    files: given.files,
    visits: given.visits,
  })
  const ask = async (
    path: string,
    { from = '192.0.2.7', ...init }: RequestInit & { from?: string } = {},
  ): Promise<Response> =>
    front.fetch(new Request(env.APP_URL + path, init), { incoming: { socket: { remoteAddress: from } } })
  return { ask, lines, limits, env }
}

/** A page as a route would answer it; public unless told otherwise. */
export function page(html: string, headers: Record<string, string> = {}): Response {
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, no-cache', ...headers },
  })
}

export const fromOurPage = { Origin: secrets.APP_URL }
