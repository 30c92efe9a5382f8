import { expect, test } from 'vitest'
import { isTrustedOrigin } from '#app/http/origin.ts'
import { unsubscribeToken } from '#app/mail/unsubscribe.ts'
import { newId } from '#db/id.server.ts'

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

const token = unsubscribeToken('a secret of ours', { officeId: newId(), address: 'ali@guest.example' })
const unsubscribing = Object.entries(origins).flatMap(([origin, headers]) =>
  ['POST', 'PUT', 'DELETE'].map((method) => ({ origin, headers, method })),
)

test.for(unsubscribing)(
  'one-click unsubscribe with $origin takes $method only as POST',
  ({ headers, method, origin }) => {
    const trusted = (path: string) => isTrustedOrigin(new Request(appUrl + path, { method, headers }), appUrl)
    const isOurs = origin === 'our own Origin'
    expect(trusted(`/u/${token}`)).toBe(method === 'POST' || isOurs)
    expect(trusted(`/u/${token}?lang=ar`)).toBe(method === 'POST' || isOurs)
    expect(trusted(`/u/${token}?_data=root`)).toBe(false)
    expect(trusted(`/u/${token}/more`)).toBe(isOurs)
    expect(trusted(`/u/${token}.data`)).toBe(isOurs)
    expect(trusted('/u/abc/../../desk')).toBe(isOurs)
    expect(trusted('/u/abc%2f..%2fdesk')).toBe(isOurs)
    expect(trusted(`/r/${token}`)).toBe(isOurs)
  },
)

test('a browser’s word about where it comes from does not stop a mail program', () => {
  const request = (path: string) =>
    new Request(appUrl + path, { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } })
  expect(isTrustedOrigin(request(`/u/${token}`), appUrl)).toBe(true)
  expect(isTrustedOrigin(request('/desk'), appUrl)).toBe(false)
})
