import { fold } from '../../directory/fold.ts'
import { westernDigits } from '../../i18n/digits.ts'
import { type Choices, longestOperation } from './choices.ts'
import {
  type DateRead,
  type DateRefusal,
  type DateStyle,
  dateFromParts,
  dateStyle,
  readDate,
} from './dates.ts'
import { type Field, isTag, readPopulation } from './headings.ts'
import { type NumberRefusal, readCount } from './numbers.ts'
import { isWholeCountry, type PlaceRead, type PlaceRefusal, readPlace, saysTotal } from './places.ts'
import type { Population } from './rules.ts'

export type RowRefusal =
  | PlaceRefusal
  | NumberRefusal
  | DateRefusal
  | 'total'
  | 'dateMissing'
  | 'dateContradicts'
  | 'numberMissing'

/** What a row says of one place in one round. */
export type Reading = {
  operation: string
  population: Population
  date: string
  /** 0: the row names none. */
  round: number
  pcode: string
  /** Empty for the governorate as a whole. */
  districtKey: string
  districtCode: string
  districtName: string
  individuals: number | null
  households: number | null
  /** What tells this row from others of the same place and round, whose numbers are parts of one. */
  breakdown: string
}

/** A place that could not be joined, as the file writes it. */
export type UnknownPlace = {
  key: string
  code: string
  name: string
  reason: PlaceRefusal
  suggestion: string | null
}

export type Row = {
  line: number
  cells: readonly string[]
} /** `joined`: the place that only somebody's choice joins. */ & (
  | { reading: Reading; joined: UnknownPlace | null }
  | { refusal: RowRefusal; detail: string; place?: UnknownPlace }
)

type Cells = (field: Field) => string

/** Reads rows one by one; what a column has in common (its order of day and month) is known beforehand. */
export function rowReader(lines: readonly (readonly string[])[], choices: Choices, today: string) {
  const columns = new Map<Field, number>()
  const breakdowns: number[] = []
  for (const [column, field] of choices.mapping.entries()) {
    if (field === 'breakdown') breakdowns.push(column)
    else if (field && !columns.has(field)) columns.set(field, column)
  }
  const first = (choices.headerLine ?? -1) + 1
  const style = styleOf(lines, columns, first)
  const order = choices.order ?? style.order
  const dateOf = remembered((cell) => readDate(cell, order, today))
  const placeOf = remembered((joined) => {
    const [code = '', districtCode = '', name = ''] = joined.split('\n')
    return readPlace({ code, districtCode, name })
  })

  /** The row of a line; null when it is above the first, empty, or headings or tags again. */
  function read(line: number): Row | null {
    const cells = lines[line] ?? []
    if (line < first || isNoRow(cells, lines[choices.headerLine ?? -1])) return null
    const of: Cells = (field) => cells[columns.get(field) ?? -1]?.trim() ?? ''
    const breakdown = breakdowns.map((column) => fold(cells[column] ?? '')).join('|')
    const refused = (refusal: RowRefusal, detail = '', place?: UnknownPlace): Row => ({
      ...{ line, cells, refusal, detail: detail.slice(0, 100) },
      ...(place && { place }),
    })
    const total = [of('admin1Name'), of('admin1Code'), of('admin2Name'), cells[0] ?? ''].find(saysTotal)
    if (
      total ||
      isWholeCountry(of('admin1Name')) ||
      breakdowns.some((column) => saysTotal(cells[column] ?? ''))
    )
      return refused('total', total)
    const place = whereIs(of, placeOf, choices)
    if (place.pcode === null)
      return refused(place.unknown.reason, place.unknown.code || place.unknown.name, place.unknown)
    const date = whenIs(of, dateOf, { today, otherwise: choices.date })
    if (!date.ok) return refused(date.reason, date.detail)
    const counted = countOf(of)
    if (!counted.ok) return refused(counted.reason, counted.detail)
    const { pcode, unknown } = place
    const reading = {
      ...whatIs(of, choices),
      ...districtIn(of),
      ...counted.counts,
      pcode,
      date: date.date,
      breakdown,
    }
    return { line, cells, reading, joined: unknown }
  }
  return { read, style, first }
}

/** Columns repeat themselves: some dozens of dates and places stand in thousands of rows. */
function remembered<Result>(read: (cell: string) => Result): (cell: string) => Result {
  const known = new Map<string, Result>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const result = read(cell)
    known.set(cell, result)
    return result
  }
}

