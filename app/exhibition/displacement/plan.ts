import type { Choices } from './choices.ts'
import type { ComparedDataset, Outcome } from './compare.ts'
import type { DateStyle } from './dates.ts'
import type { Doubled, Gathered } from './gather.ts'
import type { Row, RowRefusal, UnknownPlace } from './rows.ts'
import type { Origin } from './unfold.ts'

export type FindingCode = RowRefusal | Doubled['how'] | 'joinedByChoice' | 'corrects'
/** What is remarked upon one row. `line` is another row, counted from 0, and `column` its column in a wide table. */
export type Finding = { code: FindingCode; detail?: string; line?: number; column?: number | null }
export type PlanLine = Origin & {
  /** What the row is about, as the file writes it. */
  name: string
  outcome: Outcome | 'leave'
  findings: Finding[]
}

export type Plan = {
  lines: PlanLine[]
  datasets: ComparedDataset[]
  /** What no p-code joins: in how many rows it is, and which governorate somebody said it is. */
  places: (UnknownPlace & { rows: number; pcode: string | null })[]
  style: DateStyle
  /** A wide table with more figures than are taken at once; then there is nothing else. */
  isTooWide: boolean
  choices: Choices
}

/** What becomes of each line of a file, and what is said about it. */
export function planLines(
  rows: readonly Row[],
  { doubled }: Gathered,
  datasets: readonly ComparedDataset[],
  originOf: (line: number) => Origin,
): PlanLine[] {
  const outcomes = new Map<number, { outcome: Outcome; before: string | null }>()
  for (const { rounds } of datasets)
    for (const { figures } of rounds)
      for (const { lines, outcome, before } of figures)
        for (const line of lines)
          outcomes.set(line, { outcome, before: outcome === 'update' ? numbersOf(before) : null })
  const repeated = new Map(doubled.map((double) => [double.line, double]))
  return rows.map((row) => {
    const known = outcomes.get(row.line)
    const line = { ...originOf(row.line), name: nameOf(row), outcome: known?.outcome ?? ('leave' as const) }
    const doubled = repeated.get(row.line)
    const other = doubled && { code: doubled.how, ...originOf(doubled.other) }
    return { ...line, findings: findingsOf(row, other, known?.before ?? null) }
  })
}

function numbersOf(figure: { individuals: number | null; households: number | null } | null): string {
  return [figure?.individuals, figure?.households].filter((value) => value != null).join(' / ')
}

function findingsOf(row: Row, doubled: Finding | undefined, before: string | null): Finding[] {
  const findings: Finding[] = []
  if ('refusal' in row) findings.push({ code: row.refusal, ...(row.detail && { detail: row.detail }) })
  else if (row.joined) findings.push({ code: 'joinedByChoice', detail: row.reading.pcode })
  if (doubled) findings.push(doubled)
  if (before) findings.push({ code: 'corrects', detail: before })
  return findings
}

function nameOf(row: Row): string {
  if ('reading' in row) {
    const { pcode, districtName, date, round } = row.reading
    return [pcode, districtName, date, round || '', numbersOf(row.reading)].filter(Boolean).join(' · ')
  }
  const filled = row.cells.map((cell) => cell.trim()).filter(Boolean)
  return filled.slice(0, 6).join(' · ').slice(0, 160)
}

/** The places that no p-code joins, each once, those that nobody has joined either first, then the most frequent. */
export function unknownPlaces(rows: readonly Row[]): Plan['places'] {
  const places = new Map<string, Plan['places'][number]>()
  for (const row of rows) {
    const place = 'refusal' in row ? row.place : row.joined
    if (!place || place.reason === 'placeMissing') continue
    const pcode = 'reading' in row ? row.reading.pcode : null
    const before = places.get(place.key)
    if (before) before.rows += 1
    else places.set(place.key, { ...place, pcode, rows: 1 })
  }
  const isJoined = ({ pcode }: Plan['places'][number]) => (pcode === null ? 0 : 1)
  return [...places.values()].sort((a, b) => isJoined(a) - isJoined(b) || b.rows - a.rows)
}
