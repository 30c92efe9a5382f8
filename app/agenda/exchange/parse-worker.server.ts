import { workerData } from 'node:worker_threads'
import { answerInPieces } from '../../uploads/answer-in-pieces.server.ts'
import { readSchedule } from './read-file.ts'
import type { Read } from './reading.ts'

// Entered by parse.server.ts, never imported.
const read = readSchedule(workerData.bytes, workerData.readFor)
answerInPieces(read.ok ? inPieces(read) : read, 40)

function inPieces({ schedule: { items, ...head } }: Extract<Read, { ok: true }>) {
  return { ok: true, head, lines: items } as const
}
