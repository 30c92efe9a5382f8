import { readEnv } from '#app/env.server.ts'
import { startMajlis } from '#app/http/start.server.ts'
import { runUntilStopped } from '#app/process.server.ts'

const newLinks = process.argv.includes('--new-links')

await runUntilStopped(() => startMajlis({ env: readEnv(), newLinks }))
