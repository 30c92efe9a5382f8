import { index, instant, integer, json, primaryKey, table, text } from '../columns.server.ts'
import { offices, users } from './accounts.server.ts'
import { events } from './events.server.ts'

/** A file that somebody sent to be taken in: compared first, then taken or discarded. Nothing of it counts until `done`. */
export const uploads = table(
  'uploads',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** Empty for what belongs to the office as a whole. */
    eventId: text().references(() => events.id, { onDelete: 'cascade' }),
    kind: text().$type<'guests' | 'schedule' | 'displacement' | 'programmes' | 'activities'>().notNull(),
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    fileName: text().notNull(),
    /** SHA-256 of the file's bytes, by which the same file is known when it comes again. */
    fileHash: text(),
    /** `arriving` while its pieces are written, which nobody sees. */
    state: text().$type<'arriving' | 'open' | 'done' | 'discarded'>().notNull(),
    /** What was read but the pieces, in a shape of its kind; emptied when it is closed. */
    head: json<unknown>().notNull(),
    /** What somebody chose while comparing, in a shape of its kind. */
    choices: json<unknown>().notNull(),
    /** What was done when it was taken. */
    report: json<unknown>(),
    createdAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [index('uploads_owner').on(t.officeId, t.kind, t.createdAt), index('uploads_event').on(t.eventId)],
)

/** What was read of an open upload, some dozens or hundreds of lines to a row; gone when it is closed. */
export const uploadPieces = table(
  'upload_pieces',
  {
    uploadId: text()
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    lines: json<unknown[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.position] })],
)
