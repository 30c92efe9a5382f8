import { readEnv } from '#app/env.server.ts'
import { startMajlis } from '#app/http/start.server.ts'
import { runUntilStopped } from '#app/process.server.ts'

await runUntilStopped(() => startMajlis({ env: readEnv() }))
