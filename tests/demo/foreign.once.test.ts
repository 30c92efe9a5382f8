import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { emptyDemo, standingOf } from '#db/demo/fresh.server.ts'
import { aFolder } from '../support/test-folder.ts'

test('another program’s database is left alone', async () => {
  const path = join(aFolder(), 'accounts.db')
  const other = new BetterSqlite(path)
  other.exec('create table ledger (amount integer)')
  other.close()
  await expect(emptyDemo(`file:${path}`)).rejects.toThrow('is not a demo')
  expect(await standingOf(`file:${path}`)).toBe('other')
})

test('a file that is no database is left alone', async () => {
  const path = join(aFolder(), 'notes.txt')
  writeFileSync(path, 'Buy tea for the meeting, and sugar. '.repeat(30))
  await expect(emptyDemo(`file:${path}`)).rejects.toThrow('not a database')
})
