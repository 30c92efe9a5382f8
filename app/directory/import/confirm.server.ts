import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { sourcePath } from '#app/documents/source-path.server.ts'
import type { Database } from '#db/client.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { confirmImport } from '../imports.server.ts'

type Given = { importId: string; now: Date }
export type Confirming = Given & { url: string; scope: OfficeScope }

/**
 * `confirmImport` in a thread of its own: the commit of a long list takes longer than a page may wait. A thread that
 * dies has written nothing.
 */
export function confirmInThread(
  database: Database,
  scope: OfficeScope,
  given: Given,
): ReturnType<typeof confirmImport> {
  return database.writeElsewhere(async (url) => {
    const worker = new Worker(sourcePath('app/directory/import/confirm-worker.server.ts'), {
      workerData: { ...given, url, scope } satisfies Confirming,
      // The schema takes its engine from the environment.
      env: { ...process.env, DATABASE_URL: url },
      execArgv: [],
    })
    const [result] = await once(worker, 'message', { signal: whenOver(worker) })
    return result
  })
}

/** Fires when the thread ends without an answer, for `once` would wait for one for ever. */
function whenOver(worker: Worker): AbortSignal {
  const controller = new AbortController()
  worker.on('exit', () => controller.abort())
  return controller.signal
}
