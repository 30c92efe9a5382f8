import { primaryKey, table, text } from '../columns.server.ts'
import { mailings } from './mail.server.ts'

/** Whom a mailing was begun for, chosen in the guest table: a person, or an institution that had named nobody. */
export const mailingPicks = table(
  'mailing_picks',
  {
    mailingId: text()
      .notNull()
      .references(() => mailings.id, { onDelete: 'cascade' }),
    /** Of an attendee, or of an institution's invitation. */
    readerId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailingId, t.readerId] })],
)
