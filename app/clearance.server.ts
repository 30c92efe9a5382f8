import { rotateKeys } from '#app/clearance/data-key.server.ts'
import { openKeyring } from '#app/clearance/seal.server.ts'
import { readEnv, SettingError } from '#app/env.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { NewerSchemaError } from '#db/migrate.server.ts'

/*
 * `npm run clearance -- rotate`: after a new CLEARANCE_KEY was set and the one before put into CLEARANCE_KEY_OLD, seals
 * the events' keys with the new one. Majlis may run meanwhile, if it has both.
 */
try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const isTold = error instanceof SettingError || error instanceof NewerSchemaError
  process.exitCode = complain(isTold ? error.message : String((error as Error).stack))
}

async function run([verb, ...more]: string[]): Promise<number> {
  if (verb !== 'rotate' || more.length) return complain('Usage: npm run clearance -- rotate')
  const env = readEnv()
  const keyring = openKeyring(env)
  if (!keyring) return complain('CLEARANCE_KEY: set the new key, and the one before in CLEARANCE_KEY_OLD.')
  const database = await openDatabase(env.DATABASE_URL)
  try {
    const { rotated, lost } = await rotateKeys(database, keyring)
    process.stdout.write(`sealed with key ${keyring.current.id}: ${rotated} more events\n`)
    if (lost)
      return complain(`${lost} events are sealed with a key that is not here; put it into CLEARANCE_KEY_OLD.`)
  } finally {
    await database.close()
  }
  process.stdout.write('CLEARANCE_KEY_OLD is not needed any more.\n')
  return 0
}

function complain(line: string): number {
  console.error(line)
  return 1
}
