import { i18nFor } from './catalogue.ts'
import type { Language } from './languages.ts'
import type { Translator } from './options.ts'

/** The texts of `language` for code outside React: mail, calendar, loaders, meta. */
export function translator(language: Language): Translator {
  return i18nFor(language).t as Translator
}
