import { boolean, index, integer, localized, table, text } from '../columns.server.ts'
import { events, parts } from './events.server.ts'
import { files } from './files.server.ts'

/*
 * The plan of an exhibition. Every measure is in whole centimetres, from the upper left corner of its hall as it is drawn;
 * the drawing is the same in every language, it is not mirrored.
 */

export const halls = table(
  'halls',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    partId: text()
      .notNull()
      .references(() => parts.id, { onDelete: 'cascade' }),
    name: localized().notNull(),
    width: integer().notNull(),
    depth: integer().notNull(),
    /** What booths snap to. */
    step: integer().notNull(),
    /** A drawing of the building to lay booths over, and where it lies. */
    pictureId: text().references(() => files.id, { onDelete: 'set null' }),
    pictureX: integer().notNull().default(0),
    pictureY: integer().notNull().default(0),
    pictureWidth: integer().notNull().default(0),
    /** In percent. */
    pictureOpacity: integer().notNull().default(50),
    /** Whether visitors see the picture too, or only those who draw. */
    isPicturePublic: boolean().notNull().default(false),
    position: integer().notNull(),
    version: integer().notNull().default(0),
  },
  (t) => [index('halls_event').on(t.eventId, t.position)],
)

export type FurnitureKind =
  | 'entrance'
  | 'exit'
  | 'registration'
  | 'help'
  | 'stage'
  | 'toilets'
  | 'prayer'
  | 'food'
  | 'firstAid'
  | 'wall'
  | 'label'

/** What else is drawn in a hall: doors, walls, a stage, words. */
export const hallFurniture = table(
  'hall_furniture',
  {
    id: text().primaryKey(),
    hallId: text()
      .notNull()
      .references(() => halls.id, { onDelete: 'cascade' }),
    kind: text().$type<FurnitureKind>().notNull(),
    /** Beside or in place of what its kind is called. */
    label: localized().notNull(),
    x: integer().notNull(),
    y: integer().notNull(),
    width: integer().notNull(),
    depth: integer().notNull(),
    version: integer().notNull().default(0),
  },
  (t) => [index('hall_furniture_hall').on(t.hallId)],
)
