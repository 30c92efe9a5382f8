import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openFolder } from '#app/files/store.server.ts'
import type { Database } from '#db/client.server.ts'
import { buildDemo } from '#db/demo/build.server.ts'
import { now } from './builders.ts'

export const demoPassword = 'one sentence here'
export const demoSite = {
  appUrl: 'http://localhost:3000',
  secret: 'demo-in-tests-demo-in-tests-demo-in-tests',
}

/** The model event in an empty database, its pictures in a folder that goes when the test is over. */
export async function aDemo(database: Database, given: { now?: Date } = {}): Promise<void> {
  const files = openFolder(aFolder())
  await buildDemo({ database, files, site: demoSite, password: demoPassword, now, ...given })
}

/** A folder of this test alone. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'majlis-demo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
