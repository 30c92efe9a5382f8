import { Worker } from 'node:worker_threads'
import { sourcePath } from '../documents/source-path.server.ts'

/** The largest file taken, in bytes. */
const maxFileSize = 12 * 1024 * 1024
/** In milliseconds. */
const timeLimit = 30_000

type Message<Head, Line> = { refusal?: string; head?: Head; lines?: Line[]; isLast?: boolean }
type ReadFile<Head, Line, Refusal> =
  | { ok: true; head: Head; lines: Line[] }
  | { ok: false; reason: Refusal | 'tooLarge' }

type Reading = {
  bytes: Uint8Array
  /** What else the thread is told. */
  given?: object
  /** Megabytes that reading may take. */
  memory: number
}

/**
 * Reads a file in a thread of its own, `worker` (a path of ours that ends in `answerInPieces`), which is ended when it
 * takes too much memory or time: `tooLarge`. It has no environment and no database. The calling thread stays free.
 */
export async function readInThread<Head, Line, Refusal extends string>(
  worker: string,
  { bytes, given, memory }: Reading,
): Promise<ReadFile<Head, Line, Refusal>> {
  if (bytes.length > maxFileSize) return { ok: false, reason: 'tooLarge' }
  const copy = new Uint8Array(bytes)
  const thread = new Worker(sourcePath(worker), {
    workerData: { ...given, bytes: copy },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
    env: {},
  })
  const timer = setTimeout(() => thread.terminate(), timeLimit)
  try {
    return await answerOf<Head, Line, Refusal>(thread)
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}

function answerOf<Head, Line, Refusal>(thread: Worker): Promise<ReadFile<Head, Line, Refusal>> {
  const lines: Line[] = []
  let head: Head | undefined
  return new Promise((resolve, reject) => {
    thread.on('message', (message: Message<Head, Line>) => {
      if (message.refusal) return resolve({ ok: false, reason: message.refusal as Refusal })
      head = message.head ?? head
      for (const line of message.lines ?? []) lines.push(line)
      if (message.isLast && head) return resolve({ ok: true, head, lines })
      thread.postMessage('next')
    })
    thread.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, reason: 'tooLarge' })
      else reject(error)
    })
    thread.on('exit', () => resolve({ ok: false, reason: 'tooLarge' }))
  })
}
