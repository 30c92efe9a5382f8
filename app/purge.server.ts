import { eq } from 'drizzle-orm'
import { readEnv, SettingError } from '#app/env.server.ts'
import { openFiles } from '#app/http/start.server.ts'
import { countDue, purgeOffice } from '#app/privacy/purge.server.ts'
import { readRetention } from '#app/privacy/retention.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { NewerSchemaError } from '#db/migrate.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { retentionRules } from '#db/schema/privacy.server.ts'

/*
 * `npm run purge`: lets go what the offices' rules say is due, now. Majlis does the same by itself once a day, and may
 * run meanwhile. With `--dry-run` it only says how much that would be.
 */
try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const isTold = error instanceof SettingError || error instanceof NewerSchemaError
  process.exitCode = complain(isTold ? error.message : String((error as Error).stack))
}

async function run(given: string[]): Promise<number> {
  const dryRun = given.includes('--dry-run')
  if (given.some((word) => word !== '--dry-run')) return complain('Usage: npm run purge [-- --dry-run]')
  const env = readEnv()
  const database = await openDatabase(env.DATABASE_URL)
  const stores = { database, files: openFiles(env.FILES_URL) }
  const now = new Date()
  try {
    const rows = await database.read
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .innerJoin(retentionRules, eq(retentionRules.officeId, offices.id))
    if (!rows.length) say('No office has set how long it keeps what: nothing to do.')
    for (const { id: officeId, name } of rows) {
      const retention = await readRetention(database.read, officeId)
      const counts = dryRun
        ? await countDue(database.read, { officeId, retention, now })
        : await purgeOffice(stores, { officeId, key: now.toISOString(), now: () => new Date() })
      const rowsOf = Object.entries(counts ?? {}).map(([rule, rows]) => `${rule} ${rows}`)
      say(`${Object.values(name)[0]}: ${rowsOf.join(', ') || 'nothing was due'}`)
    }
    if (dryRun) say('Nothing was changed.')
  } finally {
    await database.close()
  }
  return 0
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): number {
  console.error(line)
  return 1
}
