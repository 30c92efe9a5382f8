import { openFolder } from '#app/files/store.server.ts'
import type { Database } from '#db/client.server.ts'
import { buildDemo } from '#db/demo/build.server.ts'
import { now } from './builders.ts'
import { aFolder } from './test-folder.ts'

export const demoPassword = 'one sentence here'
export const demoSite = {
  appUrl: 'http://localhost:3000',
  secret: 'demo-in-tests-demo-in-tests-demo-in-tests',
}

/** The model event in an empty database, its pictures in a folder that goes when the test is over or in the one given. */
export async function aDemo(
  database: Database,
  { folder = aFolder(), ...given }: { now?: Date; folder?: string } = {},
): Promise<void> {
  const files = openFolder(folder)
  await buildDemo({ database, files, site: demoSite, password: demoPassword, now, ...given })
}
