import { createHash } from 'node:crypto'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Database, Reader } from '#db/client.server.ts'
import { mailboxes } from '#db/schema/inbox.server.ts'
import { readMailboxUrl } from './mailbox-url.ts'

/** What a mailbox is remembered by: not its password, which may change. */
export function mailboxId(url: string): string {
  const place = readMailboxUrl(url)
  const name = [place?.host, place?.port, place?.user, place?.folder].join('\n')
  return createHash('sha256').update(name).digest('base64url').slice(0, 22)
}

/** Takes or renews the right to read this mailbox until `until`; false while another process has it. */
export function leaseMailbox(
  database: Database,
  { id, by, until, now }: { id: string; by: string; until: Date; now: Date },
): Promise<boolean> {
  return database.write(async (tx) => {
    await tx.insert(mailboxes).values({ id }).onConflictDoNothing()
    const free = or(isNull(mailboxes.leasedBy), eq(mailboxes.leasedBy, by), lt(mailboxes.leasedUntil, now))
    const rows = await tx
      .update(mailboxes)
      .set({ leasedBy: by, leasedUntil: until })
      .where(and(eq(mailboxes.id, id), free))
      .returning({ id: mailboxes.id })
    return rows.length > 0
  })
}

type Known = Partial<Omit<typeof mailboxes.$inferInsert, 'id' | 'leasedBy'>>

/** Notes how reading goes; of the one who holds the lease alone. */
export async function noteMailbox(database: Database, { id, by }: { id: string; by: string }, known: Known) {
  await database.write((tx) =>
    tx
      .update(mailboxes)
      .set(known)
      .where(and(eq(mailboxes.id, id), eq(mailboxes.leasedBy, by))),
  )
}

/** Lets another process read at once. */
export async function releaseMailbox(database: Database, { id, by }: { id: string; by: string }) {
  await database.write((tx) =>
    tx
      .update(mailboxes)
      .set({ leasedBy: null, leasedUntil: null })
      .where(and(eq(mailboxes.id, id), eq(mailboxes.leasedBy, by))),
  )
}

/** How reading the mailbox goes; null before it was ever tried. */
export async function readMailboxState(read: Reader, url: string) {
  const [state] = await read
    .select()
    .from(mailboxes)
    .where(eq(mailboxes.id, mailboxId(url)))
  return state ?? null
}
