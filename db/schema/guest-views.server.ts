import { boolean, index, instant, json, table, text, uniqueIndex } from '../columns.server.ts'
import { users } from './accounts.server.ts'
import { events } from './events.server.ts'

/** A filter and order of an event's guest table under a name: its maker's, or shared with all who see the table. */
export const guestViews = table(
  'guest_views',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The name folded: of two that read alike there is one. */
    nameKey: text().notNull(),
    /** The address's parameters, see `choiceOf`. May hold a name that somebody searched for. */
    query: json<Record<string, string>>().notNull(),
    isShared: boolean().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('guest_views_name').on(t.eventId, t.userId, t.nameKey),
    index('guest_views_shared').on(t.eventId, t.isShared),
  ],
)
