import { index, instant, integer, json, primaryKey, table, text } from '../columns.server.ts'
import { users } from './accounts.server.ts'
import { agendaItems } from './agenda.server.ts'
import { events } from './events.server.ts'

/** A schedule file that somebody sent for an agenda, from its upload until it is taken or discarded. */
export const agendaImports = table(
  'agenda_imports',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    fileName: text().notNull(),
    state: text().$type<'open' | 'done' | 'discarded'>().notNull(),
    /** What was read but the items: format, name, rooms, tracks, what is left out; emptied when it is closed. */
    head: json<unknown>().notNull(),
    /** What somebody chose: where items belong, and what happens to what was edited here. */
    choices: json<unknown>().notNull(),
    /** What was done on confirmation. */
    report: json<unknown>(),
    createdAt: instant().notNull(),
    confirmedAt: instant(),
  },
  (t) => [index('agenda_imports_event').on(t.eventId, t.createdAt)],
)

/** The items of an open import, some dozens to a row; gone when it is closed. */
export const agendaImportItems = table(
  'agenda_import_items',
  {
    importId: text()
      .notNull()
      .references(() => agendaImports.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    items: json<unknown[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
)

/** What the last import made of an item, so that the next one can tell what was edited here since. */
export const agendaImported = table(
  'agenda_imported',
  {
    itemId: text()
      .primaryKey()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** What the file calls the schedule it is of. */
    source: text().notNull(),
    /** A digest of each thing the file told, by the name of the thing. */
    digests: json<Record<string, string>>().notNull(),
    /** What the file calls room and track, and what they are here, whatever name they have since. */
    places: json<{ room: string; roomId: string | null; track: string; trackId: string | null }>().notNull(),
  },
  (t) => [index('agenda_imported_event').on(t.eventId, t.source)],
)
