import { expect, test } from 'vitest'
import { gridOf, inBlocks } from '#app/agenda/layout.ts'
import { onFirstDay } from '#tests/support/agenda.ts'

function item(id: string, room: number | null, from: string, to: string) {
  return {
    id,
    room: room === null ? null : { id: `room-${room}`, position: room },
    startsAt: onFirstDay(from),
    endsAt: onFirstDay(to),
  }
}

test('rooms stand side by side, each cell as long as what is in it, a clash in one cell', () => {
  const { rooms, rows } = gridOf([
    item('a', 1, '09:00', '11:00'),
    item('b', 0, '09:00', '10:00'),
    item('c', 0, '10:00', '11:00'),
    item('d', null, '10:30', '11:00'),
    item('e', 0, '10:30', '11:30'),
  ])
  expect(rooms.map((room) => room?.id)).toEqual(['room-0', 'room-1', undefined])
  expect(
    rows.map(({ startsAt, cells }) => [
      startsAt,
      ...cells.map(({ items, rows: span }) => [items.map(({ id }) => id).join(), span]),
    ]),
  ).toEqual([
    [onFirstDay('09:00'), ['b', 1], ['a', 3], ['', 2]],
    [onFirstDay('10:00'), ['c,e', 2]],
    [onFirstDay('10:30'), ['d', 1]],
  ])
})

test('a long day is cut between its times, and within one only where that alone is too long', () => {
  const at = (time: string, count: number) =>
    Array.from({ length: count }, (_, room) => item(`${time}-${room}`, room, time, '18:00'))
  const blocks = inBlocks([...at('09:00', 3), ...at('10:00', 2), ...at('11:00', 9)], 5)
  expect(blocks.map(({ length }) => length)).toEqual([5, 5, 4])
  expect(blocks.flat()).toHaveLength(14)
})
