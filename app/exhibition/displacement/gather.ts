import { fold } from '../../directory/fold.ts'
import type { DoubleRule } from './choices.ts'
import type { Reading, Row } from './rows.ts'
import type { Population } from './rules.ts'

/** A figure as the file as a whole gives it, and the lines that say so. */
export type GatheredFigure = Pick<
  Reading,
  'pcode' | 'districtKey' | 'districtCode' | 'districtName' | 'individuals' | 'households'
> & { lines: number[]; isSum: boolean }

export type GatheredRound = { round: number; date: string; figures: Map<string, GatheredFigure> }
export type GatheredDataset = {
  operation: string
  operationKey: string
  population: Population
  rounds: Map<string, GatheredRound>
}

/**
 * What became of a line that speaks of the same as another: it says the `same` once more, was `overruled` by it or
 * `overrules` it, or neither counts (`contradicts`).
 */
export type Doubled = { line: number; other: number; how: 'same' | 'overruled' | 'overrules' | 'contradicts' }

export type Gathered = { datasets: Map<string, GatheredDataset>; doubled: Doubled[] }

type Pause = () => Promise<void> | undefined
type Part = { reading: Reading; line: number }

/** The name under which a figure is one of its round. */
export function figureKey({ pcode, districtKey }: { pcode: string; districtKey: string }): string {
  return `${pcode} ${districtKey}`
}

export function operationKeyOf(operation: string): string {
  return fold(operation) || '-'
}

/**
 * Puts the rows of a file together: of a place and round every different part is added up, what is said twice counts
 * once, and of two different figures the one that `doubles` names. Governorates given by their districts alone are summed.
 */
export async function gather(rows: readonly Row[], doubles: DoubleRule, pause: Pause): Promise<Gathered> {
  const datasets = new Map<string, GatheredDataset>()
  const parts = new Map<GatheredRound, Map<string, Map<string, Part[]>>>()
  for (const row of rows) {
    if (!('reading' in row)) continue
    const round = roundOf(datasets, row.reading)
    const figures = madeIn(parts, round, () => new Map<string, Map<string, Part[]>>())
    const said = madeIn(figures, figureKey(row.reading), () => new Map<string, Part[]>())
    madeIn(said, row.reading.breakdown, (): Part[] => []).push({ reading: row.reading, line: row.line })
    await pause()
  }
  const doubled: Doubled[] = []
  for (const [round, figures] of parts) {
    for (const [key, said] of figures) {
      const counted = [...said.values()].flatMap((same) => chosenOf(same, doubles, doubled))
      const [first] = counted
      if (first) round.figures.set(key, sumOf(first, counted))
    }
    addGovernorates(round.figures)
    await pause()
  }
  return { datasets, doubled }
}

function madeIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

function roundOf(datasets: Gathered['datasets'], { operation, population, round, date }: Reading) {
  const operationKey = operationKeyOf(operation)
  const dataset = madeIn(datasets, `${operationKey}\n${population}`, () => ({
    ...{ operation, operationKey, population },
    rounds: new Map<string, GatheredRound>(),
  }))
  return madeIn(dataset.rounds, `${date} ${round}`, () => ({ round, date, figures: new Map() }))
}

/** Of lines that speak of the very same thing, the one that counts, or none. */
function chosenOf(parts: Part[], rule: DoubleRule, doubled: Doubled[]): Part[] {
  const [first, second] = parts
  const last = parts.at(-1)
  if (!first || !second || !last) return parts
  if (parts.every((part) => isLike(part, first))) {
    for (const { line } of parts.slice(1)) doubled.push({ line, other: first.line, how: 'same' })
    return [first]
  }
  if (rule === 'none') {
    for (const part of parts)
      doubled.push({ line: part.line, other: (part === first ? second : first).line, how: 'contradicts' })
    return []
  }
  const chosen = rule === 'first' ? first : last
  for (const part of parts)
    if (part !== chosen) doubled.push({ line: part.line, other: chosen.line, how: 'overruled' })
  doubled.push({ line: chosen.line, other: (chosen === first ? second : first).line, how: 'overrules' })
  return [chosen]
}

function isLike({ reading: a }: Part, { reading: b }: Part): boolean {
  return a.individuals === b.individuals && a.households === b.households
}

function sumOf(first: Part, parts: readonly Part[]): GatheredFigure {
  const { pcode, districtKey, districtCode, districtName } = first.reading
  return {
    ...{ pcode, districtKey, districtCode, districtName },
    individuals: added(parts.map(({ reading }) => reading.individuals)),
    households: added(parts.map(({ reading }) => reading.households)),
    lines: parts.map(({ line }) => line),
    isSum: false,
  }
}

/** The sum of what is known; null when nothing is. */
export function added(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length ? known.reduce((sum, value) => sum + value, 0) : null
}

/** The governorates whose own figure is missing, from their districts. */
function addGovernorates(figures: Map<string, GatheredFigure>): void {
  const districts = [...figures.values()].filter(({ districtKey }) => districtKey)
  for (const [pcode, its] of Map.groupBy(districts, (figure) => figure.pcode)) {
    const key = figureKey({ pcode, districtKey: '' })
    if (!figures.has(key)) figures.set(key, summed(pcode, its))
  }
}

type Counted = Pick<GatheredFigure, 'individuals' | 'households'>

/** A governorate as the sum of its districts. */
export function summed(pcode: string, districts: readonly Counted[]): GatheredFigure {
  return {
    ...{ pcode, districtKey: '', districtCode: '', districtName: '', lines: [], isSum: true },
    individuals: added(districts.map(({ individuals }) => individuals)),
    households: added(districts.map(({ households }) => households)),
  }
}
