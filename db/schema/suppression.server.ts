import type { SuppressionReason } from '../../app/mail/suppression.ts'
import { index, instant, table, text, uniqueIndex } from '../columns.server.ts'
import { offices, users } from './accounts.server.ts'

/** Addresses an office does not write to, once for each reason: lifting one leaves the others. */
export const suppressions = table(
  'suppressions',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** In lower case. */
    address: text().notNull(),
    reason: text().$type<SuppressionReason>().notNull(),
    note: text().notNull(),
    addedBy: text().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('suppressions_address').on(t.officeId, t.address, t.reason),
    index('suppressions_office').on(t.officeId, t.createdAt),
  ],
)
