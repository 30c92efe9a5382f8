import { type Box, bounds, shiftedBy, turned, within } from '#app/exhibition/plan/geometry.ts'
import type { DrawnThing, Hall } from './use-plan-board.ts'

type Pressed = { key: string; shiftKey: boolean; altKey: boolean }

/**
 * Where a key moves things: arrows by a line of the grid, with Alt by a centimetre, with Shift their right and lower
 * edges; R turns them. “Right” is right on the drawing, which is not mirrored. Null: the key means nothing here.
 */
export function keyedBoxes(
  things: readonly DrawnThing[],
  { key, shiftKey, altKey }: Pressed,
  hall: Hall,
): Map<string, Box> | null {
  if (key.toLowerCase() === 'r') return new Map(things.map(({ id, box }) => [id, turned(box, hall)]))
  const step = altKey ? 1 : hall.step
  const x = ({ ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0) * step
  const y = ({ ArrowUp: -1, ArrowDown: 1 }[key] ?? 0) * step
  if (!x && !y) return null
  if (!shiftKey) return new Map(things.map(({ id, box }) => [id, shiftedBy(box, { x, y }, hall)]))
  return new Map(
    things.map(({ id, box }) => {
      const width = Math.min(Math.max(box.width + x, bounds.smallest), hall.width)
      const depth = Math.min(Math.max(box.depth + y, bounds.smallest), hall.depth)
      return [id, within({ ...box, width, depth }, hall)]
    }),
  )
}

/** What comes so many places after a thing, in the order of the drawing; null at its ends. */
export function neighbourOf(drawn: readonly DrawnThing[], id: string, by: number): string | null {
  const at = drawn.findIndex((thing) => thing.id === id)
  return at < 0 ? null : (drawn[at + by]?.id ?? null)
}
