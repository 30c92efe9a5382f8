import type { Oddity } from './header.ts'
import type { Plan, PlannedLine } from './plan.ts'

export type ImportReport = {
  /** Lines that made a new person or organisation, changed one, found it as it is, or were left out. */
  counts: { new: number; update: number; same: number; leave: number }
  persons: number
  institutions: number
  /** Organisations made because lines named them. */
  organisations: number
  oddities: Oddity[]
  /** Lines left out or remarked upon, the first of them. */
  lines: PlannedLine[]
  /** How many such lines there were in all. */
  remarked: number
}

const linesKept = 1000

export function reportOf({ lines, books }: Plan, oddities: Oddity[]): ImportReport {
  const remarked = lines.filter((line) => line.findings.length > 0 || line.outcome === 'leave')
  const taken = lines.filter((line) => line.outcome !== 'leave')
  const named = [...books.organisations.all.values()].filter(
    ({ state, line }) => state === 'new' && line === null,
  )
  const counted = Object.groupBy(lines, (line) => line.outcome)
  return {
    counts: {
      new: counted.new?.length ?? 0,
      update: counted.update?.length ?? 0,
      same: counted.same?.length ?? 0,
      leave: counted.leave?.length ?? 0,
    },
    persons: taken.filter((line) => line.kind === 'person').length,
    institutions: taken.filter((line) => line.kind === 'institution').length,
    organisations: named.length,
    oddities,
    lines: remarked.slice(0, linesKept),
    remarked: remarked.length,
  }
}
