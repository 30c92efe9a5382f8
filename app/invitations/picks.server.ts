import { eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Tx } from '#db/client.server.ts'
import { mailingPicks } from '#db/schema/mailing-picks.server.ts'
import { breathe, chunked } from './inviting.server.ts'
import { createMailing, type NewMailing } from './mailing.server.ts'

/**
 * Begins a mailing for exactly these readers of the event: attendees, and invitations of institutions that have named
 * nobody. Who is among them does not change with the guest list; who is withdrawn gets nothing all the same.
 */
export async function createMailingTo(
  tx: Tx,
  scope: EventScope,
  { readerIds, ...mailing }: NewMailing & { readerIds: readonly string[] },
) {
  const { content } = mailing
  const audience = { ...content.audience, isChosen: true as const }
  const made = await createMailing(tx, scope, { ...mailing, content: { ...content, audience } })
  if (made.ok) await pick(tx, made.id, readerIds)
  return made
}

/** Whom another mailing was begun for. */
export async function readPicks(tx: Tx, mailingId: string): Promise<string[]> {
  const rows = await tx.select().from(mailingPicks).where(eq(mailingPicks.mailingId, mailingId))
  return rows.map(({ readerId }) => readerId)
}

async function pick(tx: Tx, mailingId: string, readerIds: readonly string[]): Promise<void> {
  for (const some of chunked([...new Set(readerIds)], 500)) {
    await tx
      .insert(mailingPicks)
      .values(some.map((readerId) => ({ mailingId, readerId })))
      .onConflictDoNothing()
    await breathe()
  }
}
