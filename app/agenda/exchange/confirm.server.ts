import type { Database } from '#db/client.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { writeInThread } from '../../uploads/write-in-thread.server.ts'
import type { confirmAgendaImport } from './imports.server.ts'

type Given = Parameters<typeof confirmAgendaImport>[2]
export type Confirming = Given & { url: string; scope: EventScope }

/** `confirmAgendaImport` in a thread of its own; see `writeInThread`. */
export function confirmInThread(
  database: Database,
  scope: EventScope,
  given: Given,
): ReturnType<typeof confirmAgendaImport> {
  return writeInThread(database, 'app/agenda/exchange/confirm-worker.server.ts', { ...given, scope })
}
