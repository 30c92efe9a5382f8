import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { readEnv } from '#app/env.server.ts'
import { createFront } from '#app/http/front.server.ts'
import { openDatabase, sqlitePath } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'

const env = readEnv()
if (!onPostgres) mkdirSync(dirname(sqlitePath(env.DATABASE_URL)), { recursive: true })
const database = await openDatabase(env.DATABASE_URL)
const vite =
  env.NODE_ENV === 'development'
    ? await (await import('vite')).createServer({
        configFile: 'remix.config.js',
        appType: 'custom',
        cacheDir: `node_modules/.vite/${env.PORT}`,
        server: { middlewareMode: true, hmr: false, ws: false },
      })
    : null
const build = (
  vite
    ? () => vite.ssrLoadModule('virtual:remix/server-build')
    : await import('./build/server/index.js' as string)
) as ServerBuild
const handle = createRequestHandler(build, env.NODE_ENV)

const front = createFront(
  {
    env,
    database,
    auth: { currentUser: async () => null },
    files: { put: async () => {}, get: async () => null, remove: async () => {} },
    limits: { signIn: async () => true, passwordReset: async () => true, answer: async () => true },
    now: () => new Date(),
    wakeWorker: () => {},
  },
  (request, context) => handle(request, context),
)
const listener = getRequestListener(front.fetch)
createServer((req, res) =>
  vite ? vite.middlewares(req, res, () => listener(req, res)) : listener(req, res),
).listen(env.PORT)
