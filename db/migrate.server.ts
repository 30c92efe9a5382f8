import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type BetterSqlite from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as runSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as runPostgres } from 'drizzle-orm/node-postgres/migrator'
import type { Pool } from 'pg'

const migrationsRoot = new URL('./migrations/', import.meta.url)

/** The database was written by a newer Majlis; starting an older one on it could lose data. */
export class NewerSchemaError extends Error {
  constructor() {
    super(
      'This database was last opened by a newer version of Majlis. Start that version, or restore the backup made before the update.',
    )
  }
}

type Journal = { entries: { when: number }[] }

function knownMigrations(engine: 'sqlite' | 'postgres'): number[] {
  const journal = JSON.parse(
    readFileSync(new URL(`${engine}/meta/_journal.json`, migrationsRoot), 'utf8'),
  ) as Journal
  return journal.entries.map((entry) => entry.when)
}

/** Whether anything is to be done; throws `NewerSchemaError` when more was done than we know of. */
function isPending(applied: number[], known: number[]): boolean {
  const newest = Math.max(0, ...known)
  if (applied.some((when) => when > newest)) throw new NewerSchemaError()
  return newest > Math.max(0, ...applied)
}

/** Brings a SQLite file up to date in one transaction, after a copy beside it (`….before-<time>`). */
export async function migrateSqlite(connection: BetterSqlite.Database, path: string): Promise<void> {
  const table = connection
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get()
  const applied = table
    ? connection.prepare('select created_at from __drizzle_migrations').pluck().all().map(Number)
    : []
  if (!isPending(applied, knownMigrations('sqlite'))) return
  if (applied.length && existsSync(path) && statSync(path).size > 0) {
    const stamp = new Date().toISOString().replace(/[:.]/g, '-')
    connection.prepare('vacuum into ?').run(`${path}.before-${stamp}`)
  }
  runSqlite(drizzleSqlite(connection), { migrationsFolder: folder('sqlite') })
}

/**
 * Brings a PostgreSQL database up to date in one transaction. Processes that start together take turns by an advisory
 * lock. The copy before an update is the administrator's (`pg_dump`, see docs/operating.md).
 */
export async function migratePostgres(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('majlis.migrate'))")
    const table = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name")
    const applied = table.rows[0]?.name
      ? (await client.query('select created_at from drizzle.__drizzle_migrations')).rows.map((row) =>
          Number(row.created_at),
        )
      : []
    if (isPending(applied, knownMigrations('postgres'))) {
      await runPostgres(drizzlePostgres(client), { migrationsFolder: folder('postgres') })
    }
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('majlis.migrate'))")
    client.release()
  }
}

function folder(engine: 'sqlite' | 'postgres'): string {
  return fileURLToPath(new URL(engine, migrationsRoot))
}
