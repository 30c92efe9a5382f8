import { and, eq, sql } from 'drizzle-orm'
import { type AuditFact, audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { programmes } from '#db/schema/programmes.server.ts'
import { lockOffice } from '../../accounts/office.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'

/**
 * Begins a write to the office's programmes. Any of its exhibitions may show one, on a page or in an exhibit, so every
 * event's revision rises: no cached page outlives the change.
 */
export async function lockProgrammes(tx: Tx, scope: OfficeScope): Promise<void> {
  await lockOffice(tx, scope)
  await raiseRevisions(tx, scope)
}

/** The same for whoever holds the office already. */
export async function raiseRevisions(tx: Tx, { officeId }: Pick<OfficeScope, 'officeId'>): Promise<void> {
  await tx
    .update(events)
    .set({ revision: sql`${events.revision} + 1` })
    .where(eq(events.officeId, officeId))
}

/** Likewise, and finds the programme; null when it is not there or another office's. */
export async function lockProgramme(tx: Tx, scope: OfficeScope, programmeId: string) {
  await lockProgrammes(tx, scope)
  const [programme] = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, programmeId), eq(programmes.officeId, scope.officeId)))
  return programme ?? null
}

/** The end of a write to a programme or to what belongs to it: when it was, and its line in the history. */
export async function noteProgramme(
  tx: Tx,
  { officeId, actor }: OfficeScope,
  { programmeId, now, ...fact }: { programmeId: string } & Omit<AuditFact, 'officeId' | 'eventId'>,
): Promise<void> {
  await tx.update(programmes).set({ updatedAt: now }).where(eq(programmes.id, programmeId))
  await audit(tx, actor, { officeId, subjectId: programmeId, now, ...fact })
}
