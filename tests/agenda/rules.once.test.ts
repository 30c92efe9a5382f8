import { expect, test } from 'vitest'
import { atOnce, inOrder, inRuns, type RoleKind } from '#app/agenda/rules.ts'
import { onFirstDay } from '#tests/support/agenda.ts'

test('what starts together stands in the order of the rooms', () => {
  const at = (id: string, from: string, room: number | null, position = 0) => ({
    id,
    startsAt: onFirstDay(from),
    position,
    room: room === null ? null : { id: `room-${room}`, position: room },
  })
  const items = [
    at('d', '10:00', null, 1),
    at('c', '10:00', null),
    at('b', '10:00', 2),
    at('a', '10:00', 1),
    at('z', '09:00', 9),
  ]
  expect(inOrder(items).map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c', 'd'])
})

test('people are named in the order given, and who follow one another in one role together', () => {
  const role = (id: string, kind: RoleKind) => ({ id, role: kind })
  const roles = [role('a', 'chair'), role('b', 'speaker'), role('c', 'speaker'), role('d', 'chair')]
  expect(inRuns(roles).map((run) => run.map(({ id }) => id))).toEqual([['a'], ['b', 'c'], ['d']])
  expect(inRuns([])).toEqual([])
})

test('what begins at the same moment stands side by side, whenever it ends', () => {
  const item = (id: string, from: string, to: string) => ({
    ...{ id, startsAt: onFirstDay(from), endsAt: onFirstDay(to) },
  })
  const items = [item('a', '09:00', '10:00'), item('b', '09:00', '09:30'), item('c', '09:30', '10:00')]
  expect(atOnce(items).map((together) => together.map(({ id }) => id))).toEqual([['a', 'b'], ['c']])
})
