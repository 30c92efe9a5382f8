import { createAdapterFactory } from 'better-auth/adapters'
import {
  and,
  asc,
  type Column,
  desc,
  eq,
  gt,
  gte,
  inArray,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
} from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { credentials, sessions, users, verifications } from '#db/schema/accounts.server.ts'

const tables = { users, sessions, credentials, verifications }
type Table = (typeof tables)['users']
type Condition = { field: string; operator: string; value: unknown; connector: 'AND' | 'OR' }
type Row = Record<string, unknown>

/** Leads better-auth through `read` and `write`: a library that opened its own connection would block the writer. */
export function authAdapter(database: Database) {
  return createAdapterFactory({
    config: {
      adapterId: 'majlis',
      supportsNumericIds: false,
      supportsJSON: false,
      supportsArrays: false,
      customIdGenerator: () => newId(),
      // Each step is its own transaction: better-auth hashes between its steps, which must not happen inside `write`.
      transaction: false,
    },
    adapter: () => ({
      ...changes(database),
      ...lookups(database),
    }),
  })
}

function lookups({ read }: Database) {
  async function findMany<T>({
    model,
    where,
    limit,
    offset,
    sortBy,
  }: {
    model: string
    where?: Condition[]
    limit: number
    offset?: number
    sortBy?: { field: string; direction: 'asc' | 'desc' }
  }): Promise<T[]> {
    const table = tableOf(model)
    const order = sortBy
      ? [(sortBy.direction === 'desc' ? desc : asc)(columnOf(table, sortBy.field))]
      : [asc(table.id)]
    const rows = await read
      .select()
      .from(table)
      .where(condition(table, where))
      .orderBy(...order)
      .limit(limit)
      .offset(offset ?? 0)
    return rows as T[]
  }
  return {
    findMany,
    async findOne<T>({ model, where }: { model: string; where: Condition[] }): Promise<T | null> {
      const [row] = await findMany<T>({ model, where, limit: 1 })
      return row ?? null
    },
    async count({ model, where }: { model: string; where?: Condition[] }): Promise<number> {
      const table = tableOf(model)
      return read.$count(table, condition(table, where))
    },
  }
}

function changes({ write }: Database) {
  const update = ({ model, where, update }: { model: string; where: Condition[]; update: unknown }) => {
    const table = tableOf(model)
    return write((tx) =>
      tx
        .update(table)
        .set(update as Row)
        .where(condition(table, where))
        .returning(),
    )
  }
  const remove = ({ model, where }: { model: string; where: Condition[] }) => {
    const table = tableOf(model)
    return write((tx) => tx.delete(table).where(condition(table, where)).returning())
  }
  return {
    async create<T extends Row>({ model, data }: { model: string; data: T }): Promise<T> {
      const [row] = await write((tx) =>
        tx
          .insert(tableOf(model))
          .values(data as unknown as typeof users.$inferInsert)
          .returning(),
      )
      return row as unknown as T
    },
    update: async <T>(change: { model: string; where: Condition[]; update: T }) =>
      ((await update(change))[0] ?? null) as T | null,
    updateMany: async (change: { model: string; where: Condition[]; update: Row }) =>
      (await update(change)).length,
    delete: async (wanted: { model: string; where: Condition[] }) => {
      await remove(wanted)
    },
    deleteMany: async (wanted: { model: string; where: Condition[] }) => (await remove(wanted)).length,
  }
}

function tableOf(model: string): Table {
  const table = tables[model as keyof typeof tables]
  if (!table) throw new Error(`better-auth asked for the unknown table ${model}`)
  return table as unknown as Table
}

function columnOf(table: Table, field: string): Column {
  const column = (table as unknown as Record<string, Column>)[field]
  if (!column) throw new Error(`better-auth asked for the unknown column ${field}`)
  return column
}

/** Conditions joined by OR form one group, which must hold beside all those joined by AND. */
function condition(table: Table, where: Condition[] = []): SQL | undefined {
  const of = (connector: 'AND' | 'OR') =>
    where.filter((part) => part.connector === connector).map((part) => comparison(table, part))
  const [all, any] = [of('AND'), of('OR')]
  return and(...all, any.length ? or(...any) : undefined)
}

const comparisons = { eq, ne, lt, lte, gt, gte }

function comparison(table: Table, { field, operator, value }: Condition): SQL {
  const column = columnOf(table, field)
  if (operator === 'in') return inArray(column, value as unknown[])
  if (operator === 'not_in') return notInArray(column, value as unknown[])
  const compare = comparisons[operator as keyof typeof comparisons]
  if (!compare) throw new Error(`better-auth asked for the unknown comparison ${operator}`)
  return compare(column, value)
}
