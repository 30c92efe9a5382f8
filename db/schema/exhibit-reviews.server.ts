import { index, instant, primaryKey, table, text } from '../columns.server.ts'
import { exhibits } from './exhibition.server.ts'

/** What editor and team say to each other about an exhibit. */
export const exhibitComments = table(
  'exhibit_comments',
  {
    id: text().primaryKey(),
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    /** The block it is about; empty for the exhibit as a whole. */
    blockId: text(),
    text: text().notNull(),
    actorKind: text().$type<'user' | 'token' | 'worker' | 'system'>().notNull(),
    actorId: text(),
    createdAt: instant().notNull(),
    /** Since when it is settled. */
    doneAt: instant(),
  },
  (t) => [index('exhibit_comments_exhibit').on(t.exhibitId, t.createdAt)],
)

/** Parts of an exhibit that its editor keeps for themselves: a field of its head, as `title`, or `blocks/{id}`. */
export const exhibitLocks = table(
  'exhibit_locks',
  {
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    part: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.exhibitId, t.part] })],
)
