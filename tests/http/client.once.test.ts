import { expect, test } from 'vitest'
import { clientKey } from '#app/http/client.server.ts'

test.for([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:0207', '192.0.2.7'],
  ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8:0001:0002:ffff::', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['nonsense', 'unknown'],
] as const)('the address %s is the client %s', ([address, client]) => {
  expect(clientKey(address, undefined, 0)).toBe(client)
})

test('rotating through a /64 changes nothing', () => {
  const keys = Array.from({ length: 100 }, (_, n) =>
    clientKey(`2001:db8:1:2:${(n * 601).toString(16)}::${n}`, undefined, 0),
  )
  expect(new Set(keys)).toEqual(new Set(['2001:db8:1:2::/64']))
})

test('without a trusted proxy a forwarding header is a claim and nothing else', () => {
  expect(clientKey('192.0.2.7', '198.51.100.1', 0)).toBe('192.0.2.7')
})

test('behind one proxy the last entry counts, whatever stands before it', () => {
  expect(clientKey('10.0.0.1', '198.51.100.1', 1)).toBe('198.51.100.1')
  expect(clientKey('10.0.0.1', '1.2.3.4, 5.6.7.8, 198.51.100.1', 1)).toBe('198.51.100.1')
  expect(clientKey('10.0.0.1', '1.2.3.4,[2001:db8:1:2::9]:4711', 1)).toBe('2001:db8:1:2::/64')
  expect(clientKey('10.0.0.1', '198.51.100.1:4711', 1)).toBe('198.51.100.1')
})

test('behind two proxies the last but one counts', () => {
  expect(clientKey('10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.2', 2)).toBe('198.51.100.1')
})

test('a proxy that forwards nothing usable is itself the client', () => {
  expect(clientKey('10.0.0.1', null, 1)).toBe('10.0.0.1')
  expect(clientKey('10.0.0.1', 'x'.repeat(5000), 1)).toBe('10.0.0.1')
})
