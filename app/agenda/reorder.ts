import { isoDay } from '../i18n/format.ts'
import { runsOf } from './layout.ts'
import { overlaps } from './rules.ts'

/*
 * Moving an item earlier or later, the rule as an editor is told it:
 *
 * - What runs at the same time belongs together: a group moves as one, and changes places with the group before or
 *   after it on that day.
 * - Inside a group, an item first changes places with its neighbour in the same room.
 * - The two that change places keep their length and the pause between them, and together fill the time they filled
 *   before. Nothing else moves.
 *
 * So a move never makes an overlap, never loses time, and never leaves the day.
 */

export type Slot = { id: string; startsAt: Date; endsAt: Date; roomId: string | null }
export type Direction = 'earlier' | 'later'
export type NewTime = { id: string; startsAt: Date; endsAt: Date }

type Moved = { ok: true; changes: NewTime[] } | { ok: false; reason: 'notFound' | 'atDayEdge' }

/** The new times when item `id` moves one place; refused at the edge of its day in `zone`. */
export function moveInAgenda(slots: readonly Slot[], id: string, direction: Direction, zone: string): Moved {
  const groups = runsOf(slots)
  const at = groups.findIndex((group) => group.some((slot) => slot.id === id))
  const group = groups[at]
  if (!group) return { ok: false, reason: 'notFound' }

  const inRoom = neighboursInRoom(group, id, direction)
  const [first, second] =
    inRoom ?? (direction === 'earlier' ? [groups[at - 1], group] : [group, groups[at + 1]])
  const changes = first && second && changePlaces(first, second, zone)
  return changes ? { ok: true, changes } : { ok: false, reason: 'atDayEdge' }
}

/** The items that `moveInAgenda` would move, for each direction; for all of them at once. */
export function movable(slots: readonly Slot[], zone: string): Record<Direction, Set<string>> {
  const groups = runsOf(slots)
  // Whether a group changes places with the next one is the same for each of its items.
  const withNext = groups.map((group, at) => {
    const next = groups[at + 1]
    return next !== undefined && changePlaces(group, next, zone) !== null
  })
  const idsOf = (direction: Direction) =>
    groups.flatMap((group, at) =>
      group.flatMap(({ id }) => {
        const inRoom = neighboursInRoom(group, id, direction)
        const moves = inRoom
          ? changePlaces(...inRoom, zone) !== null
          : withNext[direction === 'earlier' ? at - 1 : at]
        return moves ? [id] : []
      }),
    )
  return { earlier: new Set(idsOf('earlier')), later: new Set(idsOf('later')) }
}

/** The new times when what begins at `from` or later on that day moves by `milliseconds`; null when something would leave the day. */
export function slideLater(
  slots: readonly Slot[],
  from: Date,
  milliseconds: number,
  zone: string,
): NewTime[] | null {
  if (milliseconds === 0) return []
  const day = isoDay(from, zone)
  const changes = slots
    .filter(({ startsAt }) => startsAt >= from && isoDay(startsAt, zone) === day)
    .map((slot) => shifted(slot, milliseconds))
  return changes.every(({ startsAt }) => isoDay(startsAt, zone) === day) ? changes : null
}

/** By how many milliseconds what begins at `item`'s start or later has to move so that `item` fits before it. */
export function timeNeededFor(item: { startsAt: Date; endsAt: Date }, slots: readonly Slot[]): number {
  const starts = slots.map(({ startsAt }) => startsAt.getTime()).filter((at) => at >= item.startsAt.getTime())
  return starts.length ? Math.max(0, item.endsAt.getTime() - Math.min(...starts)) : 0
}

/** The list with `id` one place earlier or later; null when it stands at that end already. */
export function changePlace(ids: readonly string[], id: string, direction: Direction): string[] | null {
  const from = ids.indexOf(id)
  const to = from + (direction === 'earlier' ? -1 : 1)
  if (from < 0 || to < 0 || to >= ids.length) return null
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}

function neighboursInRoom(group: readonly Slot[], id: string, direction: Direction): [Slot[], Slot[]] | null {
  const roomId = group.find((slot) => slot.id === id)?.roomId
  if (!roomId) return null
  const room = group.filter((slot) => slot.roomId === roomId)
  // A room that is taken twice has no order to keep: mend the clash first, the group moves as one until then.
  if (room.some((slot, index) => room.slice(index + 1).some((other) => overlaps(slot, other)))) return null
  const at = room.findIndex((slot) => slot.id === id)
  const [first, second] = direction === 'earlier' ? [room[at - 1], room[at]] : [room[at], room[at + 1]]
  return first && second ? [[first], [second]] : null
}

/** Null when something would leave the day. */
function changePlaces(first: readonly Slot[], second: readonly Slot[], zone: string): NewTime[] | null {
  const spanOf = (slots: readonly Slot[]) => ({
    from: Math.min(...slots.map(({ startsAt }) => startsAt.getTime())),
    to: Math.max(...slots.map(({ endsAt }) => endsAt.getTime())),
  })
  const [early, late] = [spanOf(first), spanOf(second)]
  const changes = [
    ...second.map((slot) => shifted(slot, early.from - late.from)),
    ...first.map((slot) => shifted(slot, late.to - early.to)),
  ]
  const days = new Set([...first, ...second, ...changes].map(({ startsAt }) => isoDay(startsAt, zone)))
  return days.size === 1 ? changes : null
}

function shifted({ id, startsAt, endsAt }: NewTime, milliseconds: number): NewTime {
  return {
    id,
    startsAt: new Date(startsAt.getTime() + milliseconds),
    endsAt: new Date(endsAt.getTime() + milliseconds),
  }
}
