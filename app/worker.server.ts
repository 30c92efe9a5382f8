import { openDatabase } from '#db/client.server.ts'
import { startBackground } from './background.server.ts'
import { readEnv, SettingError } from './env.server.ts'
import { createLog } from './http/log.server.ts'
import { openFiles } from './http/start.server.ts'
import { runUntilStopped } from './process.server.ts'

/** `npm run worker`: what goes on beside the requests in a process of its own, when the web process has WORKER=off. */
async function startWorker() {
  const env = readEnv()
  if (!env.MAIL_URL)
    throw new SettingError(
      'MAIL_URL: say which mail server takes our messages, e.g. smtp://user:password@mail.example.org:587',
    )
  const log = createLog(env.LOG_LEVEL)
  const database = await openDatabase(env.DATABASE_URL)
  const now = () => new Date()
  const background = startBackground({ env, database, files: openFiles(env.FILES_URL), log, now })
  log.info('The worker is at work')
  return {
    async stop() {
      await background.stop()
      await database.close()
      log.info('The worker has stopped')
    },
  }
}

await runUntilStopped(startWorker)
