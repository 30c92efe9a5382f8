import { expect, test } from 'vitest'
import { markdownToHtml } from '#app/documents/markdown.ts'
import { processorTime } from '#tests/support/processor.ts'

test.for([
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&colon;alert(1))',
  '[a](&#x6A;avascript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:x)',
  '![a](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
  '[a](<javascript:alert(1)>)',
  'x[^1]\n\n[^1]: [a](javascript:alert(1))',
])('%j leads nowhere', (text) => {
  expect(markdownToHtml(text)).not.toMatch(/(?:href|src)="(?!#)[^"]/)
})

test.for([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
  '```js"><script>\nx\n```',
  '[^"><script>]: x\n\nz[^"><script>]',
  '| a"><svg onload=x> |\n|---|\n| <b> |',
  '<https://x.example/"><svg>',
])('%j stays text', (text) => {
  const tags = markdownToHtml(text).match(/<[^>]*>/g) ?? []
  for (const tag of tags) expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/<(script|img|svg)|\son\w+=/)
})

test.for([
  ['- '.repeat(10_000)],
  [`${'- '.repeat(5)}x\n`.repeat(1700)],
  ['*a'.repeat(10_000)],
  ['~~a'.repeat(6600)],
  ['['.repeat(20_000)],
])('a text of signs alone holds nobody up (%#)', async ([text]) => {
  const spent = await processorTime(() => expect(markdownToHtml(`<b>${text}`)).toContain('&lt;b&gt;'))
  expect(spent).toBeLessThan(1000)
})

test('a long text with much in it is still read', () => {
  const day =
    '## Day\n\n- **one** [link](https://a.example)\n- two\n\n> said\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n\n'
  expect(markdownToHtml(day.repeat(150))).toMatch(/<h2>.*<strong>.*<blockquote>.*<table>/s)
})
