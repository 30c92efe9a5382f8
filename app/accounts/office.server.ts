import { eq, sql } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import type { OfficeScope } from './scope.server.ts'

export type OfficeContent = {
  name: Localized
  languages: Language[]
  zone: string
  senderName: Localized
  senderAddress: string
  replyTo: string | null
  /** Whether somebody else must approve what goes to many. */
  needsSecondPerson: boolean
}

/** Replaces how the office is named and writes. Every public page names it, so every event's revision rises. */
export async function editOffice(
  tx: Tx,
  scope: OfficeScope,
  { content, now }: { content: OfficeContent; now: Date },
): Promise<void> {
  const { officeId } = scope
  const [before] = await tx.select().from(offices).where(eq(offices.id, officeId))
  const [after] = await tx.update(offices).set(content).where(eq(offices.id, officeId)).returning()
  await tx
    .update(events)
    .set({ revision: sql`${events.revision} + 1` })
    .where(eq(events.officeId, officeId))
  await audit(tx, scope.actor, { officeId, action: 'office.edit', subjectId: officeId, before, after, now })
}

/**
 * Holds the office until the transaction ends: updating its row is the lock, as in `lockEvent`, and is taken before that
 * one where both are. What only names the office, such as an import under way, goes on beside it.
 */
export async function lockOffice(tx: Tx, { officeId }: Pick<OfficeScope, 'officeId'>): Promise<void> {
  await tx
    .update(offices)
    .set({ zone: sql`${offices.zone}` })
    .where(eq(offices.id, officeId))
}
