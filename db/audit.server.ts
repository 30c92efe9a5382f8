import type { Tx } from './client.server.ts'
import { newId } from './id.server.ts'
import { auditEntries } from './schema/accounts.server.ts'

/** Who acts: a signed-in user, the holder of a link, the worker, or Majlis itself (set-up, demo, command line). */
export type Actor =
  | { kind: 'user'; id: string }
  | { kind: 'token'; id: string }
  | { kind: 'worker'; id: null }
  | { kind: 'system'; id: null }

export type AuditFact = {
  officeId: string
  eventId?: string | null
  action: string
  subjectId?: string | null
  before?: unknown
  after?: unknown
  now: Date
}

/** Writes one line of the append-only history. Belongs in the transaction that did what it tells. */
export async function audit(tx: Tx, actor: Actor, fact: AuditFact): Promise<void> {
  await tx.insert(auditEntries).values({
    id: newId(),
    officeId: fact.officeId,
    eventId: fact.eventId ?? null,
    actorKind: actor.kind,
    actorId: actor.id,
    action: fact.action,
    subjectId: fact.subjectId ?? null,
    before: fact.before ?? null,
    after: fact.after ?? null,
    at: fact.now,
  })
}
