import { boolean, index, instant, integer, json, table, text, uniqueIndex } from '../columns.server.ts'
import { offices, users } from './accounts.server.ts'
import { events } from './events.server.ts'

export type InboxKind = 'reply' | 'bounce' | 'complaint' | 'auto' | 'mail'
/** `waiting` for a person; `recorded` as an answer or on an address; `ignored` as of no consequence; `done` by a person. */
export type InboxState = 'waiting' | 'recorded' | 'ignored' | 'done'

/** A calendar's answer as it was read (RFC 5546 §3.2.3). */
export type ReceivedReply = {
  method: 'REPLY' | 'COUNTER'
  uid: string
  participation: 'accepted' | 'tentative' | 'declined' | 'delegated' | 'other'
  attendee: string
  comment: string
  sequence: number
  /** ISO 8601, as every instant here. */
  stampedAt: string | null
  startsAt: string | null
  endsAt: string | null
  delegatedTo: string
}

/** What a report says of one recipient (RFC 3464 §2.3). */
export type ReceivedReport = {
  recipient: string
  /** `hard` never arrives there, `soft` did not this time, `delayed` may yet. */
  severity: 'hard' | 'soft' | 'delayed'
  status: string
  diagnostic: string
}

export type ReceivedAttachment = { name: string; type: string; bytes: number }

/** A mail that reached our mailbox: its text and what was made of it. The mail itself stays in the mailbox. */
export const inboxMails = table(
  'inbox_mails',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** Empty: nobody knows yet which event it is about. */
    eventId: text().references(() => events.id, { onDelete: 'cascade' }),
    invitationId: text(),
    attendeeId: text(),
    partId: text(),
    /** The message of ours it answers or returns. */
    messageId: text(),
    /** Of its Message-ID and all its bytes: how it is known when it is read again. */
    fingerprint: text().notNull(),
    kind: text().$type<InboxKind>().notNull(),
    state: text().$type<InboxState>().notNull(),
    /** Why it waits, or what became of it: a key of the screens. */
    reason: text().notNull(),
    fromName: text().notNull(),
    fromAddress: text().notNull(),
    /** Whether the sender's domain vouches for it. */
    isAuthentic: boolean().notNull().default(false),
    toAddress: text().notNull(),
    subject: text().notNull(),
    /** Plain text, cut to a length. */
    text: text('text').notNull(),
    isCut: boolean().notNull().default(false),
    attachments: json<ReceivedAttachment[]>().notNull(),
    reply: json<ReceivedReply>(),
    report: json<ReceivedReport>(),
    /** The calendar part as it came. */
    calendar: text(),
    /** By our mailbox. */
    receivedAt: instant().notNull(),
    settledBy: text().references(() => users.id, { onDelete: 'set null' }),
    settledAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('inbox_mails_fingerprint').on(t.fingerprint),
    index('inbox_mails_event').on(t.eventId, t.state, t.receivedAt),
    index('inbox_mails_office').on(t.officeId, t.state, t.receivedAt),
    index('inbox_mails_invitation').on(t.invitationId),
  ],
)

/** Where reading a mailbox has come to; one row per MAILBOX_URL. Its lease lets one process read at a time. */
export const mailboxes = table('mailboxes', {
  /** Hash of server, user and folder. */
  id: text().primaryKey(),
  /** RFC 9051 §2.3.1.1: numbers below hold only as long as this is the same. */
  uidValidity: text(),
  lastUid: integer().notNull().default(0),
  leasedBy: text(),
  leasedUntil: instant(),
  connectedAt: instant(),
  readAt: instant(),
  error: text().notNull().default(''),
  failedAt: instant(),
})
