import { parentPort } from 'node:worker_threads'

type Read = { ok: true; head: unknown; lines: readonly unknown[] } | { ok: false; reason: string }

/**
 * What a thread of `readInThread` has read, some lines at a time and the next when asked for, so that the thread which
 * serves requests never unpacks a whole file at once.
 */
export function answerInPieces(read: Read, linesAtOnce: number): void {
  if (!read.ok) {
    parentPort?.postMessage({ refusal: read.reason })
    return
  }
  const { head, lines } = read
  let sent = 0
  parentPort?.on('message', () => {
    const some = lines.slice(sent, sent + linesAtOnce)
    sent += some.length
    const isLast = sent >= lines.length
    parentPort?.postMessage({ lines: some, isLast })
    if (isLast) parentPort?.close()
  })
  parentPort?.postMessage({ head })
}
