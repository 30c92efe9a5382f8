import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, line } from 'd3-shape'

/** A value on a day; without a value the line has a gap there. */
export type TrendPoint = { date: string; value: number | null }

/** A trend as drawn: all measures in units of a drawing `width` wide. */
export type Trend = {
  width: number
  height: number
  /** SVG path data. */
  line: string
  area: string
  years: { x: number; year: number }[]
  levels: { y: number; value: number }[]
  /** The place of each point that has a value, in their order; null for the others. */
  points: ([x: number, y: number] | null)[]
  /** Where the plot begins and ends beside the numbers. */
  from: number
  to: number
}

const drawing = { width: 720, height: 300 }
const margin = { top: 14, numbers: 74, end: 14, bottom: 34 }

/**
 * Draws how a number went on over time. Time runs in the direction of reading. The axis begins at zero: a cut axis
 * would make small changes look large. Null with fewer than two values, which are no trend.
 */
export function drawTrend(points: readonly TrendPoint[], direction: 'ltr' | 'rtl'): Trend | null {
  const told = points.filter(({ value }) => value !== null)
  if (told.length < 2) return null
  const { width, height } = drawing
  const [left, right] =
    direction === 'rtl' ? [margin.end, width - margin.numbers] : [margin.numbers, width - margin.end]
  const times = points.map(({ date }) => new Date(date))
  const first = times[0] ?? new Date(0)
  const x = scaleUtc([first, times.at(-1) ?? first], direction === 'rtl' ? [right, left] : [left, right])
  const highest = Math.max(1, ...told.map(({ value }) => value ?? 0))
  const y = scaleLinear([0, highest], [height - margin.bottom, margin.top]).nice(4)
  const places = points.map(({ value }, index): [number, number] | null =>
    value === null ? null : [round(x(times[index] ?? first)), round(y(value))],
  )
  const drawn = { isDefined: (place: [number, number] | null) => place !== null }
  const at = (place: [number, number] | null, axis: 0 | 1) => place?.[axis] ?? 0
  return {
    ...{ width, height, points: places, from: left, to: right },
    line:
      line<[number, number] | null>(
        (place) => at(place, 0),
        (place) => at(place, 1),
      ).defined(drawn.isDefined)(places) ?? '',
    area:
      area<[number, number] | null>(
        (place) => at(place, 0),
        y(0),
        (place) => at(place, 1),
      ).defined(drawn.isDefined)(places) ?? '',
    years: x
      .ticks(8)
      .filter((tick) => tick.getUTCMonth() === 0)
      .map((tick) => ({ x: round(x(tick)), year: tick.getUTCFullYear() })),
    levels: y.ticks(4).map((value) => ({ y: round(y(value)), value })),
  }
}

/** Tenths of a unit are finer than any screen; more digits would only make the page longer. */
function round(value: number): number {
  return Math.round(value * 10) / 10
}
