import { workerData } from 'node:worker_threads'
import { readTable } from '../../directory/import/table.ts'
import { answerInPieces } from '../../uploads/answer-in-pieces.server.ts'
import { activityColumns } from '../activities/columns.ts'
import { programmeColumns } from '../programmes/sheet/columns.ts'
import { aSheetOf } from './layout.ts'

// Entered by import.server.ts, never imported. It has no database, so it knows the columns alone.
const columns = workerData.kind === 'activities' ? activityColumns : programmeColumns
const table = await readTable(workerData.bytes, aSheetOf(columns))
answerInPieces(table.ok ? { ok: true, head: table.source, lines: table.lines } : table, 400)
