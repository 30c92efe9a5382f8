import type { Population } from '../../app/exhibition/displacement/rules.ts'
import {
  boolean,
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
import { offices } from './accounts.server.ts'
import { events } from './events.server.ts'

/** What one operation counts of one population, round after round. Belongs to the office; its events show it. */
export const displacementDatasets = table(
  'displacement_datasets',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** As files name it, e.g. `Iraq conflict`; `operationKey` is it folded, by which the next file finds it. */
    operation: text().notNull(),
    operationKey: text().notNull(),
    population: text().$type<Population>().notNull(),
    /** In addresses and file names. */
    slug: text().notNull(),
    /** What readers call it; empty where they read the operation's name. */
    name: localized().notNull(),
    source: localized().notNull(),
    sourceUrl: text(),
    /** Under which terms the figures may be used. */
    terms: localized().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('displacement_datasets_key').on(t.officeId, t.operationKey, t.population),
    uniqueIndex('displacement_datasets_slug').on(t.officeId, t.slug),
  ],
)

/** One time that everybody was counted. The number alone tells no two apart: sources give one number twice. */
export const displacementRounds = table(
  'displacement_rounds',
  {
    id: text().primaryKey(),
    datasetId: text()
      .notNull()
      .references(() => displacementDatasets.id, { onDelete: 'cascade' }),
    /** As the source counts; 0 where it does not. */
    round: integer().notNull(),
    /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the source is. */
    reportedOn: text().notNull(),
  },
  (t) => [uniqueIndex('displacement_rounds_key').on(t.datasetId, t.reportedOn, t.round)],
)

export const displacementFigures = table(
  'displacement_figures',
  {
    roundId: text()
      .notNull()
      .references(() => displacementRounds.id, { onDelete: 'cascade' }),
    /** OCHA p-code of the governorate, e.g. `IQG15`. */
    pcode: text().notNull(),
    /** A district by its code, or by its folded name where there is none; empty for the governorate as a whole. */
    districtKey: text().notNull(),
    districtCode: text().notNull(),
    districtName: text().notNull(),
    individuals: integer(),
    households: integer(),
    /** Whether no source gives this figure: it is the sum of the districts. */
    isSum: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.pcode, t.districtKey] }),
    index('displacement_figures_place').on(t.pcode, t.districtKey),
  ],
)

/** Which of its office's data an event shows. An event without a row shows all of them. */
export const displacementShown = table('displacement_shown', {
  eventId: text()
    .primaryKey()
    .references(() => events.id, { onDelete: 'cascade' }),
  datasetIds: json<string[]>().notNull(),
})
