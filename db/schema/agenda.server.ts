import type { Language } from '../../app/i18n/languages.ts'
import { index, instant, integer, json, localized, table, text } from '../columns.server.ts'
import { type PersonNames, persons } from './directory.server.ts'
import { events, parts, rooms } from './events.server.ts'
import { attendees } from './invitations.server.ts'

export const agendaItems = table(
  'agenda_items',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    partId: text()
      .notNull()
      .references(() => parts.id, { onDelete: 'cascade' }),
    roomId: text().references(() => rooms.id, { onDelete: 'set null' }),
    kind: text()
      .$type<'opening' | 'session' | 'panel' | 'discussion' | 'break' | 'meal' | 'visit' | 'closing'>()
      .notNull(),
    title: localized().notNull(),
    /** Markdown. */
    abstract: localized().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    spokenLanguages: json<Language[]>().notNull(),
    interpretedLanguages: json<Language[]>().notNull(),
    /** Order among items that start together. */
    position: integer().notNull(),
    /** RFC 5545 SEQUENCE of the item's own calendar entry. */
    sequence: integer().notNull().default(0),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('agenda_items_event').on(t.eventId, t.startsAt, t.position)],
)

/** Who does what in an item: somebody of the directory, an attendee, or a name written in. */
export const agendaRoles = table(
  'agenda_roles',
  {
    id: text().primaryKey(),
    itemId: text()
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    eventId: text().notNull(),
    role: text().$type<'chair' | 'moderator' | 'speaker' | 'rapporteur'>().notNull(),
    attendeeId: text().references(() => attendees.id, { onDelete: 'set null' }),
    personId: text().references(() => persons.id, { onDelete: 'set null' }),
    honorific: localized().notNull(),
    names: json<PersonNames>().notNull(),
    position: localized().notNull(),
    organisationName: localized().notNull(),
    rank: integer().notNull(),
  },
  (t) => [index('agenda_roles_item').on(t.itemId, t.rank), index('agenda_roles_event').on(t.eventId)],
)
