import type { Language } from '../../app/i18n/languages.ts'
import { json, primaryKey, table, text } from '../columns.server.ts'
import { exhibits } from './exhibition.server.ts'

/** When a wording of an exhibit was written last, or said to be right still: what the text said in its other languages then. */
export const exhibitWordings = table(
  'exhibit_wordings',
  {
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    /** Of the wording, its language at the end: `blocks/{id}/text/ar`. */
    path: text().notNull(),
    /** Digests of what stood in the other languages; one that was empty is not among them. */
    beside: json<Partial<Record<Language, string>>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.exhibitId, t.path] })],
)
