import { expect, test } from 'vitest'
import { type Checked, type CheckedRole, checked, warningsAbout, warningsOf } from '#app/agenda/warnings.ts'
import { onFirstDay } from '#tests/support/agenda.ts'

const part = { startsAt: onFirstDay('09:00'), endsAt: onFirstDay('15:30') }
const hall = { id: 'hall', capacity: null, channels: [] }
const side = { id: 'side', capacity: null, channels: [] }

function item(id: string, from: string, to: string, given: Partial<Checked> = {}): Checked {
  return {
    ...{ id, title: { en: id }, startsAt: onFirstDay(from), endsAt: onFirstDay(to) },
    ...{ kind: 'discussion', partId: 'meeting', part, room: hall, interpretedLanguages: [] },
    ...{ takesSignUps: false, seats: null, missing: [], roles: [] },
    ...given,
  }
}

function role(given: Partial<CheckedRole> = {}): CheckedRole {
  return { role: 'speaker', personId: null, names: { latin: { full: 'Noor' } }, isDeclined: false, ...given }
}

test('a room taken twice, a person in two places and an item outside its part are told, by time', () => {
  const noor = role({ personId: 'noor' })
  const opening = item('opening', '08:30', '10:00', { roles: [noor] })
  const needs = item('needs', '09:45', '10:15')
  const data = item('data', '09:00', '09:30', { room: side, roles: [noor] })
  const warnings = warningsOf([needs, data, opening])
  expect(warnings).toEqual([
    { kind: 'roomTaken', item: opening, other: needs },
    { kind: 'personTwice', item: opening, other: data, person: noor },
    { kind: 'outsidePart', item: opening },
  ])
  expect(warningsAbout(warnings, 'data').map(({ kind }) => kind)).toEqual(['personTwice'])
})

test('one after the other, in other rooms, without a room, or a name written in twice is no clash', () => {
  const written = role()
  expect(
    warningsOf([
      item('a', '09:00', '10:00', { roles: [written] }),
      item('b', '10:00', '10:30'),
      item('c', '09:00', '10:00', { room: side, roles: [written] }),
      item('d', '09:00', '10:00', { room: null }),
      item('e', '09:00', '10:00', { room: null }),
    ]),
  ).toEqual([])
})

test('who declined is told and clashes with nothing; a session without anybody to lead it is told', () => {
  const absent = role({ personId: 'noor', isDeclined: true, role: 'chair' })
  const session = item('session', '09:00', '10:00', { kind: 'session', roles: [absent] })
  const panel = item('panel', '09:00', '10:00', {
    ...{ kind: 'panel', room: side },
    roles: [role({ role: 'moderator' }), absent],
  })
  expect(warningsOf([session, panel])).toEqual([
    { kind: 'personDeclined', item: session, person: absent },
    { kind: 'chairMissing', item: session },
    { kind: 'personDeclined', item: panel, person: absent },
  ])
})

test('a room is too small for those expected, or for its own sign-up where the people are divided', () => {
  const small = { ...hall, capacity: 40 }
  const plenary = item('plenary', '09:00', '10:00', { room: small })
  const group = item('group', '10:00', '10:30', { room: small })
  const other = item('other', '10:00', '10:30', { room: side })
  const course = item('course', '11:00', '11:30', { room: small, takesSignUps: true, seats: 50 })
  const beside = item('beside', '11:00', '11:30', { room: side })
  const told = (expected: number) =>
    warningsOf([plenary, group, other, course, beside], { meeting: expected }).map((warning) =>
      warning.kind === 'roomTooSmall' ? [warning.item.id, warning.expected, warning.capacity] : warning.kind,
    )
  expect(told(41)).toEqual([
    ['plenary', 41, 40],
    ['course', 50, 40],
  ])
  expect(told(40)).toEqual([['course', 50, 40]])
})

