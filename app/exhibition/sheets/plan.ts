import type { Sector } from '../sectors.ts'
import type { ColumnOddity, SheetLayout } from './layout.ts'

export type Outcome = 'new' | 'update' | 'same' | 'leave'

/** What may be remarked upon one row. */
export type FindingCode =
  | CellRefusal
  | 'programmeMissing'
  | 'indicatorMissing'
  | 'sourceMissing'
  | 'tooManyInGroups'
  | 'double'
  | 'contradicts'
  | 'saysOtherwise'
  | 'corrects'
  | 'nothingSaid'
  | 'agencyMissing'
  | 'programmeUnknown'

/** Why a cell cannot be read. */
export type CellRefusal =
  | 'formula'
  | 'tooLong'
  | 'placeUnknown'
  | 'placeMissing'
  | 'codeUnknown'
  | 'codeOldScheme'
  | 'numberUnreadable'
  | 'numberNegative'
  | 'numberAbsurd'
  | 'numberMissing'
  | 'exactnessUnknown'
  | 'dateUnreadable'
  | 'dateAbsurd'
  | 'dateAmbiguous'
  | 'dateMissing'
  | 'addressUnreadable'

/** `line` is another row, counted from 0. */
export type Finding = { code: FindingCode; detail?: string; line?: number }
export type PlanLine = {
  line: number
  /** What the row is about, as the file writes it. */
  name: string
  outcome: Outcome
  findings: Finding[]
}

/** Something about the whole file: what it brings, and what a person should look at. */
export type Note =
  | { code: 'adds'; what: 'programme' | 'phase' | 'component' | 'indicator'; names: string[]; count: number }
  | { code: 'list'; name: string; agencies: number; places: number }
  | { code: 'gone'; count: number }
  | { code: 'alike'; count: number }
  | { code: 'spellings'; name: string; others: string[] }
  | { code: 'codeSaysOther'; name: string; given: string; place: string; said: string; count: number }
  | { code: 'category'; key: string; name: string; sector: Sector | null; count: number }

export type SheetPlan = { lines: PlanLine[]; notes: Note[] }

export type SheetReport = {
  counts: Record<Outcome, number>
  oddities: ColumnOddity[]
  notes: Note[]
  lines: PlanLine[]
  /** How many lines have remarks; `lines` has the first. */
  remarked: number
}

const linesTold = 200

/** What is told of a plan and of the file's columns, before it is done and afterwards. */
export function reportOf(
  { lines, notes }: SheetPlan,
  { oddities }: Pick<SheetLayout, 'oddities'>,
): SheetReport {
  const counts = { new: 0, update: 0, same: 0, leave: 0 }
  for (const { outcome } of lines) counts[outcome] += 1
  const remarked = lines.filter(({ findings }) => findings.length > 0)
  // What is left out first: corrections may be many.
  const weight = ({ outcome }: PlanLine) => (outcome === 'leave' ? 0 : 1)
  return {
    ...{ counts, oddities, notes },
    lines: remarked.toSorted((a, b) => weight(a) - weight(b) || a.line - b.line).slice(0, linesTold),
    remarked: remarked.length,
  }
}