function styleOf(
  lines: readonly (readonly string[])[],
  columns: ReadonlyMap<Field, number>,
  first: number,
): DateStyle {
  const [date, month] = [columns.get('date'), columns.get('month')]
  if (date === undefined) return { order: 'dmy', isGuess: false }
  const pairs = new Set<string>()
  for (let line = first; line < lines.length; line++)
    pairs.add(`${lines[line]?.[date] ?? ''}\n${month === undefined ? '' : (lines[line]?.[month] ?? '')}`)
  const split = [...pairs].map((pair) => pair.split('\n'))
  return dateStyle(
    split.map(([cell = '']) => cell),
    split.map(([, cell = '']) => cell),
  )
}

function isNoRow(cells: readonly string[], header: readonly string[] | undefined): boolean {
  const filled = cells.filter((cell) => cell.trim())
  if (!filled.length || filled.every(isTag)) return true
  return header !== undefined && cells.every((cell, column) => cell.trim() === (header[column] ?? '').trim())
}

/** By which a person's answer for one row of a place serves for all of them. */
function placeKey(code: string, name: string): string {
  return `${code.toUpperCase()}|${fold(name)}`.slice(0, 200)
}

type Where = { pcode: string; unknown: UnknownPlace | null } | { pcode: null; unknown: UnknownPlace }

function whereIs(of: Cells, placeOf: (joined: string) => PlaceRead, choices: Choices): Where {
  const [code, name] = [of('admin1Code'), of('admin1Name')]
  const read = placeOf(`${code}\n${of('admin2Code')}\n${name}`)
  if (read.ok) return { pcode: read.pcode, unknown: null }
  const key = placeKey(code, name)
  const shown = { code: code.slice(0, 60), name: name.slice(0, 60) }
  const unknown = { key, ...shown, reason: read.reason, suggestion: read.suggestion }
  return { pcode: choices.places[key] ?? null, unknown }
}

type When = { ok: true; date: string } | { ok: false; reason: RowRefusal; detail: string }

type Dating = { today: string; otherwise: string }

function whenIs(of: Cells, dateOf: (cell: string) => DateRead, { today, otherwise }: Dating): When {
  const [cell, year, month] = [of('date'), of('year'), of('month')]
  const parts = year ? dateFromParts(year, month, today) : ({ ok: true, date: null } as const)
  const read = dateOf(cell)
  if (!read.ok) return { ...read, detail: cell }
  if (!parts.ok) return { ...parts, detail: `${year} ${month}` }
  const date = read.date ?? parts.date
  if (date === null && otherwise)
    return whenIs((field) => (field === 'date' ? otherwise : ''), dateOf, { today, otherwise: '' })
  if (date === null) return { ok: false, reason: 'dateMissing', detail: '' }
  const [longer, shorter] =
    (parts.date ?? '').length > date.length ? [parts.date ?? '', date] : [date, parts.date ?? '']
  if (!longer.startsWith(shorter))
    return { ok: false, reason: 'dateContradicts', detail: `${cell} – ${year} ${month}` }
  return { ok: true, date: longer }
}

type Counts = Pick<Reading, 'individuals' | 'households'>
type Counted = { ok: true; counts: Counts } | { ok: false; reason: RowRefusal; detail: string }

function countOf(of: Cells): Counted {
  const counts: Counts = { individuals: null, households: null }
  for (const field of ['individuals', 'households'] as const) {
    const read = readCount(of(field))
    if (!read.ok) return { ok: false, reason: read.reason, detail: of(field) }
    counts[field] = read.value
  }
  const isEmpty = counts.individuals === null && counts.households === null
  return isEmpty ? { ok: false, reason: 'numberMissing', detail: '' } : { ok: true, counts }
}

function whatIs(of: Cells, choices: Choices) {
  const operation = of('operation').replace(/\s+/g, ' ').slice(0, longestOperation).toWellFormed()
  const [, round = '0'] = /(\d{1,4})(?!\d)/.exec(westernDigits(of('round'))) ?? []
  return {
    operation: operation || choices.operation,
    population: readPopulation(of('population')) ?? choices.population,
    round: Number(round) || choices.round,
  }
}

function districtIn(of: Cells) {
  const code = of('admin2Code').slice(0, 40)
  const name = of('admin2Name').slice(0, 120).toWellFormed()
  return { districtCode: code, districtName: name, districtKey: code.toUpperCase() || fold(name) }
}
