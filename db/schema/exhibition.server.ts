import type { Language } from '../../app/i18n/languages.ts'
import {
  boolean,
  decimal,
  index,
  instant,
  integer,
  json,
  localized,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../columns.server.ts'
import { organisations } from './directory.server.ts'
import { events, parts } from './events.server.ts'
import { files } from './files.server.ts'
import { halls } from './floor-plan.server.ts'

export type BoothCategory = 'host' | 'government' | 'agency' | 'donor' | 'civil' | 'business' | 'community'

/** A place on the plan. What is shown there is an exhibit. */
export const booths = table(
  'booths',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    partId: text()
      .notNull()
      .references(() => parts.id, { onDelete: 'cascade' }),
    /** As painted on the booth, e.g. `A1`. */
    code: text().notNull(),
    /** Null as long as nobody knows where it is to stand. The part of a hall's booths is the hall's. */
    hallId: text().references(() => halls.id, { onDelete: 'set null' }),
    /** In whole centimetres, as halls have them; null until it is drawn. */
    x: integer(),
    y: integer(),
    width: integer(),
    depth: integer(),
    category: text().$type<BoothCategory>(),
    /** Kept for somebody whose exhibit is not there yet. */
    isReserved: boolean().notNull().default(false),
    position: integer().notNull(),
    /** Rises with every change of the booth itself, so that of two editors the later one is told. */
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('booths_code').on(t.eventId, t.code),
    index('booths_event').on(t.eventId, t.position),
    index('booths_hall').on(t.hallId, t.position),
  ],
)

/**
 * What is shown: where it stands, under which address, and what lists need of its content. The latter is written out of
 * the last published version, or out of the draft while the exhibit is not public (`content/index.server.ts`).
 */
export const exhibits = table(
  'exhibits',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    boothId: text().references(() => booths.id, { onDelete: 'set null' }),
    organisationId: text().references(() => organisations.id, { onDelete: 'set null' }),
    organisationName: localized().notNull(),
    slug: text().notNull(),
    /** `published`: visitors see it. */
    state: text().$type<'draft' | 'submitted' | 'published'>().notNull(),
    /** Of a published exhibit: whether its draft says something else, and waits for review. */
    ahead: text().$type<'no' | 'changed' | 'submitted'>().notNull().default('no'),
    title: localized().notNull(),
    summary: localized().notNull(),
    /** Every word of it in every language, folded, each once; empty until it is written for the first time. */
    words: text(),
    /** The languages in which readers would miss something. */
    lacking: json<Language[]>().notNull().default([]),
    /** What `/q/{code}` and the printed QR carry; never changes, whatever becomes of slug and booth. */
    qrCode: text().notNull(),
    position: integer().notNull(),
    /** By when its team is to hand it in. */
    dueAt: instant(),
    publishedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('exhibits_slug').on(t.eventId, t.slug),
    uniqueIndex('exhibits_qr').on(t.qrCode),
    index('exhibits_event').on(t.eventId, t.state, t.position),
  ],
)

export const exhibitSectors = table(
  'exhibit_sectors',
  {
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    eventId: text().notNull(),
    sector: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.exhibitId, t.sector] }),
    index('exhibit_sectors_event').on(t.eventId, t.sector),
  ],
)

export const exhibitGovernorates = table(
  'exhibit_governorates',
  {
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    eventId: text().notNull(),
    /** OCHA p-code, e.g. `IQG15`. */
    pcode: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.exhibitId, t.pcode] }),
    index('exhibit_governorates_event').on(t.eventId, t.pcode),
  ],
)

/** A number with what it counts, when, and who says so. Never shown without date and source. */
export const figures = table(
  'figures',
  {
    id: text().primaryKey(),
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    value: decimal().notNull(),
    qualifier: text().$type<'exactly' | 'about' | 'nearly' | 'more_than'>().notNull(),
    label: localized().notNull(),
    unit: localized().notNull(),
    /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the source is. */
    asOf: text().notNull(),
    source: localized().notNull(),
    sourceUrl: text(),
    position: integer().notNull(),
  },
  (t) => [index('figures_exhibit').on(t.exhibitId, t.position)],
)

/** The pictures of what is shown, the cover first. */
export const exhibitPictures = table(
  'exhibit_pictures',
  {
    id: text().primaryKey(),
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    fileId: text()
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    /** What the picture shows, for those who cannot see it. */
    alt: localized().notNull(),
    /** Where the eye should rest when it is cut, in hundredths from its left and top edge; null: in the middle. */
    focus: json<{ x: number; y: number }>(),
    position: integer().notNull(),
  },
  (t) => [index('exhibit_pictures_exhibit').on(t.exhibitId, t.position)],
)
