import type { FurnitureKind } from '#db/schema/floor-plan.server.ts'
import { type Box, gapBetween, isInside, overlaps, right, type Space } from './geometry.ts'

/** Narrower than this, two people with a wheelchair between them cannot pass; in centimetres. */
export const narrowestAisle = 150

export type Standing = { id: string; kind: FurnitureKind | 'booth'; box: Box }

export type PlanWarning<Thing extends Standing = Standing> =
  | { kind: 'outside'; thing: Thing }
  | { kind: 'overlap' | 'door'; thing: Thing; other: Thing }
  | { kind: 'aisle'; thing: Thing; other: Thing; gap: number }

/** What is to be looked at again. Nothing of it keeps anybody from drawing on. */
export function planWarnings<Thing extends Standing>(
  things: readonly Thing[],
  hall: Space,
): PlanWarning<Thing>[] {
  // Words lie on the floor and stand in nobody's way.
  const standing = things.filter(({ kind }) => kind !== 'label').toSorted((a, b) => a.box.x - b.box.x)
  const warnings: PlanWarning<Thing>[] = standing
    .filter(({ box }) => !isInside(box, hall))
    .map((thing) => ({ kind: 'outside', thing }))
  for (const [at, thing] of standing.entries()) {
    for (let next = at + 1; next < standing.length; next++) {
      const other = standing[next] as Thing
      // In the order of their left sides: nothing further on comes any nearer.
      if (other.box.x - right(thing.box) >= narrowestAisle) break
      const warning = between(thing, other)
      if (warning) warnings.push(warning)
    }
  }
  return warnings
}

function between<Thing extends Standing>(a: Thing, b: Thing): PlanWarning<Thing> | null {
  const [thing, other] = b.kind === 'booth' ? [b, a] : [a, b]
  // Doors are set into walls, and desks against them.
  if (thing.kind !== 'booth') return null
  if (overlaps(thing.box, other.box)) return { kind: isDoor(other) ? 'door' : 'overlap', thing, other }
  const gap = gapBetween(thing.box, other.box)
  if (gap === null || gap >= narrowestAisle) return null
  if (isDoor(other)) return { kind: 'door', thing, other }
  return gap > 0 && other.kind === 'booth' ? { kind: 'aisle', thing, other, gap } : null
}

function isDoor({ kind }: Standing): boolean {
  return kind === 'entrance' || kind === 'exit'
}
