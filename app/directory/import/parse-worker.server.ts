import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from './table.ts'

// Entered by parse.server.ts, never imported. Lines go over some hundred at a time and the next when asked for, so that
// the thread which serves requests never unpacks a whole file at once.
const linesAtOnce = 400

const port = parentPort
const table = await readTable(workerData.bytes)
if (port && !table.ok) port.postMessage({ refusal: table.reason })
if (port && table.ok) {
  let sent = 0
  port.on('message', () => {
    const lines = table.lines.slice(sent, sent + linesAtOnce)
    sent += lines.length
    const isLast = sent >= table.lines.length
    port.postMessage({ lines, source: isLast ? table.source : undefined })
    if (isLast) port.close()
  })
  port.postMessage({ lines: [] })
}
