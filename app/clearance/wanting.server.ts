import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { countExpected } from './read.server.ts'
import { isGateOpen, readGate } from './settings.server.ts'

/**
 * How many have said that they come and have not given the gate what it asks, and by when it wants it. Null where nobody
 * is asked, or no longer.
 */
export async function readWantingAtGate(read: Reader, scope: EventScope, now: Date) {
  const gate = await readGate(read, scope.eventId)
  if (!isGateOpen(gate, { now })) return null
  const { missing, incomplete } = await countExpected(read, scope, gate.settings)
  return { count: missing + incomplete, dueAt: gate.settings.dueAt }
}
