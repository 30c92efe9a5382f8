import { readInThread } from '../../uploads/read-in-thread.server.ts'
import type { FileRefusal, Read, ReadFor, ReadItem, ReadSchedule } from './reading.ts'

const memory = 512

/**
 * Reads a schedule in a thread of its own, see `readInThread`, which is ended when it takes too long: a rule of
 * repetition can be written that never comes to a date.
 */
export async function parseSchedule(bytes: Uint8Array, readFor: ReadFor): Promise<Read> {
  const read = await readInThread<Omit<ReadSchedule, 'items'>, ReadItem, FileRefusal>(
    'app/agenda/exchange/parse-worker.server.ts',
    { bytes, given: { readFor }, memory },
  )
  return read.ok ? { ok: true, schedule: { ...read.head, items: read.lines } } : read
}
