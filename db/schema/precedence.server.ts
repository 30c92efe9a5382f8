import { index, instant, integer, json, primaryKey, table, text } from '../columns.server.ts'
import { offices } from './accounts.server.ts'
import type { OrganisationKind } from './directory.server.ts'
import { events } from './events.server.ts'

/** How an office orders its guests. No row: as usage has it (app/directory/precedence.ts). */
export const officePrecedence = table('office_precedence', {
  officeId: text()
    .primaryKey()
    .references(() => offices.id, { onDelete: 'cascade' }),
  kinds: json<OrganisationKind[]>().notNull(),
  /** Whether a substitute has a rank of their own, after the full members, or the place of whom they stand in for. */
  substitutes: text().$type<'own' | 'place'>().notNull(),
})

/** The order of kinds at one event, where it is not the office's. */
export const eventPrecedence = table('event_precedence', {
  eventId: text()
    .primaryKey()
    .references(() => events.id, { onDelete: 'cascade' }),
  kinds: json<OrganisationKind[]>().notNull(),
})

/** A delegation or a person that one event places elsewhere than the order would. */
export const precedencePlaces = table(
  'precedence_places',
  {
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    subject: text().$type<'organisation' | 'attendee'>().notNull(),
    subjectId: text().notNull(),
    place: text().$type<'first' | 'last' | 'before' | 'after'>().notNull(),
    /** Of the same kind as the subject; empty for `first` and `last`. */
    anchorId: text(),
    /** Rises with every placing: of two at the same place the later one is the nearer. */
    turn: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.subject, t.subjectId] }),
    index('precedence_places_anchor').on(t.eventId, t.anchorId),
  ],
)

/** An event whose attendees' keys are being renewed, and how far that has come. */
export const precedenceRecounts = table('precedence_recounts', {
  eventId: text()
    .primaryKey()
    .references(() => events.id, { onDelete: 'cascade' }),
  /** The last attendee done; empty at the beginning. */
  afterId: text().notNull().default(''),
  askedAt: instant().notNull(),
})
