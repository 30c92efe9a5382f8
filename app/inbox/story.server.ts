import { and, asc, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'

/** What came in from the people of an invitation or about their addresses, and what became of it. */
export async function tellInbox(read: Reader, { eventId }: EventScope, invitationId: string) {
  const rows = await read
    .select({
      id: inboxMails.id,
      what: inboxMails.kind,
      state: inboxMails.state,
      reason: inboxMails.reason,
      reply: inboxMails.reply,
      subject: inboxMails.subject,
      at: inboxMails.receivedAt,
      by: users.name,
    })
    .from(inboxMails)
    .leftJoin(users, eq(users.id, inboxMails.settledBy))
    .where(and(eq(inboxMails.eventId, eventId), eq(inboxMails.invitationId, invitationId)))
    .orderBy(asc(inboxMails.receivedAt), asc(inboxMails.id))
  return rows.map(({ reply, ...row }) => ({
    ...row,
    ...{ kind: 'inbox' as const, says: reply?.participation ?? null },
  }))
}
