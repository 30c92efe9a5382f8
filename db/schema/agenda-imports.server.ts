import { index, json, table, text } from '../columns.server.ts'
import { agendaItems } from './agenda.server.ts'
import { events } from './events.server.ts'

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
