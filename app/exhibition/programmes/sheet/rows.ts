import { fold } from '../../../directory/fold.ts'
import { type Language, type Localized, languages } from '../../../i18n/languages.ts'
import { translator } from '../../../i18n/translator.ts'
import { type DateOrder, dateStyle } from '../../displacement/dates.ts'
import { type FigureQualifier, figureQualifiers, saysNothing } from '../../rules.ts'
import { type Read, readAddress, readDay, readNumber, readPlaceCell, readText } from '../../sheets/cells.ts'
import type { Reading as SheetReading } from '../../sheets/kind.ts'
import { columnsOf, isNoRow } from '../../sheets/layout.ts'
import type { FindingCode } from '../../sheets/plan.ts'
import { type GroupCounts, groups } from '../groups.ts'
import { type TextColumn, textColumns } from './columns.ts'

/** What a row says of one indicator in one phase and place; what it leaves open is null or empty. */
export type RowReading = Record<TextColumn, Localized> & {
  programmeCode: string
  indicatorCode: string
  pcode: string | null
  value: number
  qualifier: FigureQualifier | null
  target: number | null
  groups: GroupCounts
  asOf: string
  sourceUrl: string | null
}

export type Row = { line: number; name: string } & (
  | { reading: RowReading }
  | { refusal: FindingCode; detail: string }
)

const longestCode = 30

/** Stops the reading of a row at the first cell that cannot be read; never leaves this file. */
class Unreadable extends Error {
  readonly code: FindingCode
  readonly detail: string
  constructor(code: FindingCode, detail: string) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

function must<Value>(read: Read<Value>): Value {
  if (read.ok) return read.value
  throw new Unreadable(read.reason, read.detail)
}

/** Reads rows one by one. `today` is the latest date that anything can be of. */
export function rowReader(
  { lines, headerLine, mapping }: Pick<SheetReading, 'lines' | 'headerLine' | 'mapping'>,
  today: string,
) {
  const columns = columnsOf(mapping)
  const first = (headerLine ?? -1) + 1
  const order = dateOrder(lines, columns.get('asOf'), first)

  /** The row of a line; null when it is above the first, empty, or the headings again. */
  function read(line: number): Row | null {
    const cells = lines[line] ?? []
    if (line < first || isNoRow(cells, lines[headerLine ?? -1])) return null
    const of = (field: string) => cells[columns.get(field) ?? -1] ?? ''
    try {
      const reading = readRow(of, order, today)
      return { line, name: nameOf(reading), reading }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      return { line, name: cellsOf(cells), refusal: error.code, detail: error.detail }
    }
  }
  return { read, first }
}

type Cells = (field: string) => string

function readRow(of: Cells, order: DateOrder | 'mixed', today: string): RowReading {
  const texts = Object.fromEntries(
    Object.entries(textColumns).map(([base, longest]) => [base, textsIn(of, base, longest)]),
  ) as Record<TextColumn, Localized>
  const indicatorCode = must(readText(of('indicatorCode'), longestCode))
  if (saysNothing(texts.indicator) && !indicatorCode) throw new Unreadable('indicatorMissing', '')
  const value = must(readNumber(of('value')))
  if (value === null) throw new Unreadable('numberMissing', '')
  if (saysNothing(texts.source)) throw new Unreadable('sourceMissing', '')
  return {
    ...texts,
    ...{ indicatorCode, value },
    programmeCode: must(readText(of('programmeCode'), longestCode)),
    pcode: must(readPlaceCell(of('place'))),
    qualifier: exactnessIn(of('exactness')),
    target: must(readNumber(of('target'))),
    groups: groupsIn(of),
    asOf: must(readDay(of('asOf'), order, today)),
    sourceUrl: must(readAddress(of('sourceUrl'))),
  }
}

function textsIn(of: Cells, base: string, longest: number): Localized {
  const texts: Localized = {}
  for (const language of languages) {
    const text = must(readText(of(`${base}.${language}`), longest))
    if (text) texts[language] = text
  }
  return texts
}

function groupsIn(of: Cells): GroupCounts {
  const counts: GroupCounts = {}
  for (const group of groups) {
    const count = must(readNumber(of(group)))
    if (count === null) continue
    if (!Number.isInteger(count)) throw new Unreadable('numberUnreadable', of(group))
    counts[group] = count
  }
  return counts
}

const exactnesses = new Map<string, FigureQualifier>()
for (const qualifier of figureQualifiers) {
  exactnesses.set(fold(qualifier), qualifier)
  for (const language of languages) exactnesses.set(fold(exactnessLabel(qualifier, language)), qualifier)
}

/** How exact a number is, in words. */
export function exactnessLabel(qualifier: FigureQualifier, language: Language): string {
  return translator(language)(`exhibition:qualifier.${qualifier}`)
}

function exactnessIn(cell: string): FigureQualifier | null {
  if (!cell.trim()) return null
  const found = exactnesses.get(fold(cell))
  if (!found) throw new Unreadable('exactnessUnknown', cell.slice(0, 60))
  return found
}

function dateOrder(lines: readonly string[][], column: number | undefined, first: number) {
  if (column === undefined) return 'dmy'
  const distinct = new Set<string>()
  for (let line = first; line < lines.length; line++) distinct.add(lines[line]?.[column] ?? '')
  return dateStyle([...distinct]).order
}

function nameOf({ indicatorCode, indicator, phase, pcode, value, asOf }: RowReading): string {
  const text = (of: Localized) => languages.map((language) => of[language]).find(Boolean)
  return [indicatorCode, text(indicator), text(phase), pcode, value, asOf].filter(Boolean).join(' · ')
}

function cellsOf(cells: readonly string[]): string {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean)
  return filled.slice(0, 6).join(' · ').slice(0, 160)
}
