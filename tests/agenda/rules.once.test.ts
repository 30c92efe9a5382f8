import { expect, test } from 'vitest'
import { atOnce, type Checked, inOrder, inRuns, type RoleKind, warningsOf } from '#app/agenda/rules.ts'
import { onFirstDay } from '#tests/support/agenda.ts'

const part = { startsAt: onFirstDay('09:00'), endsAt: onFirstDay('15:30') }

function item(id: string, from: string, to: string, given: Partial<Checked> = {}): Checked {
  return {
    id,
    title: { en: id },
    startsAt: onFirstDay(from),
    endsAt: onFirstDay(to),
    room: { id: 'hall' },
    part,
    roles: [],
    ...given,
  }
}

test('a room taken twice, a person in two places and an item outside its part are told', () => {
  const noor = { personId: 'noor', names: { latin: { full: 'Noor Hassan' } } }
  const opening = item('opening', '08:30', '10:00', { roles: [noor] })
  const needs = item('needs', '09:45', '11:00')
  const data = item('data', '09:00', '09:30', { room: { id: 'side' }, roles: [noor] })
  expect(warningsOf([opening, needs, data])).toEqual([
    { kind: 'personTwice', item: opening, other: data, person: noor },
    { kind: 'roomTaken', item: opening, other: needs },
    { kind: 'outsidePart', item: opening },
  ])
})

test('one item after the other, in other rooms, or without a room is no clash', () => {
  const written = { personId: null, names: { latin: { full: 'Noor Hassan' } } }
  expect(
    warningsOf([
      item('a', '09:00', '10:00', { roles: [written] }),
      item('b', '10:00', '11:00'),
      item('c', '09:00', '10:00', { room: { id: 'side' }, roles: [written] }),
      item('d', '09:00', '10:00', { room: null }),
      item('e', '09:00', '10:00', { room: null }),
    ]),
  ).toEqual([])
})

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
  const items = [item('a', '09:00', '10:00'), item('b', '09:00', '09:30'), item('c', '09:30', '10:00')]
  expect(atOnce(items).map((together) => together.map(({ id }) => id))).toEqual([['a', 'b'], ['c']])
})
