import { workerData } from 'node:worker_threads'
import { answerInPieces } from '../../uploads/answer-in-pieces.server.ts'
import { readTable } from './table.ts'

// Entered by parse.server.ts, never imported.
const table = await readTable(workerData.bytes)
answerInPieces(table.ok ? { ok: true, head: table.source, lines: table.lines } : table, 400)
