import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/client.server.ts'
import { type Confirming, confirmSheet } from './uploads.server.ts'

// Entered by uploads.server.ts, never imported.
const { url, scope, ...given } = workerData as Confirming
const database = await openDatabase(url)
const result = await confirmSheet(database, scope, given).finally(database.close)
parentPort?.postMessage(result)
