import { openDatabase } from '#db/client.server.ts'
import { readEnv, SettingError } from './env.server.ts'
import { createLog } from './http/log.server.ts'
import { startMailbox } from './inbox/start.server.ts'
import { startMailWorker } from './mail/worker.server.ts'
import { runUntilStopped } from './process.server.ts'

/** `npm run worker`: sends the outbox and reads the mailbox from a process of its own, when the web process has WORKER=off. */
async function startWorker() {
  const env = readEnv()
  if (!env.MAIL_URL)
    throw new SettingError(
      'MAIL_URL: say which mail server takes our messages, e.g. smtp://user:password@mail.example.org:587',
    )
  const log = createLog(env.LOG_LEVEL)
  const database = await openDatabase(env.DATABASE_URL)
  const now = () => new Date()
  const worker = startMailWorker({ env, database, log, now })
  const mailbox = startMailbox({ env, database, log, now, onReceived: () => worker?.wake() })
  log.info('The outbox worker is at work')
  return {
    async stop() {
      await Promise.all([worker?.stop(), mailbox?.stop()])
      await database.close()
      log.info('The outbox worker has stopped')
    },
  }
}

await runUntilStopped(startWorker)
