import { index, instant, integer, localized, table, text } from '../columns.server.ts'
import { agendaItems } from './agenda.server.ts'
import { organisations } from './directory.server.ts'
import { events } from './events.server.ts'

/** What a meeting has decided, or what somebody is to do after it. */
export const outcomes = table(
  'outcomes',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    itemId: text()
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    kind: text().$type<'decision' | 'action'>().notNull(),
    text: localized().notNull(),
    /** Who is to do it: an organisation of the directory, or a name written in. */
    ownerId: text().references(() => organisations.id, { onDelete: 'set null' }),
    ownerName: localized().notNull(),
    /** `YYYY-MM-DD`; only of an action. */
    dueOn: text(),
    state: text().$type<'open' | 'done' | 'dropped'>().notNull(),
    /** The outcome of an earlier event that this one goes on with. */
    carriedFromId: text(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('outcomes_event').on(t.eventId, t.kind, t.state),
    index('outcomes_item').on(t.itemId, t.position),
  ],
)
