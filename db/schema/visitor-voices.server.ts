import type { Language } from '../../app/i18n/languages.ts'
import { index, instant, integer, table, text } from '../columns.server.ts'
import { events } from './events.server.ts'
import { exhibits } from './exhibition.server.ts'

/** A visitor wants to hear from a booth: who they are and how to reach them. Goes with the office's rule for what people wrote. */
export const visitorEnquiries = table(
  'visitor_enquiries',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** At least one of the two says something. */
    email: text().notNull(),
    phone: text().notNull(),
    message: text().notNull(),
    /** In which they read the page. */
    language: text().$type<Language>().notNull(),
    createdAt: instant().notNull(),
    /** Since when somebody has answered. */
    doneAt: instant(),
  },
  (t) => [
    index('visitor_enquiries_exhibit').on(t.exhibitId, t.createdAt),
    index('visitor_enquiries_event').on(t.eventId, t.doneAt, t.createdAt),
  ],
)

/** What somebody made of an exhibit, or of the exhibition as a whole. Of nobody in particular. */
export const visitorFeedback = table(
  'visitor_feedback',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** Empty for the exhibition as a whole. */
    exhibitId: text().references(() => exhibits.id, { onDelete: 'cascade' }),
    /** 1 to 3, the last the best. */
    score: integer().notNull(),
    text: text('text').notNull(),
    language: text().$type<Language>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('visitor_feedback_exhibit').on(t.exhibitId, t.createdAt),
    index('visitor_feedback_event').on(t.eventId, t.createdAt),
  ],
)
