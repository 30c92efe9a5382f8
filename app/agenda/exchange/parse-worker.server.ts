import { parentPort, workerData } from 'node:worker_threads'
import { readSchedule } from './read-file.ts'

// Entered by parse.server.ts, never imported. Items go over some dozens at a time and the next when asked for, so that
// the thread which serves requests never unpacks a whole schedule at once.
const itemsAtOnce = 40

const port = parentPort
const read = readSchedule(workerData.bytes, workerData.readFor)
if (port && !read.ok) port.postMessage({ refusal: read.reason })
if (port && read.ok) {
  const { items, ...head } = read.schedule
  let sent = 0
  port.on('message', () => {
    const some = items.slice(sent, sent + itemsAtOnce)
    sent += some.length
    const isLast = sent >= items.length
    port.postMessage({ items: some, isLast })
    if (isLast) port.close()
  })
  port.postMessage({ head })
}
