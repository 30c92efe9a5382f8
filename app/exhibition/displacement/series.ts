import { governorates } from '../governorates.ts'

/** Which number a dataset is told by: people, or families where people are not counted. */
export type Unit = 'individuals' | 'households'

type Counted = { individuals: number | null; households: number | null }

export function unitOf(figures: readonly Counted[]): Unit {
  return figures.some(({ individuals }) => individuals !== null) ? 'individuals' : 'households'
}

/** A round with its number in the dataset's unit. */
export type RoundPoint = {
  id: string
  /** As addresses name it. */
  key: string
  round: number
  reportedOn: string
  /** Null where nothing was counted. */
  total: number | null
  /** Of how many governorates it is the sum. */
  places: number
  hasSums: boolean
}

/** A number at a day: of a whole round, or of one governorate in it. */
type Told = Pick<RoundPoint, 'reportedOn' | 'total'>

export type Change = {
  since: Told
  by: number /** Of what it was then; null when that was nothing. */
  share: number | null
}

/** What has changed up to a round: since the one before, and since the highest of all up to then. */
export function changesUpTo(
  rounds: readonly Told[],
  at: number,
): { sinceBefore: Change | null; sincePeak: Change | null; peak: Told | null } {
  const now = rounds[at]
  const told = rounds.slice(0, at + 1).filter(({ total }) => total !== null)
  if (!now || now.total === null) return { sinceBefore: null, sincePeak: null, peak: null }
  const before = told.at(-2) ?? null
  const peak = told.reduce((best, round) => ((round.total ?? 0) > (best.total ?? 0) ? round : best), now)
  return {
    sinceBefore: before && changeBetween(before, now),
    sincePeak: peak === now ? null : changeBetween(peak, now),
    peak,
  }
}

function changeBetween(since: Told, now: Told): Change {
  const [was, is] = [since.total ?? 0, now.total ?? 0]
  return { since, by: is - was, share: was === 0 ? null : (is - was) / was }
}

/** A governorate in one round, and in the round before. */
export type PlacePoint = {
  pcode: string
  value: number | null
  before: number | null
  /** Of the round's total. */
  share: number | null
  isSum: boolean
}

type Figure = Counted & { roundId: string; pcode: string; isSum: boolean }

/** Every governorate in a round beside the round before, most people first, those without a figure last. */
export function placesOf(
  figures: readonly Figure[],
  { now, before, unit }: { now: RoundPoint; before: RoundPoint | null; unit: Unit },
): PlacePoint[] {
  const of = (roundId: string | undefined) =>
    new Map(figures.filter((figure) => figure.roundId === roundId).map((figure) => [figure.pcode, figure]))
  const [here, earlier] = [of(now.id), of(before?.id)]
  return governorates
    .map(({ pcode }) => {
      const value = here.get(pcode)?.[unit] ?? null
      return {
        ...{ pcode, value, before: earlier.get(pcode)?.[unit] ?? null },
        share: now.total && value !== null ? value / now.total : null,
        isSum: here.get(pcode)?.isSum ?? false,
      }
    })
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.pcode < b.pcode ? -1 : 1))
}
