import type { ExhibitContent } from '../../app/exhibition/content/content.ts'
import type { Value } from '../../app/exhibition/content/flat.ts'
import { index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../columns.server.ts'
import { documents } from './documents.server.ts'
import { exhibits } from './exhibition.server.ts'
import { files } from './files.server.ts'

/** What an exhibit says as it is being written. */
export const exhibitDrafts = table('exhibit_drafts', {
  exhibitId: text()
    .primaryKey()
    .references(() => exhibits.id, { onDelete: 'cascade' }),
  /** Rises with every write. */
  version: integer().notNull(),
  updatedAt: instant().notNull(),
  content: json<ExhibitContent>().notNull(),
})

/** One write to a draft: what its parts were before, so that what somebody saw can be told again. */
export const exhibitEdits = table(
  'exhibit_edits',
  {
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    /** The draft's version that this write made. */
    version: integer().notNull(),
    actorKind: text().$type<'user' | 'token' | 'worker' | 'system'>().notNull(),
    actorId: text(),
    at: instant().notNull(),
    /** Paths of `flatten` with their value; a path alone was not there. */
    before: json<[path: string, value?: Value][]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.exhibitId, t.version] })],
)

/** A numbered copy of what an exhibit said: handed in, to be published at a time, or published. Its content never changes. */
export const exhibitVersions = table(
  'exhibit_versions',
  {
    id: text().primaryKey(),
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … within the exhibit. */
    number: integer().notNull(),
    actorKind: text().$type<'user' | 'token' | 'worker' | 'system'>().notNull(),
    actorId: text(),
    madeAt: instant().notNull(),
    /** When it is to be published; empty once it is, or is not to be any more. */
    publishAt: instant(),
    publishedAt: instant(),
    content: json<ExhibitContent>().notNull(),
  },
  (t) => [
    uniqueIndex('exhibit_versions_number').on(t.exhibitId, t.number),
    index('exhibit_versions_due').on(t.publishAt),
  ],
)

/** A picture or a document of an exhibit, one of the two. What is said about it stands in the content, under this id. */
export const exhibitMedia = table(
  'exhibit_media',
  {
    id: text().primaryKey(),
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    fileId: text().references(() => files.id, { onDelete: 'cascade' }),
    documentId: text().references(() => documents.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
  },
  (t) => [index('exhibit_media_exhibit').on(t.exhibitId, t.createdAt)],
)
