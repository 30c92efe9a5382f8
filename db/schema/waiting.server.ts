import { integer, primaryKey, table, text } from '../columns.server.ts'
import { organisations } from './directory.server.ts'
import { parts } from './events.server.ts'

/** How many seats of a part one organisation may hold, where that is another number than the part's own. */
export const organisationQuotas = table(
  'organisation_quotas',
  {
    partId: text()
      .notNull()
      .references(() => parts.id, { onDelete: 'cascade' }),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    seats: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.partId, t.organisationId] })],
)
