import { expect, test } from 'vitest'
import { wholeDays } from '#app/calendar/days.ts'
import { calendarEntry } from '#app/calendar/entry.ts'
import { nextSequence, withSequence } from '#app/calendar/sequence.ts'

const zone = 'Asia/Baghdad'
const at = (local: string) => new Date(`${local}+03:00`)

test.each([
  ['2026-12-14T09:00', '2026-12-14T15:30', null],
  ['2026-12-14T20:00', '2026-12-15T01:00', null],
  ['2026-12-14T09:00', '2026-12-15T16:00', { first: '2026-12-14', end: '2026-12-16' }],
  ['2026-12-30T09:00', '2027-01-01T00:00', { first: '2026-12-30', end: '2027-01-01' }],
])('from %s to %s', (from, to, days) => {
  expect(wholeDays(at(from), at(to), zone)).toEqual(days)
})

test('several days are told as days, the last one included', () => {
  const [startsAt, endsAt] = [at('2026-12-14T09:00'), at('2026-12-15T16:00')]
  const file = calendarEntry({
    ...{ method: 'PUBLISH', uid: 'a.b@majlis.example', sequence: 0, stampedAt: startsAt, startsAt, endsAt },
    ...{ summary: 'Meeting', status: 'CONFIRMED', language: 'en', days: wholeDays(startsAt, endsAt, zone) },
  })
  expect(file.match(/^DT(?:START|END).*/gm)).toEqual([
    'DTSTART;VALUE=DATE:20261214',
    'DTEND;VALUE=DATE:20261216',
  ])
})

test('a sequence rises when the entry comes, goes or moves, and only then', () => {
  const request = { method: 'REQUEST' as const, isTentative: false, partSequence: 2 }
  expect(nextSequence(null, request)).toBe(2)
  expect(nextSequence({ ...request, isTentative: true, sequence: 5 }, request)).toBe(6)
  expect(nextSequence({ ...request, sequence: 5 }, request)).toBe(5)
  expect(nextSequence({ ...request, sequence: 5 }, { ...request, partSequence: 3 })).toBe(6)
  expect(nextSequence({ ...request, sequence: 5 }, { ...request, partSequence: 9 })).toBe(9)
  expect(nextSequence({ ...request, sequence: 5 }, { ...request, method: 'CANCEL' })).toBe(6)
  const file = 'BEGIN:VEVENT\r\nDESCRIPTION:SEQUENCE:7\\nSEQUENCE:8\r\nSEQUENCE:2\r\nEND:VEVENT\r\n'
  expect(withSequence(file, 4)).toBe(file.replace('SEQUENCE:2\r', 'SEQUENCE:4\r'))
})
