import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Where a worker of this folder is. It runs from its source, also when this file was bundled into `build/`: a bundler
 * would have to be told of a second entry, and Node runs TypeScript as it is.
 */
export function workerPath(file: string): string {
  const name = `app/directory/import/${file}`
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, name))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`${name} is not where Majlis runs from`)
    folder = above
  }
  return join(folder, name)
}
