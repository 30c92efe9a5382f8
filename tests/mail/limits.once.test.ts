import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEnv, SettingError } from '#app/env.server.ts'
import { createFailureRun } from '#app/mail/failure-run.ts'
import { leftNow, limitsOfMailings, sendingLimits, timeToSend } from '#app/mail/limits.ts'
import { nothingTaken, usedOf, withTaken } from '#app/mail/taken.ts'
import type { Delivery } from '#app/mail/transport.server.ts'

const limits = { perMinute: 30, perDay: 10_000, connections: 3 }
const minute = 60_000
const day = 24 * 60 * minute

test.each([
  [0, { minute: 0, day: 0 }, 0],
  [1, { minute: 0, day: 0 }, 2_000],
  [2, { minute: 30, day: 30 }, 64_000],
  [5_000, { minute: 0, day: 0 }, 167 * minute - 20_000],
  [10_000, { minute: 0, day: 0 }, 334 * minute - 40_000],
  [100, { minute: 0, day: 10_000 }, day + 200_000],
  [10_030, { minute: 0, day: 0 }, day + minute],
  [20_030, { minute: 0, day: 0 }, 2 * day + minute],
])('%i waiting after %o take %i ms', (waiting, used, expected) => {
  expect(timeToSend(waiting, limits, used)).toBe(expected)
})

test('a mailing leaves a part of each limit to what one person waits for', () => {
  expect(limitsOfMailings(limits)).toEqual({ perMinute: 25, perDay: 9_500, connections: 3 })
  expect(limitsOfMailings({ perMinute: 2, perDay: 3, connections: 1 })).toMatchObject({
    perMinute: 1,
    perDay: 2,
  })
  expect(limitsOfMailings({ perMinute: 1, perDay: 1, connections: 1 })).toMatchObject({
    perMinute: 1,
    perDay: 1,
  })
})

test('however messages are taken, no minute and no day sees more than its limit', () => {
  const steps = fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: 400_000 }), ask: fc.integer({ min: 0, max: 40 }) }),
    {
      minLength: 200,
      maxLength: 400,
    },
  )
  fc.assert(
    fc.property(steps, (given) => {
      const few = { perMinute: 10, perDay: 300, connections: 1 }
      let taken = nothingTaken
      let at = Date.UTC(2026, 10, 23)
      const sent: number[] = []
      for (const { wait, ask } of given) {
        at += wait
        const now = new Date(at)
        const count = Math.min(ask, leftNow(few, usedOf(taken, now)))
        taken = withTaken(taken, count, now)
        sent.push(...Array(count).fill(at))
      }
      const most = (span: number) =>
        Math.max(
          0,
          ...sent.map((start) => sent.filter((time) => time >= start && time < start + span).length),
        )
      expect(most(minute)).toBeLessThanOrEqual(few.perMinute)
      expect(most(day)).toBeLessThanOrEqual(few.perDay)
      expect(taken.seconds.length + taken.quarters.length).toBeLessThan(170)
    }),
    { numRuns: 30 },
  )
})

test('a place that was given back may be taken again, and a clock that was put back holds nothing up', () => {
  const now = new Date('2026-11-23T09:00:00.500Z')
  const taken = withTaken(nothingTaken, 30, now)
  expect(leftNow(limits, usedOf(taken, now))).toBe(0)
  expect(leftNow(limits, usedOf(withTaken(taken, -4, now), now))).toBe(4)
  expect(leftNow(limits, usedOf(taken, new Date(now.getTime() - 2 * day)))).toBe(30)
})

const ended = (outcome: 'sent' | 'failed' | 'unknown'): Delivery => ({ outcome, response: '' })
const retry = (fault: 'message' | 'connection' | 'signIn'): Delivery => ({
  outcome: 'retry',
  response: '',
  fault,
})

test.each([
  [retry('connection'), 10, 'unreachable'],
  [ended('unknown'), 10, 'unreachable'],
  [retry('signIn'), 3, 'signIn'],
  [ended('failed'), 20, 'refused'],
  [retry('message'), 20, 'refused'],
])(
  '%o stops sending when it comes %i times in a row (%s), and one message that goes ends the row',
  (delivery, count, reason) => {
    const run = createFailureRun()
    const stops = (times: number) => Array.from({ length: times }, () => run.note(delivery)?.stop ?? null)
    expect(stops(count - 1).filter(Boolean)).toEqual([])
    run.note(ended('sent'))
    expect(stops(count)).toEqual([...Array(count - 1).fill(null), reason])
    expect(stops(count - 1).filter(Boolean)).toEqual([])
  },
)

test('a preset names what a provider takes, and each of it can be said otherwise', () => {
  const of = (given: Record<string, string>) => {
    const env = readEnv({ NODE_ENV: 'test', ...given })
    return { ...sendingLimits(env), verp: env.MAIL_VERP }
  }
  expect(of({})).toEqual({ perMinute: 30, perDay: 10_000, connections: 3, verp: 'off' })
  expect(of({ MAIL_PRESET: 'ses', MAIL_PER_DAY: '200' })).toEqual({
    ...{ perMinute: 840, perDay: 200, connections: 10, verp: 'on' },
  })
  expect(of({ MAIL_PRESET: 'relay', MAIL_VERP: 'off' })).toEqual({
    ...{ perMinute: 3_000, perDay: 1_000_000, connections: 5, verp: 'off' },
  })
  expect(() => of({ MAIL_PRESET: 'gmail' })).toThrow(/^MAIL_PRESET: .*"exchange-online"\|"ses"\|"relay"/)
  expect(() => of({ MAILBOX_ADDRESS: 'rsvp+x@meet.example.org' })).toThrow(SettingError)
})
