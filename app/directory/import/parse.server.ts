import { Worker } from 'node:worker_threads'
import { sourcePath } from '#app/documents/source-path.server.ts'
import type { FileRefusal, Source, Table } from './table.ts'

/** The largest file taken, in bytes. */
const maxFileSize = 12 * 1024 * 1024

const memoryLimits = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 64 }
const timeLimit = 30_000

type Message = { refusal?: FileRefusal; lines?: string[][]; source?: Source }

/**
 * Reads a guest list in a thread of its own, which is ended when it takes too much memory or time (`tooLarge`). The
 * calling thread stays free.
 */
export async function parseFile(bytes: Uint8Array): Promise<Table> {
  if (bytes.length > maxFileSize) return { ok: false, reason: 'tooLarge' }
  const copy = new Uint8Array(bytes)
  const worker = new Worker(sourcePath('app/directory/import/parse-worker.server.ts'), {
    workerData: { bytes: copy },
    transferList: [copy.buffer],
    resourceLimits: memoryLimits,
    execArgv: [],
    env: {},
  })
  const timer = setTimeout(() => worker.terminate(), timeLimit)
  try {
    return await tableFrom(worker)
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function tableFrom(worker: Worker): Promise<Table> {
  const lines: string[][] = []
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.refusal) return resolve({ ok: false, reason: message.refusal })
      for (const line of message.lines ?? []) lines.push(line)
      if (message.source) return resolve({ ok: true, lines, source: message.source })
      worker.postMessage('next')
    })
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, reason: 'tooLarge' })
      else reject(error)
    })
    worker.on('exit', () => resolve({ ok: false, reason: 'tooLarge' }))
  })
}
