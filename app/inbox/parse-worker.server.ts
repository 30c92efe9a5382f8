import { parentPort } from 'node:worker_threads'
import { parseMail } from './parse.server.ts'

// Entered by mail-reader.server.ts, never imported: reads one mail after the other as they are handed in.
parentPort?.on('message', async (bytes: Uint8Array) => {
  try {
    parentPort?.postMessage({ mail: await parseMail(bytes) })
  } catch {
    parentPort?.postMessage({ mail: null })
  }
})
