import i18next, { type i18n } from 'i18next'
import type { Language } from './languages.ts'
import ar from './locales/ar/index.ts'
import ckb from './locales/ckb/index.ts'
import en from './locales/en/index.ts'
import fr from './locales/fr/index.ts'
import { i18nOptions, readersDigits } from './options.ts'

/** Every namespace in every language; `tests/i18n` fails when a key or a plural form is missing in one. */
export const catalogue = { en, fr, ar, ckb } as const

const instances = new Map<Language, i18n>()

/** The texts of one language, ready to use: all are in memory, so this is synchronous. */
export function i18nFor(language: Language): i18n {
  const known = instances.get(language)
  if (known) return known
  const instance = i18next.createInstance()
  instance.use(readersDigits).init(i18nOptions(language, catalogue[language]))
  instances.set(language, instance)
  return instance
}
