import { fold } from '../../directory/fold.ts'
import type { Pause } from '../../uploads/pause.server.ts'
import type { Finding, Note, PlanLine, SheetPlan } from '../sheets/plan.ts'
import type { ActivityChoices } from './choices.ts'
import type { Activity, OtherCode, Row } from './rows.ts'

export type ActivityPlan = SheetPlan & {
  /** What the list will hold, in its order. */
  activities: Activity[]
  /** Whether that is something else than it holds now. */
  isChanged: boolean
}

type Given = {
  rows: readonly Row[]
  /** What the list of that name holds now. */
  known: readonly Activity[]
  choices: ActivityChoices
}

/**
 * What taking the rows would change. The list is replaced as a whole: rows that say what it says already are the same,
 * what it has besides goes. Rows alike are so many activities, for lists leave out what tells them apart.
 */
export async function planActivities({ rows, known, choices }: Given, pause: Pause): Promise<ActivityPlan> {
  const left = Map.groupBy(known, keyOf)
  const lines: PlanLine[] = []
  const activities: Activity[] = []
  for (const row of rows) {
    lines.push(lineOf(row, left))
    if ('activity' in row) activities.push(row.activity)
    await pause()
  }
  const gone = [...left.values()].reduce((sum, some) => sum + some.length, 0)
  return {
    ...{ lines, activities },
    isChanged: gone > 0 || lines.some(({ outcome }) => outcome === 'new' || outcome === 'update'),
    notes: [
      ...(activities.length ? [sizeOf(activities, choices)] : []),
      ...(gone ? [{ code: 'gone' as const, count: gone }] : []),
      ...alikeIn(activities),
      ...spellingsIn(activities),
      ...otherCodesIn(rows),
      ...categoriesIn(activities),
    ],
  }
}

function keyOf({ agency, activity, category, pcode, district, programmeId }: Activity): string {
  return JSON.stringify([agency, activity, category, pcode, district, programmeId])
}

function lineOf(row: Row, left: Map<string, Activity[]>): PlanLine {
  const { line, name } = row
  if ('refusal' in row) {
    const finding = { code: row.refusal, ...(row.detail && { detail: row.detail }) }
    return { line, name, outcome: 'leave', findings: [finding] }
  }
  const findings: Finding[] = row.remark ? [{ code: row.remark }] : []
  const before = left.get(keyOf(row.activity))?.pop()
  if (!before) return { line, name, outcome: 'new', findings }
  const isSame = before.agencyKey === row.activity.agencyKey && before.sector === row.activity.sector
  return { line, name, outcome: isSame ? 'same' : 'update', findings }
}

function sizeOf(activities: readonly Activity[], { name }: ActivityChoices): Note {
  const agencies = new Set(activities.flatMap(({ agencyKey }) => agencyKey || []))
  const places = new Set(activities.map(({ pcode }) => pcode))
  return { code: 'list', name, agencies: agencies.size, places: places.size }
}

function alikeIn(activities: readonly Activity[]): Note[] {
  const count = activities.length - new Set(activities.map(keyOf)).size
  return count ? [{ code: 'alike', count }] : []
}

/** Of one kind of note. */
const told = 20

/** Agencies that the list writes in several ways, the most frequent first. */
function spellingsIn(activities: readonly Activity[]): Note[] {
  const byAgency = Map.groupBy(
    activities.filter(({ agencyKey }) => agencyKey),
    ({ agencyKey }) => agencyKey,
  )
  return [...byAgency.values()]
    .flatMap((some): Note[] => {
      const [name = '', ...others] = spellings(some)
      return others.length ? [{ code: 'spellings', name, others }] : []
    })
    .slice(0, told)
}

function spellings(activities: readonly Activity[]): string[] {
  const counted = Map.groupBy(activities, ({ agency }) => agency)
  return [...counted].toSorted(([, a], [, b]) => b.length - a.length).map(([agency]) => agency)
}

function otherCodesIn(rows: readonly Row[]): Note[] {
  const others = rows.flatMap((row) => ('activity' in row && row.otherCode ? [row.otherCode] : []))
  const keyed = (other: OtherCode) => `${fold(other.name)}\n${other.given}`
  return [...Map.groupBy(others, keyed).values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((some): Note[] => (some[0] ? [{ code: 'codeSaysOther', ...some[0], count: some.length }] : []))
    .slice(0, told)
}

/** All the list's own fields of work, for each can be taken for another sector; the most frequent first. */
function categoriesIn(activities: readonly Activity[]): Note[] {
  const named = activities.filter(({ category }) => category)
  return [...Map.groupBy(named, ({ category }) => fold(category))]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([key, some]): Note[] =>
      some[0]
        ? [{ code: 'category', key, name: some[0].category, sector: some[0].sector, count: some.length }]
        : [],
    )
}
