import { randomBytes } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { MajlisContext } from '../load-context.ts'
import { securityHeaders } from './headers.ts'
import { isTrustedOrigin } from './origin.ts'

type Shared = Omit<MajlisContext, 'nonce' | 'clientKey' | 'user'>
type Render = (request: Request, context: MajlisContext) => Promise<Response>

/** Everything that stands before Remix: checks, headers, health, static files. */
export function createFront(shared: Shared, render: Render): Hono {
  const front = new Hono()

  front.get('/healthz', (c) => c.json({ ok: true }))

  front.use('*', async (c, next) => {
    if (!isTrustedOrigin(c.req.raw, shared.env.APP_URL))
      return c.text('Refused: this request came from another site.', 403)
    return next()
  })

  front.use('/assets/*', serveStatic({ root: './build/client' }))
  front.use('*', serveStatic({ root: './build/client' }))

  front.all('*', async (c) => {
    const nonce = randomBytes(16).toString('base64')
    let user: ReturnType<MajlisContext['user']> | undefined
    const context: MajlisContext = {
      ...shared,
      nonce,
      clientKey: 'unknown',
      user: () => (user ??= shared.auth.currentUser(c.req.raw.headers)),
    }
    const response = await render(c.req.raw, context)
    for (const [name, value] of securityHeaders(new URL(c.req.url).pathname, nonce)) {
      if (!response.headers.has(name)) response.headers.set(name, value)
    }
    return response
  })
  return front
}
