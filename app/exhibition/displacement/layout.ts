import { type Field, type Heading, isTag, readHeading } from './headings.ts'
import { looksLikeCode } from './places.ts'
import type { Population } from './rules.ts'

export type Mapping = (Field | null)[]

/** Something about the whole file that a person should look at. */
export type Oddity =
  | { code: 'headerMissing' }
  | { code: 'headerNotFirst'; line: number }
  | { code: 'columnTwice'; field: Field; heading: string }
  | { code: 'columnUnknown'; heading: string }
  | { code: 'noPlace' }
  | { code: 'noDate' }
  | { code: 'noCount' }

export type Layout = {
  /** The line above the first row of figures, counted from 0; null when there are no headings. */
  headerLine: number | null
  mapping: Mapping
  headings: string[]
  /** Whom the column of people counts, where its heading says. */
  population: Population | null
  oddities: Oddity[]
}

const searched = 25

/**
 * Finds the line of headings, or of HXL tags below them, and what each column holds. `said` is the line that a person
 * pointed out, null when there is none.
 */
export function recogniseLayout(lines: readonly string[][], said?: number | null): Layout {
  const headerLine = said === undefined ? findHeaderLine(lines) : said
  const headings = headerLine === null ? [] : [...(lines[headerLine] ?? [])]
  const body = lines.slice((headerLine ?? -1) + 1, (headerLine ?? -1) + 200)
  const width = Math.max(headings.length, ...body.map((line) => line.length), 0)
  while (headings.length < width) headings.push('')
  const read = headings.map(readHeading)
  const mapping = byCells(
    read.map((heading) => (heading && heading.field !== 'known' ? heading.field : null)),
    body,
  )
  const { once, twice } = oneOfEach(mapping, read, headings)
  const people = once.indexOf('individuals')
  return {
    headerLine,
    mapping: once,
    headings: namedByWords(headings, lines[(headerLine ?? 0) - 1]),
    population: read[people]?.population ?? read[once.indexOf('households')]?.population ?? null,
    oddities: [...headerOddities(lines, headerLine), ...twice, ...mappingOddities(once, headings)],
  }
}

/** What is odd about a mapping, recognised or chosen by hand. */
export function mappingOddities(mapping: Mapping, headings: readonly string[]): Oddity[] {
  const oddities: Oddity[] = headings.flatMap((heading, column) =>
    heading.trim() && !mapping[column] && !readHeading(heading)
      ? [{ code: 'columnUnknown' as const, heading: heading.trim() }]
      : [],
  )
  const has = (...wanted: Field[]) => wanted.some((field) => mapping.includes(field))
  if (!has('admin1Code', 'admin1Name', 'admin2Code')) oddities.push({ code: 'noPlace' })
  if (!has('date', 'year')) oddities.push({ code: 'noDate' })
  if (!has('individuals', 'households')) oddities.push({ code: 'noCount' })
  return oddities
}

/** A line of tags decides; else the line with most headings that are understood, at least three of them. */
function findHeaderLine(lines: readonly string[][]): number | null {
  const first = lines.slice(0, searched)
  const tags = first.findIndex((cells) => {
    const filled = cells.filter((cell) => cell.trim())
    return filled.length >= 2 && filled.filter(isTag).length * 2 > filled.length
  })
  if (tags >= 0) return tags
  let best: { line: number; known: number } | null = null
  for (const [line, cells] of first.entries()) {
    const filled = cells.filter((cell) => cell.trim())
    const known = filled.filter((cell) => readHeading(cell)).length
    // Figures, dates and codes are no headings.
    if (
      known < 3 ||
      known * 2 < filled.length ||
      filled.some((cell) => /\d{5}/.test(cell) || looksLikeCode(cell))
    )
      continue
    if (!best || known > best.known) best = { line, known }
  }
  return best?.line ?? null
}

/** What headings do not say, cells may: codes under a heading for names, codes without any heading. */
function byCells(mapping: Mapping, body: readonly string[][]): Mapping {
  const holdsCodes = (column: number) => {
    const cells = body.map((line) => line[column]?.trim() ?? '').filter(Boolean)
    return cells.length > 0 && cells.filter(looksLikeCode).length * 2 > cells.length
  }
  return mapping.map((field, column) => {
    if (field === 'admin1Name' && !mapping.includes('admin1Code') && holdsCodes(column)) return 'admin1Code'
    if (field === 'admin2Name' && !mapping.includes('admin2Code') && holdsCodes(column)) return 'admin2Code'
    const isBare = !mapping.includes('admin1Code') && !mapping.includes('admin2Code')
    return field === null && isBare && holdsCodes(column) ? 'admin1Code' : field
  })
}

/**
 * Two columns for one thing would be added up or overwritten unseen: one counts, and the other is told. It is the first,
 * but of numbers the first that says whom it counts: a column called “Number” may count the rows.
 */
function oneOfEach(mapping: Mapping, read: readonly (Heading | null)[], headings: readonly string[]) {
  const chosen = new Map<Field, number>()
  for (const [column, field] of mapping.entries()) {
    if (!field || field === 'breakdown') continue
    const before = chosen.get(field)
    const saysMore = before !== undefined && !read[before]?.population && read[column]?.population
    if (before === undefined || saysMore) chosen.set(field, column)
  }
  const isOne = (field: Field | null, column: number) =>
    field === null || field === 'breakdown' || chosen.get(field) === column
  const twice = mapping.flatMap((field, column): Oddity[] =>
    field && !isOne(field, column)
      ? [{ code: 'columnTwice', field, heading: headings[column]?.trim() ?? '' }]
      : [],
  )
  return { once: mapping.map((field, column) => (isOne(field, column) ? field : null)), twice }
}

function headerOddities(lines: readonly string[][], headerLine: number | null): Oddity[] {
  if (headerLine === null) return [{ code: 'headerMissing' }]
  const first = lines.findIndex((line) => line.some((cell) => cell.trim()))
  const isTags = lines[headerLine]?.some(isTag) ?? false
  return headerLine - (isTags ? 1 : 0) > first ? [{ code: 'headerNotFirst', line: headerLine }] : []
}

/** A line of tags stands below the words that people read. */
function namedByWords(headings: string[], above: string[] | undefined): string[] {
  return headings.map((heading, column) => {
    const words = isTag(heading) ? above?.[column]?.trim() : ''
    return words ? `${words} (${heading.trim()})` : heading
  })
}
