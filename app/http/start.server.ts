import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import { openDatabase, sqlitePath } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'
import { createAuth } from '../accounts/auth.server.ts'
import { releaseOldAgendas } from '../agenda/publish.server.ts'
import { type Background, startBackground } from '../background.server.ts'
import { keepCalendarHost } from '../calendar/host.server.ts'
import { type Env, SettingError } from '../env.server.ts'
import { writeOldExhibitWords } from '../exhibition/content/index.server.ts'
import { startVisitsCounter } from '../exhibition/visits/counter.server.ts'
import { type FileStore, openFolder } from '../files/store.server.ts'
import { writeOldGuestWords } from '../invitations/guest-words.server.ts'
import { bindLinks } from '../invitations/secret.server.ts'
import { createFront, type Shared } from './front.server.ts'
import { openLimits } from './limits.server.ts'
import { createLog, type Logger } from './log.server.ts'
import { readStaticFiles } from './static.server.ts'

/** How long requests and the mail in hand may take to finish once Majlis is told to stop, in milliseconds. */
const patience = 15_000

/** `now` is the clock; tests turn it. `newLinks` gives up the links made from another APP_SECRET. */
type Starting = { env: Env; log?: Logger; now?: () => Date; newLinks?: boolean }
const otherSecret =
  'APP_SECRET: the guests’ links in this database were made with another one. Set that one again; or, to give those links up, start once with `npm start -- --new-links`.'

export type Running = { url: string; context: Shared; stop(): Promise<void> }

/**
 * Puts the one process together: database, accounts, front, Remix, and the outbox worker unless `WORKER=off`. In
 * development Vite compiles the pages as they are asked for; otherwise `build/` must be there. The log goes to standard
 * output unless another is given.
 */
export async function startMajlis({
  env,
  log = createLog(env.LOG_LEVEL),
  now = () => new Date(),
  newLinks = false,
}: Starting): Promise<Running> {
  if (!onPostgres) mkdirSync(dirname(resolve(sqlitePath(env.DATABASE_URL))), { recursive: true })
  const database = await openDatabase(env.DATABASE_URL)
  if (!(await bindLinks(database, { secret: env.APP_SECRET, renew: newLinks }))) {
    await database.close()
    throw new SettingError(otherSecret)
  }
  await writeOldGuestWords(database)
  await releaseOldAgendas(database, { now: now() })
  await writeOldExhibitWords(database)
  await keepCalendarHost(database, env.APP_URL)
  const limits = await openLimits(env.DATABASE_URL)
  const vite = env.NODE_ENV === 'development' ? await startVite(env.PORT) : null
  let background: Background | null = null
  const context: Shared = {
    env,
    database,
    limits,
    auth: createAuth(database, env),
    files: openFiles(env.FILES_URL),
    now,
    wakeWorker: () => background?.wake(),
  }
  const render = createRequestHandler(await loadPages(vite), env.NODE_ENV)
  const files = vite
    ? new Map()
    : await readStaticFiles(fileURLToPath(new URL('../../build/client', import.meta.url)))
  const visits = startVisitsCounter({ database, now, log })
  const front = createFront(context, render, { log, files, visits })
  const listener = getRequestListener(front.fetch)
  const server = createServer(patientWithSlowNetworks, vite ? behindVite(vite, listener) : listener)
  const port = await listen(server, env.PORT)
  if (env.WORKER === 'on') background = startBackground({ env, database, files: context.files, log, now })

  return {
    url: env.PORT === 0 ? `http://localhost:${port}` : env.APP_URL,
    context,
    async stop() {
      await Promise.all([
        finishRequests(server),
        Promise.race([background?.stop(), sleep(patience, null, { ref: false })]),
      ])
      await visits.stop()
      await vite?.close()
      await limits.close()
      await database.close()
    },
  }
}

/** The store that FILES_URL names. Throws `SettingError` for a folder we cannot keep files in. */
export function openFiles(url: string): FileStore {
  const folder = resolve(sqlitePath(url))
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new SettingError('FILES_URL: this folder cannot be made or written to.')
  }
  return openFolder(folder)
}

/** Headers within 20 s, a whole request within 2 minutes: a phone on 2G sends a picture in that time. */
const patientWithSlowNetworks = {
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  // Longer than a proxy keeps its connections, or it would meet one that we are just closing.
  keepAliveTimeout: 75_000,
}

async function loadPages(vite: ViteDevServer | null): Promise<ServerBuild> {
  if (vite) return (() => vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild
  const build = new URL('../../build/server/index.js', import.meta.url)
  if (!existsSync(build)) throw new SettingError('Majlis is not built yet: run `npm run build` first.')
  return import(build.href)
}

async function startVite(port: number): Promise<ViteDevServer> {
  const { createServer } = await import('vite')
  return createServer({
    configFile: 'remix.config.js',
    appType: 'custom',
    cacheDir: `node_modules/.vite/${port}`,
    server: { middlewareMode: true, hmr: false, ws: false, cors: false },
  })
}

function behindVite(vite: ViteDevServer, listener: RequestListener): RequestListener {
  return (req, res) => vite.middlewares(req, res, () => listener(req, res))
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => resolve((server.address() as AddressInfo).port))
  })
}

/** Takes no new connection, lets what is under way finish, and cuts off what is not done in time. */
function finishRequests(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), patience)
    // Connections kept alive become idle one by one, when their last answer is out.
    const sweep = setInterval(() => server.closeIdleConnections(), 100)
    server.close(() => {
      clearTimeout(deadline)
      clearInterval(sweep)
      resolve()
    })
  })
}
