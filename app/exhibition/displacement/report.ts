import { governorates } from '../governorates.ts'
import { type ComparedDataset, differingSums } from './compare.ts'
import type { DateOrder } from './dates.ts'
import type { Layout, Oddity as LayoutOddity } from './layout.ts'
import type { Plan, PlanLine } from './plan.ts'
import type { Population } from './rules.ts'
import { mostFigures } from './unfold.ts'

export type Oddity =
  | LayoutOddity
  | { code: 'dateOrderGuessed'; order: DateOrder }
  | { code: 'datesMixed' }
  | { code: 'dateGuessed'; date: string }
  | { code: 'operationGuessed'; operation: string }
  | { code: 'populationGuessed'; population: Population }
  | { code: 'roundTwice'; round: number; dates: string[] }
  | { code: 'dateTwice'; date: string; rounds: number[] }
  | { code: 'roundMended'; before: string; after: string }
  | { code: 'placesMissing'; rounds: number; places: number }
  | { code: 'summed'; figures: number }
  | { code: 'sumDiffers'; pcode: string; date: string; given: number; sum: number }
  | { code: 'untouched'; figures: number }
  | { code: 'tooManyFigures'; most: number }

export type ImportReport = {
  counts: { new: number; update: number; same: number; leave: number }
  datasets: { operation: string; population: Population; rounds: number; from: string; to: string }[]
  oddities: Oddity[]
  places: Plan['places']
  /** How many places no p-code joins; `places` has the first. */
  unknown: number
  lines: PlanLine[]
  /** How many lines have remarks; `lines` has the first. */
  remarked: number
}

const linesTold = 200
const placesTold = 60
/** Of one kind of oddity. */
const odditiesTold = 12

/** What is told of a plan and of the file's layout, before it is done and afterwards. */
export function reportOf(plan: Plan, layout: Pick<Layout, 'oddities' | 'population'>): ImportReport {
  const counts = { new: 0, update: 0, same: 0, leave: 0 }
  for (const { outcome } of plan.lines) counts[outcome] += 1
  const remarked = plan.lines.filter(({ findings }) => findings.length > 0)
  // What is left out or doubtful first: corrections may be many.
  const weight = ({ outcome }: PlanLine) => (outcome === 'leave' ? 0 : 1)
  return {
    counts,
    datasets: plan.datasets.filter(({ rounds }) => rounds.length).map(datasetOf),
    oddities: [
      ...layout.oddities.filter(({ code }) => code !== 'noDate' || !plan.choices.date),
      ...fileOddities(plan, layout.population !== null),
    ],
    places: plan.places.slice(0, placesTold),
    unknown: plan.places.length,
    lines: remarked
      .sort((a, b) => weight(a) - weight(b) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0))
      .slice(0, linesTold),
    remarked: remarked.length,
  }
}

function datasetOf({ operation, population, rounds }: ComparedDataset): ImportReport['datasets'][number] {
  const dates = rounds.map(({ date }) => date)
  return { operation, population, rounds: rounds.length, from: dates[0] ?? '', to: dates.at(-1) ?? '' }
}

function fileOddities({ style, choices, datasets, isTooWide }: Plan, saysPopulation: boolean): Oddity[] {
  if (isTooWide) return [{ code: 'tooManyFigures', most: mostFigures }]
  const rounds = datasets.flatMap((dataset) => dataset.rounds)
  const has = (field: string) => choices.mapping.some((mapped) => mapped === field)
  const isTaken = rounds.length > 0
  return [
    ...(style.isGuess && !choices.order && style.order !== 'mixed'
      ? [{ code: 'dateOrderGuessed' as const, order: style.order }]
      : []),
    ...(isTaken && choices.date ? [{ code: 'dateGuessed' as const, date: choices.date }] : []),
    ...(style.order === 'mixed' && !choices.order ? [{ code: 'datesMixed' as const }] : []),
    ...(isTaken && !has('operation')
      ? [{ code: 'operationGuessed' as const, operation: choices.operation }]
      : []),
    ...(isTaken && !saysPopulation && !has('population')
      ? [{ code: 'populationGuessed' as const, population: choices.population }]
      : []),
    ...datasets.flatMap(twiceIn),
    ...rounds.flatMap(mendedIn).slice(0, odditiesTold),
    ...missingIn(rounds),
    ...countedIn(rounds),
    ...rounds
      .flatMap((round) =>
        differingSums(round).map((sums) => ({ code: 'sumDiffers' as const, date: round.date, ...sums })),
      )
      .slice(0, odditiesTold),
  ]
}

type Rounds = ComparedDataset['rounds']

/** A number given to two dates, and a date given to two numbers: both may be right, and both are taken. */
function twiceIn({ rounds }: ComparedDataset): Oddity[] {
  const numbered = rounds.filter(({ round }) => round > 0)
  const byNumber = [...Map.groupBy(numbered, ({ round }) => round)].filter(([, same]) => same.length > 1)
  const byDate = [...Map.groupBy(rounds, ({ date }) => date)].filter(([, same]) => same.length > 1)
  return [
    ...byNumber.map(([round, same]) => ({
      code: 'roundTwice' as const,
      round,
      dates: same.map(({ date }) => date),
    })),
    ...byDate.map(([date, same]) => ({
      code: 'dateTwice' as const,
      date,
      rounds: same.map(({ round }) => round),
    })),
  ].slice(0, odditiesTold)
}

function mendedIn({ before, round, date }: Rounds[number]): Oddity[] {
  const said = (given: { round: number; date: string }) =>
    [given.round || '', given.date].filter(Boolean).join(' · ')
  return before ? [{ code: 'roundMended', before: said(before), after: said({ round, date }) }] : []
}

/** Rounds that do not speak of every governorate: their totals are of fewer. */
function missingIn(rounds: Rounds): Oddity[] {
  const short = rounds.flatMap(({ figures, untouched }) => {
    const places = new Set(figures.map(({ pcode }) => pcode)).size
    return untouched === 0 && places < governorates.length ? [places] : []
  })
  return short.length ? [{ code: 'placesMissing', rounds: short.length, places: Math.min(...short) }] : []
}

function countedIn(rounds: Rounds): Oddity[] {
  const summed = rounds.reduce((n, { figures }) => n + figures.filter(({ isSum }) => isSum).length, 0)
  const untouched = rounds.reduce((n, round) => n + round.untouched, 0)
  return [
    ...(summed ? [{ code: 'summed' as const, figures: summed }] : []),
    ...(untouched ? [{ code: 'untouched' as const, figures: untouched }] : []),
  ]
}
