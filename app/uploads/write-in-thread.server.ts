import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Database } from '#db/client.server.ts'
import { sourcePath } from '../documents/source-path.server.ts'

/**
 * Lets a thread of its own, `worker` (a path of ours), write with what it is `given` and the database's address: the
 * commit of a large file takes longer than a page may wait. Answers its one message; throws what it throws. A thread
 * that dies has written nothing.
 */
export function writeInThread<Result>(database: Database, worker: string, given: object): Promise<Result> {
  return database.writeElsewhere(async (url) => {
    const thread = new Worker(sourcePath(worker), {
      workerData: { ...given, url },
      // The schema takes its engine from the environment.
      env: { ...process.env, DATABASE_URL: url },
      execArgv: [],
    })
    const ended = new AbortController()
    // `once` would wait for ever for the answer of a thread that has ended without one.
    thread.on('exit', () => ended.abort())
    const [result] = await once(thread, 'message', { signal: ended.signal })
    return result
  })
}
