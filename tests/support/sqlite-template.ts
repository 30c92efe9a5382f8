import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import type { TestProject } from 'vitest/node'
import { migrateSqlite } from '../../db/migrate.server.ts'
import { newFolder } from './folder.ts'

/** Migrates one file that every test then copies. */
export default async function setup(project: TestProject) {
  const folder = newFolder()
  const path = join(folder, 'template.db')
  const connection = new BetterSqlite(path)
  await migrateSqlite(connection, path)
  connection.close()
  project.provide('template', path)
  return () => rmSync(folder, { recursive: true, force: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    template: string
  }
}
