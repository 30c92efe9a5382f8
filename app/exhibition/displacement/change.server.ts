import { eq, sql } from 'drizzle-orm'
import { type AuditFact, audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'

/**
 * The end of every change to the office's figures: its line in the history, and a new revision of every event of the
 * office, for any of them may show the figures. The office is held already.
 */
export async function noteChange(
  tx: Tx,
  { officeId, actor }: OfficeScope,
  fact: Omit<AuditFact, 'officeId' | 'eventId'>,
): Promise<void> {
  await tx
    .update(events)
    .set({ revision: sql`${events.revision} + 1` })
    .where(eq(events.officeId, officeId))
  await audit(tx, actor, { officeId, ...fact })
}
