import { holdsSeat } from './rules.ts'
import type { Change } from './seats.ts'

type Knowing = (change: Change) => boolean

/**
 * To whoever takes over a seat, all of it is new. Who was only ever an alternate hears from their own organisation, and
 * whose calendar keeps the date free, hears that it need not.
 */
export function asSeenBy(former: object | null, changes: readonly Change[], isKnown: Knowing): Change[] {
  const seen = former ? changes.map((change) => ({ ...change, from: null })) : changes
  return seen.filter(
    (change) =>
      (change.to !== 'proposed' && change.to !== 'cancelled') || tells(change.from) || isKnown(change),
  )
}

/** To whoever gives a seat on, it is over. */
export function asLeft(changes: readonly Change[], isKnown: Knowing): Change[] {
  return changes
    .filter((change) => tells(change.from) || isKnown(change))
    .map((change) => ({ ...change, to: 'cancelled' }))
}

/** Whether somebody with this status was ever written to. */
function tells(status: Change['from']): boolean {
  return status !== null && (holdsSeat(status) || status === 'waitlisted' || status === 'tentative')
}
