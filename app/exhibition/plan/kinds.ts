import type { BoothCategory } from '#db/schema/exhibition.server.ts'
import type { FurnitureKind } from '#db/schema/floor-plan.server.ts'

/** Who a booth is for; told by a word and a colour. */
export const boothCategories = [
  'host',
  'government',
  'agency',
  'donor',
  'civil',
  'business',
  'community',
] as const satisfies readonly BoothCategory[]

export const furnitureKinds = [
  'entrance',
  'exit',
  'registration',
  'help',
  'stage',
  'toilets',
  'prayer',
  'food',
  'firstAid',
  'wall',
  'label',
] as const satisfies readonly FurnitureKind[]

export type BoothState = 'free' | 'reserved' | 'taken'

/** A booth is taken by what is shown at it; only without that does it matter whether somebody keeps it. */
export function boothState({ isTaken, isReserved }: { isTaken: boolean; isReserved: boolean }): BoothState {
  if (isTaken) return 'taken'
  return isReserved ? 'reserved' : 'free'
}

/** What each kind is as large as when it is put into a hall, in centimetres. */
export function usualSize(kind: FurnitureKind | 'booth'): { width: number; depth: number } {
  if (kind === 'booth') return { width: 300, depth: 300 }
  if (kind === 'stage') return { width: 600, depth: 300 }
  if (kind === 'wall') return { width: 600, depth: 20 }
  if (kind === 'label') return { width: 400, depth: 100 }
  if (kind === 'entrance' || kind === 'exit') return { width: 200, depth: 100 }
  return { width: 300, depth: 200 }
}
