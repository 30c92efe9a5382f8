import {
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
import { offices } from './accounts.server.ts'
import { events } from './events.server.ts'
import { exhibits } from './exhibition.server.ts'

/** What an office does over years, e.g. the Community Revitalization Programme; events and exhibits show its results. */
export const programmes = table(
  'programmes',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** Its name in addresses; never changes. */
    slug: text().notNull(),
    name: localized().notNull(),
    acronym: localized().notNull(),
    /** Markdown. */
    description: localized().notNull(),
    donors: localized().notNull(),
    /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as it is known; null when it is not. */
    since: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('programmes_slug').on(t.officeId, t.slug)],
)

export const programmePhases = table(
  'programme_phases',
  {
    id: text().primaryKey(),
    programmeId: text()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    name: localized().notNull(),
    /** As exact as they are known, like `since`. */
    startsOn: text(),
    endsOn: text(),
    state: text().$type<'planned' | 'running' | 'finished'>().notNull(),
    position: integer().notNull(),
  },
  (t) => [index('programme_phases_of').on(t.programmeId, t.position)],
)

export const programmeComponents = table(
  'programme_components',
  {
    id: text().primaryKey(),
    programmeId: text()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    name: localized().notNull(),
    position: integer().notNull(),
  },
  (t) => [index('programme_components_of').on(t.programmeId, t.position)],
)

/** What a programme counts, e.g. “families given individual assistance”. */
export const indicators = table(
  'indicators',
  {
    id: text().primaryKey(),
    programmeId: text()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    /** Null: of the whole programme. */
    componentId: text().references(() => programmeComponents.id, { onDelete: 'set null' }),
    /** Such as `2.1`: by which a sheet finds it whatever it is called by then. */
    code: text(),
    name: localized().notNull(),
    unit: localized().notNull(),
    position: integer().notNull(),
  },
  (t) => [index('indicators_of').on(t.programmeId, t.position)],
)

/** What it came to in one phase and place. Never shown without date and source. */
export const indicatorResults = table(
  'indicator_results',
  {
    id: text().primaryKey(),
    indicatorId: text()
      .notNull()
      .references(() => indicators.id, { onDelete: 'cascade' }),
    /** Null: in all phases to date. */
    phaseId: text().references(() => programmePhases.id, { onDelete: 'cascade' }),
    /** OCHA p-code; null: everywhere. */
    pcode: text(),
    value: decimal().notNull(),
    qualifier: text().$type<'exactly' | 'about' | 'nearly' | 'more_than'>().notNull(),
    target: decimal(),
    /** How many of them are in each group, by its name in `groups.ts`. */
    groups: json<Partial<Record<string, number>>>().notNull(),
    /** As exact as the source is, like `since`. */
    asOf: text().notNull(),
    source: localized().notNull(),
    sourceUrl: text(),
  },
  (t) => [index('indicator_results_of').on(t.indicatorId), index('indicator_results_place').on(t.pcode)],
)

/** The programmes that an event shows on its public pages. */
export const eventProgrammes = table(
  'event_programmes',
  {
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    programmeId: text()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.programmeId] }),
    index('event_programmes_of').on(t.programmeId),
  ],
)

/** The programmes whose results an exhibit shows, written out of its document when it is published. */
export const exhibitProgrammes = table(
  'exhibit_programmes',
  {
    exhibitId: text()
      .notNull()
      .references(() => exhibits.id, { onDelete: 'cascade' }),
    programmeId: text()
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.exhibitId, t.programmeId] }),
    index('exhibit_programmes_of').on(t.programmeId),
  ],
)
