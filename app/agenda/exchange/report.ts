import type { Localized } from '../../i18n/languages.ts'
import type { Field } from './facts.ts'
import { type Outcome, type Plan, type PlannedItem, titleOf } from './plan.ts'
import type { LeftOut, Note, ReadSchedule, Remark } from './reading.ts'

export type ReportLine = {
  title: Localized
  startsAt: number
  endsAt: number
  room: string
  outcome: Outcome
  changed: Field[]
  remarks: Remark[]
}

/** What an import did, or would do. */
export type ImportReport = {
  counts: Record<Outcome | 'removed' | 'leftOut', number>
  rooms: number
  tracks: number
  notes: Note[]
  /** Items that something is remarked upon, the first of them. */
  lines: ReportLine[]
  /** How many such items there are in all. */
  remarked: number
  leftOut: LeftOut[]
}

const kept = 1000

export function reportOf(plan: Plan, schedule: ReadSchedule, removed: number): ImportReport {
  const count = (outcome: Outcome) => plan.items.filter((item) => item.outcome === outcome).length
  const remarked = plan.items.filter(({ remarks }) => remarks.length > 0)
  return {
    counts: {
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      removed,
      leftOut: schedule.leftOut.length,
    },
    rooms: plan.rooms.toMake.size,
    tracks: plan.tracks.toMake.size,
    notes: schedule.notes,
    lines: remarked.slice(0, kept).map(lineOf),
    remarked: remarked.length,
    leftOut: schedule.leftOut.slice(0, kept),
  }
}

export function lineOf(planned: PlannedItem): ReportLine {
  const { item, outcome, changed, remarks } = planned
  const { startsAt, endsAt, room } = item
  return { title: titleOf(planned), startsAt, endsAt, room, outcome, changed, remarks }
}
