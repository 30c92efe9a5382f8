import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import pino from 'pino'
import { hashPassword, setPassword } from '../../app/accounts/password.server.ts'
import { type Env, readEnv } from '../../app/env.server.ts'
import { createLog } from '../../app/http/log.server.ts'
import { openFiles, startMajlis } from '../../app/http/start.server.ts'
import { type Database, openDatabase, sqlitePath } from '../client.server.ts'
import { onPostgres } from '../columns.server.ts'
import { users } from '../schema/accounts.server.ts'
import { buildDemo } from './build.server.ts'
import { event } from './event.server.ts'
import { emptyDemo, notOurs, standingOf } from './fresh.server.ts'
import { organiser } from './office.server.ts'
import { demoClearanceKey, keepSecret, keptSecret, newSecret, readablePassword } from './secret.server.ts'
import { boothUrl, guestUrl, institutionUrl } from './ways-in.server.ts'

type DemoStart = {
  /** 0: any that is free. Left out: PORT, or 3000. */
  port?: number
  /** As the environment gives them; they win over it. */
  settings?: Record<string, string | undefined>
  /** Serve the demo that is there, with all that was done in it, under a password of today. */
  keep?: boolean
}

export type RunningDemo = Awaited<ReturnType<typeof startDemo>>

/**
 * Builds the model event in a database of its own and serves it as `npm start` would. Throws `SettingError` for a
 * setting that is wrong, and for a database that holds anything but a demo.
 */
export async function startDemo({ port, settings = {}, keep = false }: DemoStart = {}) {
  const source = { ...process.env, ...settings }
  const password = source.DEMO_PASSWORD || readablePassword()
  const env = await readDemoEnv(source, port)
  const secret =
    keep && (await standingOf(env.DATABASE_URL)) !== 'nothing'
      ? await reopen(env, { password, given: source.APP_SECRET })
      : await build(env, { password, isOurs: !source.APP_SECRET })
  const log = createLog(env.LOG_LEVEL, pino.destination(2))
  const CLEARANCE_KEY = env.CLEARANCE_KEY ?? demoClearanceKey(secret)
  const running = await startMajlis({ env: { ...env, APP_SECRET: secret, CLEARANCE_KEY }, log })
  const { url, context, stop } = running
  return {
    ...{ url, context, secret, password, stop },
    eventUrl: `${url}/en/${event.slug}`,
    guestUrl: await guestUrl(context.database.read, { appUrl: url, secret }),
    institutionUrl: await institutionUrl(context.database.read, { appUrl: url, secret }),
    boothUrl: await boothUrl(context.database.read, { appUrl: url, secret }),
  }
}

const usual = { DATABASE_URL: 'file:data/demo.db', FILES_URL: 'file:data/demo-files', LOG_LEVEL: 'warn' }

/** As in production, but for what is demanded there. Letters name APP_URL, so the port must be known before. */
async function readDemoEnv(
  source: Record<string, string | undefined>,
  port: number | undefined,
): Promise<Env> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value))
  const wanted = String(port ?? given.PORT ?? 3000)
  const PORT = wanted === '0' ? String(await freePort()) : wanted
  return readEnv({
    ...usual,
    APP_URL: `http://localhost:${PORT}`,
    APP_SECRET: newSecret(),
    ...given,
    PORT,
    NODE_ENV: 'production',
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function build(env: Env, { password, isOurs }: { password: string; isOurs: boolean }): Promise<string> {
  const { DATABASE_URL, FILES_URL, APP_URL: appUrl, APP_SECRET: secret, CLEARANCE_KEY: clearanceKey } = env
  await emptyDemo(DATABASE_URL)
  // Only our own folder: another may hold other people's pictures too, and keys never meet.
  if (FILES_URL === usual.FILES_URL) rmSync(sqlitePath(FILES_URL), { recursive: true, force: true })
  const files = openFiles(FILES_URL)
  await within(DATABASE_URL, async (database) => {
    const site = { appUrl, secret }
    await buildDemo({ database, files, site, password, clearanceKey, now: new Date() })
    await keepSecret(database, secret, isOurs)
  })
  return secret
}

async function reopen(
  { DATABASE_URL }: Env,
  { password, given }: { password: string; given: string | undefined },
): Promise<string> {
  if ((await standingOf(DATABASE_URL)) !== 'demo') throw notOurs(DATABASE_URL)
  const passwordHash = await hashPassword(password)
  return within(DATABASE_URL, async (database) => {
    const secret = await keptSecret(database, given)
    await database.write(async (tx) => {
      const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, organiser.email))
      if (user) await setPassword(tx, { userId: user.id, passwordHash, now: new Date() })
    })
    return secret
  })
}

async function within<Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  if (!onPostgres) mkdirSync(dirname(sqlitePath(url)), { recursive: true })
  const database = await openDatabase(url)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
