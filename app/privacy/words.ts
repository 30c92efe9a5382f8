import type { PersonNames } from '#db/schema/directory.server.ts'

/** What stands where a person's name stood. */
export const blank = '—'

/** The words by which somebody is found in texts about others: names of two words or more, addresses, telephones. */
export function wordsOf(people: readonly Named[]): string[] {
  const names = people.flatMap(({ names }) => Object.values(names).flatMap((script) => script?.full ?? []))
  const addresses = people.flatMap(({ addresses }) => addresses)
  const phones = people.flatMap(({ phone }) => phone ?? [])
  const words = [
    // A lone “Ali” stands inside too many other words to be taken out of them.
    ...names.filter((name) => /\S\s+\S/.test(name.trim())),
    ...addresses.flatMap((address) => [address, address.toLowerCase()]),
    ...phones.filter((phone) => phone.replace(/\D/g, '').length >= 6),
  ]
  return [...new Set(words.map((word) => word.trim()).filter((word) => word.length > 3))]
}

export type Named = { names: PersonNames; addresses: readonly string[]; phone: string | null }

/** `text` with every one of `words` replaced, also where HTML has escaped it. */
export function withoutWords(text: string, words: readonly string[]): string {
  const spellings = words.flatMap((word) => [word, escaped(word)])
  return spellings.reduce((rest, word) => rest.replace(new RegExp(literally(word), 'giu'), () => blank), text)
}

/** The same for every text in a JSON value; keys stay. */
export function jsonWithoutWords(value: unknown, words: readonly string[]): unknown {
  if (typeof value === 'string') return withoutWords(value, words)
  if (Array.isArray(value)) return value.map((one) => jsonWithoutWords(one, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, jsonWithoutWords(one, words)]))
}

/** A JSON value without the entries of lists that are about somebody of one of these names, whatever else they tell. */
export function withoutPerson(value: unknown, words: readonly string[]): unknown {
  if (Array.isArray(value))
    return value.filter((one) => !isAbout(one, words)).map((one) => withoutPerson(one, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutPerson(one, words)]))
}

function isAbout(entry: unknown, words: readonly string[]): boolean {
  if (typeof entry !== 'object' || entry === null) return false
  const { name, names } = entry as { name?: unknown; names?: PersonNames }
  const given = [name, ...Object.values(names ?? {}).map((script) => script?.full)]
  return words.some((word) =>
    given.some((one) => typeof one === 'string' && one.trim().toLowerCase() === word.toLowerCase()),
  )
}

function escaped(word: string): string {
  return word
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
