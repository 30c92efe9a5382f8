import { type AuditFact, audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'

/** The audit line of a change to this event or to what belongs to it. */
export function note(
  tx: Tx,
  scope: EventScope,
  fact: Omit<AuditFact, 'officeId' | 'eventId'>,
): Promise<void> {
  return audit(tx, scope.actor, { officeId: scope.officeId, eventId: scope.eventId, ...fact })
}
