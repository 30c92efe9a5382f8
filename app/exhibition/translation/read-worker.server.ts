import { workerData } from 'node:worker_threads'
import { answerInPieces } from '../../uploads/answer-in-pieces.server.ts'
import { readTranslated } from './sheet.server.ts'

// Entered by import.server.ts, never imported.
const read = readTranslated(workerData.bytes, workerData.pair)
answerInPieces(read.ok ? { ok: true, head: {}, lines: read.texts } : read, 200)
