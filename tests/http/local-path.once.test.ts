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
  expect(localPath('/ar/ئەربیل')).toBe('/ar/ئەربیل')
})
