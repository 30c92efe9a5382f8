import type { FormatterModule, InitOptions, TFunction } from 'i18next'
import { formatNumber } from './format.ts'
import type { Language } from './languages.ts'
import type en from './locales/en/index.ts'

export type Namespace = keyof typeof en
/** Translates a key such as `answer:deadline` for one reader. */
export type Translator = TFunction<Namespace[]>

/** Options for an instance that speaks one language, from texts already in memory. */
export function i18nOptions(language: Language, texts: Record<Namespace, object>): InitOptions {
  return {
    lng: language,
    resources: { [language]: texts } as InitOptions['resources'],
    ns: Object.keys(texts),
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    interpolation: {
      // React and our mail writer escape; i18next must not do it a second time.
      escapeValue: false,
      alwaysFormat: true,
    },
    returnEmptyString: false,
  }
}

/** A number in a sentence is written in the digits of its reader, like every number beside it. */
export const readersDigits: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value, _, language) =>
    typeof value === 'number' ? formatNumber(value, language as Language) : value,
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}
