/*
 * How a map and its legend are shaded: zero has a look of its own, no value another, and what is between goes into at most
 * five steps, which is as many as readers tell apart.
 */

export type Shade = 'none' | '0' | '1' | '2' | '3' | '4' | '5'
const most = 5

/**
 * The lowest value of each step, rising. Few different values make a step each; many are cut so that each step holds about
 * as many of them, at round numbers. Give the values of all maps that are to be compared, such as those of every round.
 */
export function stepsFor(values: readonly (number | null)[]): number[] {
  const above = values.filter((value): value is number => value !== null && value > 0)
  const distinct = [...new Set(above)].toSorted((a, b) => a - b)
  if (distinct.length <= most) return distinct
  const isWhole = distinct.every(Number.isInteger)
  const cuts = Array.from(
    { length: most },
    (_, step) => distinct[Math.floor((step * distinct.length) / most)] ?? 0,
  )
  const steps = [...new Set(cuts.map((cut) => rounded(cut, isWhole)))]
  // A step that rounding has emptied would stand in the legend for nothing.
  return steps.filter((from, index) =>
    above.some((value) => value >= from && value < (steps[index + 1] ?? Infinity)),
  )
}

/** Down to one digit and a half: 288 → 250, 1,430 → 1,000, 67,920 → 65,000; small whole numbers stay. */
function rounded(value: number, isWhole: boolean): number {
  if (isWhole && value < 20) return value
  const half = 10 ** Math.floor(Math.log10(value)) / 2
  return Number((Math.floor(value / half + 1e-9) * half).toPrecision(6))
}

/** The shade of a value; null and nothing at all are “no value”. What lies below the first step has its shade. */
export function shadeOf(value: number | null | undefined, steps: readonly number[]): Shade {
  if (value === null || value === undefined || Number.isNaN(value)) return 'none'
  if (value <= 0) return '0'
  const index = Math.max(
    0,
    steps.findLastIndex((from) => value >= from),
  )
  return shadeOfStep(index, steps.length)
}

/** Few steps are spread over all shades, so that they are easier to tell apart. */
function shadeOfStep(index: number, count: number): Shade {
  if (count < 2) return '3'
  return String(1 + Math.round((index * (most - 1)) / (count - 1))) as Shade
}

export type LegendEntry = { shade: Shade; from: number; to: number }

/**
 * What a legend shows for these values, lowest first: of each step that shows on the map its bounds, for whole numbers both
 * within it, for others the upper one where the next begins.
 */
export function legendOf(values: readonly (number | null)[], steps: readonly number[]): LegendEntry[] {
  const known = values.filter((value) => value !== null)
  const highest = Math.max(...known, ...steps, 0)
  const isWhole = known.every(Number.isInteger)
  const shaded = steps.map((from, index) => {
    const next = steps[index + 1]
    const to = next === undefined ? highest : isWhole ? next - 1 : next
    return { shade: shadeOfStep(index, steps.length), from, to: hasGaps(known, from, next) ? from : to }
  })
  return known.includes(0) ? [{ shade: '0', from: 0, to: 0 }, ...shaded] : shaded
}

/** A step in which only its lowest value occurs is that value. */
function hasGaps(values: number[], from: number, next = Infinity): boolean {
  return !values.some((value) => value > from && value < next)
}
