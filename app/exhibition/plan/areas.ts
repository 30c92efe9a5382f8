import { around, type Box } from './geometry.ts'

/** More booths than this are not told apart on one drawing, nor loaded on a phone: the hall is then shown by areas. */
export const mostInView = 150

export type Area<Booth> = { number: number; booths: Booth[]; box: Box }

/**
 * A large hall cut into areas of about equally many booths, of which each can be looked at by itself; numbered from the
 * upper left, row by row. One area for a hall that needs none.
 */
export function areasOf<Booth extends { box: Box }>(
  booths: readonly Booth[],
  most = mostInView,
): Area<Booth>[] {
  return cutUp([...booths], most)
    .map((part) => ({ booths: part, box: around(part.map(({ box }) => box)) as Box }))
    .toSorted((a, b) => rowOf(a.box) - rowOf(b.box) || a.box.x - b.box.x)
    .map((area, at) => ({ number: at + 1, ...area }))
}

// Areas that begin within ten metres of each other stand in one row.
function rowOf({ y }: Box): number {
  return Math.round(y / 1000)
}

function cutUp<Booth extends { box: Box }>(booths: Booth[], most: number): Booth[][] {
  const box = around(booths.map((booth) => booth.box))
  if (!box) return []
  if (booths.length <= most) return [booths]
  const isWide = box.width >= box.depth
  const middle = (booth: Booth) =>
    isWide ? booth.box.x + booth.box.width / 2 : booth.box.y + booth.box.depth / 2
  const sorted = booths.toSorted((a, b) => middle(a) - middle(b))
  const half = Math.ceil(sorted.length / 2)
  // In the order in which they came, which is the one in which visitors walk.
  const inOrder = (part: Booth[]) => {
    const chosen = new Set(part)
    return booths.filter((booth) => chosen.has(booth))
  }
  return [sorted.slice(0, half), sorted.slice(half)].flatMap((part) => cutUp(inOrder(part), most))
}
