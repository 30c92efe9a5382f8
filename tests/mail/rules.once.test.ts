import { expect, test } from 'vitest'
import { isMailAddress, oneLine, recipient, senderName } from '#app/mail/address.ts'
import { maskLinks } from '#app/mail/mask.ts'
import { pauseAfter, retryDelay } from '#app/mail/rules.ts'
import { processorTime } from '#tests/support/processor.ts'

test.each([
  'ali@guest.example',
  'a.b+c@mail.guest.example',
  "o'neil@un.org",
  'x@مثال.example',
  'x@xn--mgbh0fb.example',
])('%s is a mail address', (address) => {
  expect(isMailAddress(address)).toBe(true)
})

test.each([
  '',
  'ali',
  'ali@localhost',
  '@guest.example',
  'a@b@c.example',
  '"a b"@guest.example',
  'a,b@guest.example',
  'Ali <ali@guest.example>',
  'ali@guest.example, eve@evil.example',
  'ali@guest.example\r\nBcc: eve@evil.example',
  'علي@guest.example',
  'a..b@guest.example',
  'ali@-guest.example',
  'ali@guest..example',
  'ali@127.0.0.1',
  `${'a'.repeat(65)}@guest.example`,
])('%j is none', (address) => {
  expect(isMailAddress(address)).toBe(false)
})

test('a hostile megabyte is refused at once', async () => {
  const spent = await processorTime(() => {
    expect(isMailAddress(`${'a.'.repeat(500_000)}@x`)).toBe(false)
    expect(isMailAddress(`${'('.repeat(1_000_000)}@guest.example`)).toBe(false)
  })
  expect(spent).toBeLessThan(500)
})

test('names become one printable line', () => {
  expect(oneLine(' Ali\r\n\t Hassan\u0000\u202e\u2028x ')).toBe('Ali Hassan x')
  expect(senderName('IOM: "Iraq", events@home')).toBe('IOM Iraq events home')
  expect([...senderName('ا'.repeat(200))]).toHaveLength(75)
  expect(recipient('Ali "the" Hassan', ' ali@guest.example ')).toEqual({
    name: 'Ali the Hassan',
    address: 'ali@guest.example',
  })
  expect(recipient('Ali', 'nowhere')).toBeNull()
})

const minute = 60_000
const day = 24 * 60 * minute

test('attempts come further and further apart, and end after about two days', () => {
  const delays: number[] = []
  for (let attempts = 1; ; attempts++) {
    const delay = retryDelay(attempts, 0.5)
    if (delay === null) break
    delays.push(delay)
  }
  expect(delays[0]).toBe(minute)
  expect(delays).toEqual([...delays].sort((a, b) => a - b))
  expect(delays.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(1.5 * day)
  expect([retryDelay(2, 0), retryDelay(2, 1)]).toEqual([225_000, 375_000])
})

test('a server that does not answer is left alone for longer each time, at most some minutes', () => {
  expect([1, 2, 3, 20].map((failures) => pauseAfter(failures, 0.5))).toEqual([5_000, 10_000, 20_000, 300_000])
})

test('who may not act for a guest does not see the guest’s link', () => {
  const text =
    'Answer: https://majlis.example/r/AbCdEfGhIjKlMnOpQr-_Uv today, see https://majlis.example/en/event'
  expect(maskLinks(text)).toBe(
    'Answer: https://majlis.example/r/… today, see https://majlis.example/en/event',
  )
})
