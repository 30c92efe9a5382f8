import { and, count, desc, eq, ne } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { type MessageState, mailings, messages } from '#db/schema/mail.server.ts'
import type { Audience } from './audience.ts'

/** The event's mailings, newest first, each with how many messages it has in all and how many have left. */
export async function readMailings(read: Reader, scope: EventScope) {
  const rows = await read
    .select({
      id: mailings.id,
      kind: mailings.kind,
      name: mailings.name,
      state: mailings.state,
      schedule: mailings.schedule,
      trouble: mailings.trouble,
      createdBy: users.name,
      createdAt: mailings.createdAt,
      sentAt: mailings.sentAt,
      messages: read.$count(
        messages,
        and(eq(messages.mailingId, mailings.id), ne(messages.state, 'withdrawn')),
      ),
      sent: read.$count(messages, and(eq(messages.mailingId, mailings.id), eq(messages.state, 'sent'))),
    })
    .from(mailings)
    .leftJoin(users, eq(users.id, mailings.createdBy))
    .where(eq(mailings.eventId, scope.eventId))
    .orderBy(desc(mailings.createdAt), desc(mailings.id))
    .limit(200)
  return rows.map((row) => ({ ...row, messages: Number(row.messages), sent: Number(row.sent) }))
}

/** One mailing of this event with its texts; null when there is none such. */
export async function readMailing(read: Reader, scope: EventScope, mailingId: string | undefined) {
  const [mailing] = await read
    .select()
    .from(mailings)
    .where(and(eq(mailings.id, mailingId ?? ''), eq(mailings.eventId, scope.eventId)))
  return mailing ? { ...mailing, audience: mailing.audience as Audience } : null
}

/** How many messages of a mailing stand where. */
export async function readMailingCounts(read: Reader, scope: EventScope, mailingId: string) {
  const rows = await read
    .select({ state: messages.state, count: count() })
    .from(messages)
    .where(and(eq(messages.mailingId, mailingId), eq(messages.eventId, scope.eventId)))
    .groupBy(messages.state)
  const of = (...states: MessageState[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + Number(row.count), 0)
  return {
    prepared: of('draft'),
    approved: of('approved', 'held'),
    underway: of('queued', 'sending'),
    sent: of('sent'),
    troubled: of('failed', 'bounced', 'unknown'),
    withdrawn: of('withdrawn'),
  }
}
