import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/client.server.ts'
import { confirmImport } from '../imports.server.ts'
import type { Confirming } from './confirm.server.ts'

// Entered by confirm.server.ts, never imported.
const { url, scope, ...given } = workerData as Confirming
const database = await openDatabase(url)
const result = await confirmImport(database, scope, given).finally(database.close)
parentPort?.postMessage(result)
