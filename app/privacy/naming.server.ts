import { or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** True of a row whose `column`, a text or JSON, holds one of `words` as they are written. Nothing holds none of none. */
export function holdsAny(column: SQLWrapper, words: readonly string[]): SQL {
  const found = words.map((word) => {
    // As JSON writes it: quotation marks and backslashes escaped.
    const written = JSON.stringify(word).slice(1, -1).replace(/[!%_]/g, '!$&')
    return sql`cast(${column} as text) like ${`%${written}%`} escape '!'`
  })
  return or(...found) ?? sql`1 = 0`
}
