import { getTableName, isTable, type Table } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import * as schema from '#db/schema/index.server.ts'

type Row = Record<string, unknown>

/** Every row of every table, to compare: whoever only looked must have left all of it as it was. */
export async function contentsOf(database: Database): Promise<Record<string, Row[]>> {
  const tables = Object.values(schema).filter((value) => isTable(value)) as Table[]
  const contents: Record<string, Row[]> = {}
  for (const table of tables) {
    const rows: Row[] = await database.read.select().from(table as never)
    contents[getTableName(table)] = rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  return contents
}
