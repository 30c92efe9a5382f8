import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrateSqlite, NewerSchemaError } from '../../db/migrate.server.ts'

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'majlis-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

for (const [engine, dialect, url] of [
  ['sqlite', 'sqlite', 'file:unused'],
  ['postgres', 'postgresql', 'postgres://unused'],
] as const) {
  test(`the ${engine} migrations say all that the schema says`, () => {
    const out = join(temporaryFolder(), engine)
    cpSync(`db/migrations/${engine}`, out, { recursive: true })
    const before = readdirSync(out)
    execFileSync(
      process.execPath,
      [
        'node_modules/drizzle-kit/bin.cjs',
        'generate',
        `--dialect=${dialect}`,
        '--schema=./db/schema/index.server.ts',
        `--out=${out}`,
        '--casing=snake_case',
      ],
      { env: { ...process.env, DATABASE_URL: url }, stdio: 'pipe' },
    )
    expect(readdirSync(out)).toEqual(before)
  })
}

test('a database of a newer version is refused and left alone', async () => {
  const path = join(temporaryFolder(), 'majlis.db')
  const connection = new BetterSqlite(path)
  await migrateSqlite(connection, path)
  connection.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('later', 9e15)
  await expect(migrateSqlite(connection, path)).rejects.toThrow(NewerSchemaError)
  connection.close()
})

test('an update keeps a copy of the file as it was before', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'majlis.db')
  const connection = new BetterSqlite(path)
  await migrateSqlite(connection, path)
  connection.prepare("insert into settings (key, value, revision) values ('kept', '1', 0)").run()
  // As if the newest migration had not run yet: forget it and what it made, then bring it up to date again.
  connection.exec('delete from __drizzle_migrations; create table kept as select * from settings')
  connection.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('earlier', 1)
  const attempt = migrateSqlite(connection, path).catch((error: Error) => error)
  // The tables exist already, so this update fails: what counts is that the copy was made before it began.
  expect(await attempt).toBeInstanceOf(Error)
  connection.close()
  const copy = readdirSync(folder).find((name) => name.startsWith('majlis.db.before-'))
  const reopened = new BetterSqlite(join(folder, copy ?? 'missing'), { readonly: true })
  expect(reopened.prepare('select key from settings').pluck().all()).toEqual(['kept'])
  reopened.close()
})
