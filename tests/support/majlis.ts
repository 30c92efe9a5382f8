import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { readEnv } from '#app/env.server.ts'
import { type Running, startMajlis } from '#app/http/start.server.ts'
import { clearanceKey } from './clearance.ts'
import { newFolder } from './folder.ts'
import { type SmtpSink, smtpSink } from './smtp.ts'

/** As in production, so that a fault in it is a fault in the tests. */
const appSecret = 'whole-majlis-in-tests-whole-majlis'

/** The whole process as `npm start` runs it, built pages and worker included, with a mail server that keeps what it gets. */
export type WholeMajlis = Running & { secret: string; mails: SmtpSink }

type Given = { settings?: Record<string, string>; now?: () => Date }

export async function aWholeMajlis({ settings = {}, now }: Given = {}): Promise<WholeMajlis> {
  const folder = newFolder()
  const mails = await smtpSink()
  const port = await freePort()
  const env = readEnv({
    NODE_ENV: 'production',
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    APP_SECRET: appSecret,
    DATABASE_URL: `file:${folder}/majlis.db`,
    FILES_URL: `file:${folder}/files`,
    MAIL_URL: mails.url,
    MAIL_PER_MINUTE: '10000',
    CLEARANCE_KEY: clearanceKey,
    LOG_LEVEL: 'silent',
    ...settings,
  })
  const running = await startMajlis({ env, ...(now && { now }) })
  return {
    ...running,
    secret: appSecret,
    mails,
    async stop() {
      await running.stop()
      await mails.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The address must be known before the start: mails and the origin check speak of it. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
