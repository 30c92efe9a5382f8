import BetterSqlite from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import { onPostgres } from './columns.server.ts'
import { migratePostgres, migrateSqlite } from './migrate.server.ts'
import * as schema from './schema/index.server.ts'

type Both = NodePgDatabase<typeof schema>

/** Can look, cannot change: on SQLite a `query_only` connection, and no insert, update or delete in the type. */
export type Reader = Pick<Both, 'select' | 'selectDistinct' | 'query' | '$count' | '$with' | 'with'>
/** A transaction under way. It opens no other, sends nothing, reads no clock. */
export type Tx = Reader & Pick<Both, 'insert' | 'update' | 'delete'>

export type Database = {
  read: Reader
  /**
   * The only way to change data: runs `work` in one transaction and commits when it resolves, rolls back when it
   * throws. Inside: database calls only, and never `write` again (on SQLite it would wait for itself for ever).
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * For a change so large that its commit alone would hold up everybody: `work` makes it in another thread, over a
   * connection of its own to `url`, while every `write` here waits for its turn.
   */
  writeElsewhere<T>(work: (url: string) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Opens the database named by `url` (`file:data/majlis.db`, a plain path, or `postgres://…`) and brings its schema
 * up to date. Throws `NewerSchemaError` when a newer Majlis has written it.
 */
export async function openDatabase(url: string): Promise<Database> {
  if (/^postgres(ql)?:/.test(url) !== onPostgres) {
    throw new Error('The schema was loaded for the other engine: set DATABASE_URL before the process starts')
  }
  return onPostgres ? openPostgres(url) : openSqlite(url)
}

/** The path in a `file:` URL or plain path. */
export function sqlitePath(url: string): string {
  return url.replace(/^(file|sqlite):(\/\/(?=\/))?/, '')
}

const pragmas = [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  // FULL, because an acknowledged answer must survive a power cut.
  'synchronous = FULL',
  'foreign_keys = ON',
  'journal_size_limit = 67108864',
  'cache_size = -32000',
  'temp_store = MEMORY',
  // What is deleted is overwritten, not only forgotten: purged clearance, blanked mails.
  'secure_delete = ON',
]

function connect(path: string): BetterSqlite.Database {
  const connection = new BetterSqlite(path)
  for (const pragma of pragmas) connection.pragma(pragma)
  return connection
}

function overSqlite(connection: BetterSqlite.Database): Tx {
  // The schema resolved to sqlite-core at load; the types are PostgreSQL's, see columns.server.ts.
  return drizzleSqlite(connection, { schema, casing: 'snake_case' }) as unknown as Tx
}

async function openSqlite(url: string): Promise<Database> {
  const path = sqlitePath(url)
  const writer = connect(path)
  await migrateSqlite(writer, path)
  const reader = connect(path)
  reader.pragma('query_only = ON')
  const tx = overSqlite(writer)
  let queue: Promise<unknown> = Promise.resolve()

  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    // drizzle's own transaction() cannot hold an async function on better-sqlite3: it commits before the work runs.
    writer.exec('begin immediate')
    try {
      const result = await work(tx)
      writer.exec('commit')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback')
      throw error
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    read: overSqlite(reader),
    write: (work) => inTurn(() => transact(work)),
    writeElsewhere: (work) => inTurn(() => work(url)),
    async close() {
      await queue
      reader.close()
      writer.pragma('optimize')
      writer.close()
    },
  }
}

async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({ connectionString: url, max: 10 })
  ignoreLostConnections(pool)
  const database = drizzlePostgres(pool, { schema, casing: 'snake_case' })
  await migratePostgres(pool)
  return {
    read: database,
    write: (work) => database.transaction((tx) => work(tx as unknown as Tx)),
    writeElsewhere: (work) => work(url),
    close: () => pool.end(),
  }
}

/** A connection that the server drops is replaced at its next use; unheard, the event would end the process. */
export function ignoreLostConnections(pool: Pool): void {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
}

/**
 * A statement built once per connection: drizzle builds 11,000 queries a second and runs 165,000 prepared ones.
 * For the hot look-ups only (token, outbox claim, revision).
 */
export function prepared<Statement>(build: (database: Tx) => Statement): (database: Reader) => Statement {
  const statements = new WeakMap<Reader, Statement>()
  return (database) => {
    const known = statements.get(database)
    if (known) return known
    const statement = build(database as Tx)
    statements.set(database, statement)
    return statement
  }
}
