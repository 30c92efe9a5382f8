import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { BackupError, backUp, restore } from '#app/backup.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { settings } from '#db/schema/accounts.server.ts'

function anInstallation() {
  const home = mkdtempSync(join(tmpdir(), 'majlis-backup-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  mkdirSync(join(home, 'files'))
  writeFileSync(join(home, 'files', 'picture.webp'), 'before')
  return { home, databaseUrl: `file:${join(home, 'majlis.db')}`, filesUrl: `file:${join(home, 'files')}` }
}

async function keysIn(url: string) {
  const database = await openDatabase(url)
  const rows = await database.read.select({ key: settings.key }).from(settings)
  await database.close()
  return rows.map((row) => row.key)
}

test('a backup taken while Majlis runs brings database and files back as they were', async () => {
  const { home, ...places } = anInstallation()
  const running = await openDatabase(places.databaseUrl)
  await running.write((tx) => tx.insert(settings).values({ key: 'before', value: 1 }))
  const folder = backUp(places, join(home, 'backups'), new Date('2026-11-24T10:00:00Z'))
  await running.write((tx) => tx.insert(settings).values({ key: 'after', value: 1 }))
  await running.close()
  writeFileSync(join(home, 'files', 'picture.webp'), 'after')

  restore(places, folder, new Date('2026-11-24T11:00:00Z'))

  expect(await keysIn(places.databaseUrl)).toEqual(['before'])
  expect(readFileSync(join(home, 'files', 'picture.webp'), 'utf8')).toBe('before')
  expect(readdirSync(home)).toContain('majlis.db.replaced-2026-11-24T11-00-00')
})

test('a folder without a sound copy is refused before anything is moved', async () => {
  const { home, ...places } = anInstallation()
  await (await openDatabase(places.databaseUrl)).close()
  const before = readdirSync(home)
  expect(() => restore(places, `${home}/nothing`, new Date())).toThrow(BackupError)
  expect(readdirSync(home)).toEqual(before)
})

test('PostgreSQL is left to its own tools', () => {
  const places = { databaseUrl: 'postgres://host/majlis', filesUrl: 'file:x' }
  expect(() => backUp(places, 'backups', new Date())).toThrow('pg_dump')
})
