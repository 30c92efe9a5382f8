import { Worker } from 'node:worker_threads'
import { sourcePath } from '../../documents/source-path.server.ts'
import type { FileRefusal, Read, ReadFor, ReadItem, ReadSchedule } from './reading.ts'

/** The largest file taken, in bytes. */
const maxFileSize = 12 * 1024 * 1024

const memoryLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }
const timeLimit = 30_000

type Message = {
  refusal?: FileRefusal
  head?: Omit<ReadSchedule, 'items'>
  items?: ReadItem[]
  isLast?: boolean
}

/**
 * Reads a schedule in a thread of its own, which is ended when it takes too much memory or time (`tooLarge`): a rule of
 * repetition can be written that never comes to a date. The calling thread stays free.
 */
export async function parseSchedule(bytes: Uint8Array, readFor: ReadFor): Promise<Read> {
  if (bytes.length > maxFileSize) return { ok: false, reason: 'tooLarge' }
  const copy = new Uint8Array(bytes)
  const worker = new Worker(sourcePath('app/agenda/exchange/parse-worker.server.ts'), {
    workerData: { bytes: copy, readFor },
    transferList: [copy.buffer],
    resourceLimits: memoryLimits,
    execArgv: [],
    env: {},
  })
  const timer = setTimeout(() => worker.terminate(), timeLimit)
  try {
    return await scheduleFrom(worker)
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function scheduleFrom(worker: Worker): Promise<Read> {
  const items: ReadItem[] = []
  let head: Omit<ReadSchedule, 'items'> | undefined
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.refusal) return resolve({ ok: false, reason: message.refusal })
      head = message.head ?? head
      items.push(...(message.items ?? []))
      if (message.isLast && head) return resolve({ ok: true, schedule: { ...head, items } })
      worker.postMessage('next')
    })
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, reason: 'tooLarge' })
      else reject(error)
    })
    worker.on('exit', () => resolve({ ok: false, reason: 'tooLarge' }))
  })
}
