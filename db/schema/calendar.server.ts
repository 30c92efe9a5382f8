import { boolean, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../columns.server.ts'
import { parts } from './events.server.ts'
import { attendees } from './invitations.server.ts'

/**
 * What one attendee's calendar was last told of one part. RFC 5546 compares SEQUENCE, so it is kept here: it rises with
 * the part's own, and once more whenever an entry is taken away or comes back.
 */
export const calendarEntries = table(
  'calendar_entries',
  {
    attendeeId: text()
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    partId: text()
      .notNull()
      .references(() => parts.id, { onDelete: 'cascade' }),
    eventId: text().notNull(),
    /** Whom the entry was mailed to. */
    address: text().notNull(),
    /** Names this entry in the address its replies go to; another one for another address. */
    replyId: text().notNull(),
    method: text().$type<'REQUEST' | 'CANCEL'>().notNull(),
    /** Told as a date to keep free, of which nobody has said yes (STATUS:TENTATIVE). */
    isTentative: boolean().notNull().default(false),
    sequence: integer().notNull(),
    /** The part's own sequence when it was told: lower than the part's now means that the calendar is out of date. */
    partSequence: integer().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** As the reader's language has it. */
    location: text().notNull(),
    toldAt: instant().notNull(),
    /** Of the last calendar reply that counted: an older one says nothing any more (RFC 5546 §2.1.5). */
    repliedSequence: integer(),
    repliedStampedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.attendeeId, t.partId] }),
    uniqueIndex('calendar_entries_reply').on(t.replyId),
    index('calendar_entries_event').on(t.eventId, t.method),
    index('calendar_entries_part').on(t.partId),
  ],
)
