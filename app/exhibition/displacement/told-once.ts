import type { Row, RowRefusal } from './rows.ts'
import type { LongTable, Origin } from './unfold.ts'

const ofPlaces = new Set<RowRefusal>([
  'codeOldScheme',
  'codeUnknown',
  'codeMissing',
  'nameContradicts',
  'placeMissing',
])

const ofFigures = new Set<RowRefusal>([
  'numberUnreadable',
  'numberNegative',
  'numberFraction',
  'numberAbsurd',
  'numberMissing',
])

/**
 * Of a wide table: a line or heading that is refused is refused with all of its figures, and told once. `origins` has
 * where in the file each row stands, by its own line.
 */
export function toldOnce(
  rows: readonly Row[],
  table: LongTable,
): { rows: Row[]; originOf: (line: number) => Origin } {
  const told = new Set<string>()
  const whole = new Set<number>()
  const kept = rows.filter((row) => {
    const origin = table.originOf(row.line)
    if (!('refusal' in row) || origin.column === null || ofFigures.has(row.refusal)) return true
    const isOfHeading =
      row.refusal !== 'total' && (ofPlaces.has(row.refusal) ? table.said.place : table.said.time)
    const key = isOfHeading ? `column ${origin.column} ${row.refusal}` : `line ${origin.line}`
    if (told.has(key)) return false
    told.add(key)
    if (!isOfHeading) whole.add(row.line)
    return true
  })
  return {
    rows: kept,
    originOf(line) {
      const origin = table.originOf(line)
      return whole.has(line) ? { ...origin, column: null } : origin
    },
  }
}
