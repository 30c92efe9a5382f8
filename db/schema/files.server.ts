import { index, instant, integer, json, table, text, uniqueIndex } from '../columns.server.ts'
import { offices } from './accounts.server.ts'

export type PictureFormat = 'avif' | 'webp' | 'jpeg'

/** A stored upload, re-encoded; the bytes lie in the file store under each variant's key. */
export const files = table(
  'files',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    eventId: text(),
    /** Unguessable; part of the public address `/files/{key}/{width}.{format}`. */
    key: text().notNull(),
    mime: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** The widths in pixels in which the picture is kept, ascending. */
    widths: json<number[]>().notNull(),
    /** In which formats each width is kept, smallest first; null, of the first releases: WebP alone. */
    formats: json<PictureFormat[]>(),
    bytes: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('files_key').on(t.key), index('files_event').on(t.eventId)],
)
