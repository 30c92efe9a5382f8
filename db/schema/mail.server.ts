import type { Language } from '../../app/i18n/languages.ts'
import {
  boolean,
  index,
  instant,
  integer,
  json,
  localized,
  table,
  text,
  uniqueIndex,
} from '../columns.server.ts'
import { offices, users } from './accounts.server.ts'
import { events } from './events.server.ts'

export type MessageState =
  | 'draft'
  | 'approved'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'bounced'
  | 'unknown'
  | 'withdrawn'
export type MailAddress = { name: string; address: string }

/** One text to many: written once per language, rendered once per guest when it is prepared. */
export const mailings = table(
  'mailings',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    kind: text().$type<'invitation' | 'reminder' | 'announcement'>().notNull(),
    name: text().notNull(),
    /** Liquid merge fields allowed. */
    subject: localized().notNull(),
    /** Markdown with Liquid merge fields. */
    body: localized().notNull(),
    /** Who gets it: an invitation filter, as the organiser chose it. */
    audience: json<Record<string, unknown>>().notNull(),
    state: text().$type<'draft' | 'approved' | 'sent'>().notNull(),
    createdBy: text().references(() => users.id, { onDelete: 'set null' }),
    approvedBy: text().references(() => users.id, { onDelete: 'set null' }),
    approvedAt: instant(),
    sentAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('mailings_event').on(t.eventId, t.createdAt)],
)

/**
 * A rendered mail, stored with its fixed Message-ID in the transaction that caused it. The worker sends it:
 * draft → approved → queued → sending → sent | failed | bounced | unknown; `withdrawn` never leaves.
 */
export const messages = table(
  'messages',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    eventId: text(),
    mailingId: text(),
    invitationId: text(),
    attendeeId: text(),
    kind: text()
      .$type<
        'invitation' | 'reminder' | 'announcement' | 'confirmation' | 'test' | 'password_reset' | 'welcome'
      >()
      .notNull(),
    /** What must not be written twice, e.g. `mailing:{id}:{invitation}`. */
    dedupeKey: text().notNull(),
    to: json<MailAddress>().notNull(),
    from: json<MailAddress>().notNull(),
    replyTo: text(),
    language: text().$type<Language>().notNull(),
    subject: text().notNull(),
    text: text('text').notNull(),
    html: text().notNull(),
    /** A whole iCalendar object and its METHOD, or neither. */
    calendar: text(),
    calendarMethod: text().$type<'PUBLISH' | 'REQUEST' | 'CANCEL'>(),
    /** RFC 5322 Message-ID with angle brackets; a second copy of this mail is recognisable by it. */
    messageId: text().notNull(),
    /** Higher goes first: confirmations overtake a mailing. */
    priority: integer().notNull().default(0),
    state: text().$type<MessageState>().notNull(),
    attempts: integer().notNull().default(0),
    /** Not before this instant. */
    dueAt: instant().notNull(),
    leasedBy: text(),
    leasedUntil: instant(),
    startedAt: instant(),
    settledAt: instant(),
    /** The server's last words, or the connection's error. */
    response: text().notNull().default(''),
    /** A token inside makes the stored text as secret as the link; it is blanked when this is set and sent. */
    holdsSecret: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('messages_dedupe').on(t.dedupeKey),
    uniqueIndex('messages_message_id').on(t.messageId),
    index('messages_due').on(t.state, t.priority, t.dueAt),
    index('messages_event').on(t.eventId, t.createdAt, t.id),
    index('messages_event_state').on(t.eventId, t.state),
    index('messages_mailing').on(t.mailingId, t.state),
    index('messages_invitation').on(t.invitationId),
    index('messages_settled').on(t.state, t.settledAt),
  ],
)
