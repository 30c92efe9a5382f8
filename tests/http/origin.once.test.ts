import { expect, test } from 'vitest'
import { isTrustedOrigin } from '#app/http/origin.ts'

const appUrl = 'https://meet.example'
const targets = {
  document: '/desk/members',
  '.data': '/desk/members.data',
  '?_data': '/desk/members?_data=routes%2Fdesk.members%2Froute',
  'resource route': '/desk/directory/persons.csv',
}
const origins: Record<string, Record<string, string>> = {
  'no Origin': {},
  'a null Origin': { Origin: 'null' },
  'a foreign Origin': { Origin: 'https://evil.example' },
  'our own Origin': { Origin: appUrl },
  'a foreign Origin with X-Forwarded-Host': {
    Origin: 'https://evil.example',
    'X-Forwarded-Host': 'evil.example',
    Host: 'evil.example',
  },
}
const matrix = Object.entries(targets).flatMap(([target, path]) =>
  Object.entries(origins).flatMap(([origin, headers]) =>
    ['POST', 'PUT', 'DELETE'].map((method) => ({ target, path, origin, headers, method })),
  ),
)

test.for(matrix)('$method to $target with $origin', ({ path, headers, method, target, origin }) => {
  const request = new Request(appUrl + path, { method, headers })
  const isOurs = origin === 'our own Origin' && target !== '?_data'
  expect(isTrustedOrigin(request, appUrl)).toBe(isOurs)
})

test.for([
  ['same-origin', true],
  ['none', true],
  ['same-site', false],
  ['cross-site', false],
] as const)('a browser that says %s is believed', ([site, isTrusted]) => {
  const request = new Request(`${appUrl}/sign-in`, { method: 'POST', headers: { 'Sec-Fetch-Site': site } })
  expect(isTrustedOrigin(request, appUrl)).toBe(isTrusted)
})

test('a browser that says cross-site is believed even where a header claims our origin', () => {
  const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: appUrl }
  const request = new Request(`${appUrl}/sign-in`, { method: 'POST', headers })
  expect(isTrustedOrigin(request, appUrl)).toBe(false)
})

test('reading is free from anywhere, but not through ?_data', () => {
  const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
  expect(isTrustedOrigin(new Request(`${appUrl}/en`, { headers }), appUrl)).toBe(true)
  expect(isTrustedOrigin(new Request(`${appUrl}/en?_data=root`, { headers }), appUrl)).toBe(false)
})

test('a mail program may unsubscribe with one click, and do nothing else', () => {
  const trusted = (method: string, path: string) =>
    isTrustedOrigin(new Request(appUrl + path, { method }), appUrl)
  expect(trusted('POST', '/u/abcdefghijklmnopqrstuv')).toBe(true)
  expect(trusted('DELETE', '/u/abcdefghijklmnopqrstuv')).toBe(false)
  expect(trusted('POST', '/u/abc/../../desk')).toBe(false)
  expect(trusted('POST', '/r/abcdefghijklmnopqrstuv')).toBe(false)
})
