import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '#db/client.server.ts'

/** An empty, migrated SQLite file for one measurement, on the disk as a real one would be. */
export async function benchDatabase(): Promise<
  Database & { url: string; path: string; drop(): Promise<void> }
> {
  const folder = mkdtempSync(join(tmpdir(), 'majlis-bench-'))
  const path = join(folder, 'majlis.db')
  const url = `file:${path}`
  const database = await openDatabase(url)
  return {
    ...database,
    url,
    path,
    async drop() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
