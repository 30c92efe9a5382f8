import type { Language } from '../../app/i18n/languages.ts'
import { boolean, index, instant, integer, json, table, text, uniqueIndex } from '../columns.server.ts'
import { users } from './accounts.server.ts'
import { type EventContact, events } from './events.server.ts'
import { attendees } from './invitations.server.ts'

/** What may be asked beyond names, document and nationality. */
export type AskedField = 'bothNames' | 'birthOn' | 'vehicle' | 'driver' | 'arrival'
export type ListColumn =
  | 'number'
  | 'latinName'
  | 'arabicName'
  | 'documentKind'
  | 'documentNumber'
  | 'nationality'
  | 'birthOn'
  | 'organisation'
  | 'position'
  | 'plate'
  | 'vehicle'
  | 'driverName'
  | 'driverDocument'
  | 'arrival'
  | 'check'

/** How an event asks its guests for what the gate wants to know. No row: it never did. */
export const clearanceSettings = table('clearance_settings', {
  eventId: text()
    .primaryKey()
    .references(() => events.id, { onDelete: 'cascade' }),
  isOn: boolean().notNull(),
  /** Whoever comes to one of these is asked. */
  partIds: json<string[]>().notNull(),
  asked: json<AskedField[]>().notNull(),
  /** By when guests are asked to have filled the form; later ones are still taken. */
  dueAt: instant().notNull(),
  /** Whether an institution's own link may fill the form for those it sends. */
  institutionFills: boolean().notNull(),
  /** The columns of the access list, in the guard's order. */
  columns: json<ListColumn[]>().notNull(),
  /** The list's languages: the first sets its direction, a second stands beside it in the headings. */
  languages: json<Language[]>().notNull(),
  /** Everything is destroyed this many days after the event. */
  purgeDays: integer().notNull(),
  /** Whom guests ask about it. */
  contact: json<EventContact>().notNull(),
  updatedAt: instant().notNull(),
})

/** The key that an event's forms and lists are sealed with, itself sealed with CLEARANCE_KEY. Gone once purged. */
export const clearanceKeys = table('clearance_keys', {
  eventId: text()
    .primaryKey()
    .references(() => events.id, { onDelete: 'cascade' }),
  /** Which CLEARANCE_KEY it is sealed with. */
  keyId: text().notNull(),
  sealed: text().notNull(),
  createdAt: instant().notNull(),
})

/** What one attendee wrote for the gate, sealed; nothing of it stands anywhere else. */
export const clearanceForms = table(
  'clearance_forms',
  {
    attendeeId: text()
      .primaryKey()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    sealed: text().notNull(),
    /** The attendee's sort key as it was then: a seat that has been given to another name has no form yet. */
    writtenFor: text().notNull(),
    /** Whether it holds what may be demanded, so that a gap shows without the seal being broken. */
    hasBothNames: boolean().notNull(),
    hasBirthOn: boolean().notNull(),
    via: text().$type<'link' | 'institution' | 'desk'>().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [index('clearance_forms_event').on(t.eventId)],
)

/** A numbered access list as it was handed to the guard, sealed. */
export const clearanceLists = table(
  'clearance_lists',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    sealed: text().notNull(),
    people: integer().notNull(),
    /** Compared with the list before; for the first all are added. */
    added: integer().notNull(),
    removed: integer().notNull(),
    changed: integer().notNull(),
    madeBy: text().references(() => users.id, { onDelete: 'set null' }),
    madeAt: instant().notNull(),
  },
  (t) => [uniqueIndex('clearance_lists_number').on(t.eventId, t.number)],
)

/** What was destroyed when. */
export const clearancePurges = table(
  'clearance_purges',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    forms: integer().notNull(),
    lists: integer().notNull(),
    /** The CLEARANCE_KEY that could have opened it. */
    keyId: text().notNull(),
    purgedAt: instant().notNull(),
    /** When the database's own files had been rid of what was deleted; empty until then. */
    erasedAt: instant(),
  },
  (t) => [index('clearance_purges_event').on(t.eventId, t.purgedAt)],
)
