import { type Localized, languages, localize } from '../../../i18n/languages.ts'
import type { Pause } from '../../../uploads/pause.server.ts'
import type { Finding, Note, PlanLine, SheetPlan } from '../../sheets/plan.ts'
import { type ResultContent, refuseResult } from '../rules.ts'
import {
  type Draft,
  type DraftIndicator,
  type DraftProgramme,
  draftBook,
  type Named,
  resultKey,
} from './drafts.ts'
import type { KnownProgramme, KnownResult } from './known.server.ts'
import type { Row, RowReading } from './rows.ts'

/** One result that a sheet gives; `before` is the one we have. */
export type PlannedResult = Named & {
  content: Omit<ResultContent, 'phaseId'>
  before: KnownResult | null
  outcome: 'new' | 'update' | 'same'
  /** Whether the result itself is another, and not just the name of what it belongs to. */
  isWritten: boolean
}
export type ProgrammePlan = SheetPlan & { programmes: DraftProgramme[]; results: PlannedResult[] }

/** `rival`: a row that gives another result for the same indicator, phase and place. */
type Entry = { named: Named; row: RowReading; line: number; rival: number | null }
type Told = PlanLine & { entry: Entry | null }
type Given = {
  rows: readonly Row[]
  known: readonly KnownProgramme[]
  /** Of which programme rows are that name none. */
  fallbackId: string | null
}

/** What taking the rows of a sheet would change. Other work of the thread may pass at each `pause`. */
export async function planResults({ rows, known, fallbackId }: Given, pause: Pause): Promise<ProgrammePlan> {
  const book = draftBook(known)
  const read = entryReader((row) => book.resolve(row, fallbackId))
  const lines: Told[] = []
  for (const row of rows) {
    lines.push(read(row))
    await pause()
  }
  const results: PlannedResult[] = []
  const planned: PlanLine[] = []
  for (const { entry, ...line } of lines) {
    planned.push(entry ? settle(line, entry, results) : line)
    await pause()
  }
  const programmes = book.programmes().filter(({ isUsed }) => isUsed)
  return { lines: planned, notes: additions(programmes), programmes, results }
}

/** Reads rows into entries, one for each indicator, phase and place. */
function entryReader(resolve: (row: RowReading) => Named | null) {
  const entries = new Map<DraftIndicator, Map<string, Entry>>()
  return (row: Row): Told => {
    const left = (...findings: Finding[]) => ({ ...told(row, 'leave', findings), entry: null })
    if ('refusal' in row) return left({ code: row.refusal, ...(row.detail && { detail: row.detail }) })
    const named = resolve(row.reading)
    if (!named) return left({ code: 'programmeMissing' })
    const { programme, phase, indicator, otherwise } = named
    const its = entries.get(indicator) ?? new Map<string, Entry>()
    entries.set(indicator, its)
    const key = resultKey(phase, row.reading.pcode, programme.phases)
    const before = its.get(key)
    if (before) {
      const isAgain = JSON.stringify(before.row) === JSON.stringify(row.reading)
      if (!isAgain) before.rival ??= row.line
      return left({ code: isAgain ? 'double' : 'contradicts', line: before.line })
    }
    const entry = { named, row: row.reading, line: row.line, rival: null }
    its.set(key, entry)
    return { ...told(row, 'new', otherwise ? [{ code: 'saysOtherwise', detail: otherwise }] : []), entry }
  }
}

function told({ line, name }: Row, outcome: PlanLine['outcome'], findings: Finding[]): PlanLine {
  return { line, name, outcome, findings }
}

/** What becomes of a row once all are read: others may contradict it. */
function settle(line: PlanLine, { named, row, rival }: Entry, results: PlannedResult[]): PlanLine {
  const left = (finding: Finding): PlanLine => ({
    ...{ ...line, outcome: 'leave', findings: [...line.findings, finding] },
  })
  if (rival !== null) return left({ code: 'contradicts', line: rival })
  const { programme, phase, component, indicator } = named
  const before = indicator.results.get(resultKey(phase, row.pcode, programme.phases)) ?? null
  const content = contentOf(row, before)
  const refusal = refuseResult(content)
  if (refusal === 'tooManyInGroups') return left({ code: refusal })
  const touched = [programme, phase, component, indicator].filter((one) => one !== null)
  for (const one of touched) one.isUsed = true
  const isRenamed = touched.some(({ isChanged }) => isChanged)
  const isWritten = before === null || !isSame(before, content)
  const outcome = before === null ? 'new' : isRenamed || isWritten ? 'update' : 'same'
  results.push({ ...named, content, before, outcome, isWritten })
  const corrects =
    before && before.value !== content.value
      ? [{ code: 'corrects' as const, detail: String(before.value) }]
      : []
  return { ...line, outcome, findings: [...line.findings, ...corrects] }
}

/** A cell that is empty takes nothing away. */
function contentOf(row: RowReading, before: KnownResult | null): Omit<ResultContent, 'phaseId'> {
  const saysOther = languages.some((language) => {
    const text = row.source[language]
    return text !== undefined && text !== before?.source[language]
  })
  return {
    ...{ pcode: row.pcode, value: row.value, asOf: row.asOf },
    qualifier: row.qualifier ?? before?.qualifier ?? 'exactly',
    target: row.target ?? before?.target ?? null,
    groups: { ...before?.groups, ...row.groups },
    // Another source takes the place of the earlier one in every language.
    source: before && !saysOther ? before.source : row.source,
    sourceUrl: row.sourceUrl ?? (saysOther ? null : (before?.sourceUrl ?? null)),
  }
}

function isSame(before: KnownResult, content: Omit<ResultContent, 'phaseId'>): boolean {
  const sorted = (of: object) => JSON.stringify(Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return (
    before.value === content.value &&
    before.qualifier === content.qualifier &&
    before.target === content.target &&
    before.asOf === content.asOf &&
    before.sourceUrl === content.sourceUrl &&
    sorted(before.source) === sorted(content.source) &&
    sorted(before.groups) === sorted(content.groups)
  )
}

const namesTold = 12

function additions(programmes: readonly DraftProgramme[]): Note[] {
  const isNew = ({ id, isUsed }: Draft) => id === null && isUsed
  const note = (what: Extract<Note, { code: 'adds' }>['what'], drafts: readonly Draft[]): Note[] => {
    const added = drafts.filter(isNew)
    const names = added.slice(0, namesTold).map(({ name }) => anyText(name))
    return added.length ? [{ code: 'adds', what, names, count: added.length }] : []
  }
  return [
    ...note('programme', programmes),
    ...note(
      'phase',
      programmes.flatMap(({ phases }) => phases),
    ),
    ...note(
      'component',
      programmes.flatMap(({ components }) => components),
    ),
    ...note(
      'indicator',
      programmes.flatMap(({ indicators }) => indicators),
    ),
  ]
}

function anyText(text: Localized): string {
  return localize(text, 'en')
}
