import type { Database } from '#db/client.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import { writeInThread } from '../../uploads/write-in-thread.server.ts'
import type { confirmImport } from '../imports.server.ts'

type Given = Parameters<typeof confirmImport>[2]
export type Confirming = Given & { url: string; scope: OfficeScope }

/** `confirmImport` in a thread of its own; see `writeInThread`. */
export function confirmInThread(
  database: Database,
  scope: OfficeScope,
  given: Given,
): ReturnType<typeof confirmImport> {
  return writeInThread(database, 'app/directory/import/confirm-worker.server.ts', { ...given, scope })
}
