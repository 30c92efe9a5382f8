import { expect, test } from 'vitest'
import { catalogue } from '#app/i18n/catalogue.ts'
import { type Language, languages } from '#app/i18n/languages.ts'

type Texts = { [key: string]: string | Texts }

/** Texts of a language in which `wrong` is found, by key, as a reader of the failure needs them. */
function textsWith(language: Language, wrong: RegExp): string[] {
  return Object.entries(catalogue[language] as Record<string, Texts>).flatMap(([namespace, texts]) =>
    search(texts, `${namespace}:`),
  )

  function search(texts: Texts, path: string): string[] {
    return Object.entries(texts).flatMap(([key, value]) => {
      if (typeof value !== 'string') return search(value, `${path}${key}.`)
      return wrong.test(value) ? [`${path}${key}: ${value}`] : []
    })
  }
}

test('no text begins or ends with a space, or has two in a row', () => {
  // Two spaces before the end of a line are Markdown's line break.
  for (const language of languages) expect(textsWith(language, /^\s|\s$| {2}(?!\n)/)).toEqual([])
})

test('no text has the straight apostrophe or quotation mark of a typewriter', () => {
  for (const language of languages) expect(textsWith(language, /['"]/)).toEqual([])
})

test('Sorani is written in its own letters, not in the Arabic ones that look like them', () => {
  // Arabic kaf, yeh, alef maksura and teh marbuta; heh where ە is meant, at the end of a word.
  expect(textsWith('ckb', /[\u0643\u064A\u0649\u0629]|\u0647(?![\p{L}\u200D])/u)).toEqual([])
})

test('Arabic is written without Persian and Kurdish letters', () => {
  expect(textsWith('ar', /[\u06A9\u06CC\u06D5\u06C6\u06CE\u06B5\u0695\u067E\u0686\u06AF\u0698]/)).toEqual([])
})

test('Arabic and Sorani use their own comma, semicolon and question mark', () => {
  // Braces hold code, which keeps its own signs.
  for (const language of ['ar', 'ckb'] as const)
    expect(textsWith(language, /[\u0600-\u06FF][,;?]/)).toEqual([])
})

test('French keeps its tall signs with what stands before them, and guillemets with what they enclose', () => {
  expect(textsWith('fr', /[^\u00A0\u202F%][;!?»]/)).toEqual([])
  expect(textsWith('fr', /[^\u00A0\u202F]:(?!\/\/)/)).toEqual([])
  expect(textsWith('fr', /«(?![\u00A0\u202F])/)).toEqual([])
})

test('an address or a date in digits is isolated, or right-to-left text tears it', () => {
  const bare = /(?<!\u2066)https:\/\/|(?<![\u2066\d-])\d{4}-\d{2}/
  for (const language of ['ar', 'ckb'] as const) expect(textsWith(language, bare)).toEqual([])
})
