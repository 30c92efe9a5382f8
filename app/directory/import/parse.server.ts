import { readInThread } from '../../uploads/read-in-thread.server.ts'
import type { FileRefusal, Source, Table } from './table.ts'

const memory = 640

/** Reads a guest list in a thread of its own; see `readInThread`. */
export async function parseFile(bytes: Uint8Array): Promise<Table> {
  const worker = 'app/directory/import/parse-worker.server.ts'
  const read = await readInThread<Source, string[], FileRefusal>(worker, { bytes, memory })
  return read.ok ? { ok: true, lines: read.lines, source: read.head } : read
}
