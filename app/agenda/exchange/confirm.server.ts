import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Database } from '#db/client.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { sourcePath } from '../../documents/source-path.server.ts'
import type { confirmAgendaImport } from './imports.server.ts'

type Given = Parameters<typeof confirmAgendaImport>[2]
export type Confirming = Given & { url: string; scope: EventScope }

/**
 * `confirmAgendaImport` in a thread of its own: the commit of a large schedule takes longer than a page may wait. A
 * thread that dies has written nothing.
 */
export function confirmInThread(
  database: Database,
  scope: EventScope,
  given: Given,
): ReturnType<typeof confirmAgendaImport> {
  return database.writeElsewhere(async (url) => {
    const worker = new Worker(sourcePath('app/agenda/exchange/confirm-worker.server.ts'), {
      workerData: { ...given, url, scope } satisfies Confirming,
      // The schema takes its engine from the environment.
      env: { ...process.env, DATABASE_URL: url },
      execArgv: [],
    })
    const ended = new AbortController()
    // `once` would wait for ever for the answer of a thread that has ended without one.
    worker.on('exit', () => ended.abort())
    const [result] = await once(worker, 'message', { signal: ended.signal })
    return result
  })
}
