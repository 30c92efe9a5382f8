/*
 * Where things stand in a hall: whole centimetres from its upper left corner, to the right and down. Pure rules, for the
 * browser, which draws, and the server, which checks.
 */

export type Box = { x: number; y: number; width: number; depth: number }
export type Space = { width: number; depth: number }
/** Which of a box's sides are pulled; the others stay where they are. */
export type Pull = { x: -1 | 0 | 1; y: -1 | 0 | 1 }

/** The bounds of every measure, in centimetres. */
export const bounds = { smallest: 10, smallestHall: 200, largest: 50_000 }
/** Sides that come so near to a neighbour's catch on it, in centimetres. */
const reach = 30

export function right({ x, width }: Box): number {
  return x + width
}

export function bottom({ y, depth }: Box): number {
  return y + depth
}

/** Whether two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a)
}

export function isInside(box: Box, hall: Space): boolean {
  return box.x >= 0 && box.y >= 0 && right(box) <= hall.width && bottom(box) <= hall.depth
}

/**
 * How far two boxes that face each other are apart; 0 where they touch or overlap, null where neither stands before the
 * other, so that nobody walks between them.
 */
export function gapBetween(a: Box, b: Box): number | null {
  const across = Math.max(a.x, b.x) - Math.min(right(a), right(b))
  const along = Math.max(a.y, b.y) - Math.min(bottom(a), bottom(b))
  if (across >= 0 && along >= 0) return null
  return Math.max(across, along, 0)
}

/** The box around all of them; null around nothing. */
export function around(boxes: readonly Box[]): Box | null {
  const [first] = boxes
  if (!first) return null
  let [x, y, end, low] = [first.x, first.y, right(first), bottom(first)]
  for (const box of boxes) {
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    end = Math.max(end, right(box))
    low = Math.max(low, bottom(box))
  }
  return { x, y, width: end - x, depth: low - y }
}

/** The nearest line of the grid. */
export function onGrid(measure: number, step: number): number {
  return Math.round(measure / step) * step
}

/** The box, pushed back into the hall as far as it is smaller than it. */
export function within(box: Box, hall: Space): Box {
  const x = Math.max(0, Math.min(box.x, hall.width - box.width))
  const y = Math.max(0, Math.min(box.y, hall.depth - box.depth))
  return { ...box, x, y }
}

type Catching = { hall: Space; step: number; neighbours: readonly Box[] }

/**
 * The box moved to `at` and caught there: by a neighbour's edge where one is near, else by the grid; always within the
 * hall.
 */
export function movedTo(box: Box, at: { x: number; y: number }, { hall, step, neighbours }: Catching): Box {
  const wanted = { ...box, ...at }
  const near = neighbours.filter((other) => isNear(wanted, other))
  const x = caught([wanted.x, right(wanted)], edgesOf(near, 'x', hall.width))
  const y = caught([wanted.y, bottom(wanted)], edgesOf(near, 'y', hall.depth))
  const moved = {
    x: x === null ? onGrid(wanted.x, step) : wanted.x + x,
    y: y === null ? onGrid(wanted.y, step) : wanted.y + y,
  }
  return within({ ...box, ...moved }, hall)
}

/** The box with some of its sides pulled by so much, caught like `movedTo`; never smaller than can be, nor beyond the hall. */
export function pulledBy(
  box: Box,
  pull: Pull,
  by: { x: number; y: number },
  { hall, step, neighbours }: Catching,
): Box {
  const near = neighbours.filter((other) => isNear(box, other, Math.abs(by.x) + Math.abs(by.y) + reach))
  const [x, width] = side(pull.x, box.x, box.width, by.x, hall.width, edgesOf(near, 'x', hall.width))
  const [y, depth] = side(pull.y, box.y, box.depth, by.y, hall.depth, edgesOf(near, 'y', hall.depth))
  return { x, y, width, depth }

  function side(
    which: -1 | 0 | 1,
    from: number,
    length: number,
    change: number,
    end: number,
    edges: number[],
  ): [number, number] {
    if (which === 0) return [from, length]
    const wanted = (which < 0 ? from : from + length) + change
    const shift = caught([wanted], edges)
    const edge = shift === null ? onGrid(wanted, step) : wanted + shift
    const last = from + length
    if (which > 0)
      return [from, Math.min(Math.max(edge - from, bounds.smallest), Math.max(end - from, length))]
    const start = Math.max(Math.min(edge, last - bounds.smallest), Math.min(0, from))
    return [start, last - start]
  }
}

/** The box with width and depth exchanged, about its upper left corner. */
export function turned(box: Box, hall: Space): Box {
  return within({ ...box, width: box.depth, depth: box.width }, hall)
}

/** The box moved by so much and nothing else, as keys do; within the hall. */
export function shiftedBy(box: Box, by: { x: number; y: number }, hall: Space): Box {
  return within({ ...box, x: box.x + by.x, y: box.y + by.y }, hall)
}

/** So many boxes of one size side by side from the first, `gap` apart, to the right or down. */
export function rowFrom(
  first: Box,
  count: number,
  { gap, goes }: { gap: number; goes: 'right' | 'down' },
): Box[] {
  return Array.from({ length: count }, (_, n) => ({
    ...first,
    x: goes === 'right' ? first.x + n * (first.width + gap) : first.x,
    y: goes === 'down' ? first.y + n * (first.depth + gap) : first.y,
  }))
}

/**
 * Places for so many boxes of one size in rows back to back with aisles between, clear of what stands there already;
 * fewer when the hall is full.
 */
export function freePlaces(
  count: number,
  size: Space,
  { hall, taken }: { hall: Space; taken: readonly Box[] },
): Box[] {
  const [margin, aisle] = [200, 300]
  const places: Box[] = []
  for (let y = margin, row = 0; y + size.depth <= hall.depth - margin / 2; row++) {
    for (let x = margin; x + size.width <= hall.width - margin / 2; x += size.width) {
      const place = { x, y, ...size }
      if (places.length < count && !taken.some((other) => overlaps(place, other))) places.push(place)
    }
    y += size.depth + (row % 2 ? aisle : 0)
  }
  return places
}

/** How much to add so that one of the sides meets one of the edges; null when none is in reach. */
function caught(sides: readonly number[], edges: readonly number[]): number | null {
  let best: number | null = null
  for (const edge of edges)
    for (const at of sides) {
      const shift = edge - at
      if (Math.abs(shift) <= reach && (best === null || Math.abs(shift) < Math.abs(best))) best = shift
    }
  return best
}

function isNear(a: Box, b: Box, by = 600): boolean {
  return a.x - by < right(b) && b.x - by < right(a) && a.y - by < bottom(b) && b.y - by < bottom(a)
}

function edgesOf(boxes: readonly Box[], axis: 'x' | 'y', end: number): number[] {
  return [0, end, ...boxes.flatMap((box) => (axis === 'x' ? [box.x, right(box)] : [box.y, bottom(box)]))]
}
