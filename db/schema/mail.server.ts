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
import type { AttendanceStatus } from './invitations.server.ts'
import type { BoothTemplateKind, SpeakerTemplateKind, TemplateKind } from './templates.server.ts'

export type MessageState =
  | 'draft'
  | 'approved'
  | 'held'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'bounced'
  | 'unknown'
  | 'withdrawn'
export type MailAddress = { name: string; address: string }

/** A confirmation answers one person's act and is never a letter to many, nor is what speakers are asked. */
export type MailingKind =
  | Exclude<TemplateKind, 'confirmation' | SpeakerTemplateKind | BoothTemplateKind>
  | 'announcement'

/**
 * When a mailing goes by itself: at a wall-clock time, or so many days before or after something of its event, at a
 * time of the event's zone. What it counts from moves with the event.
 */
export type MailingSchedule =
  | { from: 'clock'; at: string }
  | { from: 'eventEnd'; days: number; time: string }
  | { from: 'partStart' | 'partDeadline'; partId: string; days: number; time: string }

/** Why a scheduled mailing did not go. */
export type MailingTrouble = 'late' | 'gone' | 'notPublished' | 'cancelled' | 'badText'

/** Which letters of the register go with a mailing, each to its own reader. */
export type Enclosing = {
  /** Letters that were issued together; null: of each reader's letters the latest. */
  batch: string | null
  /** As issued, the signed scan, or the scan where there is one. */
  form: 'issued' | 'signed' | 'either'
  /** What becomes of readers who have no such letter. */
  without: 'leaveOut' | 'send'
}
/** A file that goes with a mail: where it lies and how it is called. `linkVersion` is that of the link printed on it. */
export type Enclosure = {
  documentId: string
  key: string
  name: string
  mediaType: string
  bytes: number
  linkVersion: number
}

/** What a draft's calendar file will tell once it is released: instants in ISO 8601, and how its reader stood. */
export type UntoldEntry = {
  attendeeId: string
  partId: string
  eventId: string
  address: string
  replyId: string
  isTentative: boolean
  partSequence: number
  startsAt: string
  endsAt: string
  location: string
  status: AttendanceStatus
}

/** One text to many: written once per language, rendered once per guest when it is prepared. */
export const mailings = table(
  'mailings',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    kind: text().$type<MailingKind>().notNull(),
    name: text().notNull(),
    /** Liquid merge fields allowed. */
    subject: localized().notNull(),
    /** Markdown with Liquid merge fields. */
    body: localized().notNull(),
    /** Who gets it: an invitation filter, as the organiser chose it. */
    audience: json<Record<string, unknown>>().notNull(),
    /** With an entry for the calendar of each reader who may come. */
    withCalendar: boolean().notNull().default(false),
    enclosing: json<Enclosing>(),
    /** `scheduled` goes by itself at `dueAt`; `missed` would have, and waits for a person. */
    state: text().$type<'draft' | 'approved' | 'scheduled' | 'missed' | 'sent'>().notNull(),
    schedule: json<MailingSchedule>(),
    /** What the schedule came to when the worker last looked; it follows the event. */
    dueAt: instant(),
    trouble: text().$type<MailingTrouble>(),
    /** The worker that is writing its messages, until when. */
    leasedBy: text(),
    leasedUntil: instant(),
    createdBy: text().references(() => users.id, { onDelete: 'set null' }),
    /** Who last changed its text, audience or schedule. */
    editedBy: text().references(() => users.id, { onDelete: 'set null' }),
    approvedBy: text().references(() => users.id, { onDelete: 'set null' }),
    approvedAt: instant(),
    sentAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('mailings_event').on(t.eventId, t.createdAt), index('mailings_state').on(t.state)],
)

/**
 * A rendered mail, stored with its fixed Message-ID in the transaction that caused it. The worker sends it:
 * draft → approved → queued → sending → sent | failed | bounced | unknown; `held` waits until somebody releases it and
 * `withdrawn` never leaves.
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
      .$type<MailingKind | 'confirmation' | 'notice' | 'test' | 'password_reset' | 'welcome'>()
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
    /** Until the message is released; from then on `calendar_entries` says what this calendar knows. */
    untoldEntry: json<UntoldEntry>(),
    enclosures: json<Enclosure[]>(),
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
    /** What somebody wrote for this reader alone, with merge fields, in place of the mailing's text. */
    edited: json<{ subject: string; body: string; by: string | null; at: string }>(),
    /** The message of which this is a further copy. */
    copyOf: text(),
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
    index('messages_copy').on(t.copyOf),
  ],
)
