import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '#app/directory/import/decode.ts'
import { in1256, utf16 } from '#tests/support/lists.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const list = 'Name;البريد\r\nShirin Aziz;shirin@jcc.example\r\nمحمد علي حسن;m.hassan@undp.example\r\n'

test('each encoding an office saves in is recognised, with and without its mark', () => {
  const marked = { 'utf-8': encode(`\ufeff${list}`), 'utf-16le': utf16(`\ufeff${list}`, true) }
  expect(decodeText(marked['utf-8'])).toEqual({ text: list, encoding: 'utf-8' })
  expect(decodeText(encode(list))).toEqual({ text: list, encoding: 'utf-8' })
  expect(decodeText(marked['utf-16le'])).toEqual({ text: list, encoding: 'utf-16le' })
  expect(decodeText(utf16(list, true))).toEqual({ text: list, encoding: 'utf-16le' })
  expect(decodeText(utf16(`\ufeff${list}`, false))).toEqual({ text: list, encoding: 'utf-16be' })
  expect(decodeText(utf16(list, false))).toEqual({ text: list, encoding: 'utf-16be' })
  expect(decodeText(in1256(list))).toEqual({ text: list, encoding: 'windows-1256' })
})

test('UTF-16 without a mark stays so when one of its letters has its zero on the other side', () => {
  const text = `${list}Āryan Ībrahīm;aryan@rwanga.example\r\n`
  expect(decodeText(utf16(text, true))).toEqual({ text, encoding: 'utf-16le' })
})

test('a UTF-8 list that was cut inside a letter is still UTF-8', () => {
  const cut = encode(`${list}سارة`).slice(0, -1)
  expect(decodeText(cut)).toEqual({ text: `${list}سار\ufffd`, encoding: 'utf-8' })
})

test('accented letters of the Western code page are not taken for Arabic', () => {
  const western = Buffer.from('María José Núñez-Ó Briain;Jean-Noël Ébéné;Zoé Çelik;ÁÉÍ\r\n', 'latin1')
  expect(decodeText(western).encoding).toBe('windows-1252')
})

const letters = (from: string, min: number) =>
  fc.array(fc.constantFrom(...from), { minLength: min, maxLength: 9 }).map((some) => some.join(''))
const arabicWord = letters('ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإءؤئ', 3)
const latinWord = letters('abcdefgéèñíüôçKLM', 1)
const lineOf = (word: fc.Arbitrary<string>) =>
  fc
    .array(fc.array(word, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    .map((lines) => lines.map((words) => words.join(';')).join('\r\n'))

test('whatever is written in UTF-8, UTF-16 or the Arabic code page comes back as it was', () => {
  const mixed = lineOf(fc.oneof(arabicWord, latinWord))
  fc.assert(
    fc.property(mixed, fc.boolean(), (text, little) => {
      expect(decodeText(encode(text)).text).toBe(text)
      expect(decodeText(utf16(`\ufeff${text}`, little)).text).toBe(text)
    }),
  )
  fc.assert(
    fc.property(lineOf(arabicWord), (text) => {
      expect(decodeText(in1256(text))).toEqual({ text, encoding: 'windows-1256' })
    }),
  )
})

test('no bytes make it fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(typeof decodeText(bytes).text).toBe('string')
    }),
  )
})
