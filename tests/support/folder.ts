import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An empty folder, in memory where there is room: on a disk, keeping what a test writes costs more than the test. */
export function newFolder(): string {
  return mkdtempSync(join(roomInMemory() ?? tmpdir(), 'majlis-test-'))
}

/** A container's 64 MB would not hold it. */
function roomInMemory(): string | null {
  const path = '/dev/shm'
  if (!existsSync(path)) return null
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize > 2e9 ? path : null
}
