import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changePlace,
  movable,
  moveInAgenda,
  type Slot,
  slideLater,
  timeNeededFor,
} from '#app/agenda/reorder.ts'
import { overlaps } from '#app/agenda/rules.ts'
import { onFirstDay } from '#tests/support/agenda.ts'

const zone = 'Asia/Baghdad'

function slot(id: string, from: string, to: string, roomId: string | null = 'hall'): Slot {
  return { id, startsAt: onFirstDay(from), endsAt: onFirstDay(to), roomId }
}

function after(slots: Slot[], id: string, direction: 'earlier' | 'later') {
  const moved = moveInAgenda(slots, id, direction, zone)
  if (!moved.ok) return moved.reason
  return apply(slots, moved.changes).map((item) => `${item.id} ${clock(item.startsAt)}–${clock(item.endsAt)}`)
}

function apply(slots: Slot[], changes: { id: string; startsAt: Date; endsAt: Date }[]): Slot[] {
  return slots
    .map((item) => ({ ...item, ...changes.find(({ id }) => id === item.id) }))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

function clock(at: Date): string {
  return new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(11, 16)
}

test('neighbours change places, keep their length and the pause between them', () => {
  const day = [
    slot('opening', '09:00', '09:30'),
    slot('needs', '09:45', '11:00'),
    slot('lunch', '12:00', '13:00'),
  ]
  const moved = ['needs 09:00–10:15', 'opening 10:30–11:00', 'lunch 12:00–13:00']
  expect(after(day, 'needs', 'earlier')).toEqual(moved)
  expect(after(day, 'opening', 'later')).toEqual(moved)
})

test('what runs at the same time moves together', () => {
  const day = [
    slot('lunch', '12:30', '13:30', 'foyer'),
    slot('planning', '13:30', '14:45', 'hall'),
    slot('data', '13:30', '14:30', 'side'),
  ]
  expect(after(day, 'data', 'earlier')).toEqual([
    'planning 12:30–13:45',
    'data 12:30–13:30',
    'lunch 13:45–14:45',
  ])
})

test('inside a group an item first changes places in its own room', () => {
  const day = [
    slot('long', '14:00', '16:00', 'hall'),
    slot('a', '14:00', '14:40', 'side'),
    slot('b', '14:40', '16:00', 'side'),
  ]
  expect(after(day, 'b', 'earlier')).toEqual(['long 14:00–16:00', 'b 14:00–15:20', 'a 15:20–16:00'])
  expect(after(day, 'long', 'earlier')).toBe('atDayEdge')
})

test('a move ends at the edge of the day in the event’s zone', () => {
  const tomorrow = { ...slot('next', '09:00', '10:00') }
  tomorrow.startsAt = new Date('2026-12-15T00:30:00+03:00')
  tomorrow.endsAt = new Date('2026-12-15T01:30:00+03:00')
  const day = [slot('first', '09:00', '10:00'), slot('last', '23:00', '23:50'), tomorrow]
  expect(after(day, 'first', 'earlier')).toBe('atDayEdge')
  expect(after(day, 'last', 'later')).toBe('atDayEdge')
  expect(after(day, 'next', 'earlier')).toBe('atDayEdge')
  expect(after(day, 'nobody', 'later')).toBe('notFound')
})

test('what would begin after midnight is not pushed there by a longer neighbour', () => {
  const day = [slot('short', '21:00', '21:10'), slot('night', '21:10', '21:20')]
  const night = day[1]
  if (night) night.endsAt = new Date('2026-12-15T02:00:00+03:00')
  expect(after(day, 'night', 'earlier')).toBe('atDayEdge')
})

test('making room moves what follows on that day and nothing else', () => {
  const day = [
    slot('early', '09:00', '10:00'),
    slot('coffee', '10:00', '10:15'),
    slot('panel', '10:30', '11:00'),
  ]
  const added = { startsAt: onFirstDay('10:00'), endsAt: onFirstDay('10:20') }
  const needed = timeNeededFor(added, day)
  expect(needed).toBe(20 * 60_000)
  const changes = slideLater(day, added.startsAt, needed, zone) ?? []
  expect(changes.map(({ id, startsAt }) => `${id} ${clock(startsAt)}`)).toEqual([
    'coffee 10:20',
    'panel 10:50',
  ])
  expect(slideLater(day, added.startsAt, 14 * 3_600_000, zone)).toBe(null)
  expect(timeNeededFor({ startsAt: onFirstDay('12:00'), endsAt: onFirstDay('13:00') }, day)).toBe(0)
})

test('a list changes places one by one and stops at its ends', () => {
  expect(changePlace(['a', 'b', 'c'], 'c', 'earlier')).toEqual(['a', 'c', 'b'])
  expect(changePlace(['a', 'b', 'c'], 'a', 'later')).toEqual(['b', 'a', 'c'])
  expect(changePlace(['a', 'b'], 'a', 'earlier')).toBe(null)
  expect(changePlace(['a', 'b'], 'b', 'later')).toBe(null)
  expect(changePlace(['a', 'b'], 'x', 'later')).toBe(null)
})

/** A day of items that never take one room twice: each room is filled from 07:00 on, with pauses. */
const aDay = fc
  .array(
    fc.record({
      room: fc.constantFrom('hall', 'side', 'foyer'),
      pause: fc.integer({ min: 0, max: 6 }),
      length: fc.integer({ min: 1, max: 8 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((given) => {
    const nextIn = new Map<string, number>()
    return given.map(({ room, pause, length }, index): Slot => {
      const from = (nextIn.get(room) ?? 0) + pause
      nextIn.set(room, from + length)
      const at = (step: number) => new Date(onFirstDay('05:00').getTime() + step * 5 * 60_000)
      return { id: `item-${index}`, startsAt: at(from), endsAt: at(from + length), roomId: room }
    })
  })

test('no move makes an overlap, loses time or leaves the hours of the day', () => {
  const length = (item: Slot) => item.endsAt.getTime() - item.startsAt.getTime()
  const bounds = (day: Slot[]) => [
    Math.min(...day.map(({ startsAt }) => startsAt.getTime())),
    Math.max(...day.map(({ endsAt }) => endsAt.getTime())),
  ]
  const together = (day: Slot[]) =>
    day.flatMap((a) => day.filter((b) => a.id < b.id && a.roomId === b.roomId && overlaps(a, b)))
  const moves = fc.array(fc.tuple(fc.nat(13), fc.constantFrom('earlier' as const, 'later' as const)), {
    maxLength: 12,
  })

  fc.assert(
    fc.property(aDay, moves, (day, steps) => {
      let current = day
      for (const [index, direction] of steps) {
        const id = `item-${index % day.length}`
        expect(movable(current, zone)[direction].has(id)).toBe(moveInAgenda(current, id, direction, zone).ok)
        const moved = moveInAgenda(current, id, direction, zone)
        if (!moved.ok) continue
        const next = apply(current, moved.changes)
        expect(together(next)).toEqual([])
        expect(bounds(next)).toEqual(bounds(current))
        const startOf = (items: Slot[]) => items.find((item) => item.id === id)?.startsAt.getTime() ?? 0
        expect(Math.sign(startOf(next) - startOf(current))).toBe(direction === 'earlier' ? -1 : 1)
        current = next
      }
      for (const item of current) {
        expect(length(item)).toBe(length(day.find(({ id }) => id === item.id) ?? item))
      }
    }),
    { numRuns: 300 },
  )
})

test('in a day without parallel items a move there and back changes nothing', () => {
  fc.assert(
    fc.property(aDay, fc.nat(13), (day, index) => {
      const single = day.filter(({ roomId }) => roomId === 'hall')
      const id = single[index % Math.max(1, single.length)]?.id ?? ''
      const there = moveInAgenda(single, id, 'later', zone)
      fc.pre(there.ok)
      const middle = apply(single, there.changes)
      const back = moveInAgenda(middle, id, 'earlier', zone)
      expect(back.ok && apply(middle, back.changes)).toEqual(apply(single, []))
    }),
  )
})
