import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type InboxKind, type InboxState, inboxMails, type ReceivedReply } from '#db/schema/inbox.server.ts'
import type { ReceivedMail } from './mail.ts'
import type { About } from './match.server.ts'

/** A mail on its way into the inbox: what was read, and what our mailbox knows of it. */
export type Arrived = {
  mail: ReceivedMail
  fingerprint: string
  isAuthentic: boolean
  receivedAt: Date
  now: Date
}
export type Finding = {
  kind: InboxKind
  state: InboxState
  reason: string
  about: About
  partId?: string | null
  reply?: ReceivedReply
  report?: typeof inboxMails.$inferInsert.report
  calendar?: string
}

export async function isKept(read: Reader, fingerprint: string): Promise<boolean> {
  const [known] = await read
    .select({ id: inboxMails.id })
    .from(inboxMails)
    .where(and(eq(inboxMails.fingerprint, fingerprint)))
    .limit(1)
  return known !== undefined
}

/** Keeps a mail with what was made of it; false when it was kept before: the mailbox was read again. */
export async function keepMail(
  tx: Tx,
  { mail, fingerprint, isAuthentic, receivedAt, now }: Arrived,
  { about, ...finding }: Finding,
): Promise<boolean> {
  const rows = await tx
    .insert(inboxMails)
    .values({
      id: newId(),
      ...about,
      ...finding,
      fingerprint,
      isAuthentic,
      fromName: mail.from.name,
      fromAddress: mail.from.address,
      toAddress: mail.recipients[0] ?? '',
      subject: mail.subject,
      text: mail.text,
      isCut: mail.isCut,
      attachments: mail.attachments,
      receivedAt,
      createdAt: now,
    })
    .onConflictDoNothing({ target: inboxMails.fingerprint })
    .returning({ id: inboxMails.id })
  return rows.length > 0
}
