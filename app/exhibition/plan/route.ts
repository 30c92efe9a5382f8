import { type Box, bottom, overlaps, right, type Space } from './geometry.ts'

export type Point = { x: number; y: number }

/** How far before a booth one stands to look at it, in centimetres. */
const before = 80

/**
 * A way past booths in their order: before each of them, on that free side which is nearest to where one comes from. It
 * suggests; it does not know walls.
 */
export function routePast(
  boxes: readonly Box[],
  { hall, standing }: { hall: Space; standing: readonly Box[] },
): Point[] {
  const points: Point[] = []
  for (const box of boxes) {
    const from = points.at(-1) ?? { x: hall.width / 2, y: hall.depth }
    const free = sidesOf(box).filter((point) => isFree(point, hall, standing))
    const point = nearest(free.length ? free : [middle(box)], from)
    points.push(point)
  }
  return points
}

function sidesOf(box: Box): Point[] {
  const { x, y } = middle(box)
  return [
    { x, y: bottom(box) + before },
    { x, y: box.y - before },
    { x: box.x - before, y },
    { x: right(box) + before, y },
  ]
}

function middle({ x, y, width, depth }: Box): Point {
  return { x: x + width / 2, y: y + depth / 2 }
}

function isFree({ x, y }: Point, hall: Space, standing: readonly Box[]): boolean {
  const foot = { x: x - 20, y: y - 20, width: 40, depth: 40 }
  const isIn = x > 0 && y > 0 && x < hall.width && y < hall.depth
  return isIn && !standing.some((box) => overlaps(foot, box))
}

function nearest(points: readonly Point[], from: Point): Point {
  const far = (point: Point) => Math.hypot(point.x - from.x, point.y - from.y)
  return points.reduce((best, point) => (far(point) < far(best) ? point : best))
}
