import pino from 'pino'
import { openDatabase } from '#db/client.server.ts'
import { readEnv, SettingError } from './env.server.ts'
import { startMailWorker } from './mail/worker.server.ts'

/** `npm run worker`: sends the outbox from a process of its own, when the web process has WORKER=off. */
async function main(): Promise<void> {
  const env = readEnv()
  const log = pino({ level: env.LOG_LEVEL })
  if (!env.MAIL_URL)
    throw new SettingError(
      'MAIL_URL: say which mail server takes our messages, e.g. smtp://user:password@mail.example.org:587',
    )
  const database = await openDatabase(env.DATABASE_URL)
  const worker = startMailWorker({ env, database, log, now: () => new Date() })
  log.info('The outbox worker is at work')
  const stop = async () => {
    await worker?.stop()
    await database.close()
    log.info('The outbox worker has stopped')
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  process.exitCode = 1
  process.stderr.write(`${error instanceof SettingError ? error.message : String((error as Error).stack)}\n`)
})
