import { expect, test } from 'vitest'
import { isoDay } from '#app/i18n/format.ts'
import { demoDays } from '#db/demo/days.server.ts'

const weekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay()

test('whatever the day, the event is on working days of the coming weeks', () => {
  const [sunday, thursday] = [0, 4]
  for (let n = 0; n < 400; n++) {
    const now = new Date(Date.UTC(2026, 10, 1, (n * 7) % 24) + n * 86_400_000)
    const days = demoDays(now)
    for (const day of [days.meeting, days.exhibitionEnd, days.visit]) {
      expect(weekday(day)).toBeGreaterThanOrEqual(sunday)
      expect(weekday(day)).toBeLessThanOrEqual(thursday)
    }
    const ahead = (days.at(days.meeting, '08:30').getTime() - now.getTime()) / 86_400_000
    expect(ahead).toBeGreaterThan(17)
    expect(ahead).toBeLessThan(26)
    expect(days.answerBy > now).toBe(true)
    expect(days.ago(0, '23:59') < now && days.ago(1, '23:59') < now).toBe(true)
  }
})

test('a day is the event’s, not the machine’s', () => {
  const lateInLondon = new Date('2026-11-30T22:30:00Z')
  expect(isoDay(lateInLondon, 'Asia/Baghdad')).toBe('2026-12-01')
  expect(demoDays(lateInLondon).meeting).toBe('2026-12-22')
})
