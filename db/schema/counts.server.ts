import { integer, primaryKey, table, text } from '../columns.server.ts'
import { events } from './events.server.ts'
import type { AttendanceStatus, InvitationState } from './invitations.server.ts'

/**
 * How many rows of an event there are, as each transaction leaves them: kept by triggers on the counted tables (see the
 * migration `event_counts`), so that no verb can forget it. Every write of those tables holds the event's lock, so two
 * never wait for each other's count.
 */
export const eventCounts = table(
  'event_counts',
  {
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    of: text().$type<'invitation' | 'attendee' | 'attendance'>().notNull(),
    /** Of attendances; empty otherwise. */
    partId: text().notNull(),
    /** Of invitations and attendances; empty otherwise. */
    state: text().$type<InvitationState | AttendanceStatus | ''>().notNull(),
    n: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.of, t.partId, t.state] })],
)
