import { index, instant, json, localized, table, text, uniqueIndex } from '../columns.server.ts'
import { events } from './events.server.ts'

/** A route through the exhibition that the organisers suggest: a name and the booths in the order in which one walks it. */
export const exhibitionTours = table(
  'exhibition_tours',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** What `?route=` says; stays whatever becomes of the name. */
    slug: text().notNull(),
    name: localized().notNull(),
    /** Ids of booths; one that is gone is passed over. */
    boothIds: json<string[]>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('exhibition_tours_slug').on(t.eventId, t.slug),
    index('exhibition_tours_event').on(t.eventId, t.createdAt),
  ],
)
