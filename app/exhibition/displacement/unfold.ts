import { spreadHeadings } from './header-line.ts'
import { isTag } from './headings.ts'
import type { Mapping } from './layout.ts'
import { readCount } from './numbers.ts'
import type { SpreadHeading } from './spread.ts'

/** Where in the file a row stands: its line, and the column of its figure where the line has several; from 0. */
export type Origin = { line: number; column: number | null }

/** A table with one figure's place and round in each line. */
export type LongTable = {
  lines: readonly (readonly string[])[]
  headerLine: number | null
  mapping: Mapping
  originOf(line: number): Origin
  /** What the headings over the figures name, and not the lines. */
  said: { time: boolean; place: boolean }
}

type Given = { lines: readonly string[][]; headerLine: number | null; mapping: Mapping }
type Pause = () => Promise<void> | undefined

/** More figures than all districts have in all rounds. */
export const mostFigures = 60_000

const added = [
  'admin1Code',
  'admin2Code',
  'admin1Name',
  'date',
  'year',
  'month',
  'round',
  'population',
  'individuals',
  'households',
] as const

/**
 * A wide table as a long one: a line for each round, date or governorate that the headings of its columns name. People
 * and families of one round stand in one line. Null when that makes more than `mostFigures`; any other table stays.
 */
export async function unfold({ lines, headerLine, mapping }: Given, pause: Pause): Promise<LongTable | null> {
  const headings = spreadHeadings(lines, headerLine)
  const isSpread = (column: number) => mapping[column] === 'spread' && Boolean(headings[column])
  if (!headings.some((_, column) => isSpread(column))) return asItIs({ lines, headerLine, mapping })
  const groups = groupsOf(headings.map((heading, column) => (isSpread(column) ? heading : null)))
  const fixed = mapping.flatMap((field, column) => (field === 'spread' ? [] : [column]))
  const long: string[][] = []
  const origins: Origin[] = []
  for (let line = (headerLine ?? -1) + 1; line < lines.length; line++) {
    const cells = lines[line] ?? []
    const own = fixed.map((column) => cells[column] ?? '')
    for (const { column, cells: its } of figuresOf(cells, groups)) {
      long.push([...own, ...its])
      origins.push({ line, column })
    }
    if (long.length > mostFigures) return null
    await pause()
  }
  const said = { time: groups.some(({ says }) => says.date || says.year), place: groups.some(isOfPlace) }
  return {
    ...{ lines: long, headerLine: null, said },
    mapping: [...fixed.map((column) => fixedField(mapping[column] ?? null, said)), ...added],
    originOf: (line) => origins[line] ?? { line, column: null },
  }
}

function asItIs(given: Given): LongTable {
  return {
    ...given,
    originOf: (line) => ({ line, column: null }),
    said: { time: false, place: false },
  }
}

/** Columns whose headings say the same of people and of families; the same twice stays twice, to be told. */
type Group = { says: SpreadHeading; individuals: number | null; households: number | null }

function groupsOf(headings: readonly (SpreadHeading | null)[]): Group[] {
  const groups: Group[] = []
  for (const [column, says] of headings.entries()) {
    if (!says) continue
    const other = says.unit === 'households' ? 'individuals' : 'households'
    const open = groups.find(
      (group) => group[says.unit] === null && group[other] !== null && saySame(group.says, says),
    )
    if (open) Object.assign(open, { [says.unit]: column, says: { ...says, ...namedIn(open.says) } })
    else groups.push({ says, individuals: null, households: null, [says.unit]: column })
  }
  return groups
}

/** A heading for families seldom repeats whose families they are. */
function saySame(one: SpreadHeading, other: SpreadHeading): boolean {
  const key = ({ unit: _, population: __, ...says }: SpreadHeading) => JSON.stringify(says)
  const isOneGroup = !one.population || !other.population || one.population === other.population
  return isOneGroup && key(one) === key(other)
}

function namedIn({ population }: SpreadHeading) {
  return population ? { population } : {}
}

function isOfPlace({ says: { code, districtCode, name } }: Group): boolean {
  return Boolean(code || districtCode || name)
}

/** A column of its own would contradict what the headings say. */
function fixedField(field: Mapping[number], said: LongTable['said']): Mapping[number] {
  if (field === 'individuals' || field === 'households') return null
  if (said.time && (field === 'date' || field === 'year' || field === 'month')) return null
  return said.place && (field === 'admin1Code' || field === 'admin1Name') ? null : field
}

/** A line's figures; what has none is not told of, but a line without any is, once. */
function figuresOf(cells: readonly string[], groups: readonly Group[]) {
  if (!cells.some((cell) => cell.trim()) || cells.every((cell) => !cell.trim() || isTag(cell))) return []
  const of = (column: number | null) => (column === null ? '' : (cells[column]?.trim() ?? ''))
  const isNothing = (cell: string) => {
    const read = readCount(cell)
    return read.ok && read.value === null
  }
  const filled = groups.filter(
    ({ individuals, households }) => !isNothing(of(individuals)) || !isNothing(of(households)),
  )
  const told = filled.length ? filled : groups.slice(0, 1)
  return told.map(({ says, individuals, households }) => ({
    column: filled.length ? (individuals ?? households) : null,
    cells: [
      ...[says.code, says.districtCode, says.name, says.date, says.year, says.month, says.round],
      ...[says.population ?? '', of(individuals), of(households)],
    ],
  }))
}
