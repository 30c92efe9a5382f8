import type { Point } from './area.ts'

/** Two lines of a label, in units of the drawing. */
const labelHeight = 50
/** No label is wider, so that more room is of no use. */
const widest = 200
const step = 3

/**
 * Where a label of two lines stands best within an area: where it has most room, and among such places the one nearest to
 * the middle. The middle itself when the area is lower than a label.
 */
export function roomIn(rings: Point[][]): Point {
  const [left, top, right, bottom] = bounds(rings.flat())
  const middle: Point = [Math.round((left + right) / 2), Math.round((top + bottom) / 2)]
  let best = { at: middle, worth: Number.NEGATIVE_INFINITY }
  for (let y = top + labelHeight / 2; y <= bottom - labelHeight / 2; y += step)
    for (const [from, to] of openAt(rings, y)) {
      const x = nearest(middle[0], from + widest / 2, to - widest / 2)
      const distance = Math.hypot(x - middle[0], y - middle[1])
      const worth = Math.min(to - from, widest) - distance / 4
      if (worth > best.worth) best = { at: [Math.round(x), Math.round(y)], worth }
    }
  return best.at
}

/** The number nearest to `wish` between two; half-way between them where there is none. */
function nearest(wish: number, least: number, most: number): number {
  return least > most ? (least + most) / 2 : Math.min(Math.max(wish, least), most)
}

type Span = [from: number, to: number]

/** The stretches around a height that stay inside the area over the whole height of a label. */
function openAt(rings: Point[][], y: number): Span[] {
  // Beside the whole numbers on which corners lie, where a line would cross two edges at once.
  const heights = [-0.5, -0.25, 0, 0.25, 0.5].map((part) => y + part * labelHeight + 0.01)
  return heights.map((height) => inside(rings, height)).reduce(common)
}

function inside(rings: Point[][], y: number): Span[] {
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap((from, index) => crossing(from, ring[(index + 1) % ring.length] ?? from, y)),
    )
    .toSorted((a, b) => a - b)
  return crossings.flatMap((from, index): Span[] => {
    const to = crossings[index + 1]
    return index % 2 === 0 && to !== undefined ? [[from, to]] : []
  })
}

function crossing([x, y]: Point, [toX, toY]: Point, height: number): number[] {
  if (y < height === toY < height) return []
  return [x + ((height - y) / (toY - y)) * (toX - x)]
}

function common(some: Span[], others: Span[]): Span[] {
  return some.flatMap(([from, to]) =>
    others.flatMap(([otherFrom, otherTo]): Span[] => {
      const span: Span = [Math.max(from, otherFrom), Math.min(to, otherTo)]
      return span[0] < span[1] ? [span] : []
    }),
  )
}

function bounds(points: Point[]): [left: number, top: number, right: number, bottom: number] {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
