import { workerData } from 'node:worker_threads'
import { readTable } from '../../directory/import/table.ts'
import { answerInPieces } from '../../uploads/answer-in-pieces.server.ts'
import { isFigureSheet, mostColumns } from './layout.ts'

// Entered by import.server.ts, never imported.
const table = await readTable(workerData.bytes, isFigureSheet, mostColumns)
answerInPieces(table.ok ? { ok: true, head: table.source, lines: table.lines } : table, 400)
