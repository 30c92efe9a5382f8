import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'
import { newFolder } from './folder.ts'

type TestDatabase = Database & { url: string }

/** A migrated, empty database of this test alone, on the engine of the project; gone when the test is over. */
export async function testDatabase(): Promise<TestDatabase> {
  const { drop, ...database } = await openTestDatabase()
  onTestFinished(drop)
  return database
}

/** The same for several tests that only read what was made for all of them: they drop it at their end. */
export async function openTestDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  const { url, drop } = onPostgres ? await postgresCopy() : sqliteCopy()
  const database = await openDatabase(url)
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    await database.close()
  }
  return {
    ...{ ...database, close, url },
    async drop() {
      await close()
      await drop()
    },
  }
}

function sqliteCopy() {
  const folder = newFolder()
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
  // Half the work of the usual strategy, which writes every page into the log first.
  await run(`create database ${name} template template_majlis strategy file_copy`)
  return { url: `${server}/${name}`, drop: () => run(`drop database ${name} with (force)`) }
}
