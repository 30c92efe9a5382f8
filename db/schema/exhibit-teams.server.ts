import type { Language } from '../../app/i18n/languages.ts'
import { index, instant, integer, table, text, uniqueIndex } from '../columns.server.ts'
import { events } from './events.server.ts'
import { exhibits } from './exhibition.server.ts'

/** Who writes an exhibit for the organisation that shows it, by a link of their own. */
export const exhibitTeams = table(
  'exhibit_teams',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    email: text().notNull(),
    /** Mails and page are in it. */
    language: text().$type<Language>().notNull(),
    /** Raised to revoke the link. */
    tokenVersion: integer().notNull().default(1),
    tokenHash: text().notNull(),
    invitedAt: instant(),
    remindedAt: instant(),
    /** The day, `YYYY-MM-DD` in the event's zone, of the last reminder that went by itself. */
    remindedFor: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('exhibit_teams_token').on(t.tokenHash),
    uniqueIndex('exhibit_teams_address').on(t.exhibitId, t.email),
    index('exhibit_teams_event').on(t.eventId, t.exhibitId),
  ],
)
