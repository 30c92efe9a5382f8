import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { sqlitePath } from '#db/client.server.ts'

type Places = { databaseUrl: string; filesUrl: string }

/** A backup cannot be made or put back; `message` says why in one line. */
export class BackupError extends Error {}

/**
 * Copies database and files into a new folder below `into` and returns its path. Safe while Majlis runs: the database
 * is copied by SQLite itself, as of one instant.
 */
export function backUp({ databaseUrl, filesUrl }: Places, into: string, now: Date): string {
  const database = embeddedPath(databaseUrl)
  if (!existsSync(database)) throw new BackupError(`There is no database at ${database}`)
  const folder = join(into, `majlis-${now.toISOString().slice(0, 19).replace(/:/g, '-')}`)
  if (existsSync(folder)) throw new BackupError(`${folder} exists already`)
  mkdirSync(folder, { recursive: true })
  const connection = new BetterSqlite(database)
  connection.prepare('vacuum into ?').run(join(folder, 'majlis.db'))
  connection.close()
  const files = sqlitePath(filesUrl)
  if (existsSync(files)) cpSync(files, join(folder, 'files'), { recursive: true })
  return folder
}

/**
 * Puts a backup back. Majlis must be stopped. What stood there before is kept beside it, under `….replaced-<time>`.
 * The copy is checked before anything is moved.
 */
export function restore({ databaseUrl, filesUrl }: Places, folder: string, now: Date): void {
  const copy = join(folder, 'majlis.db')
  if (!existsSync(copy)) throw new BackupError(`There is no majlis.db in ${folder}`)
  const connection = new BetterSqlite(copy, { readonly: true })
  const verdict = connection.pragma('integrity_check', { simple: true })
  connection.close()
  if (verdict !== 'ok') throw new BackupError(`The copy is damaged: ${verdict}`)

  const stamp = `replaced-${now.toISOString().slice(0, 19).replace(/:/g, '-')}`
  const database = embeddedPath(databaseUrl)
  if (existsSync(database)) {
    // The write-ahead log belongs to the file it stands beside: move all three, or the next start mixes them.
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(database + suffix)) renameSync(database + suffix, `${database}.${stamp}${suffix}`)
    }
  }
  cpSync(copy, database)
  const files = sqlitePath(filesUrl)
  if (existsSync(files)) renameSync(files, `${files}.${stamp}`)
  if (existsSync(join(folder, 'files'))) cpSync(join(folder, 'files'), files, { recursive: true })
}

function embeddedPath(databaseUrl: string): string {
  if (/^postgres(ql)?:/.test(databaseUrl)) {
    throw new BackupError('The database is PostgreSQL: use pg_dump and pg_restore, see docs/operating.md')
  }
  return sqlitePath(databaseUrl)
}

function main([verb, folder]: string[]): void {
  const places = {
    databaseUrl: process.env.DATABASE_URL || 'file:data/majlis.db',
    filesUrl: process.env.FILES_URL || 'file:data/files',
  }
  if (verb === 'backup') process.stdout.write(`${backUp(places, folder ?? 'backups', new Date())}\n`)
  else if (verb === 'restore' && folder) restore(places, folder, new Date())
  else throw new BackupError('Say `npm run backup` or `npm run restore -- <folder>`')
}

if (import.meta.main) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
