import { fold } from '../../directory/fold.ts'
import { type Language, languageNames, languages } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'

/** What a heading says its column holds; `known` is a column that is understood and not needed. */
export type ReadHeading = (heading: string) => string | null

/** How a kind of sheet calls its columns. */
export type Columns = {
  fields: readonly string[]
  read: ReadHeading
  /** Groups of columns of which a sheet needs one each. */
  needed: readonly (readonly string[])[]
}

/** A text in one of our languages has a column per language: `indicator.ar`. */
export function inLanguages(base: string): string[] {
  return languages.map((language) => `${base}.${language}`)
}

/** `indicator.ar` taken apart; the language is null for a column that has none. */
export function partsOf(field: string): { base: string; language: Language | null } {
  const [base = '', language] = field.split('.')
  return { base, language: (language as Language | undefined) ?? null }
}

/** A column's heading for a reader of `language`; `label` gives the words for what it holds. */
export function headingOf(field: string, label: (base: string) => string, language: Language): string {
  const { base, language: of } = partsOf(field)
  if (!of) return label(base)
  return translator(language)('imports:inLanguage', { field: label(base), language: languageNames[of] })
}

/**
 * Reads headings as our own sheets write them, in any of the four languages, and by the columns' own names
 * (`indicator.ar`, `indicator_ar`), and by `others` that people write. A text without its language is in that of its
 * heading.
 */
export function headingReader(
  fields: readonly string[],
  labelIn: (base: string, language: Language) => string,
  others: Readonly<Record<string, readonly string[]>> = {},
): ReadHeading {
  const known = new Map<string, string>()
  const add = (heading: string, field: string) => {
    const key = fold(heading)
    if (key && !known.has(key)) known.set(key, field)
  }
  for (const language of languages)
    for (const field of fields)
      add(
        headingOf(field, (base) => labelIn(base, language), language),
        field,
      )
  for (const field of fields) {
    const { base, language } = partsOf(field)
    add(field, field)
    if (language) add(labelIn(base, language), field)
  }
  for (const [field, words] of Object.entries(others)) for (const word of words) add(word, field)
  return (heading) => known.get(fold(heading)) ?? null
}
