import {
  index,
  instant,
  integer,
  json,
  localized,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../columns.server.ts'
import { users } from './accounts.server.ts'
import { events } from './events.server.ts'

/** A numbered state of an agenda that the public sees; never changed once made. */
export const releases = table(
  'releases',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … within the event. */
    number: integer().notNull(),
    /** What the organiser says about it; may be empty. */
    note: localized().notNull(),
    /** The event's when it was made: what is deleted from the draft afterwards goes on counting from here. */
    agendaSequence: integer().notNull().default(0),
    releasedBy: text().references(() => users.id, { onDelete: 'set null' }),
    releasedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('releases_event').on(t.eventId, t.number)],
)

/** One item as a release has it, whole, so that old versions stay readable whatever is changed or deleted later. */
export const releasedItems = table(
  'released_items',
  {
    releaseId: text()
      .notNull()
      .references(() => releases.id, { onDelete: 'cascade' }),
    /** The item's id; the item itself may be gone. */
    itemId: text().notNull(),
    /** `YYYY-MM-DD` in the event's zone: the day it begins on. */
    day: text().notNull(),
    startsAt: instant().notNull(),
    /** The item as `agendaOfEvent` reads it. */
    content: json<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.itemId] }),
    index('released_items_day').on(t.releaseId, t.day, t.startsAt),
  ],
)
