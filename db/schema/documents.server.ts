import { index, instant, integer, table, text, uniqueIndex } from '../columns.server.ts'
import { offices } from './accounts.server.ts'

/**
 * An upload kept as it came: a scan, a reply, a form. Never shown, only downloaded by those who may; the bytes lie in
 * the file store under `{key}/document`. Empty `bytes` means that nothing leads to it: not yet, or not any more.
 */
export const documents = table(
  'documents',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** Empty for what belongs to the whole office, such as its logo. */
    eventId: text(),
    /** Unguessable; never part of an address. */
    key: text().notNull(),
    /** As the file was called where it came from. */
    name: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('documents_key').on(t.key), index('documents_event').on(t.officeId, t.eventId)],
)
