import { desc, eq } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { purgeRuns, retentionRules } from '#db/schema/privacy.server.ts'
import type { Retention } from './rules.ts'

/** An office's rules; all off where it has set none. */
export async function readRetention(read: Reader, officeId: string): Promise<Retention> {
  const [row] = await read.select().from(retentionRules).where(eq(retentionRules.officeId, officeId))
  return {
    texts: row?.textsDays ?? null,
    messages: row?.messagesDays ?? null,
    identities: row?.identitiesDays ?? null,
    history: row?.historyDays ?? null,
    imports: row?.importsDays ?? null,
  }
}

/** Sets how long the office keeps what; the next run goes by it. */
export async function setRetention(
  tx: Tx,
  scope: OfficeScope,
  { retention, now }: { retention: Retention; now: Date },
): Promise<void> {
  const { officeId, actor } = scope
  await lockOffice(tx, scope)
  const before = await readRetention(tx, officeId)
  const row = {
    textsDays: retention.texts,
    messagesDays: retention.messages,
    identitiesDays: retention.identities,
    historyDays: retention.history,
    importsDays: retention.imports,
    updatedAt: now,
  }
  await tx
    .insert(retentionRules)
    .values({ officeId, ...row })
    .onConflictDoUpdate({ target: retentionRules.officeId, set: row })
  const action = 'privacy.retention'
  await audit(tx, actor, { officeId, action, subjectId: officeId, before, after: retention, now })
}

/** The latest runs of the purge, newest first. */
export function readPurgeRuns(read: Reader, { officeId }: OfficeScope) {
  return read
    .select({
      id: purgeRuns.id,
      counts: purgeRuns.counts,
      startedAt: purgeRuns.startedAt,
      finishedAt: purgeRuns.finishedAt,
    })
    .from(purgeRuns)
    .where(eq(purgeRuns.officeId, officeId))
    .orderBy(desc(purgeRuns.startedAt))
    .limit(30)
}
