import { resolveTxt } from 'node:dns/promises'
import { tmpdir } from 'node:os'
import { dirname, resolve } from 'node:path'
import type { Env } from '#app/env.server.ts'
import type { FileStore } from '#app/files/store.server.ts'
import { sqlitePath } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'
import { type DkimKey, dkimRecord, isPublished } from './dkim.server.ts'
import { sendingLimits } from './limits.ts'
import { postOf } from './post.server.ts'
import { createTransport } from './transport.server.ts'
import { createWorker, type Worker, type Workplace } from './worker.server.ts'

/** The worker of this process; null when MAIL_URL is not set: messages then stay in the outbox, to be read there. */
export function startMailWorker({
  env,
  files,
  ...workplace
}: Omit<Workplace, 'transport' | 'limits' | 'folder'> & { env: Env; files: FileStore }): Worker | null {
  if (!env.MAIL_URL) return null
  const { dkim } = env
  const limits = sendingLimits(env)
  const { connections } = limits
  const transport = createTransport({ url: env.MAIL_URL, connections, dkim, post: postOf(env), files })
  if (dkim) void tellOfKey(dkim, workplace.log)
  const folder = onPostgres ? tmpdir() : dirname(resolve(sqlitePath(env.DATABASE_URL)))
  return createWorker({ ...workplace, limits, transport, folder })
}

/** One line in the log: a signature that nobody can check is worse than none. Waits for nothing, stops nothing. */
async function tellOfKey(dkim: DkimKey, log: Workplace['log']): Promise<void> {
  const state = await isPublished(dkim, resolveTxt)
  const { name, text } = dkimRecord(dkim)
  if (state === 'published') log.info({ name }, 'The DKIM key is published')
  else if (state === 'unknown') log.warn({ name }, 'No name server says whether the DKIM key is published')
  else log.warn({ name, text, state }, 'The DKIM key is not published: give the DNS this TXT record')
}
