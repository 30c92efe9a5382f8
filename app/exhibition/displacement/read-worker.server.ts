import { workerData } from 'node:worker_threads'
import { readTable } from '../../directory/import/table.ts'
import { answerInPieces } from '../../uploads/answer-in-pieces.server.ts'
import { aFigureFile } from './layout.ts'

// Entered by import.server.ts, never imported.
const table = await readTable(workerData.bytes, aFigureFile)
answerInPieces(table.ok ? { ok: true, head: table.source, lines: table.lines } : table, 400)
