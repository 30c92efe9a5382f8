import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import type { Localized } from '../app/i18n/languages.ts'

/** True when `DATABASE_URL` names PostgreSQL; the schema below then resolves to `pg-core`, else to `sqlite-core`. */
export const onPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

/*
 * The whole vocabulary of the schema. Tables are written once against it; the types are PostgreSQL's,
 * which `read` and `write` share (see docs/decisions/003-one-schema-two-engines.md).
 */
const postgres = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  text: (name?: string) => (name ? pg.text(name) : pg.text()),
  /** Text compared byte by byte, so that words that begin alike stand together whatever the server's language. */
  bytewise: pg.customType<{ data: string }>({ dataType: () => 'text collate "C"' }),
  integer: () => pg.integer(),
  decimal: () => pg.doublePrecision(),
  boolean: () => pg.boolean(),
  /** An instant in UTC, to the millisecond. */
  instant: () => pg.timestamp({ withTimezone: true, mode: 'date', precision: 3 }),
  json: <T>() => pg.jsonb().$type<T>(),
  /** Text for people, per language. */
  localized: () => pg.jsonb().$type<Localized>(),
}

const sqlite = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  text: (name?: string) => (name ? lite.text(name) : lite.text()),
  bytewise: () => lite.text(),
  integer: () => lite.integer(),
  decimal: () => lite.real(),
  boolean: () => lite.integer({ mode: 'boolean' }),
  instant: () => lite.integer({ mode: 'timestamp_ms' }),
  json: <T>() => lite.text({ mode: 'json' }).$type<T>(),
  localized: () => lite.text({ mode: 'json' }).$type<Localized>(),
}

export const {
  table,
  index,
  uniqueIndex,
  primaryKey,
  text,
  bytewise,
  integer,
  decimal,
  boolean,
  instant,
  json,
  localized,
} = onPostgres ? postgres : (sqlite as unknown as typeof postgres)
