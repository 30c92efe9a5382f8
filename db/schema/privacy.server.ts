import { boolean, index, instant, integer, json, table, text, uniqueIndex } from '../columns.server.ts'
import { offices, users } from './accounts.server.ts'
import { events } from './events.server.ts'
import { attendees } from './invitations.server.ts'

/** Whether somebody may stand in the list of participants. No row: nobody has said so, and they may not. */
export const listingConsents = table(
  'listing_consents',
  {
    attendeeId: text()
      .primaryKey()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    agrees: boolean().notNull(),
    via: text().$type<'link' | 'institution' | 'desk'>().notNull(),
    /** The user who entered it, where the desk did. */
    enteredBy: text().references(() => users.id, { onDelete: 'set null' }),
    at: instant().notNull(),
  },
  (t) => [index('listing_consents_event').on(t.eventId, t.agrees)],
)

/** What somebody wants corrected, as they wrote it; empty stays as it is. */
export type WantedCorrection = { name: string; phone: string }
export type PrivacyKind = 'access' | 'correction' | 'erasure'
/** How many rows of each kind of data an erasure or a purge touched. */
export type PrivacyCounts = Record<string, number>

/** A person asks to see, to correct or to erase what an office holds about them. Stays, without a word of theirs. */
export const privacyRequests = table(
  'privacy_requests',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    attendeeId: text()
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    kind: text().$type<PrivacyKind>().notNull(),
    state: text().$type<'open' | 'granted' | 'refused' | 'withdrawn'>().notNull(),
    via: text().$type<'link' | 'desk'>().notNull(),
    /** What they wrote with it. */
    reason: text().notNull().default(''),
    wanted: json<WantedCorrection>(),
    /** What the office answered. */
    answer: text().notNull().default(''),
    /** How far an erasure went. */
    reach: text().$type<'event' | 'office'>(),
    counts: json<PrivacyCounts>(),
    /** The mail that tells an erased person so; empty again once it has left and is unreadable itself. */
    noticeId: text(),
    /** The law's month, GDPR Art. 12(3). */
    dueAt: instant().notNull(),
    decidedBy: text().references(() => users.id, { onDelete: 'set null' }),
    decidedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('privacy_requests_event').on(t.eventId, t.state, t.dueAt),
    index('privacy_requests_attendee').on(t.attendeeId, t.createdAt),
  ],
)

/** How many days an office keeps what; empty keeps it. Counted from an event's end, imports from the day they came. */
export const retentionRules = table('retention_rules', {
  officeId: text()
    .primaryKey()
    .references(() => offices.id, { onDelete: 'cascade' }),
  textsDays: integer(),
  messagesDays: integer(),
  identitiesDays: integer(),
  historyDays: integer(),
  importsDays: integer(),
  updatedAt: instant().notNull(),
})

/** One run of the purge over one office: both the lease of whoever does it and the record of what it did. */
export const purgeRuns = table(
  'purge_runs',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** What must not run twice: the day, or the very instant of a run by hand. */
    key: text().notNull(),
    leasedUntil: instant().notNull(),
    counts: json<PrivacyCounts>().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [uniqueIndex('purge_runs_key').on(t.officeId, t.key)],
)
