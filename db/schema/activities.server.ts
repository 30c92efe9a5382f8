import {
  index,
  instant,
  integer,
  localized,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../columns.server.ts'
import { offices } from './accounts.server.ts'
import { events } from './events.server.ts'
import { programmes } from './programmes.server.ts'

/** Who does what where, as one source told it at one time. The same list sent again takes the place of what it said before. */
export const activityLists = table(
  'activity_lists',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** `name` folded, by which the list is known when it comes again. */
    nameKey: text().notNull(),
    /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the source is. */
    asOf: text().notNull(),
    source: localized().notNull(),
    sourceUrl: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('activity_lists_key').on(t.officeId, t.nameKey)],
)

/** One row of such a list. */
export const activities = table(
  'activities',
  {
    listId: text()
      .notNull()
      .references(() => activityLists.id, { onDelete: 'cascade' }),
    /** Its place in the list. */
    position: integer().notNull(),
    /** As the list writes it; empty where it names nobody. */
    agency: text().notNull(),
    /** What all spellings of one agency have in common; empty where nobody is named. */
    agencyKey: text().notNull(),
    activity: text().notNull(),
    /** What the list calls its field of work, and which of our sectors that is; null when it is none of them. */
    category: text().notNull(),
    sector: text(),
    /** OCHA p-code of the governorate, e.g. `IQG15`. */
    pcode: text().notNull(),
    district: text().notNull(),
    /** The programme of the office to which it belongs, where the list names one. */
    programmeId: text().references(() => programmes.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.listId, t.position] }),
    index('activities_place').on(t.listId, t.pcode),
    index('activities_programme').on(t.programmeId),
  ],
)

/** The lists that an event shows on its public pages. */
export const eventActivityLists = table(
  'event_activity_lists',
  {
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    listId: text()
      .notNull()
      .references(() => activityLists.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.listId] }), index('event_activity_lists_of').on(t.listId)],
)
