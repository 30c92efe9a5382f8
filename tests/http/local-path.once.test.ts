import { expect, test } from 'vitest'
import { localPath } from '#app/http/local-path.ts'

test.for([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%0a\r\nSet-Cookie: a=b',
  'javascript:alert(1)',
  ' /desk',
  'desk',
  '',
  null,
  undefined,
  42,
])('%j leads nowhere else', (wanted) => {
  expect(localPath(wanted, '/desk')).toBe('/desk')
})

test('a path of ours is kept with its query', () => {
  expect(localPath('/desk/events/crp/guests?state=declined#row')).toBe(
    '/desk/events/crp/guests?state=declined#row',
  )
})

test('a header takes the path, whatever letters are in it', () => {
  expect(localPath('/ar/ئەر?a=b c')).toBe('/ar/%D8%A6%DB%95%D8%B1?a=b%20c')
  for (const odd of ['/\u2028/x', '/\ud800', '/😀'])
    expect(new Headers({ Location: localPath(odd) }).get('Location')).toMatch(/^\/[!-~]+$/)
})
