import { readDate } from './dates.ts'
import { isTag, readHeading } from './headings.ts'
import { looksLikeCode } from './places.ts'
import { type SpreadHeading, saysPlace, saysTime, spreadHeading } from './spread.ts'

type Lines = readonly (readonly string[])[]

const searched = 25
/** Headings one over the other, as merged cells make them. */
const mostRows = 4

/** A line of tags decides; else the line with most headings that are understood, at least three of them. */
export function findHeaderLine(lines: Lines): number | null {
  const first = lines.slice(0, searched)
  const tags = first.findIndex((cells) => {
    const filled = filledIn(cells)
    return filled.length >= 2 && filled.filter(isTag).length * 2 > filled.length
  })
  if (tags >= 0) return tags
  let best: { line: number; known: number } | null = null
  for (const [line, cells] of first.entries()) {
    const known = headingsIn(cells)
    if (known && (!best || known > best.known)) best = { line, known }
  }
  return best && lastOfHeadings(lines, best.line)
}

function filledIn(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter(Boolean)
}

/** How many headings a line has; 0 when it is none of headings. Figures and codes are none, but for those over columns. */
function headingsIn(cells: readonly string[]): number {
  const filled = filledIn(cells)
  const spread = spreadIn(filled)
  const isFigure = (cell: string) => /\d{5}/.test(cell) || looksLikeCode(cell)
  if (filled.some((cell) => !spread.has(cell) && isFigure(cell))) return 0
  const known = filled.filter((cell) => spread.has(cell) || readHeading(cell)).length
  return known >= 3 && known * 2 >= filled.length ? known : 0
}

/** Which cells of a line name rounds, dates or governorates as headings do: side by side, next to another heading. */
function spreadIn(filled: readonly string[]): Set<string> {
  const read = filled.map((cell) => ({ cell, said: spreadHeading([cell]), field: readHeading(cell)?.field }))
  const times = read.filter(({ said }) => said && (saysTime(said) || said.month))
  const places = read.filter(({ said }) => said && saysPlace(said))
  const isPlaced = read.some(
    ({ said, field }) => !said && (field?.startsWith('admin') || field === 'breakdown'),
  )
  const isDated = read.some(({ said, field }) => !said && /^(?:date|year|month|round)$/.test(field ?? ''))
  const cells = (of: typeof read) => of.map(({ cell }) => cell)
  if ((isPlaced || times.length === filled.length) && areInOrder(cells(times))) return new Set(cells(times))
  const isOnce = new Set(cells(places)).size === places.length
  const isEnough = places.length >= 3 && (isDated || places.length === filled.length)
  return new Set(isEnough && isOnce ? cells(places) : [])
}

/** Excel's day numbers look like any number of people; as headings they rise or fall. */
function areInOrder(cells: readonly string[]): boolean {
  const days = cells.filter((cell) => /^\d{5}$/.test(cell)).map(Number)
  const rises = days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0))
  return rises || days.every((day, at) => at === 0 || day < (days[at - 1] ?? 0))
}

/** Below the headings there may be more of them: people and families under each round. */
function lastOfHeadings(lines: Lines, from: number): number {
  let line = from
  while (line < from + mostRows - 1) {
    const next = filledIn(lines[line + 1] ?? [])
    const isHeadings = next.every(
      (cell) => !/\d{5}/.test(cell) && !looksLikeCode(cell) && (readHeading(cell) || spreadHeading([cell])),
    )
    if (next.length < 2 || !isHeadings || next.every((cell) => /^\d+$/.test(cell))) break
    line++
  }
  return line
}

/** The lines of headings that end in this one, from the top. A title alone in its line is none of them. */
export function headingRows(lines: Lines, headerLine: number): number[] {
  const rows = [headerLine]
  for (let line = headerLine - 1; line >= 0 && rows.length < mostRows; line--) {
    const cells = lines[line] ?? []
    const filled = filledIn(cells)
    const isTitle = filled.length < 2 && (cells[0]?.trim() || !filled[0] || !says(filled[0]))
    if (isTitle) break
    rows.unshift(line)
  }
  return rows
}

function says(cell: string): boolean {
  return Boolean(readHeading(cell) || spreadHeading([cell]))
}

/** What stands over each column, from the top; a heading over several columns (a merged cell) is over each of them. */
export function headingsOver(lines: Lines, headerLine: number): string[][] {
  const rows = headingRows(lines, headerLine)
  const width = Math.max(...rows.map((line) => lines[line]?.length ?? 0))
  const over: string[][] = Array.from({ length: width }, () => [])
  for (const row of rows) {
    let before = ''
    for (const [column, cells] of over.entries()) {
      const cell = lines[row]?.[column]?.trim() ?? ''
      const isBelow = row !== headerLine && (lines[headerLine]?.[column]?.trim() ?? '') !== ''
      // Only what can speak of several columns is carried on.
      before = cell ? (says(cell) ? cell : '') : isBelow ? before : ''
      if (cell || before) cells.push(cell || before)
    }
  }
  return over
}

/** What the headings of each column say of all figures below; null for one that says nothing of the kind. */
export function spreadHeadings(lines: Lines, headerLine: number | null): (SpreadHeading | null)[] {
  return headerLine === null ? [] : headingsOver(lines, headerLine).map(spreadHeading)
}

/** What stands above the headings says of the whole file, as in “DTM Round 131 – December 2023”. */
export function titleOf(lines: Lines, headerLine: number | null): { date: string; round: number } {
  const [top = 0] = headerLine === null ? [] : headingRows(lines, headerLine)
  const said = lines
    .slice(Math.max(0, top - searched), top)
    .flatMap((cells) => filledIn(cells).flatMap((cell) => spreadHeading([cell]) ?? []))
  const dates = said.flatMap(({ date, year }) => {
    const read = readDate(date || year, 'dmy', '9999-12-31')
    return read.ok && read.date ? [read.date] : []
  })
  const round = said.find((heading) => heading.round)?.round
  return { date: dates[0] ?? '', round: Number(round ?? 0) }
}
