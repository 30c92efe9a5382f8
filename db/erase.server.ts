import BetterSqlite from 'better-sqlite3'
import { getTableName, type Table } from 'drizzle-orm'
import { Client } from 'pg'
import { type Database, sqlitePath } from './client.server.ts'
import { onPostgres } from './columns.server.ts'

/**
 * Rids the database's own files of what was deleted from `tables`. SQLite overwrites what it deletes (`secure_delete`), so
 * its write-ahead log is carried over and emptied; PostgreSQL writes the tables anew without it. What the disk and
 * copies made elsewhere still hold is beyond a program's reach.
 */
export function eraseTraces(database: Database, tables: readonly Table[]): Promise<void> {
  return database.writeElsewhere((url) =>
    onPostgres ? rewrite(url, tables) : Promise.resolve(emptyLog(sqlitePath(url))),
  )
}

function emptyLog(path: string): void {
  const connection = new BetterSqlite(path)
  try {
    connection.pragma('busy_timeout = 5000')
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (result?.busy) throw new Error('Somebody reads an older state of the database; its log stays for now')
  } finally {
    connection.close()
  }
}

async function rewrite(url: string, tables: readonly Table[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const table of tables) await client.query(`vacuum full "${getTableName(table)}"`)
  } finally {
    await client.end()
  }
}
