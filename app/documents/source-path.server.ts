import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Where a source file of ours is, e.g. `app/directory/import/parse-worker.server.ts`, also when the caller was bundled
 * into `build/`. A worker runs from its source: a bundler would have to be told of a second entry, and Node runs
 * TypeScript as it is.
 */
export function sourcePath(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, name))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`${name} is not where Majlis runs from`)
    folder = above
  }
  return join(folder, name)
}
