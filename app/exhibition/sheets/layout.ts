import type { Columns } from './columns.ts'

/** What each column holds; null for one that is not taken. */
export type Mapping = (string | null)[]

/** Something about the columns that a person should look at. */
export type ColumnOddity =
  | { code: 'headerMissing' }
  | { code: 'headerNotFirst'; line: number }
  | { code: 'columnTwice'; field: string; heading: string }
  | { code: 'columnUnknown'; heading: string }
  | { code: 'columnNeeded'; field: string }

export type SheetLayout = {
  /** The line above the first row, counted from 0; null when there are no headings. */
  headerLine: number | null
  mapping: Mapping
  headings: string[]
  oddities: ColumnOddity[]
}

const searched = 25

/** What `readTable` looks for: of a workbook the first sheet with a line of headings. */
export function aSheetOf(columns: Columns) {
  return {
    isWanted: (lines: string[][]) => recogniseSheet(lines, columns).headerLine !== null,
    maxColumns: 100,
  }
}

/** Finds the line of headings and what each column holds. `said` is the line that a person pointed out, null when there is none. */
export function recogniseSheet(
  lines: readonly string[][],
  columns: Columns,
  said?: number | null,
): SheetLayout {
  const headerLine = said === undefined ? findHeaderLine(lines, columns) : said
  const headings = headerLine === null ? [] : [...(lines[headerLine] ?? [])]
  const body = lines.slice((headerLine ?? -1) + 1, (headerLine ?? -1) + 200)
  const width = Math.max(headings.length, ...body.map((line) => line.length), 0)
  while (headings.length < width) headings.push('')
  const read = headings.map((heading) => columns.read(heading))
  const mapping = read.map((field, column) =>
    field === null || field === 'known' || read.indexOf(field) !== column ? null : field,
  )
  return layoutWith({ headerLine, mapping, headings }, lines, columns)
}

/** The same with columns that a person corrected. */
export function layoutWith(
  { headerLine, mapping, headings }: Omit<SheetLayout, 'oddities'>,
  lines: readonly string[][],
  columns: Columns,
): SheetLayout {
  const unread = headings.flatMap((heading, column): ColumnOddity[] => {
    const text = heading.trim()
    if (!text || mapping[column]) return []
    const field = columns.read(text)
    if (field === null) return [{ code: 'columnUnknown', heading: text }]
    return field !== 'known' && mapping.includes(field) ? [{ code: 'columnTwice', field, heading: text }] : []
  })
  const needed = columns.needed.flatMap(([first = '', ...others]): ColumnOddity[] =>
    [first, ...others].some((field) => mapping.includes(field))
      ? []
      : [{ code: 'columnNeeded', field: first }],
  )
  return {
    ...{ headerLine, mapping, headings },
    oddities: [...headerOddities(lines, headerLine), ...unread, ...needed],
  }
}

/** The line with most headings that are understood: at least two, and half of what is in it. */
function findHeaderLine(lines: readonly string[][], columns: Columns): number | null {
  let best: { line: number; known: number } | null = null
  for (const [line, cells] of lines.slice(0, searched).entries()) {
    const filled = cells.filter((cell) => cell.trim())
    const known = filled.filter((cell) => columns.read(cell) !== null).length
    if (known >= 2 && known * 2 >= filled.length && (!best || known > best.known)) best = { line, known }
  }
  return best?.line ?? null
}

function headerOddities(lines: readonly string[][], headerLine: number | null): ColumnOddity[] {
  if (headerLine === null) return [{ code: 'headerMissing' }]
  const first = lines.findIndex((line) => line.some((cell) => cell.trim()))
  return headerLine > first ? [{ code: 'headerNotFirst', line: headerLine }] : []
}

/** Which column holds each field. */
export function columnsOf(mapping: Mapping): Map<string, number> {
  const columns = new Map<string, number>()
  for (const [column, field] of mapping.entries())
    if (field && !columns.has(field)) columns.set(field, column)
  return columns
}

/** Whether a line is no row: empty, or the headings again. */
export function isNoRow(cells: readonly string[], header: readonly string[] | undefined): boolean {
  if (cells.every((cell) => !cell.trim())) return true
  return header !== undefined && cells.every((cell, column) => cell.trim() === (header[column] ?? '').trim())
}
