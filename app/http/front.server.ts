import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { sessionCookie } from '../accounts/auth.server.ts'
import type { MajlisContext } from '../load-context.ts'
import { isReadableAddress } from './address.ts'
import { limitBody } from './body-limit.server.ts'
import { clientKey } from './client.server.ts'
import { compressResponse } from './encoding.server.ts'
import { closedBoothPage, errorPage, languageOf } from './error-page.ts'
import { isTokenPage, maskedPath, securityHeaders } from './headers.ts'
import { health } from './health.server.ts'
import { type Logger, logRequests } from './log.server.ts'
import { isTrustedOrigin } from './origin.ts'
import { createPageCache } from './page-cache.server.ts'
import { answerPicture } from './picture.server.ts'
import { findShortLink } from './short-link.server.ts'
import { answerStatic, type StaticFiles, stylesheetOf } from './static.server.ts'
import { countVisit, type VisitCounter } from './visits.server.ts'

/** What is made once per process and shared by all requests. */
export type Shared = Omit<MajlisContext, 'nonce' | 'clientKey' | 'user'>
type Render = (request: Request, context: MajlisContext) => Promise<Response>
const methods = ['GET', 'HEAD', 'POST']
type Connection = { Bindings: { incoming?: { socket: { remoteAddress?: string } } } }

/** Everything that stands before Remix: checks, limits, headers, health, files, short links, the page cache. */
export function createFront(
  shared: Shared,
  render: Render,
  { log, files = new Map(), visits }: { log: Logger; files?: StaticFiles; visits?: VisitCounter },
): Hono<Connection> {
  const { env, database, limits } = shared
  const isHttps = env.APP_URL.startsWith('https:')
  const pages = createPageCache(database.read, { appUrl: env.APP_URL })
  const refuse = (request: Request, status: Parameters<typeof errorPage>[1]) =>
    errorPage(request, status, stylesheetOf(files))
  const front = new Hono<Connection>()

  front.use(logRequests(log))
  front.onError((error, c) => {
    log.error({ path: maskedPath(c.req.path), error })
    return refuse(c.req.raw, 500)
  })

  front.get('/healthz', () => health(database))

  front.use(async (c, next) => {
    const { method } = c.req.raw
    if (!isTrustedOrigin(c.req.raw, env.APP_URL)) return refuse(c.req.raw, 403)
    // Forms of ours know no other method, and an action would run for any.
    if (!methods.includes(method))
      return new Response(null, { status: 405, headers: { Allow: methods.join(', ') } })
    if (!isReadableAddress(c.req.raw.url)) return refuse(c.req.raw, 404)
    const isReading = method !== 'POST'
    const file = isReading && answerStatic(files, c.req.path, c.req.raw)
    return file || next()
  })
  front.use(limitBody((request) => refuse(request, 413)))

  front.get('/q/:code', async (c) => {
    const link = await findShortLink(database.read, c.req.param('code'), languageOf(c.req.raw))
    if (!link) return refuse(c.req.raw, 404)
    if (!link.isOpen) return closedBoothPage(link, stylesheetOf(files))
    countVisit(visits, c.req.raw, { path: link.path, status: 302, kind: 'scanned' })
    const headers = { 'Cache-Control': 'no-store', Vary: 'Accept-Language, Cookie' }
    const here = link.booth ? `?${new URLSearchParams({ at: link.booth })}` : ''
    return c.body(null, 302, { Location: link.path + here, ...headers })
  })
  front.get('/files/:key/:name', async (c) => {
    const picture = await answerPicture(shared.files, c.req.param('key'), c.req.param('name'))
    return picture ?? refuse(c.req.raw, 404)
  })

  front.get('*', async (c, next) => {
    const page = await pages.answer(c.req.raw, (request) =>
      renderPage(request, contextOf(c), { path: c.req.path, nonce: null }),
    )
    if (!page) return next()
    countVisit(visits, c.req.raw, { path: c.req.path, status: page.status, kind: 'opened' })
    return page
  })

  front.all('*', async (c) => {
    // Hono's path is decoded, as the routes will read it.
    const { path } = c.req
    const context = contextOf(c)
    const response = await renderPage(c.req.raw, context, { path, nonce: context.nonce })
    if (isTokenPage(path) && response.status === 404) {
      // A true link always opens: one visitor could else shut out everybody behind the same address, a whole hall.
      if (await limits.isGuessing(context.clientKey)) return refuse(c.req.raw, 429)
      await limits.wrongLink(context.clientKey)
    }
    return compressResponse(c.req.raw, response)
  })

  function contextOf(c: Context<Connection>): MajlisContext {
    let user: ReturnType<MajlisContext['user']> | undefined
    return {
      ...shared,
      nonce: randomBytes(16).toString('base64'),
      clientKey: clientKey(
        c.env?.incoming?.socket.remoteAddress,
        c.req.header('X-Forwarded-For'),
        env.TRUSTED_PROXIES,
      ),
      user: () => (user ??= shared.auth.currentUser(c.req.raw.headers)),
    }
  }

  async function renderPage(
    request: Request,
    context: MajlisContext,
    { path, nonce }: { path: string; nonce: string | null },
  ) {
    const response = await render(request.method === 'POST' ? withoutOrigin(request) : request, context)
    for (const [name, value] of securityHeaders(path, { nonce, isHttps })) {
      if (!response.headers.has(name)) response.headers.set(name, value)
    }
    // What a signed-in reader sees of a public page may be more than others may.
    const isShared = /\bpublic\b/.test(response.headers.get('Cache-Control') ?? '')
    if (isShared && request.headers.get('Cookie')?.includes(sessionCookie))
      response.headers.set('Cache-Control', 'private, no-cache')
    return response
  }

  return front
}

/** Remix would compare Origin with Host, which a proxy may have changed, and fail; we have asked, and asked for more. */
function withoutOrigin(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('Origin')
  return new Request(request, { headers })
}
