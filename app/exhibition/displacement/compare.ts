import {
  added,
  figureKey,
  type Gathered,
  type GatheredDataset,
  type GatheredFigure,
  summed,
} from './gather.ts'
import { type DatedRound, type KnownRound, matchRounds, mendedRound } from './match-rounds.ts'
import type { Population } from './rules.ts'

export type KnownFigure = Omit<GatheredFigure, 'lines'>
export type KnownDataset = {
  id: string
  operationKey: string
  population: Population
  rounds: KnownRound[]
}
export type Outcome = 'new' | 'update' | 'same'
export type ComparedFigure = GatheredFigure & { outcome: Outcome; before: KnownFigure | null }
export type ComparedRound = DatedRound & {
  id: string | null
  /** Its number and date until now, where the file mends them. */
  before: DatedRound | null
  figures: ComparedFigure[]
  /** How many figures of ours the file does not have; they stay. */
  untouched: number
}
export type ComparedDataset = Pick<GatheredDataset, 'operation' | 'operationKey' | 'population'> & {
  id: string | null
  rounds: ComparedRound[]
}

type Pause = () => Promise<void> | undefined
/** The figures that these rounds have so far, by `figureKey`. */
export type FiguresOf = (roundIds: string[]) => Promise<Map<string, Map<string, KnownFigure>>>

/** What taking a file would change: each of its figures is new, another than the one we have, or the same. */
export async function compare(
  { datasets }: Gathered,
  known: readonly KnownDataset[],
  figuresOf: FiguresOf,
  pause: Pause,
): Promise<ComparedDataset[]> {
  const compared: ComparedDataset[] = []
  for (const { operation, operationKey, population, rounds } of datasets.values()) {
    const ours = known.find((it) => it.operationKey === operationKey && it.population === population)
    const given = [...rounds.values()].sort((a, b) => order(a, b))
    const matched = matchRounds(given, ours?.rounds ?? [])
    const dataset = {
      id: ours?.id ?? null,
      operation,
      operationKey,
      population,
      rounds: [] as ComparedRound[],
    }
    for (let at = 0; at < given.length; at += roundsAtOnce) {
      const some = given.slice(at, at + roundsAtOnce)
      const figures = await figuresOf(some.flatMap((round) => matched.get(round)?.id ?? []))
      for (const round of some) {
        const mine = matched.get(round) ?? null
        const before = mine
          ? (figures.get(mine.id) ?? new Map<string, KnownFigure>())
          : new Map<string, KnownFigure>()
        dataset.rounds.push({ ...headOf(round, mine), ...compareFigures(round.figures, before) })
        await pause()
      }
    }
    compared.push(dataset)
  }
  return compared
}

const roundsAtOnce = 8

function order(a: DatedRound, b: DatedRound): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.round - b.round
}

function headOf(given: DatedRound, mine: KnownRound | null) {
  const mended = mendedRound(given, mine)
  const isMended = mine !== null && (mended.round !== mine.round || mended.date !== mine.date)
  return { ...mended, id: mine?.id ?? null, before: isMended ? { round: mine.round, date: mine.date } : null }
}

function compareFigures(given: ReadonlyMap<string, GatheredFigure>, known: ReadonlyMap<string, KnownFigure>) {
  const figures: ComparedFigure[] = []
  for (const [key, figure] of given) {
    const before = known.get(key) ?? null
    // What a source says of a governorate counts more than what we can add up.
    if (figure.isSum && before && !before.isSum) continue
    const after = figure.isSum
      ? { ...figure, ...wholeSum(figure.pcode, given, known) }
      : withKept(figure, before)
    figures.push({
      ...after,
      before,
      outcome: before === null ? 'new' : isSame(after, before) ? 'same' : 'update',
    })
  }
  const untouched = [...known.values()].filter(
    (figure) => !figure.isSum && !given.has(figureKey(figure)),
  ).length
  return { figures, untouched }
}

/** A file may bring some districts of a governorate only: those we have already count as well. */
function wholeSum(
  pcode: string,
  given: ReadonlyMap<string, GatheredFigure>,
  known: ReadonlyMap<string, KnownFigure>,
) {
  const districts = new Map<string, { individuals: number | null; households: number | null }>()
  for (const [key, figure] of known)
    if (figure.pcode === pcode && figure.districtKey) districts.set(key, figure)
  for (const [key, figure] of given)
    if (figure.pcode === pcode && figure.districtKey)
      districts.set(key, withKept(figure, known.get(key) ?? null))
  const { individuals, households } = summed(pcode, [...districts.values()])
  return { individuals, households }
}

/** A file without a column of families takes none away. */
function withKept(figure: GatheredFigure, before: KnownFigure | null): GatheredFigure {
  return {
    ...figure,
    individuals: figure.individuals ?? before?.individuals ?? null,
    households: figure.households ?? before?.households ?? null,
    districtName: figure.districtName || (before?.districtName ?? ''),
  }
}

function isSame(a: KnownFigure, b: KnownFigure): boolean {
  return (
    a.individuals === b.individuals &&
    a.households === b.households &&
    a.isSum === b.isSum &&
    a.districtName === b.districtName &&
    a.districtCode === b.districtCode
  )
}

/** Governorates for which a file gives a figure and districts that add up to another. */
export function differingSums({ figures }: ComparedRound): { pcode: string; given: number; sum: number }[] {
  const byPlace = Map.groupBy(figures, ({ pcode }) => pcode)
  return [...byPlace].flatMap(([pcode, its]) => {
    const whole = its.find(({ districtKey, isSum }) => !districtKey && !isSum)?.individuals ?? null
    const sum = added(its.filter(({ districtKey }) => districtKey).map(({ individuals }) => individuals))
    return whole === null || sum === null || whole === sum ? [] : [{ pcode, given: whole, sum }]
  })
}
