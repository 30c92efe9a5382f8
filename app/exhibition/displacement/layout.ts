import type { Source } from '../../directory/import/table.ts'
import { findHeaderLine, headingRows, headingsOver, titleOf } from './header-line.ts'
import { type Field, type Heading, isTag, readHeading } from './headings.ts'
import { looksLikeCode, saysTotal } from './places.ts'
import type { Population } from './rules.ts'
import { type SpreadHeading, saysPlace, spreadHeading } from './spread.ts'
import { spreadColumns, withoutSums } from './spread-columns.ts'

export type Mapping = (Field | null)[]

/** Something about the whole file that a person should look at. */
export type Oddity =
  | { code: 'headerMissing' }
  | { code: 'headerNotFirst'; line: number }
  | { code: 'columnTwice'; field: Field; heading: string }
  | { code: 'columnUnknown'; heading: string }
  | { code: 'columnBeside'; heading: string }
  | { code: 'spreadUnread'; heading: string }
  | { code: 'wide'; columns: number }
  | { code: 'sheetsLeft'; sheets: string[] }
  | { code: 'columnsLeft'; columns: number }
  | { code: 'noPlace' }
  | { code: 'noDate' }
  | { code: 'noCount' }

export type Layout = {
  /** The line above the first row of figures, counted from 0; null when there are no headings. */
  headerLine: number | null
  mapping: Mapping
  headings: string[]
  /** What the headings of each column say of all figures below it. */
  spread: (SpreadHeading | null)[]
  /** Whom the column of people counts, where its heading says. */
  population: Population | null
  /** What the title above the headings says of the whole file: a date, and the number of a round; empty and 0 if nothing. */
  title: { date: string; round: number }
  oddities: Oddity[]
}

/** What `readTable` looks for: of a workbook the first sheet with headings. A column for each of many rounds makes a file wide. */
export const aFigureFile = {
  isWanted: (lines: string[][]) => recogniseLayout(lines).headerLine !== null,
  maxColumns: 400,
}

/**
 * Finds the line of headings, or of HXL tags below them, and what each column holds. `said` is the line that a person
 * pointed out, null when there is none.
 */
export function recogniseLayout(lines: readonly string[][], said?: number | null): Layout {
  const headerLine = said === undefined ? findHeaderLine(lines) : said
  const body = lines.slice((headerLine ?? -1) + 1, (headerLine ?? -1) + 200)
  const over = headerLine === null ? [] : headingsOver(lines, headerLine)
  const width = Math.max(over.length, ...body.map((line) => line.length), 0)
  while (over.length < width) over.push([])
  const headings = over.map((its) => its.at(-1) ?? '')
  const read = headings.map(readHeading)
  const ordinary = byCells(
    read.map((heading) => (heading && heading.field !== 'known' ? heading.field : null)),
    body,
  )
  const spread = over.map(spreadHeading)
  const isSpread = spreadColumns({ headings, spread, mapping: ordinary, body })
  const { once, twice } = oneOfEach(
    ordinary.map((field, column) => (isSpread[column] ? 'spread' : field)),
    read,
    headings,
  )
  const { alone: mapping, beside } = withoutSums(once, headings)
  return {
    ...{ headerLine, mapping, spread },
    headings: namedByWords(over, isSpread),
    population: populationOf(mapping, read, spread),
    title: titleOf(lines, headerLine),
    oddities: [
      ...headerOddities(lines, headerLine),
      ...twice,
      ...beside,
      ...mappingOddities(mapping, headings, spread),
    ],
  }
}

/** Whom the figures count; null where several groups stand side by side, for then each heading says. */
function populationOf(mapping: Mapping, read: readonly (Heading | null)[], spread: Layout['spread']) {
  const told = new Set(
    spread.flatMap((heading, column) => (mapping[column] === 'spread' ? (heading?.population ?? []) : [])),
  )
  const [only = null] = told.size === 1 ? told : []
  const of = (field: Field) => read[mapping.indexOf(field)]?.population
  return only ?? of('individuals') ?? of('households') ?? null
}

/** What is odd about a mapping, recognised or chosen by hand. */
export function mappingOddities(
  mapping: Mapping,
  headings: readonly string[],
  spread: Layout['spread'],
): Oddity[] {
  const oddities: Oddity[] = headings.flatMap((heading, column): Oddity[] => {
    const text = heading.trim()
    if (mapping[column] === 'spread')
      return spread[column] ? [] : [{ code: 'spreadUnread', heading: text || String(column + 1) }]
    return text && !mapping[column] && !readHeading(heading) && !saysTotal(text)
      ? [{ code: 'columnUnknown', heading: text }]
      : []
  })
  const said = spread.flatMap((heading, column) => (mapping[column] === 'spread' && heading ? [heading] : []))
  if (said.length) oddities.unshift({ code: 'wide', columns: said.length })
  const has = (...wanted: Field[]) => wanted.some((field) => mapping.includes(field))
  if (!has('admin1Code', 'admin1Name', 'admin2Code') && !said.some(saysPlace))
    oddities.push({ code: 'noPlace' })
  if (!has('date', 'year') && !said.some(({ date, year }) => date || year)) oddities.push({ code: 'noDate' })
  if (!has('individuals', 'households') && !said.length) oddities.push({ code: 'noCount' })
  return oddities
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
    if (!field || isMany(field)) continue
    const before = chosen.get(field)
    const saysMore = before !== undefined && !read[before]?.population && read[column]?.population
    if (before === undefined || saysMore) chosen.set(field, column)
  }
  const isOne = (field: Field | null, column: number) =>
    field === null || isMany(field) || chosen.get(field) === column
  const twice = mapping.flatMap((field, column): Oddity[] =>
    field && !isOne(field, column)
      ? [{ code: 'columnTwice', field, heading: headings[column]?.trim() ?? '' }]
      : [],
  )
  return { once: mapping.map((field, column) => (isOne(field, column) ? field : null)), twice }
}

/** What several columns may hold side by side. */
function isMany(field: Field): boolean {
  return field === 'breakdown' || field === 'spread'
}

function headerOddities(lines: readonly string[][], headerLine: number | null): Oddity[] {
  if (headerLine === null) return [{ code: 'headerMissing' }]
  const first = lines.findIndex((line) => line.some((cell) => cell.trim()))
  const [top = headerLine] = headingRows(lines, headerLine)
  return top > first ? [{ code: 'headerNotFirst', line: headerLine }] : []
}

/** As people read them: figures by all that stands over them, and a line of tags by the words above it. */
function namedByWords(over: readonly string[][], isSpread: readonly boolean[]): string[] {
  return over.map((its, column) => {
    const [heading = '', above] = its.toReversed()
    if (isSpread[column]) return its.join(' · ')
    return isTag(heading) && above ? `${above} (${heading})` : heading
  })
}

/** What of a file was not read at all. */
export function sourceOddities({ others = [], columnsLeft = 0 }: Source): Oddity[] {
  return [
    ...(others.length ? [{ code: 'sheetsLeft' as const, sheets: others }] : []),
    ...(columnsLeft ? [{ code: 'columnsLeft' as const, columns: columnsLeft }] : []),
  ]
}