test('what is interpreted needs its channel, once any room of the agenda has some', () => {
  const two = { ...hall, channels: ['ar', 'en'] as const }
  const many = item('many', '09:00', '09:30', { room: two, interpretedLanguages: ['ar', 'en', 'ckb'] })
  const wrong = item('wrong', '09:30', '10:00', { room: two, interpretedLanguages: ['ar', 'ckb'] })
  const none = item('none', '10:00', '10:30', { room: side, interpretedLanguages: ['fr'] })
  const coffee = item('coffee', '10:30', '11:00', { kind: 'break', interpretedLanguages: ['fr'] })
  expect(warningsOf([many, wrong, none, coffee])).toEqual([
    { kind: 'channelsExceeded', item: many, needed: 3, has: 2 },
    { kind: 'channelMissing', item: wrong, languages: ['ckb'] },
    { kind: 'channelsExceeded', item: none, needed: 1, has: 0 },
  ])
  expect(warningsOf([none])).toEqual([])
})

test('two hours without a break are long enough: a break anywhere, a gap and a visit end them', () => {
  const kinds = (items: Checked[]) =>
    warningsOf(items).flatMap((warning) =>
      warning.kind === 'noBreak' ? [[warning.item.id, warning.since.id, warning.minutes]] : [],
    )
  const morning = [item('a', '09:00', '10:00'), item('b', '10:00', '11:00', { room: side })]
  expect(kinds(morning)).toEqual([])
  expect(kinds([...morning, item('c', '11:05', '11:35')])).toEqual([['c', 'a', 155]])
  expect(kinds([...morning, item('c', '11:10', '11:35')])).toEqual([])
  const coffee = item('coffee', '10:30', '10:45', { kind: 'break', room: null })
  expect(kinds([...morning, coffee, item('c', '11:00', '12:00')])).toEqual([['c', 'b', 120]].slice(1))
  expect(kinds([item('tour', '09:00', '12:00', { kind: 'visit' })])).toEqual([])
  // Where rooms run side by side each is followed by itself.
  const beside = item('beside', '09:30', '11:50', { room: side })
  expect(kinds([item('a', '09:00', '10:00'), beside, item('c', '11:00', '11:45')])).toEqual([
    ['beside', 'beside', 140],
  ])
})

test('an item’s texts and people are looked at with what the event and its guests say', () => {
  const read = {
    ...item('needs', '09:00', '10:00'),
    ...{ title: { en: 'Needs', ar: 'الاحتياجات' }, abstract: { en: 'What is needed' } },
    roles: [
      { ...role({ attendeeId: 'ali' }), confirmation: 'none' },
      { ...role({ attendeeId: 'sara' }), confirmation: 'declined' },
      { ...role({ attendeeId: 'omar' }), confirmation: 'confirmed' },
    ],
  }
  const { missing, roles } = checked(read, ['en', 'fr', 'ar'], new Set(['ali meeting', 'omar other']))
  expect(missing).toEqual(['fr', 'ar'])
  expect(roles.map(({ isDeclined }) => isDeclined)).toEqual([true, true, false])
})

test('the warnings of nine hundred items in sixty rooms take a pass, not all pairs', () => {
  const rooms = Array.from({ length: 60 }, (_, at) => ({ id: `room-${at}`, capacity: 30, channels: [] }))
  const items = Array.from({ length: 900 }, (_, at) => {
    const start = onFirstDay('09:00').getTime() + Math.floor(at / 60) * 1_800_000
    return item(`item-${at}`, '09:00', '09:30', {
      ...{ startsAt: new Date(start), endsAt: new Date(start + 1_800_000), room: rooms[at % 60] ?? null },
      roles: [role({ personId: `person-${at % 300}` })],
    })
  })
  // A comparison of all pairs would ask each item for its end some four hundred thousand times.
  let asked = 0
  const counted = items.map(
    (one) =>
      new Proxy(one, {
        get(of, key) {
          if (key === 'endsAt') asked++
          return Reflect.get(of, key)
        },
      }),
  )
  expect(warningsOf(counted).filter(({ kind }) => kind === 'roomTaken')).toEqual([])
  expect(asked).toBeLessThan(50_000)
})
