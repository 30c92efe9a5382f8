import type { Language } from '../../app/i18n/languages.ts'
import { index, integer, primaryKey, table, text } from '../columns.server.ts'
import { events } from './events.server.ts'
import { exhibits } from './exhibition.server.ts'

/** How often an exhibit's page was opened in an hour, and how often its printed code was scanned. Of nobody in particular. */
export const exhibitVisits = table(
  'exhibit_visits',
  {
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** `YYYY-MM-DD` in the event's zone. */
    day: text().notNull(),
    /** 0 to 23, in the event's zone. */
    hour: integer().notNull(),
    language: text().$type<Language>().notNull(),
    opened: integer().notNull(),
    /** Each leads to an opening that is counted too. */
    scanned: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.exhibitId, t.day, t.hour, t.language] }),
    index('exhibit_visits_event').on(t.eventId, t.day),
  ],
)
