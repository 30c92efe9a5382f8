import { expect, test } from 'vitest'
import { readReturned } from '#app/exhibition/translation/import.server.ts'
import { readTranslated } from '#app/exhibition/translation/sheet.server.ts'

const pair = { from: 'en', to: 'ar' } as const
const read = (text: string) => readTranslated(new TextEncoder().encode(text), pair)

function xliff(body: string, head = ''): string {
  return `<?xml version="1.0"?>${head}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="e/3" source-language="en" target-language="ar" datatype="plaintext"><body>${body}</body></file></xliff>`
}

const unit = (source: string, target: string) =>
  `<trans-unit id="title"><source>${source}</source><target>${target}</target></trans-unit>`

test('what a tool has added is read past: groups, segments, codes, alternatives', () => {
  const alternative = '<alt-trans><source>x</source><target>wrong</target></alt-trans>'
  const segments = '<mrk mtype="seg" mid="1">ماء</mrk> <mrk mtype="seg" mid="2">نظيف &amp;lt;&#33;</mrk>'
  const body = `<group><trans-unit id="title">${alternative}<source>Water</source><target>${segments}</target></trans-unit></group>`
  const expected = { exhibitId: 'e', version: 3, path: 'title', source: 'Water', target: 'ماء نظيف &lt;!' }
  expect(read(xliff(body))).toEqual({ ok: true, texts: [expected] })
})

test('files that are none, of other languages, or made to do harm are refused', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
  const reasons = {
    entities: xliff(unit('x', '&b;'), bomb),
    damaged: xliff('<trans-unit id="title">'),
    notTranslation: '<html><body>x</body></html>',
    otherLanguages: xliff(unit('x', 'y')).replace('target-language="ar"', 'target-language="fr"'),
    empty: ' ',
    tooLarge: 'x'.repeat(5 * 1024 * 1024),
  }
  for (const [reason, file] of Object.entries(reasons)) expect(read(file)).toEqual({ ok: false, reason })
  expect(read('exhibit,text,en,fr\r\n')).toEqual({ ok: false, reason: 'otherLanguages' })
  expect(read('a,b\r\n1,2\r\n')).toEqual({ ok: false, reason: 'notTranslation' })
  expect(read(xliff('<g>'.repeat(5000) + '</g>'.repeat(5000)))).toMatchObject({
    ok: false,
    reason: 'damaged',
  })
  const external = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
  expect(read(xliff(unit('x', 'y'), external))).toEqual({ ok: false, reason: 'entities' })
  // Names that objects have of themselves are names like any other.
  expect(read(xliff('<__proto__><source/></__proto__><constructor/>'))).toMatchObject({
    ok: expect.any(Boolean),
  })
})

test('an uploaded file is read in a thread of its own, and is the same there', async () => {
  const file = new TextEncoder().encode(xliff(unit('Water', 'ماء') + unit('Bread', 'خبز')))
  expect(await readReturned(file, pair)).toEqual(readTranslated(file, pair))
  const damaged = new TextEncoder().encode('<a>')
  expect(await readReturned(damaged, pair)).toEqual({ ok: false, reason: 'damaged' })
})
