import type { Reader } from '#db/client.server.ts'
import { direction, type Language } from '../../i18n/languages.ts'
import { stepsFor } from '../map/shades.ts'
import type { Dataset } from './datasets.server.ts'
import { readPlaces, readPlaceTrend, readRounds, readValues } from './read.server.ts'
import { chosenRound, roundKey } from './rules.ts'
import { changesUpTo, type PlacePoint, placesOf, type RoundPoint, type Unit, unitOf } from './series.ts'
import { readShown } from './shown.server.ts'
import { drawTrend, type Trend } from './trend-line.server.ts'

/** What readers are told of a dataset itself. */
export type ShownDataset = Pick<
  Dataset,
  'slug' | 'operation' | 'population' | 'name' | 'source' | 'sourceUrl' | 'terms'
>

/** One round of a dataset, with all that tiles, map, chart and tables say of it. */
export type DisplacementView = {
  dataset: ShownDataset
  unit: Unit
  /** All rounds, oldest first, and which of them it is. */
  rounds: RoundPoint[]
  at: number
  now: RoundPoint
  before: RoundPoint | null
  changes: ReturnType<typeof changesUpTo>
  places: PlacePoint[]
  /** The shades of the map, the same for every round. */
  steps: number[]
  trend: Trend | null
}

type Asked = { dataset: Dataset; round: string | null; language: Language }

/** Reads one round of a dataset, the latest when none is asked for; null when there is none such. Three queries. */
export async function readView(
  read: Reader,
  { dataset, round: asked, language }: Asked,
): Promise<DisplacementView | null> {
  const [totals, values] = await Promise.all([readRounds(read, dataset.id), readValues(read, dataset.id)])
  const unit = unitOf(totals)
  const rounds = withKeys(totals).map(({ individuals, households, ...round }) => ({
    ...round,
    total: unit === 'individuals' ? individuals : households,
  }))
  const now = chosenRound(rounds, asked)
  if (!now) return null
  const at = rounds.indexOf(now)
  const before = rounds.slice(0, at).findLast(({ total }) => total !== null) ?? null
  const figures = await readPlaces(read, before ? [now.id, before.id] : [now.id])
  const { slug, operation, population, name, source, sourceUrl, terms } = dataset
  return {
    dataset: { slug, operation, population, name, source, sourceUrl, terms },
    ...{ unit, rounds, at, now, before },
    changes: changesUpTo(rounds, at),
    places: placesOf(figures, { now, before, unit }),
    steps: stepsFor(values.map((value) => value[unit])),
    trend: drawTrend(
      rounds.map(({ reportedOn, total }) => ({ date: reportedOn, value: total })),
      direction(language),
    ),
  }
}

function withKeys<Round extends { round: number; reportedOn: string }>(
  rounds: readonly Round[],
): (Round & { key: string })[] {
  const dates = Map.groupBy(rounds, ({ reportedOn }) => reportedOn)
  return rounds.map((round) => ({
    ...round,
    key: roundKey(round, (dates.get(round.reportedOn)?.length ?? 0) > 1),
  }))
}

/** How a number went on in one governorate. */
export type PlaceTrend = {
  dataset: ShownDataset
  unit: Unit
  pcode: string
  rounds: { key: string; round: number; reportedOn: string; total: number | null }[]
  trend: Trend | null
}

type PlaceAsked = { pcode: string; language: Language }

/** One governorate over all rounds of each dataset that the event shows and that has figures of it. */
export async function readTrendsOf(
  read: Reader,
  event: { id: string; officeId: string },
  asked: PlaceAsked,
): Promise<PlaceTrend[]> {
  const datasets = await readShown(read, event)
  const trends = await Promise.all(datasets.map((dataset) => readTrendOf(read, dataset, asked)))
  return trends.filter((trend) => trend !== null)
}

async function readTrendOf(
  read: Reader,
  dataset: Dataset,
  { pcode, language }: PlaceAsked,
): Promise<PlaceTrend | null> {
  const rows = await readPlaceTrend(read, dataset.id, pcode)
  if (!rows.length) return null
  const unit = unitOf(rows)
  const rounds = withKeys(rows).map(({ individuals, households, ...round }) => ({
    ...round,
    total: unit === 'individuals' ? individuals : households,
  }))
  const { slug, operation, population, name, source, sourceUrl, terms } = dataset
  return {
    dataset: { slug, operation, population, name, source, sourceUrl, terms },
    ...{ unit, pcode, rounds },
    trend: drawTrend(
      rounds.map(({ reportedOn, total }) => ({ date: reportedOn, value: total })),
      direction(language),
    ),
  }
}
