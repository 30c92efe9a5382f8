import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'

/** A migrated, empty database of this test alone, on the engine of the project; gone when the test is over. */
export async function testDatabase(): Promise<Database & { url: string }> {
  const { url, drop } = onPostgres ? await postgresCopy() : sqliteCopy()
  const database = await openDatabase(url)
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    await database.close()
  }
  onTestFinished(async () => {
    await close()
    await drop()
  })
  return { ...database, close, url }
}

function sqliteCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'majlis-test-'))
  const path = join(folder, 'majlis.db')
  copyFileSync(inject('template'), path)
  return { url: `file:${path}`, drop: () => rmSync(folder, { recursive: true, force: true }) }
}

async function postgresCopy() {
  const server = inject('template')
  const name = `test_${process.pid}_${Date.now()}_${Math.random().toString(36).slice(2, 8)}`
  const run = async (sql: string) => {
    const client = new Client({ connectionString: `${server}/postgres` })
    await client.connect()
    // Two copies of one template at once are refused; the lock makes them take turns.
    await client.query('select pg_advisory_lock(1)')
    await client.query(sql).finally(() => client.end())
  }
  await run(`create database ${name} template template_majlis`)
  return { url: `${server}/${name}`, drop: () => run(`drop database ${name} with (force)`) }
}
