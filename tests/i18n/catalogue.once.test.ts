import { expect, test } from 'vitest'
import { catalogue } from '#app/i18n/catalogue.ts'
import { type Language, languages } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'

type Texts = { [key: string]: string | Texts }

const pluralForm = /_(zero|one|two|few|many|other)$/

/** Every text of a language by its whole key, `namespace:path.key`. */
function textsOf(language: Language): Map<string, string> {
  const found = new Map<string, string>()
  for (const [namespace, texts] of Object.entries(catalogue[language] as Record<string, Texts>))
    collect(texts, `${namespace}:`)
  return found

  function collect(texts: Texts, path: string) {
    for (const [key, value] of Object.entries(texts)) {
      if (typeof value === 'string') found.set(path + key, value)
      else collect(value, `${path}${key}.`)
    }
  }
}

/** Keys as the code writes them, each with its texts: one, or one per plural form. */
function entriesOf(language: Language): Map<string, Map<string, string>> {
  const texts = textsOf(language)
  const entries = new Map<string, Map<string, string>>()
  for (const [key, text] of texts) {
    const form = key.match(pluralForm)?.[1]
    const base = key.replace(pluralForm, '')
    // `zone.other` is no plural, and neither is a key that has no `_other` beside it.
    const isPlural = form !== undefined && texts.has(`${base}_other`)
    const [name, forms] = isPlural ? [base, form] : [key, '']
    entries.set(name, (entries.get(name) ?? new Map()).set(forms, text))
  }
  return entries
}

function variablesIn(texts: Map<string, string>): string[] {
  const all = [...texts.values()].flatMap((text) =>
    [...text.matchAll(/{{\s*([\w.]+)/g)].map(([, name]) => name),
  )
  return [...new Set(all.map(String))].sort()
}

const english = entriesOf('en')
const others = languages.filter((language) => language !== 'en')

test('every language has the keys that English has, and no others', () => {
  for (const language of others) {
    const keys = entriesOf(language)
    const missing = [...english.keys()].filter((key) => !keys.has(key))
    const surplus = [...keys.keys()].filter((key) => !english.has(key))
    expect({ language, missing, surplus }).toEqual({ language, missing: [], surplus: [] })
  }
})

test('a text that counts has exactly the plural forms of its language', () => {
  for (const language of languages) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const wrong = [...entriesOf(language)]
      .filter(([, texts]) => !texts.has(''))
      .filter(([, texts]) => [...texts.keys()].toSorted().join() !== forms.join())
      .map(([key, texts]) => `${key}: ${[...texts.keys()]}`)
    expect({ language, wrong }).toEqual({ language, wrong: [] })
  }
})

test('a text counts in one language when it counts in English', () => {
  for (const language of others) {
    const wrong = [...entriesOf(language)].filter(
      ([key, texts]) => english.get(key)?.has('') !== texts.has(''),
    )
    expect({ language, wrong: wrong.map(([key]) => key) }).toEqual({ language, wrong: [] })
  }
})

test('a text takes the same variables in every language', () => {
  for (const language of others) {
    const wrong = [...entriesOf(language)]
      .map(([key, texts]) => [key, variablesIn(texts), variablesIn(english.get(key) ?? new Map())] as const)
      .filter(([, here, there]) => here.join() !== there.join())
      .map(([key, here, there]) => `${key}: ${here} instead of ${there}`)
    expect({ language, wrong }).toEqual({ language, wrong: [] })
  }
})

test('no text is empty or only space', () => {
  for (const language of languages) {
    const empty = [...textsOf(language)].filter(([, text]) => !text.trim()).map(([key]) => key)
    expect({ language, empty }).toEqual({ language, empty: [] })
  }
})

test('a number in a text is written in the digits of its reader', () => {
  const found = languages.map((language) => translator(language)('guests:toDo.unsent', { count: 12 }))
  expect(found.map((text) => text.match(/\p{Nd}+/u)?.[0])).toEqual(['12', '12', '١٢', '١٢'])
})
