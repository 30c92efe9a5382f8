import { existsSync, rmSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import { Client } from 'pg'
import { SettingError } from '../../app/env.server.ts'
import { sqlitePath } from '../client.server.ts'
import { onPostgres } from '../columns.server.ts'

/** What stands in a database before anything of ours opens it. */
export type Standing = 'nothing' | 'demo' | 'other'

/**
 * Empties the database of an earlier demo, so that the next one starts afresh. Throws `SettingError` when the database
 * holds anything else: a real office, or another program's tables.
 */
export async function emptyDemo(url: string): Promise<void> {
  const standing = await standingOf(url)
  if (standing === 'other') throw notOurs(url)
  if (standing === 'nothing') return
  if (onPostgres) await withPostgres(url, dropAll)
  else for (const suffix of ['', '-wal', '-shm']) rmSync(sqlitePath(url) + suffix, { force: true })
}

export function notOurs(url: string): SettingError {
  const place = onPostgres ? new URL(url).pathname.slice(1) : sqlitePath(url)
  return new SettingError(
    `DATABASE_URL: ${place} is not a demo and stays as it is; give the demo a database of its own.`,
  )
}

export function standingOf(url: string): Promise<Standing> {
  return onPostgres ? withPostgres(url, postgresStanding) : Promise.resolve(sqliteStanding(sqlitePath(url)))
}

function sqliteStanding(path: string): Standing {
  if (!existsSync(path)) return 'nothing'
  const connection = new BetterSqlite(path, { readonly: true })
  try {
    const tables = connection.prepare("select name from sqlite_master where type = 'table'").pluck().all()
    if (!tables.length) return 'nothing'
    if (!tables.includes('offices')) return 'other'
    return verdict(connection.prepare('select is_demo from offices').pluck().all().map(Boolean))
  } finally {
    connection.close()
  }
}

async function postgresStanding(client: Client): Promise<Standing> {
  const tables = await client.query("select tablename from pg_tables where schemaname = 'public'")
  if (!tables.rows.length) return 'nothing'
  if (!tables.rows.some(({ tablename }) => tablename === 'offices')) return 'other'
  const offices = await client.query('select is_demo from offices')
  return verdict(offices.rows.map(({ is_demo }) => is_demo === true))
}

/** Tables without an office are a demo that broke off while it was built, or an instance nobody has set up. */
function verdict(offices: readonly boolean[]): Standing {
  return offices.every(Boolean) ? 'demo' : 'other'
}

async function dropAll(client: Client): Promise<void> {
  await client.query('drop schema if exists drizzle cascade')
  await client.query('drop schema public cascade')
  await client.query('create schema public')
}

async function withPostgres<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
